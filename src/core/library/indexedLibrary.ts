import type { MaybeYield } from '../archive/archiveSource';
import type { Archive } from '../archive/readArchive';
import { titleIn, type ArchiveId, type Entry, type Variant } from '../model';
import { completionsOf, type Completion } from '../search/filterCompletions';
import { matchesFilters, type FilterNames, type QueryFilter, type SymbolNames } from '../search/filters';
import {
  filterValues,
  symbolsOf,
  type FilterValue,
  type NamedValue,
  type ValuesOf,
} from '../search/filterValues';
import { toHit, type Hit } from '../search/hits';
import { nearestTitles, type NearestTitle } from '../search/nearestTitles';
import { parseQuery } from '../search/query';
import type { RankedResults } from '../search/searcher';
import type { Cancellation } from '../base/cancellation';
import { unknownFiltersOf, type UnknownFilter } from '../search/unknownFilters';
import { SYMBOLS, type SymbolInfo } from '../symbolTable/symbolTable';
import { entriesForArgument } from '../symbols/argumentIndex';
import { CONCEPTS } from '../symbols/concepts';
import { entriesForName } from '../symbols/entriesForName';
import { PackageEntries } from '../symbols/packageEntries';
import type { SymbolEntry } from '../symbols/symbolEntry';
import { SymbolIndex } from '../symbols/symbolIndex';
import type { Library, LocatedProblem, SearchOptions } from './library';
import type { LibraryIndexes } from './libraryIndexes';
import { relatedTo, type Related } from './relatedEntries';

/** Share of a query that an entry must match to be among the nearest. */
const MIN_NEAREST_COVERAGE = 0.2;
/** Share of a query that an entry must contain to match it. */
const MIN_MATCHING_COVERAGE = 0.7;

/** Used where a query has no symbol filter, since looking up names takes time. */
const NO_SYMBOLS: SymbolNames = { namesOf: () => [], canonical: (name) => name };

/** What a library holds. */
export interface LibraryContents {
  readonly archives: readonly Archive[];
  readonly problems: readonly LocatedProblem[];
  /** Path or URL of a document of an archive. */
  readonly locate: (archive: ArchiveId, document: string) => string;
}

/** The library in memory. */
export class IndexedLibrary implements Library {
  readonly archives: readonly Archive[];
  readonly problems: readonly LocatedProblem[];
  readonly #locate: LibraryContents['locate'];
  readonly #entries: readonly Entry[];
  readonly #byId: ReadonlyMap<string, Entry>;
  readonly #archiveById: ReadonlyMap<ArchiveId, Archive>;
  /** Entries by their ids without the archive; `undefined` where several archives have the same. */
  readonly #byLocalId = new Map<string, Entry | undefined>();
  #symbols: SymbolIndex | undefined;
  readonly #filterValues = new Map<string, readonly FilterValue[]>();
  #packages: PackageEntries | undefined;

  constructor(
    { archives, problems, locate }: LibraryContents,
    private readonly indexes: LibraryIndexes,
    readonly maybeYield: MaybeYield | undefined,
  ) {
    this.archives = archives;
    this.problems = problems;
    this.#locate = locate;
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
    return this.#locate(entry.archive, source.document);
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
    return entriesForArgument(symbol, keyword, value, this.indexes.arguments, {
      symbols: this.#symbolIndex(),
      concepts: CONCEPTS,
      packages: this.#packageEntries(),
    });
  }

  hasEntriesForArgument(keyword: string, value: string): boolean {
    return (
      this.indexes.arguments.has(keyword, value) ||
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
      phrases: this.indexes.searcher.phraseOccurrences,
      names: this.indexes.names,
      packages: this.#packageEntries(),
    });
    return this.#symbols;
  }

  #packageEntries(): PackageEntries {
    this.#packages ??= new PackageEntries(this.entries(), this.indexes.searcher.phraseOccurrences);
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
    return this.indexes.searcher.search(query, {
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
