/** What each rule of the search brings: everything measured once with all of them, and once without each. */
import { TUNING, type Tuning } from '../../src/core/search/tuning';
import type { Corpus } from './corpora';
import { buildOurs } from './engines';
import { scoresOf, type Judged } from './metrics';
import { askShipped, success } from './ownQueries';

/** Every how manieth question is asked of a large corpus. */
const LARGE = 2_000;
const STEP = 4;

const { query, text, fields } = TUNING;
const flat = { title: 1, symbols: 1, topics: 1, question: 1, answers: 1, code: 1 };
const none = { title: 0, symbols: 0, topics: 0, question: 0, answers: 0, code: 0 };

const RULES: Readonly<Record<string, Partial<Tuning>>> = {
  'all rules': {},
  'no stems (particles, endings, inflection)': { query: { ...query, stem: 0 } },
  'no names (last member, without underscores)': { query: { ...query, name: 0 } },
  'no parts of identifiers and compounds': { query: { ...query, part: 0 } },
  'no glossary': { query: { ...query, sense: 0 } },
  'no joined words': { query: { ...query, joined: 0 } },
  'no compounds cut by the collection': { query: { ...query, piece: 0 } },
  'no pairs of syllables': { bigram: 0, bigramAlone: 0, bigramQuality: 0 },
  'no beginnings': { query: { ...query, begins: 0 } },
  'no typing errors': { query: { ...query, near: 0 } },
  'no initials': { query: { ...query, initials: 0 } },
  'no other keyboard': { query: { ...query, keyboard: 0 } },
  'stem and part as good as the word': {
    query: { ...query, stem: 1, name: 1, joined: 1, sense: 1, part: 1 },
    text: { ...text, name: 1, part: 1 },
  },
  'common words count like others': { stopWord: 1 },
  'fields count alike': { fields: flat, fieldBonus: none },
  'no bonus for the title': { fields, fieldBonus: none },
  'no neighbours': { adjacent: 0, nearby: 0 },
  'no best passage': { window: 0 },
  'no share of the query': { coverage: 0 },
};

export async function* ablations(root: string, corpora: readonly Corpus[]): AsyncGenerator<string> {
  yield '### What each rule brings\n';
  yield `MRR@10, of ${String(LARGE)} questions and more every ${String(STEP)}th; success@1 and @3 of the own queries' tune half, and how many of its negatives have a strong hit.\n`;
  const names = corpora.map(({ name }) =>
    name.replace(/^FastAPI documentation: /, '').replace(/ 1\.0.*$/, ''),
  );
  yield `| | ${[...names, 'success@1', 'success@3', 'negatives'].join(' | ')} |`;
  yield `|${'---|'.repeat(names.length + 4)}`;
  for (const [name, change] of Object.entries(RULES)) {
    const tuning = { ...TUNING, ...change };
    const cells: string[] = [];
    for (const corpus of corpora) cells.push((await mrrOf(corpus, tuning)).toFixed(3));
    const own = await askShipped(root, 'tune', tuning);
    const negatives = own.filter((one) => one.query.expect.length === 0 && one.strong > 0).length;
    cells.push(success(own, 1).toFixed(3), success(own, 3).toFixed(3), String(negatives));
    yield `| ${[name, ...cells].join(' | ')} |`;
  }
  yield '';
}

async function mrrOf({ texts, questions }: Corpus, tuning: Tuning): Promise<number> {
  const find = await buildOurs(texts, tuning);
  const step = questions.length >= LARGE ? STEP : 1;
  const judged: Judged[] = [];
  for (const { query: asked, expected } of questions.filter((_, at) => at % step === 0)) {
    judged.push({ found: await find(asked), took: 0, expected: new Set(expected) });
  }
  return scoresOf(judged).mrr10;
}
