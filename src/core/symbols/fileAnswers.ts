import type { Entry } from '../model';
import type { Occurrence } from '../python/sourceFile';
import type { SymbolAnswer } from './answers';

/** Most entries that are named for one file. */
const MOST = 30;
/** How much more a member says about what a file does than the class that it is used through. */
const MEMBER = 1.5;

/** A member of a class, by the way Python names things: `sqlalchemy.orm.Session.execute`. */
const MEMBER_NAME = /\.[A-Z]\w*\.\w+$/;

/** What a file's answers are taken from: a library, or what stands for one. */
export interface FileAnswerSource {
  /** As `Library.answersFor`. */
  answersFor(symbol: string): readonly SymbolAnswer[];
}

/** A symbol that a file uses. */
export interface UsedSymbol<O extends Occurrence = Occurrence> {
  /** Qualified name. */
  readonly symbol: string;
  /** As the file writes it: by its own name where it does, else as it is called at its first use. */
  readonly name: string;
  /** In the order of the occurrences given. */
  readonly uses: readonly O[];
}

/** An entry that speaks of what a file uses. */
export interface FileAnswer<O extends Occurrence = Occurrence> {
  readonly entry: Entry;
  /** The symbols that lead to it, the most telling first. */
  readonly symbols: readonly UsedSymbol<O>[];
}

/** A symbol in use, and what it is worth for telling which entries belong to a file. */
interface Weighed<O extends Occurrence> {
  readonly used: UsedSymbol<O>;
  readonly weight: number;
}

interface Candidate<O extends Occurrence> {
  readonly entry: Entry;
  /** Whether the entry declares one of the symbols or links to its documentation. */
  isExplicit: boolean;
  readonly symbols: Weighed<O>[];
}

/**
 * The entries for what a file uses, the most specific first and each once. An entry that declares a symbol (or links
 * to its documentation) comes before one that only mentions it. Among those, a symbol counts the more the fewer
 * entries share it, and a member more than a class; more uses break ties, then the order in the file. Only strong
 * answers count.
 *
 * @param occurrences In order of position. Of a notebook's cells, those of all cells one after the other: what a
 *   caller knows of each beyond its place in a text comes back with it.
 * @returns At most 30 entries.
 */
export function answersForFile<O extends Occurrence>(
  occurrences: readonly O[],
  source: FileAnswerSource,
): readonly FileAnswer<O>[] {
  const candidates = new Map<Entry, Candidate<O>>();
  for (const used of usedSymbols(occurrences)) {
    const answers = source.answersFor(used.symbol).filter(({ confidence }) => confidence === 'strong');
    const weighed = { used, weight: (MEMBER_NAME.test(used.symbol) ? MEMBER : 1) / answers.length };
    for (const { entry, from } of answers) {
      const candidate = candidates.get(entry) ?? { entry, isExplicit: false, symbols: [] };
      candidate.isExplicit ||= from === 'declared' || from === 'link';
      candidate.symbols.push(weighed);
      candidates.set(entry, candidate);
    }
  }
  // Sorting is stable: what is still equal stays in the file's order, and there in the library's.
  return [...candidates.values()]
    .sort(
      (a, b) =>
        Number(b.isExplicit) - Number(a.isExplicit) || weightOf(b) - weightOf(a) || usesOf(b) - usesOf(a),
    )
    .slice(0, MOST)
    .map(({ entry, symbols }) => ({ entry, symbols: byWeight(symbols) }));
}

/** The symbols in the order of their first use. */
function usedSymbols<O extends Occurrence>(occurrences: readonly O[]): readonly UsedSymbol<O>[] {
  const bySymbol = new Map<string, O[]>();
  for (const occurrence of occurrences) {
    // A string that is an argument's value tells of that value, not of what it is given to.
    if (occurrence.keyword !== undefined) continue;
    const uses = bySymbol.get(occurrence.symbol);
    if (uses === undefined) bySymbol.set(occurrence.symbol, [occurrence]);
    else uses.push(occurrence);
  }
  return [...bySymbol].map(([symbol, uses]) => ({ symbol, name: writtenName(symbol, uses), uses }));
}

/** An import under another name has both; a variable that holds an instance is called after neither. */
function writtenName(symbol: string, uses: readonly Occurrence[]): string {
  const own = symbol.slice(symbol.lastIndexOf('.') + 1);
  return uses.some(({ name }) => name === own) ? own : (uses[0]?.name ?? own);
}

function byWeight<O extends Occurrence>(symbols: readonly Weighed<O>[]): readonly UsedSymbol<O>[] {
  return [...symbols].sort((a, b) => b.weight - a.weight).map(({ used }) => used);
}

function weightOf({ symbols }: Candidate<Occurrence>): number {
  return symbols.reduce((sum, { weight }) => sum + weight, 0);
}

function usesOf({ symbols }: Candidate<Occurrence>): number {
  return symbols.reduce((sum, { used }) => sum + used.uses.length, 0);
}
