/** How long queries that nobody types hold the thread: very long, repeated, nothing but errors or common words. */
import type { MaybeYield } from '../../src/core/archive/archiveSource';
import glossary from '../../data/glossary.json';
import { costOf, type Cost } from './cost';
import type { Corpus, Text } from './corpora';
import { openTexts } from './engines';
import { generatedTexts } from './generatedTexts';

const WORDS = 10_000;
const ENTRIES = 10_000;
const WORD = /[\p{L}\p{N}_]+/gu;

/** The longest hold between two yields, and the time to the answer, of each query in two libraries. */
export async function* hostileQueries(corpus: Corpus): AsyncGenerator<string> {
  const libraries = [generatedTexts(corpus.texts, ENTRIES), corpus.texts];
  yield '### Hostile queries\n';
  yield `Milliseconds that the thread is *held* at a stretch, and until the *answer* is there, in ${ENTRIES.toLocaleString('en')} entries of generated text and in the ${String(corpus.texts.length)} of ${corpus.name.replace(/:.*$/, '')}. Median of three.\n`;
  yield `| query | characters |${libraries.map((texts) => ` held in ${String(texts.length)} | answer |`).join('')}`;
  yield `|${'---|'.repeat(2 + 2 * libraries.length)}`;
  const queries = queriesOf(corpus.texts);
  const cells = new Map(queries.map(([name, query]) => [name, [String(query.length)]]));
  for (const texts of libraries) {
    const ask = await askIn(texts);
    for (const [name, query] of queries) {
      const { hold, work } = await ask(query);
      cells.get(name)?.push(hold.toFixed(0), work.toFixed(0));
    }
  }
  for (const [name, row] of cells) yield `| ${[name, ...row].join(' | ')} |`;
  yield '';
}

const ROUNDS = 3;

/** A library of the texts, asked in time slices as in the extension. */
async function askIn(texts: readonly Text[]) {
  let current: MaybeYield = () => Promise.resolve();
  const { library } = await openTexts(texts, { maybeYield: () => current() });
  const ask = (query: string) =>
    costOf(async (maybeYield) => {
      current = maybeYield;
      await library.search(query, { limit: 20 });
    });
  return async (query: string) => {
    const rounds: Cost[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await ask(query));
    const median = (values: readonly number[]): number =>
      values.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN;
    return { hold: median(rounds.map(({ hold }) => hold)), work: median(rounds.map(({ work }) => work)) };
  };
}

function queriesOf(texts: readonly Text[]): readonly (readonly [name: string, query: string])[] {
  const words = [...new Set(texts.flatMap(({ text }) => text.match(WORD) ?? []))];
  const many = Array.from({ length: WORDS }, (_, at) => words[(at * 7919) % words.length] ?? '');
  const common = mostCommon(texts.flatMap(({ text }) => text.match(WORD) ?? []));
  const all = `${String(WORDS / 1000)},000`;
  return [
    ['an ordinary question', many.slice(0, 6).join(' ')],
    [`${all} words`, many.join(' ')],
    [`${all} words with a letter too much`, many.map((word) => `${word}ㅁx`).join(' ')],
    [`a word ${all} times`, Array.from({ length: WORDS }, () => common).join(' ')],
    [`an unknown word ${all} times`, Array.from({ length: WORDS }, () => 'sesisonmakre').join(' ')],
    [`initials, ${all} times`, Array.from({ length: WORDS }, () => 'ㅅㅅ').join(' ')],
    ['every term of the glossary', glossary.flatMap(({ terms }) => terms).join(' ')],
    [`a word of ${String(WORDS)} letters`, 'session'.repeat(WORDS).slice(0, WORDS)],
    [`${all} syllables without a space`, '세션트랜잭션'.repeat(WORDS).slice(0, WORDS)],
    ['a phrase of all the words', `"${many.join(' ')}"`],
    [`${all} excluded words`, many.map((word) => `-${word}`).join(' ')],
  ];
}

function mostCommon(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0];
}
