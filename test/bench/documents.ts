/** How public documents are cut into entries, against what a reader expects. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArchive } from '../../src/core/archive/readArchive';
import { variantsOf, type Variant } from '../../src/core/model';
import { nodeFileSystem } from '../../src/node/fileSystem';
import { folderSource } from '../../src/sources/folder';

/** What a reader expects of an entry. A line may be one of a range, a title and a number of turns one of several. */
interface Expected {
  readonly line: number | readonly [number, number];
  readonly title?: string | readonly string[];
  readonly posts?: number | readonly number[];
  readonly language?: string;
  /** Whether it may be missing. */
  readonly optional?: boolean;
}

interface ExpectedFile {
  readonly entries: readonly Expected[];
  /** Other cuts that a reader accepts. */
  readonly alternatives?: readonly (readonly Expected[])[];
  readonly language?: string;
}

interface ExpectedDocument {
  readonly name: string;
  readonly files: Readonly<Record<string, ExpectedFile>>;
}

type Kind = 'entries' | 'titles' | 'languages' | 'turns';
interface Count {
  right: number;
  wanted: number;
}

/** Counts of one cut: of entries `right` are those found, `wanted` those found, missing and too many together. */
type Score = Readonly<Record<Kind, Count>>;

/** Scores documents beside the project, as Markdown. Each document is a folder with files as `truth.json` names them. */
export async function* benchDocuments(root: string): AsyncGenerator<string> {
  const folder = join(root, '..', 'shared', 'archives', 'wild');
  const truth = join(folder, 'truth.json');
  if (!existsSync(truth)) {
    yield `There are no documents at ${truth}.`;
    return;
  }
  const { documents } = JSON.parse(readFileSync(truth, 'utf8')) as {
    readonly documents: readonly ExpectedDocument[];
  };
  yield '| Document | Entries right | Titles | Languages | Turns |';
  yield '|---|--:|--:|--:|--:|';
  const scores: Score[] = [];
  for (const document of documents) {
    const score = await scoreDocument(join(folder, document.name), document);
    scores.push(score);
    yield `| ${document.name} | ${cells(score)} |`;
  }
  const whole = scores.reduce(added, zero());
  yield `| all | ${cells(whole)} |`;
  const perfect = scores.filter((score) =>
    Object.values(score).every(({ right, wanted }) => right === wanted),
  );
  yield '';
  yield `${String(perfect.length)} of ${String(scores.length)} documents are right in all of these.`;
}

async function scoreDocument(folder: string, { files }: ExpectedDocument): Promise<Score> {
  const { entries } = await readArchive(folderSource(nodeFileSystem, folder, 'documents'));
  const variants = entries.flatMap(variantsOf);
  return Object.entries(files)
    .map(([path, file]) =>
      scoreFile(
        file,
        variants.filter(({ source }) => source.document === path),
      ),
    )
    .reduce(added, zero());
}

/** The score of the cut that is the nearest. */
function scoreFile(file: ExpectedFile, found: readonly Variant[]): Score {
  const scores = [file.entries, ...(file.alternatives ?? [])].map((cut) => scoreCut(cut, file, found));
  return scores.reduce((best, score) => (mistakes(score) < mistakes(best) ? score : best));
}

function scoreCut(cut: readonly Expected[], file: ExpectedFile, found: readonly Variant[]): Score {
  const score = zero();
  const free = new Set(found);
  for (const expected of [...cut].sort((a, b) => Number(a.optional ?? false) - Number(b.optional ?? false))) {
    const entry = [...free].find(({ source }) => isAt(source.startLine, expected.line));
    if (entry === undefined) {
      if (expected.optional !== true) score.entries.wanted += 1;
      continue;
    }
    free.delete(entry);
    count(score.entries, true);
    if (expected.title !== undefined) count(score.titles, [expected.title].flat().includes(entry.title));
    const language = expected.language ?? file.language;
    if (language !== undefined) count(score.languages, entry.language.split('-')[0] === language);
    const turns = entry.posts.filter(({ kind }) => kind !== 'note').length;
    if (expected.posts !== undefined) count(score.turns, [expected.posts].flat().includes(turns));
  }
  score.entries.wanted += free.size;
  return score;
}

/** An anchor or a blank line above a heading may belong to either side. */
function isAt(line: number, expected: Expected['line']): boolean {
  const [first, last] = typeof expected === 'number' ? [expected, expected] : expected;
  return line >= first - 1 && line <= last + 1;
}

function count(of: Count, isRight: boolean): void {
  of.wanted += 1;
  if (isRight) of.right += 1;
}

function zero(): Score {
  const none = (): Count => ({ right: 0, wanted: 0 });
  return { entries: none(), titles: none(), languages: none(), turns: none() };
}

function added(a: Score, b: Score): Score {
  const sum = (kind: Kind): Count => ({
    right: a[kind].right + b[kind].right,
    wanted: a[kind].wanted + b[kind].wanted,
  });
  return { entries: sum('entries'), titles: sum('titles'), languages: sum('languages'), turns: sum('turns') };
}

function mistakes(score: Score): number {
  return Object.values(score).reduce((sum, { right, wanted }) => sum + wanted - right, 0);
}

function cells({ entries, titles, languages, turns }: Score): string {
  return [entries, titles, languages, turns]
    .map(({ right, wanted }) => (wanted === 0 ? '' : `${String(right)} / ${String(wanted)}`))
    .join(' | ');
}
