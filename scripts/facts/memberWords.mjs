import { sortedRecord, splitPath } from './factFiles.mjs';

/**
 * Members by class as words. Where a class has all members of another, that one's qualified name stands for them if it
 * is shorter than they are: mostly its base, but any class will do.
 *
 * @param {ReadonlyMap<string, ReadonlySet<string>>} membersOf qualified class → members
 * @returns {Record<string, Record<string, string>>} module → class → words
 */
export function memberWords(membersOf) {
  const classes = [...membersOf]
    .filter(([, members]) => members.size > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  /** @type {Map<string, Map<string, string>>} */
  const byModule = new Map();
  classes.forEach(([name, members], at) => {
    // A class stands for smaller ones and for later ones of the same size, so that none stands for itself.
    const smaller = classes.filter(
      ([, others], otherAt) =>
        others.size > 1 &&
        (others.size < members.size || (others.size === members.size && otherAt < at)) &&
        [...others].every((member) => members.has(member)),
    );
    const [module, last] = splitPath(name);
    /** @type {Map<string, string>} */
    const inModule = byModule.get(module) ?? new Map();
    byModule.set(module, inModule);
    inModule.set(last, shortestWords(members, smaller).join(' '));
  });
  return sortedRecord(byModule, (inModule) => sortedRecord(inModule, (words) => words));
}

/**
 * @param {ReadonlySet<string>} members
 * @param {readonly (readonly [name: string, members: ReadonlySet<string>])[]} candidates classes with some of them
 * @returns {readonly string[]} qualified classes, then the members that none of them has
 */
function shortestWords(members, candidates) {
  const left = new Set(members);
  /** @type {string[]} */
  const classes = [];
  for (;;) {
    let best;
    let mostSaved = 0;
    for (const candidate of candidates) {
      const [name, others] = candidate;
      const saved = lengthOf([...others].filter((member) => left.has(member))) - lengthOf([name]);
      if (saved > mostSaved) {
        best = candidate;
        mostSaved = saved;
      }
    }
    if (best === undefined) return [...classes.sort(), ...[...left].sort()];
    classes.push(best[0]);
    for (const member of best[1]) left.delete(member);
  }
}

/**
 * Characters of words, each with a space.
 *
 * @param {readonly string[]} words
 */
function lengthOf(words) {
  return words.reduce((sum, word) => sum + word.length + 1, 0);
}
