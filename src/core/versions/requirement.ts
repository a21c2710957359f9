import { compare } from '@renovatebot/pep440';
import { toPep440Specifiers } from './poetryConstraint';
import { normalisePackageName, type ProjectVersion } from './projectVersion';
import { allParsed, onlyVersion, parseRange } from './versionRange';

const REQUIREMENT = /^([A-Z\d](?:[A-Z\d._-]*[A-Z\d])?)\s*(?:\[[^\]]*\])?\s*(.*)/is;

/**
 * Reads a PEP 508 requirement such as `sqlalchemy[asyncio] ~= 2.0.30 ; python_version > "3.8"`; its marker is ignored.
 * `undefined` without a lower bound, and for a direct reference (`name @ url`).
 */
export function readRequirement(text: string): ProjectVersion | undefined {
  const [unmarked = ''] = text.split(';', 1);
  const [, name, specifiers = ''] = REQUIREMENT.exec(unmarked.trim()) ?? [];
  if (name === undefined) return undefined;
  return requirementOf(name, [specifiers.replace(/^\((.*)\)$/s, '$1')]);
}

/** Reads a Poetry constraint such as `^2.0` or `~1.4 || 2.*`; `undefined` without a lower bound. */
export function readConstraint(name: string, constraint: string): ProjectVersion | undefined {
  const alternatives = toPep440Specifiers(constraint, 'exact');
  return alternatives === undefined ? undefined : requirementOf(name, alternatives);
}

function requirementOf(name: string, alternatives: readonly string[]): ProjectVersion | undefined {
  const packageName = normalisePackageName(name);
  const ranges = allParsed(alternatives.map(parseRange));
  if (packageName === undefined || ranges === undefined) return undefined;
  const lowerBounds = ranges.map(({ lower }) => lower?.version);
  if (!lowerBounds.every((bound) => bound !== undefined)) return undefined;
  const [pinned] = ranges.length === 1 ? ranges.map(onlyVersion) : [];
  if (pinned !== undefined) return { package: packageName, version: pinned, origin: 'pinned' };
  const lowest = lowerBounds.reduce((one, other) => (compare(one, other) <= 0 ? one : other));
  // The range of a series starts before its pre-releases, at a version that nobody would name.
  const version = lowest.replace(/\.dev0$/, '');
  return { package: packageName, version, origin: 'required', allows: alternatives };
}
