import { readArchive, type Archive } from './archive';
import { variantsOf, type Entry, type Variant } from './model';
import type { Problem } from './problems';
import { indexDocumentOf, type IndexDocument } from './search/fields';
import type { Cancellation, IndexFactory, SearchIndex } from './search/index';
import { hitOf, rank, type Hit } from './search/rank';
import { isSourceError, type ArchiveSource, type Breathe } from './source';
import { SymbolIndex, type SymbolAnswer } from './symbols/answers';
import { SYMBOLS } from './symbols/table';
import { analyseQuery } from './text/analyser';

/** Candidates an engine proposes for one query, before ranking. */
const CANDIDATES = 100;

export interface LibraryOptions {
  readonly createIndex: IndexFactory;
  /** Without it the whole opening may hold the thread. */
  readonly breathe?: Breathe;
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
  /** The entry with that id; a pinned id may come without its archive where only one archive has it. */
  entry(id: string): Entry | undefined;
  archiveOf(entry: Entry): Archive | undefined;
  /** Entries that speak of a symbol, by any of its qualified names: those that declare it first, the most specific first. */
  answersFor(symbol: string): readonly SymbolAnswer[];
  /** Every symbol that some entry speaks of, by its one qualified name. */
  symbolNames(): ReadonlySet<string>;
  /** Qualified names as archives declare them; they resolve in code whether the symbol table has them or not. */
  declaredSymbols(): ReadonlySet<string>;
  /** Entries for a query, best first. An empty query and a cancelled search find nothing. */
  search(query: string, options?: SearchOptions): Promise<readonly Hit[]>;
}

/** Reads and indexes archives. A source that cannot be read is a problem of the library; the others are there. */
export async function openLibrary(
  sources: readonly ArchiveSource[],
  { createIndex, breathe }: LibraryOptions,
): Promise<Library> {
  const archives: Archive[] = [];
  const problems: LocatedProblem[] = [];
  for (const source of sources) {
    try {
      const archive = await readArchive(source, {
        taken: new Set(archives.map(({ id }) => id)),
        ...(breathe === undefined ? {} : { breathe }),
      });
      archives.push(archive);
      for (const problem of archive.problems) {
        const location = problem.document === undefined ? source.location : source.locate(problem.document);
        problems.push({ ...problem, location });
      }
    } catch (error) {
      if (!isSourceError(error)) throw error;
      const { location } = source;
      problems.push({ kind: 'sourceUnreadable', severity: 'error', args: [error.message], location });
    }
  }
  const variants = new Map<string, { entry: Entry; variant: Variant }>();
  for (const entry of archives.flatMap((archive) => archive.entries)) {
    variantsOf(entry).forEach((variant, at) =>
      variants.set(`${entry.id}\n${String(at)}`, { entry, variant }),
    );
  }
  const documents: IndexDocument[] = [];
  for (const [key, { entry, variant }] of variants) {
    documents.push(indexDocumentOf(entry, variant, key));
    await breathe?.();
  }
  return new IndexedLibrary(archives, problems, variants, await createIndex(documents, breathe));
}

class IndexedLibrary implements Library {
  readonly #byId: ReadonlyMap<string, Entry>;
  #symbols: SymbolIndex | undefined;

  constructor(
    readonly archives: readonly Archive[],
    readonly problems: readonly LocatedProblem[],
    private readonly variants: ReadonlyMap<string, { readonly entry: Entry; readonly variant: Variant }>,
    private readonly index: SearchIndex,
  ) {
    this.#byId = new Map(this.entries().map((entry) => [entry.id, entry]));
  }

  entries(): readonly Entry[] {
    return this.archives.flatMap((archive) => archive.entries);
  }

  entry(id: string): Entry | undefined {
    const wanted = id.normalize('NFC');
    const exact = this.#byId.get(wanted);
    if (exact !== undefined) return exact;
    const ending = this.entries().filter((entry) => entry.id === `${entry.archive}/${wanted}`);
    return ending.length === 1 ? ending[0] : undefined;
  }

  archiveOf(entry: Entry): Archive | undefined {
    return this.archives.find(({ id }) => id === entry.archive);
  }

  answersFor(symbol: string): readonly SymbolAnswer[] {
    return this.#symbolIndex().answersFor(symbol);
  }

  symbolNames(): ReadonlySet<string> {
    return this.#symbolIndex().names();
  }

  declaredSymbols(): ReadonlySet<string> {
    return this.#symbolIndex().declared;
  }

  #symbolIndex(): SymbolIndex {
    this.#symbols ??= new SymbolIndex(this.entries(), SYMBOLS);
    return this.#symbols;
  }

  async search(query: string, { limit = 20, signal, language }: SearchOptions = {}): Promise<readonly Hit[]> {
    const words = analyseQuery(query);
    if (words.length === 0) return [];
    const candidates = await this.index.search(words, CANDIDATES, signal);
    if (signal?.aborted === true) return [];
    const ranked = rank(candidates, words.length, (key) => this.variants.get(key), language);
    return ranked.slice(0, limit).map(hitOf);
  }
}
