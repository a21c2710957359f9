/** Questions with and without an answer, asked of the texts that they are about. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadCorpora, loadRelevanceQueries, readJsonLines, shippedFiles, type Corpus } from '../corpora';
import { isForTuning } from '../halves';

/** A question with what answers it. */
export interface LabelledQuestion {
  readonly query: string;
  readonly half: 'tune' | 'test';
  /** Whether an entry, by its id, answers it; `undefined` where none does. */
  readonly isAnswer: ((id: string) => boolean) | undefined;
}

/** Questions that are asked of one archive. */
export interface QuestionSet {
  readonly name: string;
  /** What the fit counts all sets of the same group as. */
  readonly group: 'questions' | 'other archives' | 'encyclopedia' | 'documentation';
  /** The archive's files by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly questions: readonly LabelledQuestion[];
}

interface LabelledRecord {
  readonly query: string;
  readonly half: 'tune' | 'test';
  readonly archive: string;
  readonly expect: readonly string[];
}

interface CaseRecord {
  readonly q: string;
  readonly expect: string | readonly string[] | null;
}

/** Of questions about an encyclopedia's paragraphs every so many are asked. */
const KORQUAD_STEP = 6;

/** All sets whose texts are there, and the paths of missing ones. */
export function loadQuestionSets(root: string): { sets: readonly QuestionSet[]; missing: readonly string[] } {
  const shared = join(root, '..', 'shared');
  const { corpora, missing } = loadCorpora(root);
  const [korquad, ...documentation] = corpora;
  const others = otherArchives(root, shared);
  return {
    sets: [
      ...shippedSets(root, shared),
      ...others.sets,
      ...(korquad === undefined ? [] : korquadSets(korquad)),
      ...documentation.map((corpus) => documentationSet(corpus)),
    ],
    missing: [...missing, ...others.missing],
  };
}

function shippedSets(root: string, shared: string): readonly QuestionSet[] {
  const files = new Map(Object.entries(shippedFiles(root)));
  const labelled = (records: readonly Omit<LabelledRecord, 'archive'>[]): readonly LabelledQuestion[] =>
    records.map(({ query, half, expect }) => ({
      query,
      half,
      isAnswer: oneOf(expect, (id) => id.replace(/^.*\//, '')),
    }));
  const records = readJsonLines(join(shared, 'cases', 'search', 'queries.jsonl')) as readonly CaseRecord[];
  const cases = records.map(({ q, expect }) => ({
    query: q,
    half: halfOf(q),
    expect: [expect ?? []].flat(),
  }));
  const near = readJsonLines(
    join(root, 'test', 'relevance', 'confidence', 'shipped.jsonl'),
  ) as readonly LabelledRecord[];
  const group = 'questions';
  return [
    { name: 'own queries', group, files, questions: labelled(loadRelevanceQueries(root)) },
    { name: 'near misses', group, files, questions: labelled(near) },
    { name: 'cases', group, files, questions: labelled(cases) },
  ];
}

function otherArchives(
  root: string,
  shared: string,
): { readonly sets: readonly QuestionSet[]; readonly missing: readonly string[] } {
  const records = readJsonLines(
    join(root, 'test', 'relevance', 'confidence', 'others.jsonl'),
  ) as readonly LabelledRecord[];
  const sets: QuestionSet[] = [];
  const missing: string[] = [];
  for (const name of new Set(records.map(({ archive }) => archive))) {
    const folders = [join(shared, 'archives', name), join(shared, 'archives', 'wild', name)];
    const folder = folders.find((path) => existsSync(path));
    if (folder === undefined) {
      missing.push(join(shared, 'archives', name));
      continue;
    }
    const questions = records
      .filter(({ archive }) => archive === name)
      .map(({ query, half, expect }) => ({ query, half, isAnswer: oneOf(expect, (id) => `${name}/${id}`) }));
    sets.push({ name, group: 'other archives', files: filesIn(folder), questions });
  }
  return { sets, missing };
}

/** All paragraphs with their questions, and half of the paragraphs with the questions about the others. */
function korquadSets({ texts, questions }: Corpus): readonly QuestionSet[] {
  const asked = questions.filter((_, at) => at % KORQUAD_STEP === 0);
  const kept = texts.filter(({ id }) => isForTuning(`left out ${id}`));
  const keptIds = new Set(kept.map(({ id }) => id));
  const group = 'encyclopedia';
  return [
    {
      name: 'KorQuAD',
      group,
      files: fileEach(texts),
      questions: asked.map(({ query, expected }) => ({
        query,
        half: halfOf(query),
        isAnswer: inFiles(texts, expected),
      })),
    },
    {
      name: 'KorQuAD, paragraph left out',
      group,
      files: fileEach(kept),
      questions: asked
        .filter(({ expected }) => !expected.some((id) => keptIds.has(id)))
        .map(({ query }) => ({ query, half: halfOf(query), isAnswer: undefined })),
    },
  ];
}

function documentationSet({ name, texts, questions }: Corpus): QuestionSet {
  return {
    name,
    group: 'documentation',
    files: fileEach(texts),
    questions: questions.map(({ query, expected }) => ({
      query,
      half: halfOf(query),
      isAnswer: inFiles(texts, expected),
    })),
  };
}

function fileEach(texts: Corpus['texts']): ReadonlyMap<string, string> {
  return new Map(texts.map(({ text }, at) => [`${String(at)}.md`, `---\ntitle: "-"\n---\n\n${text}\n`]));
}

function inFiles(texts: Corpus['texts'], expected: readonly string[]): (id: string) => boolean {
  const paths = new Set(texts.flatMap(({ id }, at) => (expected.includes(id) ? [`${String(at)}.md`] : [])));
  return (id) => paths.has(id.replace(/^[^/]*\/|#.*$/g, ''));
}

function oneOf(expected: readonly string[], nameOf: (id: string) => string): LabelledQuestion['isAnswer'] {
  return expected.length === 0 ? undefined : (id) => expected.includes(nameOf(id));
}

/** Markdown and manifests below a folder, by path. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(md|json)$/.test(path),
  );
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** The half that a question belongs to, by its hash. */
function halfOf(text: string): 'tune' | 'test' {
  return isForTuning(text) ? 'tune' : 'test';
}
