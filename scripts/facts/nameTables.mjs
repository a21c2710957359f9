import { sortedRecord, splitPath, WordTable } from './factFiles.mjs';

/** Kinds in the order of the stored form: if two symbols share a name, the name means the one of the later kind. */
const KINDS = ['alias', 'constant', 'module', 'data', 'exception', 'function', 'class'];

/** A name with its other paths. @typedef {Pick<import('./factFiles.mjs').SymbolRecord, 'name' | 'kind' | 'aliases'>} Named */

/**
 * Kind → module → names.
 *
 * @param {readonly Named[]} symbols
 * @returns {Record<string, Record<string, string>>}
 */
export function namesByKind(symbols) {
  const table = new WordTable();
  for (const { name, kind } of symbols) table.add(kind, ...splitPath(name));
  const byKind = table.toRecord();
  const unknown = Object.keys(byKind).filter((kind) => !KINDS.includes(kind));
  if (unknown.length > 0) throw new Error(`Unknown kinds of names: ${unknown.join(', ')}`);
  return Object.fromEntries(
    KINDS.flatMap((kind) => (byKind[kind] === undefined ? [] : [[kind, byKind[kind]]])),
  );
}

/**
 * The other paths of names: by module where the last name is the same, whole where it differs.
 *
 * @param {readonly Named[]} symbols
 */
export function otherPaths(symbols) {
  /** @type {Map<string, number>} */
  const ranks = new Map();
  for (const { name, kind } of symbols) ranks.set(name, Math.max(rankOf(kind), ranks.get(name) ?? 0));
  const alsoIn = new WordTable();
  /** @type {Map<string, string>} */
  const renamed = new Map();
  for (const { name, kind, aliases = [] } of symbols) {
    const [module, last] = splitPath(name);
    // The name alone means another symbol.
    const isHidden = rankOf(kind) < (ranks.get(name) ?? 0);
    for (const path of aliases) {
      const [otherModule, otherLast] = splitPath(path);
      if (otherLast === last && !isHidden) alsoIn.add(otherModule, module, last);
      else renamed.set(path, isHidden ? `${name} ${kind}` : name);
    }
  }
  return { alsoIn: alsoIn.toRecord(), renamed: sortedRecord(renamed, (name) => name) };
}

/** @param {string} kind */
function rankOf(kind) {
  return KINDS.indexOf(kind);
}
