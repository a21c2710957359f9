import { ModuleStore, type ModuleFiles, type Stubs } from '../../../src/core/python/moduleStore';
import { readOccurrences, type Occurrence } from '../../../src/core/python/occurrences';
import { SourceFile } from '../../../src/core/python/sourceFile';
import { STUBS } from '../../../src/core/python/stubs';
import { SYMBOLS } from '../../../src/core/symbolTable/symbolTable';

/** Abbreviations for what the tests speak of most. */
const SHORT: Readonly<Record<string, string>> = {
  S: 'sqlalchemy.orm.Session',
  SS: 'sqlalchemy.orm.scoped_session',
  SM: 'sqlalchemy.orm.sessionmaker',
  AS: 'sqlalchemy.ext.asyncio.AsyncSession',
  ASM: 'sqlalchemy.ext.asyncio.async_sessionmaker',
  SEL: 'sqlalchemy.Select',
  R: 'sqlalchemy.Result',
  SR: 'sqlalchemy.ScalarResult',
  E: 'sqlalchemy.Engine',
  C: 'sqlalchemy.Connection',
  D: 'fastapi.Depends',
  F: 'fastapi.FastAPI',
};

const MARK = /«([^«»|]+)\|([^«»]+)»/g;

/** A line that begins a file of several: `# app/db.py`. */
const FILE = /^# (\S+\.py)\n/gm;

interface Marked {
  readonly found: string;
  readonly wanted: string;
}

/**
 * Checks what resolves in a Python file. `«Session|S»` marks an occurrence of the symbol `S` stands for (or a whole
 * qualified name); whatever is not marked must not be one. `.member` may follow an abbreviation.
 *
 * @returns The file with every occurrence found marked, and the file as it should be.
 */
export async function marked(source: string, declared: readonly string[] = []): Promise<Marked> {
  const text = unmarked(source);
  const occurrences = await readOccurrences(text, { symbols: SYMBOLS, declared: new Set(declared) });
  return { found: withMarks(text, occurrences), wanted: expanded(source) };
}

/** Several files in memory, as they are now. */
export interface Project {
  readonly store: ModuleStore;
  /** Texts by path, without marks. */
  readonly files: Map<string, string>;
  /** Paths in the order in which they were read. */
  readonly read: readonly string[];
  /** What is found in one of them. */
  occurrences(path: string): Promise<readonly Occurrence[]>;
}

/**
 * Reads several files that import each other. Each begins with a line that is its path: `# app/db.py`.
 *
 * @param stubs What is known of libraries' types, where that is not what ships.
 */
export function projectOf(source: string, stubs: Stubs = STUBS): Project {
  const files = new Map([...split(source)].map(([path, text]) => [`/${path}`, unmarked(text)]));
  const read: string[] = [];
  const port: ModuleFiles = {
    paths: () => Promise.resolve(new Set(files.keys())),
    read: (path) => {
      read.push(path);
      return Promise.resolve(files.get(path));
    },
  };
  const store = new ModuleStore(stubs, port);
  return {
    store,
    files,
    read,
    async occurrences(path) {
      const file = new SourceFile(path, store, { symbols: SYMBOLS, declared: new Set() });
      await file.update(files.get(path) ?? '');
      return file.occurrences();
    },
  };
}

/** Checks what resolves in each of several files, in the notation of `marked` and `projectOf`. */
export async function markedFiles(source: string, stubs?: Stubs): Promise<Marked> {
  const project = projectOf(source, stubs);
  let found = '';
  for (const [path, text] of project.files) {
    found += `# ${path.slice(1)}\n${withMarks(text, await project.occurrences(path))}`;
  }
  return { found, wanted: expanded(source) };
}

/** A text without its marks. */
function unmarked(source: string): string {
  return source.replace(MARK, '$1');
}

/** A text with each occurrence marked by its qualified name. */
export function withMarks(text: string, occurrences: readonly Occurrence[]): string {
  let marks = '';
  let end = 0;
  for (const { name, symbol, span } of occurrences) {
    marks += `${text.slice(end, span.start)}«${name}|${symbol}»`;
    end = span.end;
  }
  return marks + text.slice(end);
}

function* split(source: string): Generator<readonly [path: string, text: string]> {
  const heads = [...source.matchAll(FILE)];
  for (const [at, head] of heads.entries()) {
    yield [head[1] ?? '', source.slice(head.index + head[0].length, heads[at + 1]?.index)];
  }
}

/** Marks with abbreviations written out. */
function expanded(source: string): string {
  return source.replace(MARK, (_, name: string, symbol: string) => `«${name}|${expand(symbol)}»`);
}

function expand(symbol: string): string {
  const [, short = '', member = ''] = /^([A-Z]+)(\..+)?$/.exec(symbol) ?? [];
  const long = SHORT[short];
  return long === undefined ? symbol : long + member;
}

/** Python as it is written in a test, without the indentation of the test. */
export function python({ raw }: TemplateStringsArray): string {
  const lines = raw.join('').split('\n').slice(1, -1);
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const least = Math.min(...indents);
  return lines.map((line) => `${line.slice(least)}\n`).join('');
}
