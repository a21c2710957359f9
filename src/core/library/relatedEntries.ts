import { variantsOf, type Entry } from '../model';

/** Why one entry is shown beside another. */
export type RelatedWhy =
  /** Its archivist named it. */
  | { readonly kind: 'named' }
  /** It names the one that is shown. */
  | { readonly kind: 'naming' }
  /** Both speak of these symbols, or belong to these topics; what fewer entries share comes first. */
  | { readonly kind: 'symbols' | 'topics'; readonly names: readonly string[] };

export interface Related {
  readonly entry: Entry;
  readonly why: RelatedWhy;
}

/** Most entries that are related by what they share. */
const MAX_SHARING = 4;
/** A symbol or topic that more than this share of all entries have tells nothing. */
const COMMON = 0.3;

/**
 * What the archivist named first, then what names an entry, then what shares symbols or topics with it. One pass over all
 * entries, and nothing is kept: an index of what every entry holds would take longer to make than a reader's entries
 * to look up.
 */
export function relatedTo(entry: Entry, entries: readonly Entry[]): readonly Related[] {
  const related = new Map<Entry, RelatedWhy>();
  const { named, naming, bySymbol, byTopic } = lookThrough(entry, entries);
  for (const id of entry.see) {
    const other = named.get(id);
    if (other !== undefined) related.set(other, { kind: 'named' });
  }
  for (const other of naming) if (!related.has(other)) related.set(other, { kind: 'naming' });
  const most = Math.max(2, entries.length * COMMON);
  const sharing = [
    ...mostSharing(bySymbol, 'symbols', { most, related }),
    ...mostSharing(byTopic, 'topics', { most, related }),
  ].slice(0, MAX_SHARING);
  for (const { entry: other, why } of sharing) if (!related.has(other)) related.set(other, why);
  return [...related].map(([other, why]) => ({ entry: other, why }));
}

/** Other entries by each name of an entry that they have as well. */
type Holders = ReadonlyMap<string, Entry[]>;

interface Found {
  /** What the entry names, by id. */
  readonly named: ReadonlyMap<string, Entry>;
  readonly naming: readonly Entry[];
  readonly bySymbol: Holders;
  readonly byTopic: Holders;
}

function lookThrough(entry: Entry, entries: readonly Entry[]): Found {
  const see = new Set<string>(entry.see);
  const bySymbol = holdersOf(entry.symbols.map(({ name }) => name));
  const byTopic = holdersOf(variantsOf(entry).flatMap(({ topics }) => topics));
  const named = new Map<string, Entry>();
  const naming: Entry[] = [];
  for (const other of entries) {
    if (other === entry) continue;
    if (see.has(other.id)) named.set(other.id, other);
    if (other.see.includes(entry.id)) naming.push(other);
    for (const { name } of other.symbols) add(bySymbol, name, other);
    // The topics of all its languages: a Korean and an English archive may name them alike.
    for (const topic of other.topics) add(byTopic, topic, other);
    for (const { topics } of other.translations) for (const topic of topics) add(byTopic, topic, other);
  }
  return { named, naming, bySymbol, byTopic };
}

function holdersOf(names: readonly string[]): Holders {
  return new Map(names.map((name) => [name, []]));
}

/** Notes an entry that has one of the names, once: entries come one after the other. */
function add(holders: Holders, name: string, entry: Entry): void {
  const entries = holders.get(name);
  if (entries !== undefined && entries.at(-1) !== entry) entries.push(entry);
}

interface SharingLimits {
  /** A name that more entries have tells nothing. */
  readonly most: number;
  /** Entries that are related already. */
  readonly related: ReadonlyMap<Entry, unknown>;
}

/** The entries that share the most; a rare name says more than a common one. */
function mostSharing(
  holders: Holders,
  kind: 'symbols' | 'topics',
  { most, related }: SharingLimits,
): readonly Related[] {
  // The entry itself has each name as well.
  const telling = [...holders].filter(([, others]) => others.length + 1 <= most);
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

/** The keys with the greatest weights, those of equal weight in their order. */
function heaviest(weights: ReadonlyMap<Entry, number>, most: number): readonly Entry[] {
  const best: { readonly entry: Entry; readonly weight: number }[] = [];
  for (const [entry, weight] of weights) {
    const at = best.findIndex((other) => other.weight < weight);
    if (at === -1 && best.length === most) continue;
    best.splice(at === -1 ? best.length : at, 0, { entry, weight });
    if (best.length > most) best.pop();
  }
  return best.map(({ entry }) => entry);
}
