/** Which entries answer which error, as judged by a reader: what is found for pasted errors, and how surely. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Library } from '../../src/core/library/library';
import { openLibrary } from '../../src/core/library/openLibrary';
import { createInvertedIndex } from '../../src/core/search/invertedIndex';
import { entriesForErrors } from '../../src/core/tracebacks/entriesForErrors';
import { readErrors } from '../../src/core/tracebacks/readErrors';
import { nodeFileSystem } from '../../src/node/fileSystem';
import { folderSource } from '../../src/sources/folder';
import { isForTuning } from './halves';

export const HALVES = ['tune', 'held'] as const;
type Half = (typeof HALVES)[number];

export interface ErrorCase {
  readonly id: string;
  /** The shape of the text: `line`, `traceback`, `json`, … */
  readonly format: string;
  /** The entries that answer it; none where nothing does. */
  readonly wants: readonly string[];
  /** Acceptable, but not required. */
  readonly accepts?: readonly string[];
  readonly half: Half;
  readonly text: string;
}

export interface JudgedError {
  readonly case: ErrorCase;
  /** Ids of the entries that are found and sure, the best first. */
  readonly strong: readonly string[];
}

/** Counts of errors. */
export interface ErrorScores {
  readonly answered: number;
  /** Answered, and an entry that answers is strong. */
  readonly found: number;
  /** Answered, and the first strong entry answers. */
  readonly first: number;
  /** Answered, and a strong entry neither answers nor is acceptable. */
  readonly beside: number;
  readonly unanswered: number;
  /** Unanswered, and an entry that is not acceptable is strong. */
  readonly claimed: number;
}

/** The cases of `test/relevance/errors`, with their texts. */
export function loadErrors(root: string): readonly ErrorCase[] {
  const folder = join(root, 'test', 'relevance', 'errors');
  return readFileSync(join(folder, 'errors.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const labels = JSON.parse(line) as Omit<ErrorCase, 'half' | 'text'>;
      const half = isForTuning(labels.id) ? 'tune' : 'held';
      return { ...labels, half, text: readFileSync(join(folder, half, `${labels.id}.txt`), 'utf8') };
    });
}

/** The archives that the errors are asked of: the one that ships, and the one about errors. */
export async function openErrorLibrary(root: string): Promise<Library> {
  const folders = [
    ['archive', 'fastapi-user-group'],
    ['test', 'fixtures', 'errors', 'archive'],
  ];
  const sources = folders.map((path) => folderSource(nodeFileSystem, join(root, ...path), path.at(-1) ?? ''));
  return openLibrary(sources, { createIndex: createInvertedIndex });
}

export async function judgeErrors(root: string, library: Library): Promise<readonly JudgedError[]> {
  const judged: JudgedError[] = [];
  for (const one of loadErrors(root)) {
    const entries = await entriesForErrors(readErrors(one.text), library);
    const strong = entries.filter(({ confidence }) => confidence === 'strong').map(({ entry }) => entry.id);
    judged.push({ case: one, strong });
  }
  return judged;
}

export function scoresOfErrors(judged: readonly JudgedError[]): ErrorScores {
  const answered = judged.filter((one) => one.case.wants.length > 0);
  const unanswered = judged.filter((one) => one.case.wants.length === 0);
  return {
    answered: answered.length,
    found: answered.filter(isFound).length,
    first: answered.filter(isFirst).length,
    beside: answered.filter(hasWrong).length,
    unanswered: unanswered.length,
    claimed: unanswered.filter(hasWrong).length,
  };
}

/** What is found by half and by format, as lines of Markdown. Single failures are those of the tuning half only. */
export async function* benchErrors(root: string): AsyncGenerator<string> {
  const judged = await judgeErrors(root, await openErrorLibrary(root));
  yield '### Entries for an error\n';
  yield '| half | format | with an answer | right entry strong | right entry first | another strong too | without an answer | claimed |';
  yield '|---|---|---|---|---|---|---|---|';
  for (const half of HALVES) {
    yield rowOf(
      half,
      'all',
      judged.filter((one) => one.case.half === half),
    );
  }
  for (const format of [...new Set(judged.map((one) => one.case.format))].sort()) {
    yield rowOf(
      'both',
      format,
      judged.filter((one) => one.case.format === format),
    );
  }
  yield '\nFailures of the tuning half:\n';
  for (const one of judged.filter(({ case: { half } }) => half === 'tune')) {
    const failure = failureOf(one);
    if (failure !== undefined) yield `- ${one.case.id} (${one.case.format}): ${failure}`;
  }
  yield '';
}

function rowOf(half: string, format: string, judged: readonly JudgedError[]): string {
  const { answered, found, first, beside, unanswered, claimed } = scoresOfErrors(judged);
  const share = (count: number) => (answered === 0 ? '' : (count / answered).toFixed(3));
  return `| ${[half, format, answered, share(found), share(first), beside, unanswered, claimed].join(' | ')} |`;
}

function failureOf(one: JudgedError): string | undefined {
  const found = one.strong.join(', ') || 'nothing';
  if (one.case.wants.length === 0) return hasWrong(one) ? `claimed by ${found}` : undefined;
  const wants = one.case.wants.join(', ');
  if (!isFound(one)) return `wants ${wants}, found ${found}`;
  if (!isFirst(one)) return `wants ${wants} first, found ${found}`;
  return hasWrong(one) ? `wants ${wants} only, found ${found}` : undefined;
}

function isFound({ case: { wants }, strong }: JudgedError): boolean {
  return strong.some((id) => wants.includes(id));
}

function isFirst({ case: { wants }, strong: [first] }: JudgedError): boolean {
  return first !== undefined && wants.includes(first);
}

function hasWrong({ case: { wants, accepts = [] }, strong }: JudgedError): boolean {
  return strong.some((id) => !wants.includes(id) && !accepts.includes(id));
}
