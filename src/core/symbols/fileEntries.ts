import { groupBy } from '../base/grouping';
import type { Entry, EntryTarget } from '../model';
import type { Occurrence } from '../python/sourceFile';
import type { SymbolEntry } from './symbolEntry';

/** Entries returned for one file. */
const MAX_FILE_ENTRIES = 30;
/** Weight of a member or an argument, relative to a class or function: it says more about what the file does. */
const SPECIFIC_WEIGHT = 1.5;
/** Weight of a symbol that an entry explains in its prose, relative to one that it declares or has in its title. */
const PROSE_WEIGHT = 0.5;

/** A member of a class, judged by Python's naming conventions: `sqlalchemy.orm.Session.execute`. */
const CLASS_MEMBER = /\.[A-Z]\w*\.\w+$/;

/** The part of `Library` that answers for a file's symbols. */
interface FileAnswerSource {
  strongEntriesForSymbol(symbol: string): readonly SymbolEntry[];
  entriesForArgument(symbol: string, keyword: string, value: string): readonly SymbolEntry[];
}

/** A symbol that a file uses, or a string that it passes to one by keyword. */
interface UsedSymbol<O extends Occurrence = Occurrence> {
  /** Qualified name. */
  readonly symbol: string;
  /**
   * The symbol's own name if the file uses it, else the name at its first use; `lazy="selectin"` for a string.
   */
  readonly name: string;
  /** In the order of the occurrences given. */
  readonly uses: readonly O[];
}

/** An entry about something that a file uses. */
export interface FileEntry<O extends Occurrence = Occurrence> {
  readonly entry: Entry;
  /** The symbols that led to it, by weight. */
  readonly symbols: readonly UsedSymbol<O>[];
  /** Where its variants speak of the first of them. */
  readonly targets: readonly EntryTarget[];
}

/** A symbol in use, and how strongly it ties an entry to the file. */
interface WeightedSymbol<O extends Occurrence> {
  readonly used: UsedSymbol<O>;
  readonly targets: readonly EntryTarget[];
  readonly weight: number;
}

interface Candidate<O extends Occurrence> {
  readonly entry: Entry;
  readonly symbols: WeightedSymbol<O>[];
}

/**
 * The entries about what a file uses, most specific first and each once. The weights of an entry's symbols add up: a
 * symbol weighs less the more entries share it. Ties are broken by the number of uses, then by the order in the file.
 * Weak matches are ignored.
 *
 * @param occurrences In order of position; of a notebook, those of all cells one after the other. They are returned as
 *   they are, with any further properties that the caller has added.
 * @returns At most 30 entries.
 */
export function entriesForFile<O extends Occurrence>(
  occurrences: readonly O[],
  source: FileAnswerSource,
): readonly FileEntry<O>[] {
  const candidates = new Map<Entry, Candidate<O>>();
  for (const used of usedSymbols(occurrences)) {
    const answers = answersOf(used, source).filter(({ confidence }) => confidence === 'strong');
    const weight = (isSpecific(used) ? SPECIFIC_WEIGHT : 1) / answers.length;
    for (const { entry, from, targets } of answers) {
      const candidate = candidates.get(entry) ?? { entry, symbols: [] };
      candidate.symbols.push({ used, targets, weight: from === 'prose' ? weight * PROSE_WEIGHT : weight });
      candidates.set(entry, candidate);
    }
  }
  // Sorting is stable: ties keep the file's order, and for one symbol the library's.
  return [...candidates.values()]
    .sort((a, b) => weightOf(b) - weightOf(a) || usesOf(b) - usesOf(a))
    .slice(0, MAX_FILE_ENTRIES)
    .map(({ entry, symbols }) => {
      const byWeight = [...symbols].sort((a, b) => b.weight - a.weight);
      return { entry, symbols: byWeight.map(({ used }) => used), targets: byWeight[0]?.targets ?? [] };
    });
}

/** What the file uses, in the order of first uses. */
function usedSymbols<O extends Occurrence>(occurrences: readonly O[]): readonly UsedSymbol<O>[] {
  const groups = groupBy(occurrences, (occurrence) => {
    const { symbol, keyword } = occurrence;
    // Qualified names have no brackets.
    return keyword === undefined ? symbol : `${symbol}(${argumentText(keyword, occurrence)})`;
  });
  return [...groups.values()].flatMap((uses) => {
    const [first] = uses;
    return first === undefined ? [] : [{ symbol: first.symbol, name: writtenName(first, uses), uses }];
  });
}

/** A symbol's own name also occurs where it is imported under an alias; a variable with an instance has any name. */
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
    ? source.strongEntriesForSymbol(symbol)
    : source.entriesForArgument(symbol, first.keyword, first.name);
}

function isSpecific({ symbol, uses }: UsedSymbol): boolean {
  return uses[0]?.keyword !== undefined || CLASS_MEMBER.test(symbol);
}

function weightOf({ symbols }: Candidate<Occurrence>): number {
  return symbols.reduce((sum, { weight }) => sum + weight, 0);
}

function usesOf({ symbols }: Candidate<Occurrence>): number {
  return symbols.reduce((sum, { used }) => sum + used.uses.length, 0);
}
