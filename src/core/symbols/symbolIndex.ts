import { addToGroup } from '../base/grouping';
import type { Entry, SymbolRef } from '../model';
import type { SymbolTable } from '../symbolTable/symbolTable';
import { byUsefulness, isExplicit, MENTION_STRENGTHS, type Mention } from './mentions';
import { WeakMatchFinder, type WeakMatchReason, type WeakMatchSources } from './weakMatches';

/** An entry that answers for a symbol. */
export interface SymbolEntry {
  readonly entry: Entry;
  /** Where the entry mentions the symbol; of a weak match, what links the two. */
  readonly from: SymbolRef['from'];
  /** `strong`: the entry declares, links to or mentions this very symbol. */
  readonly confidence: 'strong' | 'weak';
  /** Set for weak matches. */
  readonly reason?: WeakMatchReason;
}

const NO_MENTIONS: readonly Mention[] = [];

/** Which entries mention which symbols, whatever path they are named by. */
export class SymbolIndex {
  readonly #mentions = new Map<string, Mention[]>();
  /** Mentions of members, by class. */
  readonly #memberMentions = new Map<string, Mention[]>();
  readonly #declared = new Set<string>();
  readonly #namesByEntry = new Map<Entry, ReadonlySet<string>>();
  readonly #answers = new Map<string, readonly SymbolEntry[]>();
  readonly #weakMatches: WeakMatchFinder;

  constructor(
    entries: readonly Entry[],
    private readonly symbols: SymbolTable,
    sources: WeakMatchSources,
  ) {
    this.#weakMatches = new WeakMatchFinder(this, sources);
    for (const entry of entries) this.#add(entry);
    for (const mentions of this.#mentions.values()) mentions.sort(bySpecificity);
    for (const mentions of this.#memberMentions.values()) mentions.sort(bySpecificity);
  }

  /** Qualified names as archives declare them. */
  get declared(): ReadonlySet<string> {
    return this.#declared;
  }

  /** Strong matches, then a few weak ones; each best first, and each entry once. */
  answersFor(symbol: string): readonly SymbolEntry[] {
    const canonical = this.canonical(symbol);
    const cached = this.#answers.get(canonical);
    if (cached !== undefined) return cached;
    const strong = this.strongFor(canonical);
    const weak = this.#weakMatches
      .find(canonical, new Set(strong.map(({ entry }) => entry)))
      .map((match): SymbolEntry => ({ ...match, confidence: 'weak' }));
    const answers = [...strong, ...weak];
    this.#answers.set(canonical, answers);
    return answers;
  }

  /**
   * Strong matches. In an archive with entries that declare the symbol or link to its documentation, entries that only
   * mention it do not match. Archives take turns in the order, so that none crowds out the others.
   */
  strongFor(symbol: string): readonly SymbolEntry[] {
    const byArchive = new Map<string, Mention[]>();
    for (const mention of this.mentionsOf(symbol)) {
      const { archive } = mention.entry;
      // Mentions are sorted: the first one of an archive is explicit if any of them is.
      const strongest = byArchive.get(archive)?.[0];
      if (strongest !== undefined && isExplicit(strongest.from) !== isExplicit(mention.from)) continue;
      addToGroup(byArchive, archive, mention);
    }
    return interleave([...byArchive.values()]).map(({ entry, from }) => ({
      entry,
      from,
      confidence: 'strong',
    }));
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

function strengthRank(from: SymbolRef['from']): number {
  return MENTION_STRENGTHS.indexOf(from);
}

/** Stronger mentions first, then entries with fewer symbols. */
function bySpecificity(a: Mention, b: Mention): number {
  return (
    strengthRank(a.from) - strengthRank(b.from) ||
    a.entry.symbols.length - b.entry.symbols.length ||
    byUsefulness(a.entry, b.entry)
  );
}
