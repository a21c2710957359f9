import { create, insertMultiple, search, type Tokenizer } from '@orama/orama';
import { Index as FlexIndex } from 'flexsearch';
import Fuse from 'fuse.js';
import lunr from 'lunr';
import MiniSearch, { type SearchOptions } from 'minisearch';
import type { LibraryOptions } from '../../src/core/library/buildLibrary';
import type { Library } from '../../src/core/library/library';
import { openLibrary } from '../../src/core/library/openLibrary';
import type { Entry } from '../../src/core/model';
import { createInvertedIndex } from '../../src/core/search/invertedIndex';
import type { Tuning } from '../../src/core/search/tuning';
import type { ArchiveSource } from '../../src/core/archive/archiveSource';
import type { Text } from './corpora';
import { lucene } from './lucene/lucene';

/** The ids that an engine finds for a query, best first, at most `MAX_RESULTS`. */
export type Find = (query: string) => Promise<readonly string[]> | readonly string[];

/** The texts in an engine's index. */
export interface BuiltIndex {
  readonly find: Find;
  /** Whether the engine runs outside of this process, so that its memory is not measured. */
  readonly isOtherProcess?: boolean;
  /** Ends what the engine has running. */
  readonly close?: () => void;
}

/** Why an engine cannot run on this machine. */
export interface Unavailable {
  readonly unavailable: string;
}

export interface Engine {
  readonly name: string;
  /** Questions asked, for engines that would take hours for all. */
  readonly maxQuestions?: number;
  readonly build: (texts: readonly Text[]) => Promise<BuiltIndex | Unavailable>;
}

const MAX_RESULTS = 10;
const WORDS = /[\p{L}\p{N}_]+/gu;

/** Our engine and others, each set up for text of any language as in its documentation. */
export function enginesIn(root: string): readonly Engine[] {
  return [
    { name: 'Archive Answers', build: async (texts) => ({ find: await buildOurs(texts) }) },
    { name: 'MiniSearch, defaults', build: (texts) => inProcess(miniSearch(texts, {})) },
    {
      name: 'MiniSearch, prefix and fuzzy 0.2',
      build: (texts) => inProcess(miniSearch(texts, { prefix: true, fuzzy: 0.2 })),
    },
    { name: 'FlexSearch', build: (texts) => inProcess(flexSearch(texts)) },
    { name: 'Orama', build: async (texts) => ({ find: await orama(texts) }) },
    { name: 'Fuse.js', maxQuestions: 60, build: (texts) => inProcess(fuse(texts)) },
    { name: 'lunr', build: (texts) => inProcess(lunrIndex(texts)) },
    { name: 'SQLite FTS5, trigram', build: sqlite },
    { name: 'Lucene, Korean analyser (Nori)', build: (texts) => lucene(root, texts) },
  ];
}

function inProcess(find: Find): Promise<BuiltIndex> {
  return Promise.resolve({ find });
}

/** Our engine over the texts. */
export async function buildOurs(texts: readonly Text[], tuning?: Tuning): Promise<Find> {
  const { library, idOf } = await openTexts(texts, tuning === undefined ? {} : { tuning });
  return async (query) =>
    (await library.search(query, { limit: MAX_RESULTS })).map(({ entry }) => idOf(entry));
}

/** A library of one archive with an entry for each text, read and indexed like any archive. */
export async function openTexts(
  texts: readonly Text[],
  options: Omit<LibraryOptions, 'createIndex'> = {},
): Promise<{ readonly library: Library; readonly idOf: (entry: Entry) => string }> {
  const pathOf = (at: number): string => `${String(at)}.md`;
  const files = new Map(texts.map(({ text }, at) => [pathOf(at), `---\ntitle: "-"\n---\n\n${text}\n`]));
  const ids = new Map(texts.map(({ id }, at) => [pathOf(at), id]));
  const library = await openLibrary([sourceOf(files, 'bench')], {
    createIndex: createInvertedIndex,
    ...options,
  });
  return { library, idOf: ({ source }) => ids.get(source.document) ?? '' };
}

/** An archive in memory. */
export function sourceOf(files: ReadonlyMap<string, string>, name: string): ArchiveSource {
  return {
    name,
    location: name,
    root: name,
    locate: (path) => path,
    list: () =>
      Promise.resolve({
        manifest: files.has('archive.json'),
        documents: [...files.keys()].filter((path) => path.endsWith('.md')),
      }),
    read: (path) => Promise.resolve(files.get(path) ?? ''),
    fileAt: () => Promise.resolve(undefined),
    readStart: () => Promise.resolve(undefined),
  };
}

function miniSearch(texts: readonly Text[], options: SearchOptions): Find {
  const index = new MiniSearch<Text>({ fields: ['text'] });
  index.addAll(texts);
  return (query) =>
    index
      .search(query, options)
      .slice(0, MAX_RESULTS)
      .map(({ id }) => String(id));
}

function flexSearch(texts: readonly Text[]): Find {
  const index = new FlexIndex({ tokenize: 'forward' });
  for (const [at, { text }] of texts.entries()) index.add(at, text);
  return (query) =>
    index.search(query, { limit: MAX_RESULTS, suggest: true }).map((at) => texts[Number(at)]?.id ?? '');
}

async function orama(texts: readonly Text[]): Promise<Find> {
  // Its tokenizers drop all letters that are not in their language.
  const tokenizer: Tokenizer = {
    language: 'english',
    normalizationCache: new Map(),
    tokenize: (raw) => raw.toLowerCase().match(WORDS) ?? [],
  };
  const index = create({ schema: { id: 'string', text: 'string' } as const, components: { tokenizer } });
  await insertMultiple(index, [...texts]);
  return async (query) =>
    (await search(index, { term: query, properties: ['text'], limit: MAX_RESULTS })).hits.map(
      ({ document }) => document.id,
    );
}

function fuse(texts: readonly Text[]): Find {
  const index = new Fuse(texts, { keys: ['text'], ignoreLocation: true });
  return (query) => index.search(query, { limit: MAX_RESULTS }).map(({ item }) => item.id);
}

function lunrIndex(texts: readonly Text[]): Find {
  const index = lunr((builder) => {
    // Its pipeline removes all letters that are not Latin.
    builder.pipeline.reset();
    builder.searchPipeline.reset();
    builder.field('text');
    for (const text of texts) builder.add(text);
  });
  return (query) =>
    index
      .query((clauses) => {
        for (const term of query.toLowerCase().match(WORDS) ?? []) clauses.term(term, {});
      })
      .slice(0, MAX_RESULTS)
      .map(({ ref }) => ref);
}

interface Statement {
  run(...values: unknown[]): void;
  all(...values: unknown[]): readonly { readonly id: string }[];
}
interface Sqlite {
  readonly DatabaseSync: new (path: string) => { exec(sql: string): void; prepare(sql: string): Statement };
}

async function sqlite(texts: readonly Text[]): Promise<BuiltIndex | Unavailable> {
  // Not in the type definitions of the Node version used here.
  const name = ['node', 'sqlite'].join(':');
  const module: unknown = await import(name).catch(() => undefined);
  if (module === undefined) return { unavailable: 'this Node has none' };
  const database = new (module as Sqlite).DatabaseSync(':memory:');
  database.exec(`CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, text, tokenize = 'trigram')`);
  const insert = database.prepare('INSERT INTO texts VALUES (?, ?)');
  for (const { id, text } of texts) insert.run(id, text);
  const select = database.prepare(
    `SELECT id FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ${String(MAX_RESULTS)}`,
  );
  const find: Find = (query) => {
    const trigrams = (query.match(WORDS) ?? []).flatMap((word) => {
      const letters = Array.from(word);
      return letters.slice(2).map((_, at) => `"${letters.slice(at, at + 3).join('')}"`);
    });
    return trigrams.length === 0 ? [] : select.all([...new Set(trigrams)].join(' OR ')).map(({ id }) => id);
  };
  return { find };
}
