import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ModuleStore, type ModuleFiles } from '../../src/core/python/moduleStore';
import { SourceFile } from '../../src/core/python/sourceFile';
import { STUBS } from '../../src/core/python/stubs';
import { SYMBOLS } from '../../src/core/symbolTable/symbolTable';

const ROOT = join(import.meta.dirname, '..', 'fixtures', 'python');
const MARK = /«([^«»|]+)\|([^«»]+)»/g;
const KNOWN = { symbols: SYMBOLS, declared: new Set<string>() };

/** A difference between resolver and labels. */
export interface Mismatch {
  /** `modules/app.py:12` */
  readonly where: string;
  readonly name: string;
  readonly actual: string | undefined;
  readonly expected: string | undefined;
}

export interface Measurement {
  readonly occurrences: number;
  readonly nonOccurrences: number;
  readonly right: number;
  /** Labelled, but not found or found to be another symbol. */
  readonly missed: readonly Mismatch[];
  /** Found, but not labelled or labelled as another symbol. */
  readonly wrong: readonly Mismatch[];
}

interface Labels {
  readonly text: string;
  /** Offset → symbol. */
  readonly occurrences: ReadonlyMap<number, string>;
  readonly nonOccurrences: number;
}

/** An optional occurrence: it counts only against a resolver that finds another symbol there. */
interface OptionalOccurrence {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly symbol: string;
}

/** Resolves every file of a labelled corpus, whose files can import each other, and compares with the labels. */
export async function measure(corpus: string): Promise<Measurement> {
  const folder = join(ROOT, corpus);
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.py')).sort();
  const labelled = new Map<string, Labels>();
  for (const name of names) labelled.set(`/${name}`, labelsOf(await readFile(join(folder, name), 'utf8')));
  const optionalOccurrences = JSON.parse(
    await readFile(join(folder, 'gray.json'), 'utf8'),
  ) as readonly OptionalOccurrence[];
  const files: ModuleFiles = {
    paths: () => Promise.resolve(new Set(labelled.keys())),
    read: (path) => Promise.resolve(labelled.get(path)?.text),
  };
  const store = new ModuleStore(STUBS, files);
  let right = 0;
  const missed: Mismatch[] = [];
  const wrong: Mismatch[] = [];
  for (const [path, { text, occurrences }] of labelled) {
    const optional = new Map(
      optionalOccurrences.flatMap(({ file, line, column, symbol }) =>
        `/${file}` === path ? [[offsetOf(text, line, column), symbol] as const] : [],
      ),
    );
    const file = new SourceFile(path, store, KNOWN);
    await file.update(text);
    const found = new Map(
      (await file.occurrences()).map(({ span, symbol }) => [span.start, symbol] as const),
    );
    for (const offset of new Set([...found.keys(), ...occurrences.keys()])) {
      const actual = found.get(offset);
      const expected = occurrences.get(offset) ?? optional.get(offset);
      const line = text.slice(0, offset).split('\n').length;
      const name = /^\w+/.exec(text.slice(offset))?.[0] ?? '';
      const mismatch: Mismatch = { where: `${corpus}${path}:${String(line)}`, name, actual, expected };
      if (optional.has(offset)) {
        if (actual !== undefined && actual !== expected) wrong.push(mismatch);
      } else if (actual === expected) {
        right += 1;
      } else {
        if (expected !== undefined) missed.push(mismatch);
        if (actual !== undefined) wrong.push(mismatch);
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
