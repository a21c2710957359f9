import { readArchive, type Archive } from '../archive/readArchive';
import { titleIn, type ArchiveId, type Entry, type Variant } from '../model';
import type { Problem } from '../archive/problems';
import { relatedTo, type Related } from './relatedEntries';
import { completionsOf, type Completion } from '../search/filterCompletions';
import type { Cancellation, IndexFactory } from '../search/searchIndex';
import { nearestTitles, type NearestTitle } from '../search/nearestTitles';
import { matchesFilters, type FilterNames, type SymbolNames } from '../search/filters';
import { toHit, type Hit } from '../search/hits';
import { parseQuery } from '../search/query';
import { Searcher, type RankedResults } from '../search/searcher';
import { TUNING, type Tuning } from '../search/tuning';
import { isSourceError, reasonOf, type ArchiveSource, type MaybeYield } from '../archive/archiveSource';
import { SymbolIndex, type SymbolEntry } from '../symbols/symbolIndex';
import { entriesForArgument, ArgumentIndex } from '../symbols/argumentIndex';
import { CONCEPTS } from '../symbols/concepts';
import { PackageEntries } from '../symbols/packageEntries';
import { SYMBOLS } from '../symbolTable/symbolTable';

/** Share of a query that an entry must have for it to be called near. */
const MIN_NEAREST_SIMILARITY = 0.2;

/** For queries that do not ask for symbols: finding their names would take time. */
const NO_SYMBOLS: SymbolNames = { namesOf: () => [], canonical: (name) => name };

export interface LibraryOptions {
  readonly createIndex: IndexFactory;
  /** Without it the whole opening may hold the thread. */
  readonly maybeYield?: MaybeYield;
  /** Numbers of the ranking; the bench leaves some out to see what they bring. */
  readonly tuning?: Tuning;
}

export interface SearchOptions {
  /** Most hits to return. */
  readonly limit?: number;
  readonly signal?: Cancellation;
  /** The reader's language: of an entry's variants that match a query equally fully, this one is the hit. */
  readonly language?: string;
}

/** A problem with the archive it is in. */
export interface LocatedProblem extends Problem {
  /** Where the file is, or the archive when all of it is meant: a path or an address. */
  readonly location: string;
}

/** All loaded archives together, indexed. The only thing a surface talks to. */
export interface Library {
  readonly archives: readonly Archive[];
  /** Every problem of every archive, those of archives that could not be read at all included. */
  readonly problems: readonly LocatedProblem[];
  /** All entries, archive by archive, in the order of their documents. */
  entries(): readonly Entry[];
  /** The entry with just that id. */
  entry(id: string): Entry | undefined;
  /** The entry that an id as somebody has written it names: without its archive where only one archive has it. */
  resolveEntry(id: string): Entry | undefined;
  archiveOf(entry: Entry): Archive | undefined;
  /** Where the document of one of an entry's variants is: a path or an address. */
  locate(entry: Entry, variant: Variant): string;
  /**
   * Entries that speak of a symbol, by any of its qualified names: strong ones first, those that declare it before the
   * others, the most specific first; then a few weak ones, which speak of its class, its members or relatives, or of
   * what it is for.
   */
  answersFor(symbol: string): readonly SymbolEntry[];
  /** The strong ones of `answersFor`, without working out the others. */
  strongAnswersFor(symbol: string): readonly SymbolEntry[];
  /**
   * Entries for a keyword argument of a call of `symbol`, as `lazy="selectin"` of `sqlalchemy.orm.relationship`: strong
   * ones have it in their code; weak ones speak of what the value stands for.
   */
  answersForArgument(symbol: string, keyword: string, value: string): readonly SymbolEntry[];
  /** Whether any entry has such an argument, whatever is called with it: where none has, there are no answers for it. */
  hasAnswersForArgument(keyword: string, value: string): boolean;
  /** Qualified names as archives declare them; they resolve in code whether the symbol table has them or not. */
  declaredSymbols(): ReadonlySet<string>;
  /**
   * Entries for a query, best first; filters without words let every entry through that they fit, by title. An empty
   * query and a cancelled search find nothing.
   */
  search(query: string, options?: SearchOptions): Promise<readonly Hit[]>;
  /** Every entry that is a strong hit, best first, without working out why. */
  matching(query: string, signal?: Cancellation): Promise<readonly Entry[]>;
  /** For a query that found nothing for sure: what shares some of its words, then titles that look like it. */
  nearest(query: string, limit: number, language: string): Promise<readonly NearestTitle[]>;
  /**
   * Values for the filter that is being typed at a query's end, the most used first; archives by their titles in
   * `language`.
   */
  completions(query: string, language: string): readonly Completion[];
  /** What belongs beside an entry, and why. */
  relatedTo(entry: Entry): readonly Related[];
}

/** Reads and indexes archives. A source that cannot be read is a problem of the library; the others are there. */
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
  return new IndexedLibrary(archives, sourceOf, problems, searcher, argumentIndex, maybeYield);
}

class IndexedLibrary implements Library {
  readonly #entries: readonly Entry[];
  readonly #byId: ReadonlyMap<string, Entry>;
  readonly #archiveById: ReadonlyMap<ArchiveId, Archive>;
  /** By what an id is without its archive; `undefined` where several archives have it. */
  readonly #byEnding = new Map<string, Entry | undefined>();
  #symbols: SymbolIndex | undefined;
  #packages: PackageEntries | undefined;

  constructor(
    readonly archives: readonly Archive[],
    private readonly sourceOf: ReadonlyMap<ArchiveId, ArchiveSource>,
    readonly problems: readonly LocatedProblem[],
    private readonly searcher: Searcher,
    private readonly argumentIndex: ArgumentIndex,
    private readonly maybeYield: MaybeYield | undefined,
  ) {
    this.#entries = archives.flatMap((archive) => archive.entries);
    this.#archiveById = new Map(archives.map((archive) => [archive.id, archive]));
    this.#byId = new Map(this.#entries.map((entry) => [entry.id, entry]));
    for (const entry of this.#entries) {
      if (!entry.id.startsWith(`${entry.archive}/`)) continue;
      const ending = entry.id.slice(entry.archive.length + 1);
      this.#byEnding.set(ending, this.#byEnding.has(ending) ? undefined : entry);
    }
  }

  entries(): readonly Entry[] {
    return this.#entries;
  }

  entry(id: string): Entry | undefined {
    return this.#byId.get(id.normalize('NFC'));
  }

  resolveEntry(id: string): Entry | undefined {
    return this.entry(id) ?? this.#byEnding.get(id.normalize('NFC'));
  }

  archiveOf(entry: Entry): Archive | undefined {
    return this.#archiveById.get(entry.archive);
  }

  locate(entry: Entry, { source }: Variant): string {
    return this.sourceOf.get(entry.archive)?.locate(source.document) ?? source.document;
  }

  answersFor(symbol: string): readonly SymbolEntry[] {
    return this.#symbolIndex().answersFor(symbol);
  }

  strongAnswersFor(symbol: string): readonly SymbolEntry[] {
    const index = this.#symbolIndex();
    return index.strongFor(index.canonical(symbol));
  }

  answersForArgument(symbol: string, keyword: string, value: string): readonly SymbolEntry[] {
    return entriesForArgument(symbol, keyword, value, this.argumentIndex, {
      symbols: this.#symbolIndex(),
      concepts: CONCEPTS,
      packages: this.#packageEntries(),
    });
  }

  hasAnswersForArgument(keyword: string, value: string): boolean {
    return this.argumentIndex.has(keyword, value);
  }

  declaredSymbols(): ReadonlySet<string> {
    return this.#symbolIndex().declared;
  }

  #symbolIndex(): SymbolIndex {
    this.#symbols ??= new SymbolIndex(this.entries(), SYMBOLS, {
      concepts: CONCEPTS,
      phrases: this.searcher.phraseOccurrences,
      packages: this.#packageEntries(),
    });
    return this.#symbols;
  }

  #packageEntries(): PackageEntries {
    this.#packages ??= new PackageEntries(this.entries(), this.searcher.phraseOccurrences);
    return this.#packages;
  }

  async search(query: string, { limit = 20, signal, language }: SearchOptions = {}): Promise<readonly Hit[]> {
    const { ranked, plan } = await this.#find(query, limit, signal, language);
    const hits: Hit[] = [];
    for (const one of ranked.slice(0, limit)) {
      hits.push(toHit(one, plan));
      await this.maybeYield?.();
      if (signal?.aborted === true) return [];
    }
    return hits;
  }

  async matching(query: string, signal?: Cancellation): Promise<readonly Entry[]> {
    const { ranked } = await this.#find(query, Infinity, signal);
    return ranked
      .filter(({ confidence }) => confidence === 'strong')
      .map(({ scored: found }) => found.document.entry);
  }

  #find(text: string, limit: number, signal?: Cancellation, language?: string): Promise<RankedResults> {
    const query = parseQuery(text);
    const symbols = query.filters.some(({ name }) => name === 'symbol') ? this.#symbolIndex() : NO_SYMBOLS;
    const names: FilterNames = { symbols, archive: (id) => this.#archiveNames(id) };
    return this.searcher.search(query, {
      limit,
      signal,
      language,
      matchesFilters: (entry, variant) => matchesFilters(query.filters, entry, variant, names),
    });
  }

  async nearest(query: string, limit: number, language: string): Promise<readonly NearestTitle[]> {
    const { words, filters } = parseQuery(query);
    const { ranked } = await this.#find(words, limit, undefined, language);
    const near: NearestTitle[] = ranked
      .filter(({ scored: found }) => found.coverage >= MIN_NEAREST_SIMILARITY)
      .map(({ scored: found }) => found.document);
    const text = [words, ...filters.map(({ value }) => value)].join(' ');
    for (const title of await nearestTitles(this.entries(), text, limit, language, this.maybeYield)) {
      if (!near.some(({ entry }) => entry === title.entry)) near.push(title);
    }
    return near.slice(0, limit).map(({ entry, variant }) => ({ entry, variant }));
  }

  completions(query: string, language: string): readonly Completion[] {
    return completionsOf(query, this.entries(), (id) => {
      const archive = this.#archiveById.get(id);
      return { label: archive === undefined ? id : titleIn(archive, language), names: this.#archiveNames(id) };
    });
  }

  #archiveNames(id: ArchiveId): readonly string[] {
    const archive = this.#archiveById.get(id);
    return archive === undefined ? [id] : [id, archive.title, ...Object.values(archive.titles)];
  }

  relatedTo(entry: Entry): readonly Related[] {
    return relatedTo(entry, this.entries());
  }
}
