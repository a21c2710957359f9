import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ModuleStore, type ModuleFiles } from '../../src/core/python/moduleStore';
import { SourceFile } from '../../src/core/python/sourceFile';
import { STUBS } from '../../src/core/python/stubs';
import { SYMBOLS } from '../../src/core/symbolTable/symbolTable';

const ROOT = join(import.meta.dirname, '..', 'fixtures', 'python');
const MARK = /«([^«»|]+)\|([^«»]+)»/g;
const KNOWN = { symbols: SYMBOLS, declared: new Set<string>() };

/** A place in a labelled file: what it was found to be, and what it is. */
export interface Miss {
  /** `modules/app.py:12` */
  readonly where: string;
  readonly name: string;
  readonly found: string | undefined;
  readonly wanted: string | undefined;
}

export interface Measured {
  readonly occurrences: number;
  readonly nonOccurrences: number;
  readonly right: number;
  /** Labelled, and not found or found to be something else. */
  readonly missed: readonly Miss[];
  /** Found, and not labelled or labelled as something else. */
  readonly wrong: readonly Miss[];
}

interface Labels {
  readonly text: string;
  /** Offset → symbol. */
  readonly occurrences: ReadonlyMap<number, string>;
  readonly nonOccurrences: number;
}

/** A place that counts neither for nor against a resolver, unless it finds something else there. */
interface Gray {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly symbol: string;
}

/** Resolves every file of a labelled corpus, in which files see each other, and compares with the labels. */
export async function measure(corpus: string): Promise<Measured> {
  const folder = join(ROOT, corpus);
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.py')).sort();
  const labelled = new Map<string, Labels>();
  for (const name of names) labelled.set(`/${name}`, labelsOf(await readFile(join(folder, name), 'utf8')));
  const gray = JSON.parse(await readFile(join(folder, 'gray.json'), 'utf8')) as readonly Gray[];
  const files: ModuleFiles = {
    paths: () => Promise.resolve(new Set(labelled.keys())),
    read: (path) => Promise.resolve(labelled.get(path)?.text),
  };
  const store = new ModuleStore(STUBS, files);
  let right = 0;
  const missed: Miss[] = [];
  const wrong: Miss[] = [];
  for (const [path, { text, occurrences }] of labelled) {
    const isGray = new Map(
      gray.flatMap(({ file, line, column, symbol }) =>
        `/${file}` === path ? [[offsetOf(text, line, column), symbol] as const] : [],
      ),
    );
    const file = new SourceFile(path, store, KNOWN);
    await file.update(text);
    const found = new Map(
      (await file.occurrences()).map(({ span, symbol }) => [span.start, symbol] as const),
    );
    for (const at of new Set([...found.keys(), ...occurrences.keys()])) {
      const [is, wanted] = [found.get(at), occurrences.get(at) ?? isGray.get(at)];
      const line = text.slice(0, at).split('\n').length;
      const name = /^\w+/.exec(text.slice(at))?.[0] ?? '';
      const miss: Miss = { where: `${corpus}${path}:${String(line)}`, name, found: is, wanted };
      if (isGray.has(at)) {
        if (is !== undefined && is !== wanted) wrong.push(miss);
      } else if (is === wanted) {
        right += 1;
      } else {
        if (wanted !== undefined) missed.push(miss);
        if (is !== undefined) wrong.push(miss);
      }
    }
  }
  const all = [...labelled.values()];
  return {
    occurrences: right + missed.length,
    nonOccurrences: all.reduce((sum, { nonOccurrences }) => sum + nonOccurrences, 0),
    right,
    missed,
    wrong,
  };
}

function labelsOf(source: string): Labels {
  const occurrences = new Map<number, string>();
  let nonOccurrences = 0;
  let text = '';
  let end = 0;
  for (const match of source.matchAll(MARK)) {
    const [whole, name = '', symbol = ''] = match;
    text += source.slice(end, match.index);
    if (symbol === '-') nonOccurrences += 1;
    else occurrences.set(text.length, symbol);
    text += name;
    end = match.index + whole.length;
  }
  return { text: text + source.slice(end), occurrences, nonOccurrences };
}

function offsetOf(text: string, line: number, column: number): number {
  return (
    text
      .split('\n')
      .slice(0, line - 1)
      .reduce((sum, { length }) => sum + length + 1, 0) + column
  );
}
