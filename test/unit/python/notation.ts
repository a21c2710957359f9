import { ModuleStore, type ModuleFiles, type Stubs } from '../../../src/core/python/moduleStore';
import { readOccurrences, type Occurrence } from '../../../src/core/python/occurrences';
import { SourceFile } from '../../../src/core/python/sourceFile';
import { STUBS } from '../../../src/core/python/stubs';
import { SYMBOLS } from '../../../src/core/symbolTable/symbolTable';

/** Abbreviations of frequent symbols. */
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
  RQ: 'starlette.requests.Request',
  RS: 'starlette.responses.Response',
  WS: 'starlette.websockets.WebSocket',
};

const MARK = /«([^«»|]+)\|([^«»]+)»/g;

/** The first line of each of several files: `# app/db.py`. */
const FILE = /^# (\S+\.py)\n/gm;

interface ResolvedMarks {
  readonly actual: string;
  readonly expected: string;
}

/**
 * Resolves a Python file. `«Session|S»` marks an expected occurrence, by an abbreviation of `SHORT` that may be followed by
 * `.member`, or by a qualified name. Anything that is not marked must not be an occurrence.
 *
 * @returns The file with the occurrences found marked, and the file as it should be.
 */
export async function resolveMarked(
  source: string,
  declared: readonly string[] = [],
): Promise<ResolvedMarks> {
  const text = unmarked(source);
  const occurrences = await readOccurrences(text, { symbols: SYMBOLS, declared: new Set(declared) });
  return { actual: withMarks(text, occurrences), expected: expanded(source) };
}

/** Several files in memory. */
export interface Project {
  readonly store: ModuleStore;
  /** Texts by path, without marks. */
  readonly files: Map<string, string>;
  /** Paths in the order in which files were read. */
  readonly read: readonly string[];
  /** The occurrences in a file. */
  occurrences(path: string): Promise<readonly Occurrence[]>;
}

/**
 * Several files that import each other. Each begins with a line with its path: `# app/db.py`.
 *
 * @param stubs Replaces the stubs that ship.
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

/** Resolves each of several files, in the notation of `resolveMarked` and `projectOf`. */
export async function resolveMarkedFiles(source: string, stubs?: Stubs): Promise<ResolvedMarks> {
  const project = projectOf(source, stubs);
  let actual = '';
  for (const [path, text] of project.files) {
    actual += `# ${path.slice(1)}\n${withMarks(text, await project.occurrences(path))}`;
  }
  return { actual, expected: expanded(source) };
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

/** Python code in a test, without the test's indentation. */
export function python({ raw }: TemplateStringsArray): string {
  const lines = raw.join('').split('\n').slice(1, -1);
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const minIndent = Math.min(...indents);
  return lines.map((line) => `${line.slice(minIndent)}\n`).join('');
}
