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

  constructor(
    entries: readonly Entry[],
    private readonly symbols: SymbolTable,
  ) {
    for (const entry of entries) {
      for (const { name, from } of entry.symbols) {
        if (from === 'declared') this.#declared.add(name);
        this.#add(this.#canonical(name), { entry, from, isMember: false });
        const owner = from === 'declared' ? this.#ownerOf(name) : undefined;
        if (owner !== undefined) this.#add(owner, { entry, from, isMember: true });
      }
    }
    for (const answers of this.#answers.values()) answers.sort(bySpecificity);
  }

  /** Qualified names as archives declare them. */
  get declared(): ReadonlySet<string> {
    return this.#declared;
  }

  /** Every symbol that some entry speaks of, by its one qualified name. */
  names(): ReadonlySet<string> {
    return new Set(this.#answers.keys());
  }

  /** Best first; those that declare only a member of the symbol come last. */
  answersFor(symbol: string): readonly SymbolAnswer[] {
    return (this.#answers.get(this.#canonical(symbol)) ?? []).map(({ entry, from }) => ({ entry, from }));
  }

  #add(symbol: string, found: Found): void {
    const known = this.#answers.get(symbol) ?? [];
    const at = known.findIndex(({ entry }) => entry === found.entry);
    if (at === -1) known.push(found);
    else if (bySpecificity(found, known[at] ?? found) < 0) known[at] = found;
    this.#answers.set(symbol, known);
  }

  #canonical(name: string): string {
    return this.symbols.resolve(name)?.name ?? name;
  }

  #ownerOf(name: string): string | undefined {
    const info = this.symbols.resolve(name);
    return info?.kind === 'member' ? info.name.slice(0, info.name.lastIndexOf('.')) : undefined;
  }
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
