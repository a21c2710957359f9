import { compare } from '@renovatebot/pep440';
import { specifiersOf } from './poetryConstraint';
import { packageName, type ProjectVersion } from './projectVersion';
import { onlyVersion, rangeOf } from './versionRange';

const REQUIREMENT = /^([A-Z\d](?:[A-Z\d._-]*[A-Z\d])?)\s*(?:\[[^\]]*\])?\s*(.*)$/is;

/**
 * What a PEP 508 requirement such as `sqlalchemy[asyncio] ~= 2.0.30 ; python_version > "3.8"` says of its package,
 * whatever its marker says; `undefined` without a lower bound, and for one by address (`name @ url`).
 */
export function readRequirement(text: string): ProjectVersion | undefined {
  const [unmarked = ''] = text.split(';', 1);
  const [, name, specifiers = ''] = REQUIREMENT.exec(unmarked.trim()) ?? [];
  if (name === undefined) return undefined;
  return required(name, [specifiers.replace(/^\((.*)\)$/s, '$1')]);
}

/** The same of a constraint of Poetry's, such as `^2.0` or `~1.4 || 2.*`. */
export function readConstraint(name: string, constraint: string): ProjectVersion | undefined {
  const allows = specifiersOf(constraint, 'exact');
  return allows === undefined ? undefined : required(name, allows);
}

function required(name: string, allows: readonly string[]): ProjectVersion | undefined {
  const found = packageName(name);
  const ranges = allows.map(rangeOf);
  const lowest = ranges.map((range) => range?.from?.version);
  if (found === undefined || !lowest.every((version) => version !== undefined)) return undefined;
  const [range, ...others] = ranges;
  const pinned = range === undefined || others.length > 0 ? undefined : onlyVersion(range);
  if (pinned !== undefined) return { package: found, version: pinned, from: 'pinned' };
  const [version] = [...lowest].sort(compare);
  if (version === undefined) return undefined;
  // A series begins before its pre-releases; that beginning is no version that anybody would call it.
  return { package: found, version: version.replace(/\.dev0$/, ''), from: 'required', allows };
}
