import { countBy } from './factFiles.mjs';
import { isPublicPlace, newNames } from './newNames.mjs';

/** Classes that an attribute may be repeated for. One that more inherit belongs to how a package works: `allows_lambda`. */
const MAX_CLASSES = 100;

/**
 * All public members by class: methods, properties, attributes, constants of enumerations. The keys of a TypedDict are
 * no members.
 *
 * @param {import('./factFiles.mjs').NameFacts} facts
 * @param {import('./factFiles.mjs').MoreFacts} more
 * @returns {ReadonlyMap<string, ReadonlySet<string>>}
 */
export function membersByClass(facts, more) {
  /** @type {Map<string, Set<string>>} */
  const membersOf = new Map(facts.symbols.map(({ name, members }) => [name, new Set(members)]));
  for (const { name, members = [], attributes = {}, form } of publicClassRecords(facts, more)) {
    const all = membersOf.get(name) ?? new Set();
    membersOf.set(name, all);
    const keys = form === 'TypedDict' ? [] : Object.keys(attributes);
    for (const member of [...members, ...keys]) all.add(member);
  }
  return membersOf;
}

/**
 * What the second file says of classes that users may look up: those that are documented, exceptions, and those in a
 * public place. The state of compilers, protocols and strategies further down is left out, and so is what a hundred
 * classes inherit.
 *
 * @param {import('./factFiles.mjs').NameFacts} facts
 * @param {import('./factFiles.mjs').MoreFacts} more
 * @returns {readonly import('./factFiles.mjs').ClassRecord[]}
 */
export function publicClassRecords(facts, more) {
  const internal = new Set(
    facts.symbols
      .filter((symbol) => symbol.docs === undefined && symbol.kind !== 'exception' && !isPublicPlace(symbol))
      .map(({ name }) => name),
  );
  const added = newNames(facts, more).filter(({ kind }) => kind === 'class' || kind === 'exception');
  const records = [...more.attributes, ...added].filter(({ name }) => !internal.has(name));
  const counts = countBy(records.flatMap(({ attributes = {} }) => Object.entries(attributes).map(String)));
  return records.map(({ attributes = {}, ...record }) => ({
    ...record,
    attributes: Object.fromEntries(
      Object.entries(attributes).filter((pair) => (counts.get(String(pair)) ?? 0) <= MAX_CLASSES),
    ),
  }));
}
