import { variantsOf, type Entry } from '../model';

/** Why an entry is related to another. Named by its archivist: `named`; the other way round: `naming`. */
export type RelatedWhy =
  | { readonly kind: 'named' }
  | { readonly kind: 'naming' }
  /** Both mention these symbols, or have these topics. */
  | { readonly kind: 'symbols' | 'topics'; readonly names: readonly string[] };

export interface Related {
  readonly entry: Entry;
  readonly why: RelatedWhy;
}

/** Entries that are related by shared symbols and topics. */
const MAX_SHARING = 4;
/** Share of all entries above which a symbol or topic that they have in common says nothing. */
const MAX_NAME_FREQUENCY = 0.3;

/**
 * The entries related to an entry: first those its archivist named, then those that name it, then those that share
 * symbols or topics with it. Computed in one pass over all entries without an index, which would take longer to build
 * than the few lookups a reader makes.
 */
export function relatedTo(entry: Entry, entries: readonly Entry[]): readonly Related[] {
  const related = new Map<Entry, RelatedWhy>();
  const { named, naming, bySymbol, byTopic } = findRelations(entry, entries);
  for (const id of entry.see) {
    const other = named.get(id);
    if (other !== undefined) related.set(other, { kind: 'named' });
  }
  for (const other of naming) if (!related.has(other)) related.set(other, { kind: 'naming' });
  const maxHolders = Math.max(2, entries.length * MAX_NAME_FREQUENCY);
  const sharing = [
    ...mostSharing(bySymbol, 'symbols', { maxHolders, related }),
    ...mostSharing(byTopic, 'topics', { maxHolders, related }),
  ].slice(0, MAX_SHARING);
  for (const { entry: other, why } of sharing) if (!related.has(other)) related.set(other, why);
  return [...related].map(([other, why]) => ({ entry: other, why }));
}

/** By each symbol (or topic) of an entry: the other entries that have it as well. */
type Holders = ReadonlyMap<string, Entry[]>;

interface Relations {
  /** The entries that the entry names, by id. */
  readonly named: ReadonlyMap<string, Entry>;
  readonly naming: readonly Entry[];
  readonly bySymbol: Holders;
  readonly byTopic: Holders;
}

function findRelations(entry: Entry, entries: readonly Entry[]): Relations {
  const see = new Set<string>(entry.see);
  const bySymbol = noHolders(entry.symbols.map(({ name }) => name));
  const byTopic = noHolders(variantsOf(entry).flatMap(({ topics }) => topics));
  const named = new Map<string, Entry>();
  const naming: Entry[] = [];
  for (const other of entries) {
    if (other === entry) continue;
    if (see.has(other.id)) named.set(other.id, other);
    if (other.see.includes(entry.id)) naming.push(other);
    for (const { name } of other.symbols) addHolder(bySymbol, name, other);
    // In all languages: a Korean and an English archive may have the same topics.
    for (const topic of other.topics) addHolder(byTopic, topic, other);
    for (const { topics } of other.translations) for (const topic of topics) addHolder(byTopic, topic, other);
  }
  return { named, naming, bySymbol, byTopic };
}

function noHolders(names: readonly string[]): Holders {
  return new Map(names.map((name) => [name, []]));
}

/** Adds an entry to those that have a name, if it is one of the names. All calls for one entry follow each other. */
function addHolder(holders: Holders, name: string, entry: Entry): void {
  const entries = holders.get(name);
  if (entries !== undefined && entries.at(-1) !== entry) entries.push(entry);
}

interface SharingLimits {
  /** A name that more entries have says nothing. */
  readonly maxHolders: number;
  /** Entries that are related already. */
  readonly related: ReadonlyMap<Entry, unknown>;
}

/** The entries that share most with an entry; each shared name counts by how rare it is. */
function mostSharing(
  holders: Holders,
  kind: 'symbols' | 'topics',
  { maxHolders, related }: SharingLimits,
): readonly Related[] {
  // Plus one for the entry itself.
  const telling = [...holders].filter(([, others]) => others.length + 1 <= maxHolders);
  const weights = new Map<Entry, number>();
  for (const [, others] of telling) {
    const weight = 1 / (others.length + 1);
    for (const other of others) {
      if (!related.has(other)) weights.set(other, (weights.get(other) ?? 0) + weight);
    }
  }
  return heaviest(weights, MAX_SHARING).map((other) => ({
    entry: other,
    why: { kind, names: telling.flatMap(([name, others]) => (others.includes(other) ? [name] : [])) },
  }));
}

/** The entries with the greatest weights; those of equal weight keep their order. */
function heaviest(weights: ReadonlyMap<Entry, number>, limit: number): readonly Entry[] {
  const best: { readonly entry: Entry; readonly weight: number }[] = [];
  for (const [entry, weight] of weights) {
    const at = best.findIndex((other) => other.weight < weight);
    if (at === -1 && best.length === limit) continue;
    best.splice(at === -1 ? best.length : at, 0, { entry, weight });
    if (best.length > limit) best.pop();
  }
  return best.map(({ entry }) => entry);
}
