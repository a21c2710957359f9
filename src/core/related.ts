import { variantsOf, type Entry } from './model';

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
const MOST_SHARING = 4;
/** A symbol or topic that more than this share of all entries have tells nothing. */
const COMMON = 0.3;

/** Finds what belongs together among the entries of a library. */
export class RelatedEntries {
  readonly #bySymbol = new Map<string, Set<Entry>>();
  readonly #byTopic = new Map<string, Set<Entry>>();
  readonly #naming = new Map<string, Entry[]>();
  readonly #byId = new Map<string, Entry>();

  constructor(entries: readonly Entry[]) {
    for (const entry of entries) {
      this.#byId.set(entry.id, entry);
      for (const name of symbolsOf(entry)) add(this.#bySymbol, name, entry);
      for (const topic of topicsOf(entry)) add(this.#byTopic, topic, entry);
      for (const id of entry.see) this.#naming.set(id, [...(this.#naming.get(id) ?? []), entry]);
    }
  }

  /** What the archivist named first, then what names this entry, then what shares symbols or topics with it. */
  of(entry: Entry): readonly Related[] {
    const related = new Map<Entry, RelatedWhy>();
    for (const id of entry.see) {
      const named = this.#byId.get(id);
      if (named !== undefined && named !== entry) related.set(named, { kind: 'named' });
    }
    for (const naming of this.#naming.get(entry.id) ?? []) {
      if (naming !== entry && !related.has(naming)) related.set(naming, { kind: 'naming' });
    }
    const sharing = [
      ...this.#sharing(entry, symbolsOf(entry), this.#bySymbol, 'symbols'),
      ...this.#sharing(entry, topicsOf(entry), this.#byTopic, 'topics'),
    ].filter(({ entry: other }) => !related.has(other));
    for (const { entry: other, why } of sharing.slice(0, MOST_SHARING)) {
      if (!related.has(other)) related.set(other, why);
    }
    return [...related].map(([other, why]) => ({ entry: other, why }));
  }

  /** The other entries with one of the names; a rare name says more than a common one. */
  #sharing(
    entry: Entry,
    names: readonly string[],
    holders: ReadonlyMap<string, ReadonlySet<Entry>>,
    kind: 'symbols' | 'topics',
  ): readonly Related[] {
    const found = new Map<Entry, { names: string[]; weight: number }>();
    for (const name of names) {
      const all = holders.get(name) ?? new Set<Entry>();
      if (all.size > Math.max(2, this.#byId.size * COMMON)) continue;
      for (const other of all) {
        if (other === entry) continue;
        const shared = found.get(other) ?? { names: [], weight: 0 };
        shared.names.push(name);
        shared.weight += 1 / all.size;
        found.set(other, shared);
      }
    }
    return [...found]
      .sort(([, a], [, b]) => b.weight - a.weight)
      .map(([other, shared]) => ({ entry: other, why: { kind, names: shared.names } }));
  }
}

function symbolsOf(entry: Entry): readonly string[] {
  return [...new Set(entry.symbols.map(({ name }) => name))];
}

/** The topics of all its languages: a Korean and an English archive may name them alike. */
function topicsOf(entry: Entry): readonly string[] {
  return [...new Set(variantsOf(entry).flatMap(({ topics }) => topics))];
}

function add(map: Map<string, Set<Entry>>, key: string, entry: Entry): void {
  const entries = map.get(key) ?? new Set<Entry>();
  map.set(key, entries.add(entry));
}
