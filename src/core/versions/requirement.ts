import { readDirectReference } from './directReference';
import type { ProjectVersion } from './projectVersion';
import { requirementOf } from './requirementRanges';
import { toPep440Specifiers, type ConstraintDialect } from './versionConstraint';

/** In characters: nobody writes longer requirements, except for their hashes. */
const MAX_LENGTH = 2000;
const REQUIREMENT = /^([A-Z\d](?:[A-Z\d._-]*[A-Z\d])?)\s*(?:\[[^\]]*\])?\s*(.*)/is;

/**
 * Reads a PEP 508 requirement such as `sqlalchemy[asyncio] ~= 2.0.30 ; python_version > "3.8"`, or a direct reference
 * such as `fastapi @ https://example.org/fastapi-0.115.4-py3-none-any.whl`; its marker is ignored. `undefined` if it is
 * not valid, or refers to something without a version.
 * https://packaging.python.org/en/latest/specifications/dependency-specifiers/
 */
export function readRequirement(text: string): ProjectVersion | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const [, name, rest = ''] = REQUIREMENT.exec(text.trim()) ?? [];
  if (name === undefined) return undefined;
  if (rest.startsWith('@')) return readDirectReference(rest.slice(1).trim().split(/\s/, 1)[0] ?? '', name);
  const [specifiers = ''] = rest.split(';', 1);
  return requirementOf(name, [specifiers.trim().replace(/^\((.*)\)$/s, '$1')]);
}

/** Reads a constraint such as Poetry's `^2.0` or conda's `1.4.*|>=2.0`; `undefined` if it is not valid. */
export function readConstraint(
  name: string,
  constraint: string,
  dialect: ConstraintDialect = 'poetry',
): ProjectVersion | undefined {
  const alternatives = toPep440Specifiers(constraint, dialect);
  return alternatives === undefined ? undefined : requirementOf(name, alternatives);
}
