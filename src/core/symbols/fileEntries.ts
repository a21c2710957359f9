import type { Entry } from '../model';
import type { Occurrence } from '../python/sourceFile';
import type { SymbolEntry } from './symbolEntries';

/** Most entries that are named for one file. */
const MAX_ENTRIES = 30;
/** How much more a member or an argument says about what a file does than what it belongs to. */
const MEMBER = 1.5;
/** How much less it tells that an entry mentions a symbol than that it declares it. */
const MENTION = 0.5;

/** A member of a class, by the way Python names things: `sqlalchemy.orm.Session.execute`. */
const MEMBER_NAME = /\.[A-Z]\w*\.\w+$/;

/** What a file's answers are taken from: a library, or what stands for one. */
interface FileAnswerSource {
  /** As `Library.strongAnswersFor`. */
  strongAnswersFor(symbol: string): readonly SymbolEntry[];
  /** As `Library.answersForArgument`. */
  answersForArgument(symbol: string, keyword: string, value: string): readonly SymbolEntry[];
}

/** A symbol that a file uses, or a string that it gives to one by keyword. */
interface UsedSymbol<O extends Occurrence = Occurrence> {
  /** Qualified name. */
  readonly symbol: string;
  /**
   * As the file writes it: by its own name where it does, else as it is called at its first use; `lazy="selectin"`
   * where it is a string.
   */
  readonly name: string;
  /** In the order of the occurrences given. */
  readonly uses: readonly O[];
}

/** An entry that speaks of what a file uses. */
export interface FileEntry<O extends Occurrence = Occurrence> {
  readonly entry: Entry;
  /** The symbols that lead to it: those it declares, then those it mentions, the most telling first. */
  readonly symbols: readonly UsedSymbol<O>[];
}

/** A symbol in use, whether an entry declares it, and what that is worth for telling which entries belong to a file. */
interface Weighed<O extends Occurrence> {
  readonly used: UsedSymbol<O>;
  readonly isExplicit: boolean;
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
 * entries share it, a member or an argument more than a class, and what is only mentioned half; more uses break ties,
 * then the order in the file. Only strong answers count.
 *
 * @param occurrences In order of position. Of a notebook's cells, those of all cells one after the other: what a
 *   caller knows of each beyond its place in a text comes back with it.
 * @returns At most 30 entries.
 */
export function entriesForFile<O extends Occurrence>(
  occurrences: readonly O[],
  source: FileAnswerSource,
): readonly FileEntry<O>[] {
  const candidates = new Map<Entry, Candidate<O>>();
  for (const used of usedSymbols(occurrences)) {
    const answers = answersOf(used, source).filter(({ confidence }) => confidence === 'strong');
    const weight = (isPart(used) ? MEMBER : 1) / answers.length;
    for (const { entry, from } of answers) {
      const candidate = candidates.get(entry) ?? { entry, isExplicit: false, symbols: [] };
      const isExplicit = from === 'declared' || from === 'link';
      candidate.isExplicit ||= isExplicit;
      candidate.symbols.push({ used, isExplicit, weight: isExplicit ? weight : weight * MENTION });
      candidates.set(entry, candidate);
    }
  }
  // Sorting is stable: what is still equal stays in the file's order, and there in the library's.
  return [...candidates.values()]
    .sort(
      (a, b) =>
        Number(b.isExplicit) - Number(a.isExplicit) || weightOf(b) - weightOf(a) || usesOf(b) - usesOf(a),
    )
    .slice(0, MAX_ENTRIES)
    .map(({ entry, symbols }) => ({ entry, symbols: byWeight(symbols) }));
}

/** What is used, in the order of its first use. */
function usedSymbols<O extends Occurrence>(occurrences: readonly O[]): readonly UsedSymbol<O>[] {
  const known = new Map<string, O[]>();
  for (const occurrence of occurrences) {
    const { symbol, keyword } = occurrence;
    // No qualified name has a bracket.
    const key = keyword === undefined ? symbol : `${symbol}(${argumentText(keyword, occurrence)})`;
    const uses = known.get(key);
    if (uses === undefined) known.set(key, [occurrence]);
    else uses.push(occurrence);
  }
  return [...known.values()].flatMap((uses) => {
    const [first] = uses;
    return first === undefined ? [] : [{ symbol: first.symbol, name: writtenName(first, uses), uses }];
  });
}

/** An import under another name has both; a variable that holds an instance is called after neither. */
function writtenName(first: Occurrence, uses: readonly Occurrence[]): string {
  if (first.keyword !== undefined) return argumentText(first.keyword, first);
  const own = first.symbol.slice(first.symbol.lastIndexOf('.') + 1);
  return uses.some(({ name }) => name === own) ? own : first.name;
}

function argumentText(keyword: string, { name }: Occurrence): string {
  return `${keyword}="${name}"`;
}

function answersOf({ symbol, uses }: UsedSymbol, source: FileAnswerSource): readonly SymbolEntry[] {
  const [first] = uses;
  return first?.keyword === undefined
    ? source.strongAnswersFor(symbol)
    : source.answersForArgument(symbol, first.keyword, first.name);
}

function isPart({ symbol, uses }: UsedSymbol): boolean {
  return uses[0]?.keyword !== undefined || MEMBER_NAME.test(symbol);
}

function byWeight<O extends Occurrence>(symbols: readonly Weighed<O>[]): readonly UsedSymbol<O>[] {
  return [...symbols]
    .sort((a, b) => Number(b.isExplicit) - Number(a.isExplicit) || b.weight - a.weight)
    .map(({ used }) => used);
}

function weightOf({ symbols }: Candidate<Occurrence>): number {
  return symbols.reduce((sum, { weight }) => sum + weight, 0);
}

function usesOf({ symbols }: Candidate<Occurrence>): number {
  return symbols.reduce((sum, { used }) => sum + used.uses.length, 0);
}
