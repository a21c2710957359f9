import type { Entry, SymbolRef } from '../model';
import { STRENGTHS } from './mentions';
import type { SymbolTable } from './table';

/** An entry that speaks of a symbol, and where it does. */
export interface SymbolAnswer {
  readonly entry: Entry;
  readonly from: SymbolRef['from'];
}

interface Found extends SymbolAnswer {
  /** Whether it is a member of the symbol that the entry declares. */
  readonly isMember: boolean;
}

/** Which entries speak of which symbols, whatever path they know them by. */
export class SymbolIndex {
  readonly #answers = new Map<string, Found[]>();
  readonly #declared = new Set<string>();
  readonly #names = new Map<Entry, ReadonlySet<string>>();

  constructor(
    entries: readonly Entry[],
    private readonly symbols: SymbolTable,
  ) {
    for (const entry of entries) {
      const names = new Set<string>();
      this.#names.set(entry, names);
      for (const { name, from } of entry.symbols) {
        if (from === 'declared') this.#declared.add(name);
        const canonical = this.canonical(name);
        this.#add(canonical, { entry, from, isMember: false });
        const owner = from === 'declared' ? this.#ownerOf(name) : undefined;
        for (const known of [name, canonical, ...(owner === undefined ? [] : [owner])]) names.add(known);
        if (owner !== undefined) this.#add(owner, { entry, from, isMember: true });
      }
    }
    for (const answers of this.#answers.values()) answers.sort(bySpecificity);
  }

  /** Qualified names as archives declare them. */
  get declared(): ReadonlySet<string> {
    return this.#declared;
  }

  /**
   * Best first; those that declare only a member of the symbol come last. An archive is taken at its most explicit
   * word: where some of its entries declare the symbol or link to it, those that only mention it are left out.
   * Archives take turns, so that none crowds out the others.
   */
  answersFor(symbol: string): readonly SymbolAnswer[] {
    const byArchive = new Map<string, Found[]>();
    for (const found of this.#answers.get(this.canonical(symbol)) ?? []) {
      const own = byArchive.get(found.entry.archive) ?? [];
      const isAsExplicit = own[0] === undefined || isExplicit(own[0]) === isExplicit(found);
      if (isAsExplicit) byArchive.set(found.entry.archive, [...own, found]);
    }
    return inTurns([...byArchive.values()]).map(({ entry, from }) => ({ entry, from }));
  }

  /** The names under which `answersFor` knows an entry, and those that it writes itself. */
  namesOf(entry: Entry): ReadonlySet<string> {
    return this.#names.get(entry) ?? new Set();
  }

  /** The one name of a symbol that has several paths; a name that is not in the table comes back as it is. */
  canonical(name: string): string {
    return this.symbols.resolve(name)?.name ?? name;
  }

  #add(symbol: string, found: Found): void {
    const known = this.#answers.get(symbol) ?? [];
    const at = known.findIndex(({ entry }) => entry === found.entry);
    if (at === -1) known.push(found);
    else if (bySpecificity(found, known[at] ?? found) < 0) known[at] = found;
    this.#answers.set(symbol, known);
  }

  #ownerOf(name: string): string | undefined {
    const info = this.symbols.resolve(name);
    return info?.kind === 'member' ? info.name.slice(0, info.name.lastIndexOf('.')) : undefined;
  }
}

function isExplicit({ from }: SymbolAnswer): boolean {
  return from === 'declared' || from === 'link';
}

/** The first of each list, then the second of each, and so on. */
function inTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

function bySpecificity(a: Found, b: Found): number {
  return (
    Number(a.isMember) - Number(b.isMember) ||
    STRENGTHS.indexOf(a.from) - STRENGTHS.indexOf(b.from) ||
    a.entry.symbols.length - b.entry.symbols.length ||
    Number(a.entry.status === 'unanswered') - Number(b.entry.status === 'unanswered') ||
    (b.entry.date ?? '').localeCompare(a.entry.date ?? '')
  );
}
