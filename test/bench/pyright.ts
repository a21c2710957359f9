/** Whether a type checker that has read the libraries' sources agrees with the labels of the Python corpora. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  isMemberOfInstance,
  lineOf,
  loadCorpus,
  CORPORA,
  type CorpusName,
  type LabelledFile,
} from './labels';
import { LanguageServer } from './languageServer';
import { LibrarySources, type Definition } from './librarySources';

const SERVER = 'langserver.index.js';
const NOT_FOUND = [
  'Pyright is not installed. It is no dependency of the project: install it in a folder of its own with',
  '`npm install --prefix FOLDER pyright`, and name that folder in ARCHIVE_ANSWERS_PYRIGHT.',
  'It reads libraries from the folders in ARCHIVE_ANSWERS_LIBRARIES, such as one made by',
  '`pip install --target FOLDER sqlalchemy fastapi pydantic-settings sqlmodel alembic uvicorn flask-sqlalchemy httpx`.',
].join('\n');

/** What the type checker says of one name. */
interface Compared {
  readonly where: string;
  readonly half: LabelledFile['half'];
  readonly name: string;
  readonly expected: string | undefined;
  /** The definitions in libraries. */
  readonly found: readonly string[];
  readonly isLabelled: boolean;
  readonly isMember: boolean;
  readonly verdict: 'same' | 'other' | 'nothing';
}

/** The agreement by corpus, then every disagreement in the half for tuning, as lines of Markdown. */
export async function* benchPyright(root: string): AsyncGenerator<string> {
  const program = findServer(root);
  if (program === undefined) {
    yield NOT_FOUND;
    return;
  }
  yield '### Labels and a type checker\n';
  yield '| corpus | labels | same symbol | another | none | negatives | none | a symbol |';
  yield '|---|---|---|---|---|---|---|---|';
  const shown: Compared[] = [];
  for (const corpus of CORPORA) {
    const compared = await compareCorpus(root, corpus, program);
    yield* rows(corpus, compared);
    shown.push(...compared.filter(({ half }) => corpus === 'applications' && showsHalf(half)));
  }
  yield '\nDisagreements in the half of the applications for tuning, found (labelled):\n';
  for (const { where, name, found, expected, isLabelled, verdict } of shown) {
    if (verdict === 'same') continue;
    const label = expected ?? (isLabelled ? '–' : 'no label');
    yield `${where} ${name}: ${found.join(', ') || '–'} (${label})`;
  }
}

/** The half set aside is shown to those who correct its labels, never to those who write the resolver. */
function showsHalf(half: LabelledFile['half']): boolean {
  return half === 'tune' || process.env['ARCHIVE_ANSWERS_HELD_LABELS'] === 'show';
}

function findServer(root: string): string | undefined {
  const folders = [process.env['ARCHIVE_ANSWERS_PYRIGHT'], root].filter((folder) => folder !== undefined);
  for (const folder of folders) {
    const direct = join(folder, SERVER);
    if (existsSync(direct)) return direct;
    try {
      const manifest = createRequire(join(folder, 'package.json')).resolve('pyright/package.json');
      return join(dirname(manifest), SERVER);
    } catch {
      continue;
    }
  }
  return undefined;
}

async function compareCorpus(
  root: string,
  corpus: CorpusName,
  program: string,
): Promise<readonly Compared[]> {
  const files = loadCorpus(root, corpus);
  const libraries = (process.env['ARCHIVE_ANSWERS_LIBRARIES'] ?? '')
    .split(delimiter)
    .filter((one) => one !== '');
  const sources = new LibrarySources(libraries);
  const folder = mkdtempSync(join(tmpdir(), 'archive-answers-'));
  const server = new LanguageServer(program);
  try {
    writeCorpus(folder, files, libraries);
    await server.initialize(folder);
    const compared: Compared[] = [];
    for (const file of files) compared.push(...(await compareFile(folder, file, server, sources)));
    return compared;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Python's search path is unknown, so every folder that is no package is on it. */
function writeCorpus(folder: string, files: readonly LabelledFile[], libraries: readonly string[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const folders = new Set(files.map(({ path }) => dirname(path)));
  for (const one of folders) if (one !== '.') folders.add(dirname(one));
  const paths = [...folders].filter((one) => !existsSync(join(folder, one, '__init__.py'))).sort();
  const config = { extraPaths: [...paths, ...libraries], typeCheckingMode: 'off', pythonVersion: '3.13' };
  writeFileSync(join(folder, 'pyrightconfig.json'), JSON.stringify(config));
}

async function compareFile(
  folder: string,
  file: LabelledFile,
  server: LanguageServer,
  sources: LibrarySources,
): Promise<readonly Compared[]> {
  const { path, text, labels, half } = file;
  const uri = pathToFileURL(join(folder, path)).href;
  server.open(uri, text);
  const compared = await Promise.all(
    namesIn(text, labels).map(async ([offset, name]): Promise<Compared | undefined> => {
      const label = labels.get(offset);
      const definitions = await definitionsAt(text, offset, uri, server, sources);
      const symbols = definitions.flatMap(({ symbol }) => symbol ?? []);
      if (label === undefined && symbols.length === 0) return undefined;
      const expected = label?.symbol;
      const symbol = expected ?? symbols[0];
      return {
        where: `${path}:${String(lineOf(text, offset))}`,
        half,
        name,
        expected,
        found: [...new Set(definitions.map((one) => one.symbol ?? one.path))],
        isLabelled: label !== undefined,
        isMember: symbol === undefined ? text[offset - 1] === '.' : isMemberOfInstance(text, offset, symbol),
        verdict: verdictOf(expected, definitions, sources),
      };
    }),
  );
  server.close(uri);
  return compared.filter((one) => one !== undefined);
}

/**
 * The names in a text, labelled or not, without what only looks like a use: words in quotes, definitions, arguments by
 * keyword and assigned names.
 */
function namesIn(text: string, labels: LabelledFile['labels']): readonly (readonly [number, string])[] {
  return [...text.matchAll(/(?<![\w"'])[A-Za-z_]\w*/g)].flatMap(({ 0: name, index }) => {
    const isUse =
      !/\b(?:def|class)\s+$/.test(text.slice(Math.max(0, index - 12), index)) &&
      (text[index - 1] === '.' ||
        !/^\s*(?::[^=\n]*)?=(?!=)/.test(text.slice(index + name.length, index + 80)));
    return isUse || labels.has(index) ? [[index, name] as const] : [];
  });
}

async function definitionsAt(
  text: string,
  offset: number,
  uri: string,
  server: LanguageServer,
  sources: LibrarySources,
): Promise<readonly Definition[]> {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const position = { line: lineOf(text, offset) - 1, character: offset - lineStart };
  return (await server.definitions(uri, position)).flatMap(
    (location) => sources.definitionAt(location) ?? [],
  );
}

function verdictOf(
  expected: string | undefined,
  definitions: readonly Definition[],
  sources: LibrarySources,
): Compared['verdict'] {
  if (expected === undefined) {
    return definitions.every(({ symbol }) => symbol === undefined) ? 'same' : 'other';
  }
  if (definitions.some((one) => sources.isDefinitionOf(expected, one))) return 'same';
  return definitions.length === 0 ? 'nothing' : 'other';
}

function* rows(corpus: CorpusName, compared: readonly Compared[]): Generator<string> {
  yield rowOf(corpus, compared);
  yield rowOf(
    `${corpus}, members`,
    compared.filter(({ isMember }) => isMember),
  );
}

function rowOf(name: string, compared: readonly Compared[]): string {
  const labels = compared.filter(({ expected }) => expected !== undefined);
  const negatives = compared.filter(({ expected, isLabelled }) => expected === undefined && isLabelled);
  const count = (of: readonly Compared[], verdict: Compared['verdict']) =>
    of.filter((one) => one.verdict === verdict).length;
  const counts = (['same', 'other', 'nothing'] as const).map((verdict) => count(labels, verdict));
  const all = [
    labels.length,
    ...counts,
    negatives.length,
    count(negatives, 'same'),
    count(negatives, 'other'),
  ];
  return `| ${[name, ...all].join(' | ')} |`;
}
