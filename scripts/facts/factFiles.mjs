/**
 * A record of the first file of facts: a public name, by the path users import it from.
 *
 * @typedef {object} SymbolRecord
 * @property {string} name
 * @property {string} kind `class`, `data`, `exception`, `function` or `module`
 * @property {readonly string[]} [aliases] other paths
 * @property {readonly string[]} [members] public members of a class, inherited ones included
 * @property {string} [docs] URL of its documentation
 */

/**
 * The first file of facts: the names.
 *
 * @typedef {object} NameFacts
 * @property {Readonly<Record<string, string>>} packages distribution name → version
 * @property {readonly SymbolRecord[]} symbols
 * @property {readonly { readonly code: string, readonly title: string, readonly url: string }[]} sqlalchemyErrorCodes
 */

/**
 * What a class has besides its stored members.
 *
 * @typedef {object} ClassRecord
 * @property {string} name
 * @property {readonly string[]} [members]
 * @property {Readonly<Record<string, string>>} [attributes] name → type as written, empty where there is none
 * @property {string} [form] `TypedDict`, `Enum` and the like: the attributes are its keys or constants
 */

/**
 * A name that the first file lacks.
 *
 * @typedef {ClassRecord & { readonly kind: string, readonly aliases?: readonly string[], readonly value?: string }} NameRecord
 */

/**
 * A name that is gone, with `kind`; or members that a class has lost, without.
 *
 * @typedef {object} RemovedRecord
 * @property {string} name
 * @property {string} until the last version that has it
 * @property {string} [kind]
 * @property {readonly string[]} [aliases]
 * @property {string} [now] a path to the same object that is still there
 * @property {readonly string[]} [members]
 * @property {readonly string[]} [attributes]
 */

/**
 * What is raised with an error code.
 *
 * @typedef {object} CodeRecord
 * @property {string} code
 * @property {string} [class] qualified name; absent where only the documentation is known
 * @property {readonly string[]} [messages] constant words, `{}` for what varies
 */

/**
 * The second file of facts: what complements the first.
 *
 * @typedef {object} MoreFacts
 * @property {readonly ClassRecord[]} attributes
 * @property {readonly NameRecord[]} names
 * @property {readonly RemovedRecord[]} removed
 * @property {readonly CodeRecord[]} errorCodes
 */

/** Module → words, separated by spaces. @typedef {Readonly<Record<string, string>>} WordsByModule */

/**
 * Splits a qualified name into its parent and its last name.
 *
 * @param {string} path
 * @returns {readonly [parent: string, last: string]}
 */
export function splitPath(path) {
  const dot = path.lastIndexOf('.');
  return [path.slice(0, Math.max(0, dot)), path.slice(dot + 1)];
}

/** Collects words by one or two keys, and writes them sorted, so that the order of the facts does not matter. */
export class WordTable {
  /** @type {Map<string, Map<string, Set<string>>>} */
  #groups = new Map();

  /**
   * @param {string} outer
   * @param {string} inner
   * @param {string} word
   */
  add(outer, inner, word) {
    /** @type {Map<string, Set<string>>} */
    const group = this.#groups.get(outer) ?? new Map();
    this.#groups.set(outer, group);
    /** @type {Set<string>} */
    const words = group.get(inner) ?? new Set();
    group.set(inner, words.add(word));
  }

  /** @returns {Record<string, Record<string, string>>} */
  toRecord() {
    return sortedRecord(this.#groups, (group) => sortedRecord(group, (words) => [...words].sort().join(' ')));
  }
}

/**
 * A map as a record with its keys in order.
 *
 * @template T, U
 * @param {ReadonlyMap<string, T>} map
 * @param {(value: T) => U} toValue
 * @returns {Record<string, U>}
 */
export function sortedRecord(map, toValue) {
  const sorted = [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, value]) => [key, toValue(value)]));
}

/**
 * How often each of some values occurs.
 *
 * @param {readonly string[]} values
 * @returns {ReadonlyMap<string, number>}
 */
export function countBy(values) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
