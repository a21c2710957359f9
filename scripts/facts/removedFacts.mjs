import { countBy } from './factFiles.mjs';
import { memberWords } from './memberWords.mjs';
import { namesByKind, otherPaths } from './nameTables.mjs';

/** Classes that have lost the same member. What more have lost was a base's own: `compare_against_backend`. */
const MAX_CLASSES = 100;

/**
 * What a package no longer has, by the last version that has it: names, their other paths, and members of classes that
 * are still there. A name whose object is still there under another path is not gone: see `movedNames`.
 *
 * @param {import('./factFiles.mjs').MoreFacts} more
 */
export function removedFacts({ removed }) {
  const versions = [...new Set(removed.map(({ until }) => until))].sort();
  return Object.fromEntries(
    versions.map((version) => [version, removedUntil(removed.filter(({ until }) => until === version))]),
  );
}

/** @param {readonly import('./factFiles.mjs').RemovedRecord[]} records */
function removedUntil(records) {
  const names = records.flatMap(({ name, kind, aliases = [], now }) =>
    kind === undefined || now !== undefined ? [] : [{ name, kind, aliases }],
  );
  const lost = records.flatMap(({ name, kind, members = [], attributes = [] }) =>
    kind === undefined ? [{ name, members: [...members, ...attributes] }] : [],
  );
  const counts = countBy(lost.flatMap(({ members }) => members));
  const lostBy = new Map(
    lost.map(({ name, members }) => [
      name,
      new Set(members.filter((member) => (counts.get(member) ?? 0) <= MAX_CLASSES)),
    ]),
  );
  return { names: namesByKind(names), ...otherPaths(names), members: memberWords(lostBy) };
}

/**
 * The paths that are gone, of objects that are still there: present path → paths.
 *
 * @param {import('./factFiles.mjs').MoreFacts} more
 * @returns {ReadonlyMap<string, readonly string[]>}
 */
export function movedNames({ removed }) {
  /** @type {Map<string, string[]>} */
  const moved = new Map();
  for (const { name, aliases = [], now } of removed) {
    if (now !== undefined) moved.set(now, [...(moved.get(now) ?? []), name, ...aliases]);
  }
  return moved;
}
