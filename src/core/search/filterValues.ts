import { variantsOf, type ArchiveId, type Entry } from '../model';
import { normaliseFilterValue, type FilterName, type SymbolNames } from './filters';

/** A filter value with every name it can be typed as. */
export interface NamedValue {
  /** The name that is displayed. */
  readonly label: string;
  readonly names: readonly string[];
  /** Identifies the value where it has several labels; by default its label. */
  readonly key?: string;
}

/** Looks up what the values of entries are called. */
export interface ValueNames {
  archive(id: ArchiveId): NamedValue;
  readonly symbols: SymbolNames;
}

/** A value of a filter. */
export interface FilterValue {
  readonly value: string;
  /** The number of entries that the filter finds by that value. */
  readonly count: number;
  /** Every name it can be typed as, in the form in which values are compared. */
  readonly names: ReadonlySet<string>;
}

/** Looks up all values of a filter, the most frequent first. */
export type ValuesOf = (name: FilterName) => readonly FilterValue[];

/** All values of a filter that some entry has, the most frequent first. */
export function filterValues(
  name: FilterName,
  entries: readonly Entry[],
  names: ValueNames,
): readonly FilterValue[] {
  const byKey = new Map<string, { readonly value: string; readonly names: Set<string>; count: number }>();
  for (const entry of entries) {
    // An entry counts once for each value, in however many of its languages it has it.
    const counted = new Set<string>();
    for (const { label, names: aliases, key: ownKey } of valuesOf(name, entry, names)) {
      const key = normaliseFilterValue(ownKey ?? label);
      const known = byKey.get(key) ?? { value: label, names: new Set(), count: 0 };
      if (!counted.has(key)) known.count += 1;
      counted.add(key);
      for (const alias of aliases) known.names.add(normaliseFilterValue(alias));
      byKey.set(key, known);
    }
  }
  return [...byKey.values()].sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}

function valuesOf(name: FilterName, entry: Entry, names: ValueNames): readonly NamedValue[] {
  switch (name) {
    case 'topic':
      return variantsOf(entry).flatMap(({ topics }) => topics.map(valueNamedByItself));
    case 'symbol':
      return symbolsOf(entry, names.symbols);
    case 'status':
      return [valueNamedByItself(entry.status)];
    case 'archive':
      return [names.archive(entry.archive)];
    case 'lang':
      return variantsOf(entry).map(({ language }) => valueNamedByItself(language));
  }
}

const valueNamedByItself = (value: string): NamedValue => ({ label: value, names: [value] });

/**
 * The symbols that an entry is found by: those it mentions, and the classes of members that it declares. A symbol that
 * has several paths is one value, named as the entry writes it.
 */
export function symbolsOf(entry: Entry, symbols: SymbolNames): readonly Required<NamedValue>[] {
  const byKey = new Map<string, Required<NamedValue>>();
  for (const name of [...entry.symbols.map((symbol) => symbol.name), ...symbols.namesOf(entry)]) {
    const key = symbols.canonical(name);
    if (!byKey.has(key)) byKey.set(key, { key, label: name, names: [name, key] });
  }
  return [...byKey.values()];
}
