/** Search quality and speed, ours beside others on the same texts in one run. */
import { ablations } from './ablations';
import { loadCorpora, type Corpus } from './corpora';
import { ENGINES, type Engine } from './engines';
import { scoresOf, type Judged } from './metrics';
import { ownQueries } from './ownQueries';
import { typing } from './typing';

/**
 * Every corpus that is there, the project's own queries, and what each rule of ours brings.
 *
 * @returns Lines of Markdown.
 */
export async function* benchSearch(root: string): AsyncGenerator<string> {
  const { corpora, missing } = loadCorpora(root);
  for (const path of missing) yield `Skipped: ${path} is not there.\n`;
  for (const corpus of corpora) yield* compare(corpus);
  yield* ownQueries(root);
  yield* typing(root);
  yield* ablations(root, corpora);
}

async function* compare(corpus: Corpus): AsyncGenerator<string> {
  const { name, texts, questions } = corpus;
  yield `### ${name}\n\n${String(texts.length)} texts, ${String(questions.length)} queries.\n`;
  yield '| engine | MRR@10 | recall@1 | recall@5 | p50 ms | p95 ms | build ms | memory MB |';
  yield '|---|---|---|---|---|---|---|---|';
  for (const engine of ENGINES) yield await rowOf(engine, corpus);
  yield '';
}

async function rowOf(
  { name, most = Infinity, build }: Engine,
  { texts, questions }: Corpus,
): Promise<string> {
  const before = heap();
  const begun = performance.now();
  const find = await build(texts);
  const took = performance.now() - begun;
  if (find === undefined) return `| ${name} | this Node has none | | | | | | |`;
  const memory = heap() - before;
  const step = Math.max(1, questions.length / most);
  const asked = questions.filter((_, at) => at % step < 1);
  // What is compiled and cached at the first queries is not what a query takes.
  for (const { query } of asked.slice(0, 50)) await find(query);
  const judged: Judged[] = [];
  for (const { query, expected } of asked) {
    const started = performance.now();
    const found = await find(query);
    judged.push({ found, took: performance.now() - started, expected: new Set(expected) });
  }
  const { mrr10, recall1, recall5, p50, p95 } = scoresOf(judged);
  const sampled = asked.length < questions.length ? ` (${String(asked.length)} of the queries)` : '';
  const cells = [mrr10, recall1, recall5].map((share) => share.toFixed(3));
  const times = [p50, p95].map((time) => time.toFixed(2));
  return `| ${[name + sampled, ...cells, ...times, took.toFixed(0), memory.toFixed(1)].join(' | ')} |`;
}

/** Megabytes in use after a collection, where Node lets one be asked for. */
function heap(): number {
  (globalThis as { readonly gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed / 1_000_000;
}
