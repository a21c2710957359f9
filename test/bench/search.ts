/** The quality and speed of our search and of others, on the same texts in one run. */
import { ablations } from './ablations';
import { loadCorpora, type Corpus } from './corpora';
import { enginesIn, type Engine, type Find } from './engines';
import { hostileQueries } from './hostileQueries';
import { indexes } from './indexes';
import { heap, scoresOf, type Judged, type Scores } from './metrics';
import { ownQueries } from './ownQueries';
import { typing } from './typing';

/**
 * Measures all available corpora, the project's own queries, and what each rule of the search brings.
 *
 * @returns Lines of Markdown.
 */
export async function* benchSearch(root: string): AsyncGenerator<string> {
  const { corpora, missing } = loadCorpora(root);
  for (const path of missing) yield `Skipped: ${path} is not there.\n`;
  for (const corpus of corpora) yield* compare(root, corpus);
  yield* ownQueries(root);
  yield* typing(root);
  const [largest] = corpora;
  if (largest !== undefined) {
    yield* indexes(largest);
    yield* hostileQueries(largest);
  }
  yield* ablations(root, corpora);
}

async function* compare(root: string, corpus: Corpus): AsyncGenerator<string> {
  const { name, texts, questions } = corpus;
  yield `### ${name}\n\n${String(texts.length)} texts, ${String(questions.length)} queries.\n`;
  yield '| engine | MRR@10 | recall@1 | recall@5 | p50 ms | p95 ms | build ms | memory MB |';
  yield '|---|---|---|---|---|---|---|---|';
  for (const engine of enginesIn(root)) yield await rowOf(engine, corpus);
  yield '';
}

/** Times that all questions are asked. The fastest round counts, which excludes compilation and most other load. */
const ROUNDS = 3;

async function rowOf(
  { name, maxQuestions = Infinity, build }: Engine,
  { texts, questions }: Corpus,
): Promise<string> {
  const before = heap();
  const startedAt = performance.now();
  const index = await build(texts);
  const buildTime = performance.now() - startedAt;
  if ('unavailable' in index) return `| ${name} | ${index.unavailable} | | | | | | |`;
  const memory = index.isOtherProcess === true ? '' : (heap() - before).toFixed(1);
  const step = Math.max(1, questions.length / maxQuestions);
  const asked = questions.filter((_, at) => at % step < 1);
  const rounds: Scores[] = [];
  for (let round = 0; round < (asked.length < questions.length ? 1 : ROUNDS); round += 1) {
    rounds.push(scoresOf(await askAll(index.find, asked)));
  }
  index.close?.();
  const [{ mrr10, recall1, recall5 }] = rounds as [Scores, ...Scores[]];
  const p50 = Math.min(...rounds.map((scores) => scores.p50));
  const p95 = Math.min(...rounds.map((scores) => scores.p95));
  const sampled = asked.length < questions.length ? ` (${String(asked.length)} of the queries)` : '';
  const cells = [mrr10, recall1, recall5].map((share) => share.toFixed(3));
  const times = [p50, p95].map((time) => time.toFixed(2));
  return `| ${[name + sampled, ...cells, ...times, buildTime.toFixed(0), memory].join(' | ')} |`;
}

async function askAll(find: Find, questions: Corpus['questions']): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const { query, expected } of questions) {
    const startedAt = performance.now();
    const ids = await find(query);
    judged.push({ ids, time: performance.now() - startedAt, expected: new Set(expected) });
  }
  return judged;
}
