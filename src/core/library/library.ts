import type { Archive } from '../archive/readArchive';
import type { MaybeYield } from '../archive/archiveSource';
import type { Problem } from '../archive/problems';
import type { Entry, Variant } from '../model';
import type { Completion } from '../search/filterCompletions';
import type { NamedValue } from '../search/filterValues';
import type { Hit } from '../search/hits';
import type { NearestTitle } from '../search/nearestTitles';
import type { Cancellation } from '../base/cancellation';
import type { UnknownFilter } from '../search/unknownFilters';
import type { SymbolInfo } from '../symbolTable/symbolTable';
import type { SymbolEntry } from '../symbols/symbolEntry';
import type { Related } from './relatedEntries';

export interface SearchOptions {
  /** Maximum number of hits. */
  readonly limit?: number;
  readonly signal?: Cancellation;
  /** The reader's language, which is preferred among the variants of an entry that match a query as fully. */
  readonly language?: string;
}

/** A problem with its location. */
export interface LocatedProblem extends Problem {
  /** Path or URL of the file, or of the archive where the problem concerns all of it. */
  readonly location: string;
}

/** All loaded archives, indexed. Surfaces access archives only through it. */
export interface Library {
  readonly archives: readonly Archive[];
  /** The problems of all archives, including those that could not be read at all. */
  readonly problems: readonly LocatedProblem[];
  /** Yields the thread in long work on the library, as the library itself does. */
  readonly maybeYield: MaybeYield | undefined;
  /** All entries, by archive and in the order of their documents. */
  entries(): readonly Entry[];
  /** The entry with exactly that id. */
  entry(id: string): Entry | undefined;
  /** The entry with that id, which may omit the archive where only one archive has it. */
  resolveEntry(id: string): Entry | undefined;
  archiveOf(entry: Entry): Archive | undefined;
  /** Path or URL of the document of one of an entry's variants. */
  locate(entry: Entry, variant: Variant): string;
  /**
   * Entries for a symbol by any of its qualified names: first those that are about it, the most specific first; then a
   * few near it, which only mention it, or are about its class, its members, related symbols, or what it is for.
   */
  entriesForSymbol(symbol: string): readonly SymbolEntry[];
  /** Only the entries that are about a symbol, which takes less time. */
  strongEntriesForSymbol(symbol: string): readonly SymbolEntry[];
  /**
   * The same for a name as someone types it: also the end of a qualified name, `Session.execute`, or an argument,
   * `relationship(lazy="selectin")`.
   */
  entriesForName(name: string): readonly SymbolEntry[];
  /** The symbols that such a name may stand for and that their package no longer has, with `until`. */
  removedSymbols(name: string): readonly SymbolInfo[];
  /**
   * Entries for a keyword argument in a call of `symbol`, such as `lazy="selectin"` of `sqlalchemy.orm.relationship`, or
   * without a symbol in a call of anything:
   * strong ones speak of it, or are about what the value stands for; weak ones have it in sample code.
   */
  entriesForArgument(symbol: string | undefined, keyword: string, value: string): readonly SymbolEntry[];
  /** Whether there may be entries for that argument in a call of anything. */
  hasEntriesForArgument(keyword: string, value: string): boolean;
  /** Qualified names that archives declare, link to or write out; they resolve in code even where the symbol table lacks them. */
  declaredSymbols(): ReadonlySet<string>;
  /**
   * Entries for a query, best first. A query of filters only finds all entries that match them, by title; an empty query
   * and a cancelled search find nothing.
   */
  search(query: string, options?: SearchOptions): Promise<readonly Hit[]>;
  /**
   * All entries that answer or may answer the query, or contain most of what it is about, wherever they say it; best
   * first, without explanations.
   */
  matching(query: string, signal?: Cancellation): Promise<readonly Entry[]>;
  /**
   * For a query that is not surely answered: entries that match some of its words, whatever its filters, then those with
   * similar titles. Not among them are `listed` entries, which the reader already has as possible answers.
   */
  nearest(
    query: string,
    limit: number,
    language: string,
    listed?: readonly Entry[],
  ): Promise<readonly NearestTitle[]>;
  /**
   * Values for the filter at the end of a query, the most frequent first; archives by their titles in `language`.
   */
  completions(query: string, language: string): readonly Completion[];
  /** The filters of a query whose value no entry has, with the values there are. */
  unknownFilters(query: string, language: string): readonly UnknownFilter[];
  /** The symbols by which the filter `symbol:` finds an entry. */
  symbolsOf(entry: Entry): readonly Required<NamedValue>[];
  /** Entries related to an entry, and why. */
  relatedTo(entry: Entry): readonly Related[];
}
