/** Which entries are about which symbol, as judged by a reader: the precision and recall of hovers. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Library } from '../../src/core/library/library';
import { openLibrary } from '../../src/core/library/openLibrary';
import { createInvertedIndex } from '../../src/core/search/invertedIndex';
import { communityDocument, SHIPPED_IDS, shippedFiles } from './corpora';
import { sourceOf } from './engines';

const ARCHIVES = ['fastapi-user-group', 'community', 'python-discord-tags'] as const;
type ArchiveName = (typeof ARCHIVES)[number];

export interface HoverCase {
  /** A qualified name, or `keyword="value" of NAME`. */
  readonly symbol: string;
  readonly archive: ArchiveName;
  readonly half: 'tune' | 'held';
  /** The entries that a reader wants; none where the archive only mentions the name. */
  readonly want: readonly string[];
  /** Acceptable, but not required. */
  readonly may?: readonly string[];
}

export interface JudgedHover {
  readonly case: HoverCase;
  readonly found: readonly string[];
}

export interface HoverScores {
  readonly precision: number;
  readonly recall: number;
  readonly cases: number;
}

export function loadHovers(root: string): readonly HoverCase[] {
  return readFileSync(join(root, 'test', 'relevance', 'hovers.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as HoverCase);
}

/** What a hover says for each case of an archive; `undefined` where the archive is missing. */
export async function judgeHovers(
  root: string,
  archive: ArchiveName,
): Promise<readonly JudgedHover[] | undefined> {
  const files = filesOf(root, archive);
  if (files === undefined) return undefined;
  const library = await openLibrary([sourceOf(files, archive)], { createIndex: createInvertedIndex });
  const names = new Map(library.entries().map(({ id }, at) => [id as string, nameOf(id, at, archive)]));
  return loadHovers(root)
    .filter((one) => one.archive === archive)
    .map((one) => ({ case: one, found: entriesFor(library, one).map((id) => names.get(id) ?? id) }));
}

export function scoresOfHovers(judged: readonly JudgedHover[]): HoverScores {
  let right = 0;
  let wrong = 0;
  let missing = 0;
  for (const {
    case: { want, may = [] },
    found,
  } of judged) {
    right += found.filter((id) => want.includes(id)).length;
    wrong += found.filter((id) => !want.includes(id) && !may.includes(id)).length;
    missing += want.filter((id) => !found.includes(id)).length;
  }
  return { precision: right / (right + wrong), recall: right / (right + missing), cases: judged.length };
}

/** Precision and recall by archive and half, as lines of Markdown. */
export async function* benchHovers(root: string): AsyncGenerator<string> {
  yield '### Entries about a symbol\n';
  yield '| archive | half | symbols | of them only mentioned | precision | recall |';
  yield '|---|---|---|---|---|---|';
  const all: JudgedHover[] = [];
  for (const archive of ARCHIVES) {
    const judged = await judgeHovers(root, archive);
    if (judged === undefined) yield `| ${archive} | not available | | | | |`;
    else {
      all.push(...judged);
      yield* rows(archive, judged);
    }
  }
  yield* rows('all', all);
  yield '';
}

function* rows(name: string, judged: readonly JudgedHover[]): Generator<string> {
  for (const half of ['tune', 'held'] as const) {
    const own = judged.filter((one) => one.case.half === half);
    const { precision, recall, cases } = scoresOfHovers(own);
    const mentioned = own.filter((one) => one.case.want.length === 0).length;
    yield `| ${[name, half, cases, mentioned, precision.toFixed(3), recall.toFixed(3)].join(' | ')} |`;
  }
}

function entriesFor(library: Library, { symbol }: HoverCase): readonly string[] {
  const [, keyword, value, callee] = /^(\w+)="(.+)" of (.+)$/.exec(symbol) ?? [];
  const answers =
    keyword === undefined || value === undefined || callee === undefined
      ? library.strongEntriesForSymbol(symbol)
      : library
          .entriesForArgument(callee, keyword, value)
          .filter(({ confidence }) => confidence === 'strong');
  return answers.map(({ entry }) => entry.id);
}

function filesOf(root: string, archive: ArchiveName): ReadonlyMap<string, string> | undefined {
  if (archive === 'fastapi-user-group') return new Map(Object.entries(shippedFiles(root)));
  if (archive === 'community') {
    const document = communityDocument(root);
    return document === undefined ? undefined : new Map([['community.md', document]]);
  }
  const folder = join(root, '..', 'shared', 'archives', archive);
  if (!existsSync(folder)) return undefined;
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** An entry's name in the cases: its pinned id, its document, or that of the entry it became. */
function nameOf(id: string, at: number, archive: ArchiveName): string {
  if (archive === 'community') return SHIPPED_IDS[at] ?? id;
  return id.replace(/^[^/]*\//, '').replace(/\.md#.*$/, '');
}
