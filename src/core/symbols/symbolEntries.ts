import type { Entry, SymbolRef } from '../model';
import { byUse, STRENGTHS, type Mention } from './mentions';
import { NearbyEntries, type NearbyFinders, type Through } from './nearbyEntries';
import type { SymbolTable } from '../symbolTable/symbolTable';

/** An entry that speaks of a symbol, or of what is close to it. */
export interface SymbolEntry {
  readonly entry: Entry;
  /** Where it does; of a weak answer, where it speaks of what led to it. */
  readonly from: SymbolRef['from'];
  /** `strong`: the entry declares, links or names this very symbol. */
  readonly confidence: 'strong' | 'weak';
  /** What led to a weak answer; a strong one needs nothing. */
  readonly through?: Through;
}

const NO_MENTIONS: readonly Mention[] = [];

/** Which entries speak of which symbols, whatever path they know them by. */
export class SymbolIndex {
  readonly #mentions = new Map<string, Mention[]>();
  /** Of each class, mentions of its members. */
  readonly #ofMembers = new Map<string, Mention[]>();
  readonly #declared = new Set<string>();
  readonly #names = new Map<Entry, ReadonlySet<string>>();
  readonly #answers = new Map<string, readonly SymbolEntry[]>();
  readonly #nearby: NearbyEntries;

  constructor(
    entries: readonly Entry[],
    private readonly symbols: SymbolTable,
    finders: NearbyFinders,
  ) {
    this.#nearby = new NearbyEntries(this, finders);
    for (const entry of entries) this.#add(entry);
    for (const mentions of this.#mentions.values()) mentions.sort(bySpecificity);
    for (const mentions of this.#ofMembers.values()) mentions.sort(bySpecificity);
  }

  /** Qualified names as archives declare them. */
  get declared(): ReadonlySet<string> {
    return this.#declared;
  }

  /** Strong ones first, then at most a handful of weak ones; each best first, and each entry once. */
  answersFor(symbol: string): readonly SymbolEntry[] {
    const canonical = this.canonical(symbol);
    const known = this.#answers.get(canonical);
    if (known !== undefined) return known;
    const strong = this.strongFor(canonical);
    const weak = this.#nearby
      .of(canonical, new Set(strong.map(({ entry }) => entry)))
      .map((answer): SymbolEntry => ({ ...answer, confidence: 'weak' }));
    const answers = [...strong, ...weak];
    this.#answers.set(canonical, answers);
    return answers;
  }

  /**
   * Entries that speak of the symbol itself. An archive is taken at its most explicit word: where some of its entries
   * declare the symbol or link to it, those that only mention it are no strong match. Archives take turns, so that
   * none crowds out the others.
   */
  strongFor(symbol: string): readonly SymbolEntry[] {
    const byArchive = new Map<string, Mention[]>();
    for (const mention of this.mentionsOf(symbol)) {
      const own = byArchive.get(mention.entry.archive);
      if (own === undefined) byArchive.set(mention.entry.archive, [mention]);
      else if (own[0] === undefined || isExplicit(own[0]) === isExplicit(mention)) own.push(mention);
    }
    return inTurns([...byArchive.values()]).map(({ entry, from }) => ({ entry, from, confidence: 'strong' }));
  }

  /** Every mention of a symbol by any of its names, best first. */
  mentionsOf(symbol: string): readonly Mention[] {
    return this.#mentions.get(this.canonical(symbol)) ?? NO_MENTIONS;
  }

  /** Every mention of a member of a class, best first; an entry may be there once for each member. */
  memberMentionsOf(symbol: string): readonly Mention[] {
    return this.#ofMembers.get(this.canonical(symbol)) ?? NO_MENTIONS;
  }

  /** The names under which `answersFor` knows an entry for sure, those of a declared member's class, and those that it writes itself. */
  namesOf(entry: Entry): ReadonlySet<string> {
    return this.#names.get(entry) ?? new Set();
  }

  /** The one name of a symbol that has several paths; a name that is not in the table comes back as it is. */
  canonical(name: string): string {
    return this.symbols.resolve(name)?.name ?? name;
  }

  /** The class of a member, by its own name; `undefined` for what is none. */
  ownerOf(name: string): string | undefined {
    const info = this.symbols.resolve(name);
    return info?.kind === 'member' ? info.name.slice(0, info.name.lastIndexOf('.')) : undefined;
  }

  #add(entry: Entry): void {
    const names = new Set<string>();
    this.#names.set(entry, names);
    const strongest = new Map<string, Mention>();
    for (const { name, from } of entry.symbols) {
      if (from === 'declared') this.#declared.add(name);
      const canonical = this.canonical(name);
      names.add(name).add(canonical);
      const known = strongest.get(canonical);
      if (known === undefined || STRENGTHS.indexOf(from) < STRENGTHS.indexOf(known.from)) {
        strongest.set(canonical, { entry, from });
      }
    }
    for (const [canonical, mention] of strongest) {
      push(this.#mentions, canonical, mention);
      const owner = this.ownerOf(canonical);
      if (owner === undefined) continue;
      push(this.#ofMembers, owner, mention);
      if (mention.from === 'declared') names.add(owner);
    }
  }
}

/** Whether its author said that the entry is about the symbol. */
function isExplicit({ from }: Pick<Mention, 'from'>): boolean {
  return from === 'declared' || from === 'link';
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** The first of each list, then the second of each, and so on. */
function inTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

function bySpecificity(a: Mention, b: Mention): number {
  return (
    STRENGTHS.indexOf(a.from) - STRENGTHS.indexOf(b.from) ||
    a.entry.symbols.length - b.entry.symbols.length ||
    byUse(a.entry, b.entry)
  );
}
