import { readArchive, type Archive } from '../archive/readArchive';
import { titleIn, type ArchiveId, type Entry, type Variant } from '../model';
import type { Problem } from '../archive/problems';
import { relatedTo, type Related } from './relatedEntries';
import { completionsOf, type Completion } from '../search/filterCompletions';
import type { Cancellation, IndexFactory } from '../search/searchIndex';
import { nearestTitles, type NearestTitle } from '../search/nearestTitles';
import { matchesFilters, type FilterNames, type QueryFilter, type SymbolNames } from '../search/filters';
import {
  filterValues,
  symbolsOf,
  type FilterValue,
  type NamedValue,
  type ValuesOf,
} from '../search/filterValues';
import { unknownFiltersOf, type UnknownFilter } from '../search/unknownFilters';
import { toHit, type Hit } from '../search/hits';
import { parseQuery } from '../search/query';
import { Searcher, type RankedResults } from '../search/searcher';
import { TUNING, type Tuning } from '../search/tuning';
import { isSourceError, reasonOf, type ArchiveSource, type MaybeYield } from '../archive/archiveSource';
import type { SymbolEntry } from '../symbols/symbolEntry';
import { SymbolIndex } from '../symbols/symbolIndex';
import { entriesForArgument, ArgumentIndex } from '../symbols/argumentIndex';
import { NameIndex } from '../symbols/nameIndex';
import { entriesForName } from '../symbols/entriesForName';
import { CONCEPTS } from '../symbols/concepts';
import { PackageEntries } from '../symbols/packageEntries';
import { SYMBOLS, type SymbolInfo } from '../symbolTable/symbolTable';

/** Share of a query that an entry must match to be among the nearest. */
const MIN_NEAREST_COVERAGE = 0.2;
/** Share of a query that an entry must contain to match it. */
const MIN_MATCHING_COVERAGE = 0.7;

/** Used where a query has no symbol filter, since looking up names takes time. */
const NO_SYMBOLS: SymbolNames = { namesOf: () => [], canonical: (name) => name };

export interface LibraryOptions {
  readonly createIndex: IndexFactory;
  /** Without it, opening the library blocks the thread. */
  readonly maybeYield?: MaybeYield;
  /** Weights of the search; the bench turns some off to measure what they bring. */
  readonly tuning?: Tuning;
}

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

/** Reads and indexes archives. A source that cannot be read is reported as a problem; the others are loaded. */
export async function openLibrary(
  sources: readonly ArchiveSource[],
  { createIndex, maybeYield, tuning = TUNING }: LibraryOptions,
): Promise<Library> {
  const archives: Archive[] = [];
  const sourceOf = new Map<ArchiveId, ArchiveSource>();
  const problems: LocatedProblem[] = [];
  for (const source of sources) {
    try {
      const archive = await readArchive(source, {
        taken: new Set(archives.map(({ id }) => id)),
        ...(maybeYield === undefined ? {} : { maybeYield }),
      });
      archives.push(archive);
      sourceOf.set(archive.id, source);
      for (const problem of archive.problems) {
        const location = problem.document === undefined ? source.location : source.locate(problem.document);
        problems.push({ ...problem, location });
      }
    } catch (error) {
      if (!isSourceError(error)) throw error;
      const { location } = source;
      problems.push({ kind: 'sourceUnreadable', severity: 'error', args: [reasonOf(error)], location });
    }
  }
  const entries = archives.flatMap((archive) => archive.entries);
  const searcher = await Searcher.build(entries, createIndex, tuning, maybeYield);
  const argumentIndex = await ArgumentIndex.build(entries, maybeYield);
  const names = await NameIndex.build(entries, SYMBOLS, maybeYield);
  return new IndexedLibrary(archives, sourceOf, problems, searcher, argumentIndex, names, maybeYield);
}

class IndexedLibrary implements Library {
  readonly #entries: readonly Entry[];
  readonly #byId: ReadonlyMap<string, Entry>;
  readonly #archiveById: ReadonlyMap<ArchiveId, Archive>;
  /** Entries by their ids without the archive; `undefined` where several archives have the same. */
  readonly #byLocalId = new Map<string, Entry | undefined>();
  #symbols: SymbolIndex | undefined;
  readonly #filterValues = new Map<string, readonly FilterValue[]>();
  #packages: PackageEntries | undefined;

  constructor(
    readonly archives: readonly Archive[],
    private readonly sourceOf: ReadonlyMap<ArchiveId, ArchiveSource>,
    readonly problems: readonly LocatedProblem[],
    private readonly searcher: Searcher,
    private readonly argumentIndex: ArgumentIndex,
    private readonly names: NameIndex,
    readonly maybeYield: MaybeYield | undefined,
  ) {
    this.#entries = archives.flatMap((archive) => archive.entries);
    this.#archiveById = new Map(archives.map((archive) => [archive.id, archive]));
    this.#byId = new Map(this.#entries.map((entry) => [entry.id, entry]));
    for (const entry of this.#entries) {
      if (!entry.id.startsWith(`${entry.archive}/`)) continue;
      const localId = entry.id.slice(entry.archive.length + 1);
      this.#byLocalId.set(localId, this.#byLocalId.has(localId) ? undefined : entry);
    }
  }

  entries(): readonly Entry[] {
    return this.#entries;
  }

  entry(id: string): Entry | undefined {
    return this.#byId.get(id.normalize('NFC'));
  }

  resolveEntry(id: string): Entry | undefined {
    return this.entry(id) ?? this.#byLocalId.get(id.normalize('NFC'));
  }

  archiveOf(entry: Entry): Archive | undefined {
    return this.#archiveById.get(entry.archive);
  }

  locate(entry: Entry, { source }: Variant): string {
    return this.sourceOf.get(entry.archive)?.locate(source.document) ?? source.document;
  }

  entriesForSymbol(symbol: string): readonly SymbolEntry[] {
    return this.#symbolIndex().answersFor(symbol);
  }

  strongEntriesForSymbol(symbol: string): readonly SymbolEntry[] {
    const index = this.#symbolIndex();
    return index.strongFor(index.canonical(symbol));
  }

  entriesForName(name: string): readonly SymbolEntry[] {
    return entriesForName(name, {
      symbolsCalled: (called) => this.#symbolIndex().symbolsCalled(called),
      entriesForSymbol: (symbol) => this.entriesForSymbol(symbol),
      entriesForArgument: (symbol, keyword, value) => this.entriesForArgument(symbol, keyword, value),
    });
  }

  removedSymbols(name: string): readonly SymbolInfo[] {
    const infos = this.#symbolIndex()
      .symbolsCalled(name)
      .flatMap((symbol) => SYMBOLS.resolve(symbol) ?? []);
    return infos.filter(({ until }) => until !== undefined);
  }

  entriesForArgument(symbol: string | undefined, keyword: string, value: string): readonly SymbolEntry[] {
    return entriesForArgument(symbol, keyword, value, this.argumentIndex, {
      symbols: this.#symbolIndex(),
      concepts: CONCEPTS,
      packages: this.#packageEntries(),
    });
  }

  hasEntriesForArgument(keyword: string, value: string): boolean {
    return (
      this.argumentIndex.has(keyword, value) ||
      CONCEPTS.equivalentsInAnyCall(keyword, value).some(
        (name) => this.strongEntriesForSymbol(name).length > 0,
      )
    );
  }

  declaredSymbols(): ReadonlySet<string> {
    return this.#symbolIndex().resolvable;
  }

  #symbolIndex(): SymbolIndex {
    this.#symbols ??= new SymbolIndex(this.entries(), SYMBOLS, {
      concepts: CONCEPTS,
      phrases: this.searcher.phraseOccurrences,
      names: this.names,
      packages: this.#packageEntries(),
    });
    return this.#symbols;
  }

  #packageEntries(): PackageEntries {
    this.#packages ??= new PackageEntries(this.entries(), this.searcher.phraseOccurrences);
    return this.#packages;
  }

  async search(query: string, { limit = 20, signal, language }: SearchOptions = {}): Promise<readonly Hit[]> {
    const { ranked, plan } = await this.#rank(query, limit, signal, language);
    const hits: Hit[] = [];
    for (const entry of ranked.slice(0, limit)) {
      hits.push(toHit(entry, plan));
      await this.maybeYield?.();
      if (signal?.aborted === true) return [];
    }
    return hits;
  }

  async matching(query: string, signal?: Cancellation): Promise<readonly Entry[]> {
    const { ranked } = await this.#rank(query, Infinity, signal);
    return ranked
      .filter(({ confidence, scored }) => confidence !== 'weak' || scored.coverage >= MIN_MATCHING_COVERAGE)
      .map(({ scored }) => scored.document.entry);
  }

  #rank(text: string, limit: number, signal?: Cancellation, language?: string): Promise<RankedResults> {
    const query = parseQuery(text);
    const names = this.#filterNames(query.filters);
    return this.searcher.search(query, {
      limit,
      signal,
      language,
      matchesFilters: (entry, variant) => matchesFilters(query.filters, entry, variant, names),
    });
  }

  async nearest(
    query: string,
    limit: number,
    language: string,
    listed: readonly Entry[] = [],
  ): Promise<readonly NearestTitle[]> {
    const { words, filters } = parseQuery(query);
    const { ranked } = await this.#rank(words, limit + listed.length, undefined, language);
    const known = new Set(listed);
    const nearest: NearestTitle[] = ranked
      .map(({ scored }) => scored)
      .filter(({ document, coverage }) => !known.has(document.entry) && coverage >= MIN_NEAREST_COVERAGE)
      .map(({ document }) => document);
    const others = this.entries().filter((entry) => !known.has(entry));
    const text = [words, ...filters.map(({ value }) => value)].join(' ');
    for (const title of await nearestTitles(others, text, limit, language, this.maybeYield)) {
      if (!nearest.some(({ entry }) => entry === title.entry)) nearest.push(title);
    }
    return nearest.slice(0, limit).map(({ entry, variant }) => ({ entry, variant }));
  }

  completions(query: string, language: string): readonly Completion[] {
    return completionsOf(query, this.#valuesIn(language));
  }

  unknownFilters(query: string, language: string): readonly UnknownFilter[] {
    const { filters } = parseQuery(query);
    if (filters.length === 0) return [];
    return unknownFiltersOf(query, this.entries(), this.#filterNames(filters), this.#valuesIn(language));
  }

  symbolsOf(entry: Entry): readonly Required<NamedValue>[] {
    return symbolsOf(entry, this.#symbolIndex());
  }

  /** The values of filters, each collected once; archives by their titles in a language. */
  #valuesIn(language: string): ValuesOf {
    return (name) => {
      const key = `${name} ${language}`;
      const values =
        this.#filterValues.get(key) ??
        filterValues(name, this.entries(), {
          symbols: name === 'symbol' ? this.#symbolIndex() : NO_SYMBOLS,
          archive: (id) => {
            const archive = this.#archiveById.get(id);
            const label = archive === undefined ? id : titleIn(archive, language);
            return { key: id, label, names: this.#archiveNames(id) };
          },
        });
      this.#filterValues.set(key, values);
      return values;
    };
  }

  #filterNames(filters: readonly QueryFilter[]): FilterNames {
    const symbols = filters.some(({ name }) => name === 'symbol') ? this.#symbolIndex() : NO_SYMBOLS;
    return { symbols, archive: (id) => this.#archiveNames(id) };
  }

  #archiveNames(id: ArchiveId): readonly string[] {
    const archive = this.#archiveById.get(id);
    return archive === undefined ? [id] : [id, archive.title, ...Object.values(archive.titles)];
  }

  relatedTo(entry: Entry): readonly Related[] {
    return relatedTo(entry, this.entries());
  }
}
