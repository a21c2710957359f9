/** The labelled corpora of Python modules, `test/fixtures/python`; docs/code.md describes the labels. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fnv1a } from '../../src/core/base/hash';
import { SYMBOLS } from '../../src/core/symbolTable/symbolTable';

export const CORPORA = ['modules', 'packages', 'applications'] as const;
export type CorpusName = (typeof CORPORA)[number];

export interface LabelledFile {
  /** From the corpus's folder, with slashes: `middleware/pure_asgi.py`. */
  readonly path: string;
  /** Without the marks. */
  readonly text: string;
  readonly labels: ReadonlyMap<number, Label>;
  /** Of the half set aside, only totals are shown. */
  readonly half: 'tune' | 'held';
}

interface Label {
  readonly name: string;
  /** `undefined` where the name looks like a symbol and is none. */
  readonly symbol: string | undefined;
  /** Counts only if a resolver finds another symbol there. */
  readonly optional: boolean;
}

/** An optional occurrence in `gray.json`. */
interface GrayOccurrence {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
  readonly name: string;
  readonly symbol: string;
}

const MARK = /«([^«»|]+)\|(\??)([^«»]+)»/g;

/** The files of a corpus in the order of their paths, each with its labels and optional occurrences. */
export function loadCorpus(root: string, corpus: CorpusName): readonly LabelledFile[] {
  const folder = join(root, 'test', 'fixtures', 'python', corpus);
  const grayFile = join(folder, 'gray.json');
  const gray = existsSync(grayFile)
    ? (JSON.parse(readFileSync(grayFile, 'utf8')) as readonly GrayOccurrence[])
    : [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.py'))
    .sort()
    .map((path) => {
      const { text, labels } = readLabels(readFileSync(join(folder, path), 'utf8'));
      for (const { line, column, name, symbol } of gray.filter(({ file }) => file === path)) {
        labels.set(offsetOf(text, line, column), { name, symbol, optional: true });
      }
      return { path, text, labels, half: halfOf(path) };
    });
}

/**
 * Whether the name at an offset is a member of an instance: it follows a dot, the symbol is a member of a class, and
 * what stands before the dot is not named as classes are.
 */
export function isMemberOfInstance(text: string, offset: number, symbol: string): boolean {
  const before = text.slice(Math.max(0, offset - 80), offset);
  if (!/\.\s*$/.test(before) || /(?<![\w.])[A-Z]\w*\.\s*$/.test(before)) return false;
  const owner = SYMBOLS.resolve(symbol.slice(0, symbol.lastIndexOf('.')))?.kind;
  return owner === 'class' || owner === 'exception';
}

/** `12` for an offset in the twelfth line. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function readLabels(source: string): { readonly text: string; readonly labels: Map<number, Label> } {
  const labels = new Map<number, Label>();
  let text = '';
  let end = 0;
  for (const match of source.matchAll(MARK)) {
    const [whole, name = '', optional, symbol] = match;
    text += source.slice(end, match.index);
    labels.set(text.length, {
      name,
      symbol: symbol === '-' ? undefined : symbol,
      optional: optional === '?',
    });
    text += name;
    end = match.index + whole.length;
  }
  return { text: text + source.slice(end), labels };
}

function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, { length }) => sum + length + 1, 0) + column;
}

function halfOf(path: string): LabelledFile['half'] {
  // FNV-1a mixes its low bits poorly.
  return (fnv1a(path) >>> 16) % 2 === 0 ? 'tune' : 'held';
}
