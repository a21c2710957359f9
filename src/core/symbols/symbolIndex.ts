import { addToGroup, groupBy } from '../base/grouping';
import type { Entry } from '../model';
import type { SymbolTable } from '../symbolTable/symbolTable';
import { AboutFinder } from './aboutFinder';
import { byUsefulness, strengthRank, type Mention } from './mentions';
import type { NameIndex } from './nameIndex';
import type { SymbolEntry } from './symbolEntry';
import { WeakMatchFinder, type WeakMatchSources } from './weakMatches';

interface SymbolIndexSources extends WeakMatchSources {
  readonly names: NameIndex;
}

/** Entries returned that only mention a symbol in their prose. */
const MAX_PASSING = 5;
const NO_MENTIONS: readonly Mention[] = [];

/** Which entries mention which symbols, whatever path they are named by. */
export class SymbolIndex {
  readonly #mentions = new Map<string, Mention[]>();
  /** Mentions of members, by class. */
  readonly #memberMentions = new Map<string, Mention[]>();
  readonly #declared = new Set<string>();
  readonly #namesByEntry = new Map<Entry, ReadonlySet<string>>();
  readonly #answers = new Map<string, readonly SymbolEntry[]>();
  readonly #about: AboutFinder;
  #resolvable: ReadonlySet<string> | undefined;
  private readonly names: NameIndex;
  readonly #weakMatches: WeakMatchFinder;

  constructor(
    entries: readonly Entry[],
    private readonly symbols: SymbolTable,
    sources: SymbolIndexSources,
  ) {
    this.names = sources.names;
    this.#about = new AboutFinder({ ...sources, symbols, mentionsOf: (name) => this.mentionsOf(name) });
    this.#weakMatches = new WeakMatchFinder(this, sources);
    for (const entry of entries) this.#add(entry);
    for (const mentions of this.#mentions.values()) mentions.sort(bySpecificity);
    for (const mentions of this.#memberMentions.values()) mentions.sort(bySpecificity);
  }

  /** Qualified names as archives declare them. */
  get declared(): ReadonlySet<string> {
    return this.#declared;
  }

  /** Qualified names that archives declare, link to or write out: they resolve in code, whether or not the table has them. */
  get resolvable(): ReadonlySet<string> {
    this.#resolvable ??= new Set([...this.#declared, ...this.names.qualifiedNames]);
    return this.#resolvable;
  }

  /** Strong matches, then a few weak ones; each best first, and each entry once. */
  answersFor(symbol: string): readonly SymbolEntry[] {
    const canonical = this.canonical(symbol);
    const cached = this.#answers.get(canonical);
    if (cached !== undefined) return cached;
    const strong = this.strongFor(canonical);
    const passing = this.#about
      .find(canonical)
      .passing.slice(0, MAX_PASSING)
      .map((match): SymbolEntry => ({ ...match, confidence: 'weak', reason: 'mention' }));
    const weak = this.#weakMatches
      .find(canonical, new Set([...strong, ...passing].map(({ entry }) => entry)))
      .map((match): SymbolEntry => ({ ...match, confidence: 'weak', targets: [] }));
    const answers = [...strong, ...passing, ...weak];
    this.#answers.set(canonical, answers);
    return answers;
  }

  /**
   * The entries that are about a symbol, best first. Archives take turns in the order, so that none crowds out the
   * others.
   */
  strongFor(symbol: string): readonly SymbolEntry[] {
    const byArchive = [...groupBy(this.#about.find(symbol).about, ({ entry }) => entry.archive).values()];
    return interleave(byArchive).map((match): SymbolEntry => ({ ...match, confidence: 'strong' }));
  }

  /** Every mention of a symbol by any of its names, best first. */
  mentionsOf(symbol: string): readonly Mention[] {
    return this.#mentions.get(this.canonical(symbol)) ?? NO_MENTIONS;
  }

  /** Every mention of a member of a class, best first; an entry appears once for each member. */
  memberMentionsOf(symbol: string): readonly Mention[] {
    return this.#memberMentions.get(this.canonical(symbol)) ?? NO_MENTIONS;
  }

  /** An entry's symbols by canonical name and as the entry writes them, with the classes of declared members. */
  namesOf(entry: Entry): ReadonlySet<string> {
    return this.#namesByEntry.get(entry) ?? new Set();
  }

  /** The one name of a symbol that has several paths; names that the table lacks are returned unchanged. */
  canonical(name: string): string {
    return this.symbols.resolve(name)?.name ?? name;
  }

  /** The qualified names that a name may stand for: itself, or those of which it is the end: `scoped_session.remove`. */
  symbolsCalled(name: string): readonly string[] {
    if (this.symbols.resolve(name) !== undefined || this.#declared.has(name)) return [name];
    const [head = '', ...rest] = name.split('.');
    const named = this.symbols.symbolsNamed(head);
    const known = (named.length > 0 ? named : this.symbols.pathOnlyNamed(head)).flatMap(
      (info) => this.symbols.resolve([info.name, ...rest].join('.'))?.name ?? [],
    );
    const declared = [...this.#declared]
      .filter((other) => other.endsWith(`.${name}`))
      .map((other) => this.canonical(other));
    const all = new Set([...known, ...declared]);
    return all.size === 0 ? [name] : [...all];
  }

  /** The class of a member, by canonical name; `undefined` if the symbol is not a member. */
  ownerOf(name: string): string | undefined {
    const info = this.symbols.resolve(name);
    return info?.kind === 'member' ? info.name.slice(0, info.name.lastIndexOf('.')) : undefined;
  }

  #add(entry: Entry): void {
    const names = new Set<string>();
    this.#namesByEntry.set(entry, names);
    const strongest = new Map<string, Mention>();
    for (const { name, from } of entry.symbols) {
      if (from === 'declared') this.#declared.add(name);
      const canonical = this.canonical(name);
      names.add(name).add(canonical);
      const known = strongest.get(canonical);
      if (known === undefined || strengthRank(from) < strengthRank(known.from)) {
        strongest.set(canonical, { entry, from });
      }
    }
    for (const [canonical, mention] of strongest) {
      addToGroup(this.#mentions, canonical, mention);
      const owner = this.ownerOf(canonical);
      if (owner === undefined) continue;
      addToGroup(this.#memberMentions, owner, mention);
      if (mention.from === 'declared') names.add(owner);
    }
  }
}

/** The first item of each list, then the second of each, and so on. */
function interleave<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const maxLength = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: maxLength }, (_, index) =>
    lists.flatMap((list) => list.slice(index, index + 1)),
  ).flat();
}

/** Stronger mentions first, then entries with fewer symbols. */
function bySpecificity(a: Mention, b: Mention): number {
  return (
    strengthRank(a.from) - strengthRank(b.from) ||
    a.entry.symbols.length - b.entry.symbols.length ||
    byUsefulness(a.entry, b.entry)
  );
}
