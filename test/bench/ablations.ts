/** What each rule of the search brings: the quality with all rules, and without each of them. */
import { TUNING, type Tuning } from '../../src/core/search/tuning';
import type { Corpus } from './corpora';
import { buildOurs } from './engines';
import { scoresOf, type Judged } from './metrics';
import { askShipped, success } from './ownQueries';

/** Questions from which on a corpus is sampled, and the sampling interval. */
const LARGE_CORPUS = 2_000;
const SAMPLING_INTERVAL = 4;

const { query, text } = TUNING;
const equalFields = { title: 1, symbols: 1, topics: 1, question: 1, answers: 1, code: 1 };
const noBonus = { title: 0, symbols: 0, topics: 0, question: 0, answers: 0, code: 0 };

const RULES: Readonly<Record<string, Partial<Tuning>>> = {
  'all rules': {},
  'no stems (particles, endings, inflection)': { query: { ...query, stem: 0 } },
  'no names (last member, without underscores)': { query: { ...query, name: 0 } },
  'no parts of identifiers and compounds': { query: { ...query, part: 0 } },
  'no glossary': { query: { ...query, sense: 0, ambiguous: 0 } },
  'ambiguous words sure everywhere': {
    query: { ...query, ambiguous: query.sense },
    text: { ...text, ambiguous: text.sense },
  },
  'no joined words': { query: { ...query, joined: 0 } },
  'no splitting of compounds': { query: { ...query, piece: 0 } },
  'no bigrams': { bigram: 0, bigramAlone: 0, bigramQuality: 0 },
  'no prefixes': { query: { ...query, begins: 0 } },
  'no typing errors': { query: { ...query, near: 0 } },
  'no initials': { query: { ...query, initials: 0 } },
  'no other keyboard layout': { query: { ...query, keyboard: 0 } },
  'stems and parts equal to words': {
    query: { ...query, stem: 1, name: 1, joined: 1, sense: 1, part: 1 },
    text: { ...text, name: 1, part: 1 },
  },
  'stop words equal to others': { stopWord: 1 },
  'equal fields': { fields: equalFields, fieldBonus: noBonus },
  'no bonus for fields': { fieldBonus: noBonus },
  'no proximity': { adjacent: 0, nearby: 0 },
  'no best window': { window: 0 },
  'no coverage': { coverage: 0 },
};

export async function* ablations(root: string, corpora: readonly Corpus[]): AsyncGenerator<string> {
  yield '### What each rule brings\n';
  yield `MRR@10, where there are ${String(LARGE_CORPUS)} questions or more of every ${String(SAMPLING_INTERVAL)}th; success@1 and @3 of the tuning half of the project's own queries, and how many of its negatives have a strong hit.\n`;
  const names = corpora.map(({ name }) =>
    name.replace(/^FastAPI documentation: /, '').replace(/ 1\.0.*$/, ''),
  );
  yield `| | ${[...names, 'success@1', 'success@3', 'negatives'].join(' | ')} |`;
  yield `|${'---|'.repeat(names.length + 4)}`;
  for (const [name, change] of Object.entries(RULES)) {
    const tuning = { ...TUNING, ...change };
    const cells: string[] = [];
    for (const corpus of corpora) cells.push((await mrrOf(corpus, tuning)).toFixed(3));
    const judged = await askShipped(root, 'tune', tuning);
    const negatives = judged.filter(({ query, strong }) => query.expect.length === 0 && strong > 0).length;
    cells.push(success(judged, 1).toFixed(3), success(judged, 3).toFixed(3), String(negatives));
    yield `| ${[name, ...cells].join(' | ')} |`;
  }
  yield '';
}

async function mrrOf({ texts, questions }: Corpus, tuning: Tuning): Promise<number> {
  const find = await buildOurs(texts, tuning);
  const step = questions.length >= LARGE_CORPUS ? SAMPLING_INTERVAL : 1;
  const judged: Judged[] = [];
  for (const { query: question, expected } of questions.filter((_, at) => at % step === 0)) {
    judged.push({ ids: await find(question), time: 0, expected: new Set(expected) });
  }
  return scoresOf(judged).mrr10;
}
