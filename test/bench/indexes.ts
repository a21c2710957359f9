/** Our inverted index beside MiniSearch's, with the same terms of the same texts and queries. */
import MiniSearch from 'minisearch';
import { ForwardIndex } from '../../src/core/search/forwardIndex';
import { createInvertedIndex } from '../../src/core/search/invertedIndex';
import { parseQuery } from '../../src/core/search/query';
import { planQuery } from '../../src/core/search/queryPlan';
import type { QueryTerm } from '../../src/core/search/queryTerm';
import type { IndexDocument, WeightedTerm } from '../../src/core/search/searchIndex';
import { TUNING } from '../../src/core/search/tuning';
import type { Corpus } from './corpora';
import { generatedTexts } from './generatedTexts';
import { heap, scoresOf, type Judged } from './metrics';

const ENTRIES = 10_000;
const QUERIES = 200;
/** Documents that an index proposes for a query. */
const MAX_CANDIDATES = 40;
/** Times that both are asked, in turn; the faster one of each counts. */
const ROUNDS = 3;

/** The best documents for weighted terms. */
type Propose = (terms: readonly WeightedTerm[]) => Promise<readonly string[]>;

/** The time of a query in both indexes, and what they take. */
export async function* indexes(corpus: Corpus): AsyncGenerator<string> {
  const { documents, queries } = await analysed(corpus);
  yield '### The inverted index\n';
  yield `${ENTRIES.toLocaleString('en')} entries of generated text, ${String(queries.length)} questions of ${corpus.name.replace(/:.*$/, '')}: the terms of both analysed once and given to both indexes, with the same weights.\n`;
  yield "| index | p50 ms | p95 ms | build ms | memory MB | its best among the other's 40 |";
  yield '|---|---|---|---|---|---|';
  const ours = await measured(() => inverted(documents));
  const theirs = await measured(() => Promise.resolve(miniSearch(documents)));
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ ours: await askAll(ours.propose, queries), theirs: await askAll(theirs.propose, queries) });
  }
  const [first] = rounds;
  if (first === undefined) return;
  const { ours: our, theirs: their } = first;
  yield rowOf(
    'Archive Answers',
    ours,
    rounds.map((round) => round.ours),
    proposedBy(their, our),
  );
  yield rowOf(
    'MiniSearch',
    theirs,
    rounds.map((round) => round.theirs),
    proposedBy(our, their),
  );
  yield '';
}

async function analysed(corpus: Corpus) {
  const forward = new ForwardIndex();
  const documents: IndexDocument[] = [];
  for (const { id, text } of generatedTexts(corpus.texts, ENTRIES)) {
    documents.push({ key: id, terms: (await forward.add([{ field: 'answers', text }])).terms });
  }
  const step = Math.max(1, Math.floor(corpus.questions.length / QUERIES));
  const questions = corpus.questions.filter((_, at) => at % step === 0).slice(0, QUERIES);
  const queries: (readonly WeightedTerm[])[] = [];
  for (const { query } of questions) {
    const plan = await planQuery(parseQuery(query), forward, TUNING, { expanded: 'all words' });
    queries.push(plan.flatMap((term) => weightedTerms(term, forward)));
  }
  return { documents, queries };
}

function weightedTerms(
  { alternatives, importance, bigrams }: QueryTerm,
  forward: ForwardIndex,
): readonly WeightedTerm[] {
  return [
    ...alternatives.map(({ term, quality }) => ({ term, weight: quality * importance })),
    ...bigrams.map((term) => ({ term, weight: TUNING.bigram * importance })),
  ].map(({ term, weight }) => ({ term: forward.termOf(term), weight }));
}

async function inverted(documents: readonly IndexDocument[]): Promise<Propose> {
  const index = await createInvertedIndex(documents, TUNING);
  return async (terms) => (await index.search(terms, MAX_CANDIDATES)).map(({ key }) => key);
}

/** Terms in place of text: joined by a character that no term has, and taken as they are. */
function miniSearch(documents: readonly IndexDocument[]): Propose {
  const index = new MiniSearch<{ readonly id: string; readonly text: string }>({
    fields: ['text'],
    tokenize: (text) => text.split('\n'),
    processTerm: (term) => term,
  });
  index.addAll(documents.map(({ key, terms }) => ({ id: key, text: terms.answers.join('\n') })));
  return (terms) => {
    const found = index.search(terms.map(({ term }) => term).join('\n'), {
      boostTerm: (_, at) => terms[at]?.weight ?? 1,
    });
    return Promise.resolve(found.slice(0, MAX_CANDIDATES).map(({ id }) => String(id)));
  };
}

interface Measured {
  readonly propose: Propose;
  readonly ms: number;
  readonly megabytes: number;
}

async function measured(build: () => Promise<Propose>): Promise<Measured> {
  const before = heap();
  const startedAt = performance.now();
  const propose = await build();
  return { propose, ms: performance.now() - startedAt, megabytes: heap() - before };
}

async function askAll(
  propose: Propose,
  queries: readonly (readonly WeightedTerm[])[],
): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const terms of queries) {
    const startedAt = performance.now();
    const ids = await propose(terms);
    judged.push({ ids, time: performance.now() - startedAt, expected: new Set() });
  }
  return judged;
}

/** Share of the queries whose best document in one index the other one proposes too. */
function proposedBy(others: readonly Judged[], judged: readonly Judged[]): number {
  const proposed = judged.filter(({ ids }, at) => others[at]?.ids.includes(ids[0] ?? '') === true);
  return proposed.length / judged.length;
}

function rowOf(
  name: string,
  { ms, megabytes }: Measured,
  rounds: readonly (readonly Judged[])[],
  agreeing: number,
): string {
  const scores = rounds.map(scoresOf);
  const times = [scores.map(({ p50 }) => p50), scores.map(({ p95 }) => p95)];
  const fastest = times.map((of) => Math.min(...of).toFixed(2));
  return `| ${[name, ...fastest, ms.toFixed(0), megabytes.toFixed(1), agreeing.toFixed(3)].join(' | ')} |`;
}
