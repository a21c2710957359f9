import { beforeEach, describe, expect, it } from 'vitest';
import type { Field } from '../../../src/core/search/fields';
import { ForwardIndex, type IndexedText } from '../../../src/core/search/forwardIndex';
import type { Alternative, QueryTerm } from '../../../src/core/search/queryTerm';
import { Scorer } from '../../../src/core/search/scorer';
import { TUNING, type Tuning } from '../../../src/core/search/tuning';
import { queryTerm } from './queryTerms';

/** Weights with which scores are easy to compute: a single occurrence of a term counts its quality times its IDF. */
const PLAIN: Tuning = {
  ...TUNING,
  fields: { title: 3, symbols: 1, topics: 1, question: 1, answers: 1, code: 1 },
  fieldBonus: { title: 2, symbols: 0, topics: 0, question: 0, answers: 0, code: 0 },
  query: { ...TUNING.query, piece: 0.5 },
  text: { word: 1, stem: 1, name: 0.5, sense: 1, ambiguous: 0.4, part: 0.25, bigram: 1 },
  saturation: 1,
  lengthNormalisation: 0,
  bigram: 2,
  bigramAlone: 3,
  bigramQuality: 0.4,
  adjacent: 10,
  nearby: 6,
  window: 100,
  windowWords: 12,
  coverage: 0,
};

let index: ForwardIndex;
beforeEach(() => {
  index = new ForwardIndex();
});

async function textOf(texts: Partial<Record<Field, string>>): Promise<IndexedText> {
  const segments = Object.entries(texts).map(([field, text]) => ({ field: field as Field, text }));
  return (await index.add(segments)).text;
}

function alternative(term: string, changes: Partial<Alternative> = {}): Alternative {
  return { term: index.idOf(term) ?? -1, kind: 'word', quality: 1, idf: 2, ...changes };
}

/** A term with an IDF of two, and its importance for weight. */
function term(changes: Partial<QueryTerm> = {}): QueryTerm {
  return queryTerm({ idf: 2, weight: changes.importance ?? 1, ...changes });
}

const scorerOf = (plan: readonly QueryTerm[], changes: Partial<Tuning> = {}): Scorer =>
  new Scorer(plan, index, { ...PLAIN, ...changes });

describe('the score of a term', () => {
  it('is its quality times its IDF for one occurrence, and saturates with more', async () => {
    const once = await textOf({ answers: 'zebra eats' });
    const thrice = await textOf({ answers: 'zebra zebra zebra' });
    const scorer = scorerOf([term({ alternatives: [alternative('zebra', { quality: 0.5 })] })]);
    expect(scorer.scoreTerms(once)).toEqual({ score: 1, coverage: 0.5 });
    expect(scorer.scoreTerms(thrice)).toEqual({ score: 1.5, coverage: 0.5 });
  });

  it('counts an occurrence by the weight of its field, and adds the bonus of the field once', async () => {
    const title = await textOf({ title: 'zebra', answers: 'lion' });
    const both = await textOf({ answers: 'zebra zebra', title: 'zebra' });
    const scorer = scorerOf([term({ alternatives: [alternative('zebra')] })]);
    // 2 × (2 × 3 / (3 + 1) + 2); 2 × (2 × 5 / (5 + 1) + 2).
    expect(scorer.scoreTerms(title).score).toBeCloseTo(7);
    expect(scorer.scoreTerms(both).score).toBeCloseTo(2 * (10 / 6 + 2));
  });

  it('weighs occurrences and bonus by the kind of the token', async () => {
    const name = await textOf({ title: 'orm.zebra' });
    const scorer = scorerOf([term({ alternatives: [alternative('zebra')] })]);
    // The name of an identifier: 2 × (2 × 1.5 / (1.5 + 1) + 2 × 0.5), and half as certain.
    expect(scorer.scoreTerms(name).score).toBeCloseTo(2 * (3 / 2.5 + 1));
    expect(scorer.scoreTerms(name).coverage).toBe(0.5);
  });

  it('falls with the length of the text', async () => {
    const short = await textOf({ answers: 'zebra' });
    const long = await textOf({ answers: 'zebra one two three four five six seven eight' });
    const scorer = scorerOf([term({ alternatives: [alternative('zebra')] })], {
      lengthNormalisation: 1,
    });
    // Lengths 1 and 9, on average 5.
    expect(scorer.scoreTerms(short).score).toBeCloseTo((2 * 2) / (1 + 1 / 5));
    expect(scorer.scoreTerms(long).score).toBeCloseTo((2 * 2) / (1 + 9 / 5));
  });

  it('is that of the best alternative, with the quality of the most certain one', async () => {
    const text = await textOf({ answers: 'zebra zebra zebra lion bird' });
    const alternatives = [
      alternative('lion', { quality: 0.7, kind: 'sense' }),
      alternative('zebra', { quality: 0.6, kind: 'near' }),
      alternative('bird', { quality: 0.1, kind: 'begins' }),
      alternative('absent'),
    ];
    const scorer = scorerOf([term({ alternatives })]);
    expect(scorer.scoreTerms(text).score).toBeCloseTo(0.6 * 2 * 1.5);
    expect(scorer.scoreTerms(text).coverage).toBe(0.7);
    expect(scorer.matchTerms(text)[0]).toMatchObject({ kind: 'near', quality: 0.7 });
  });

  it('keeps the first of equally good alternatives', async () => {
    const text = await textOf({ answers: 'zebra lion' });
    const alternatives = [alternative('zebra', { kind: 'stem' }), alternative('lion', { kind: 'near' })];
    expect(scorerOf([term({ alternatives })]).matchTerms(text)[0]?.kind).toBe('stem');
  });
});

describe('coverage', () => {
  it('is the matched share of the importance of all terms', async () => {
    const text = await textOf({ answers: 'zebra' });
    const plan = [term({ alternatives: [alternative('zebra')], importance: 0.5 }), term()];
    expect(scorerOf(plan).scoreTerms(text)).toEqual({ score: 1, coverage: 0.5 / 1.5 });
  });

  it('multiplies the score by its power', async () => {
    const text = await textOf({ answers: 'zebra' });
    const plan = [term({ alternatives: [alternative('zebra')] }), term()];
    const scorer = scorerOf(plan, { coverage: 2, adjacent: 0, nearby: 0, window: 1 });
    expect(scorer.scoreTerms(text)).toEqual({ score: 2 * 0.25, coverage: 0.5 });
    expect(scorer.scoreProximity(text, 0.5, scorer.matchTerms(text))).toBeCloseTo(2 * 0.25);
  });
});

describe('bigrams', () => {
  /** The IDF of a term in the only text. */
  const IDF = Math.log(1 + 0.5 / 1.5);
  const bigramsOf = (...terms: readonly string[]): readonly number[] =>
    terms.map((term) => index.idOf(term) ?? -1);

  it('score where the word itself does not match, with the squared share of them as certainty', async () => {
    const text = await textOf({ answers: '얼룩말' });
    const plan = [term({ bigrams: bigramsOf('~얼룩', '~룩말', '~말무', '~무늬') })];
    const { score, coverage } = scorerOf(plan).scoreTerms(text);
    expect(score).toBeCloseTo(3 * 2 * IDF);
    expect(coverage).toBeCloseTo(0.4 * 0.25);
  });

  it('count by field and frequency', async () => {
    const text = await textOf({ title: '얼룩말', answers: '얼룩말 얼룩말' });
    const { score } = scorerOf([term({ bigrams: bigramsOf('~얼룩') })]).scoreTerms(text);
    expect(score).toBeCloseTo((3 * IDF * 2 * 5) / 6);
  });

  it('count less where the word matches as well, and leave its certainty', async () => {
    const text = await textOf({ answers: '얼룩말' });
    const plan = [term({ alternatives: [alternative('얼룩말')], bigrams: bigramsOf('~얼룩') })];
    expect(scorerOf(plan).scoreTerms(text).score).toBeCloseTo(2 + 2 * IDF);
    expect(scorerOf(plan).scoreTerms(text).coverage).toBe(1);
  });

  it('count in full beside parts of a compound', async () => {
    const text = await textOf({ answers: '얼룩말' });
    const part = { alternative: alternative('얼룩말'), share: 1 };
    const plan = [term({ isKnown: false, compoundParts: [part], bigrams: bigramsOf('~얼룩') })];
    expect(scorerOf(plan).scoreTerms(text).score).toBeCloseTo(0.5 * 2 + 3 * IDF);
  });
});

describe('a compound', () => {
  const compound = (changes: Partial<QueryTerm> = {}): QueryTerm =>
    term({
      isKnown: false,
      compoundParts: [
        { alternative: alternative('zebra'), share: 0.6 },
        { alternative: alternative('lion', { idf: 4 }), share: 0.4 },
        { alternative: alternative('bird'), share: 0.2 },
      ],
      ...changes,
    });

  it('matches by its parts, as certain as the square of their share', async () => {
    const text = await textOf({ answers: 'lion zebra' });
    const { score, coverage } = scorerOf([compound()]).scoreTerms(text);
    expect(score).toBeCloseTo(0.5 * (2 + 4));
    expect(coverage).toBeCloseTo(0.5);
    expect(scorerOf([compound()]).matchTerms(text)).toEqual([
      {
        kind: 'piece',
        quality: 0.5,
        positions: [
          { position: 0, length: 1 },
          { position: 1, length: 1 },
        ],
      },
    ]);
    const oneWord = await textOf({ answers: 'zebra' });
    expect(scorerOf([compound()]).scoreTerms(oneWord).coverage).toBeCloseTo(0.5 * 0.36);
  });

  it('does not match without any of its parts, where the word is known, or where the rule is off', async () => {
    const other = await textOf({ answers: 'horse' });
    expect(scorerOf([compound()]).matchTerms(other)).toEqual([undefined]);
    const text = await textOf({ answers: 'zebra' });
    expect(scorerOf([compound({ isKnown: true })]).matchTerms(text)).toEqual([undefined]);
    const query = { ...PLAIN.query, piece: 0 };
    expect(scorerOf([compound()], { query }).matchTerms(text)).toEqual([undefined]);
  });

  it('yields to an alternative that is at least as certain', async () => {
    const text = await textOf({ answers: 'zebra lion horse' });
    const withWord = (quality: number): QueryTerm =>
      compound({ alternatives: [alternative('horse', { kind: 'near', quality })] });
    const kindWith = (quality: number) => scorerOf([withWord(quality)]).matchTerms(text)[0]?.kind;
    expect(kindWith(0.4)).toBe('piece');
    expect(kindWith(0.5)).toBe('near');
    expect(scorerOf([withWord(0.5)]).matchTerms(text)[0]?.positions).toEqual([{ position: 2, length: 1 }]);
  });
});

describe('the positions of a match', () => {
  it('are those of all alternatives, in order', async () => {
    const text = await textOf({ answers: 'bird zebra lion zebra' });
    const alternatives = [alternative('zebra'), alternative('absent'), alternative('bird')];
    const [match] = scorerOf([term({ alternatives })]).matchTerms(text);
    expect(match?.positions.map(({ position }) => position)).toEqual([0, 1, 3]);
  });
});

describe('the proximity score', () => {
  it('adds neighbours, by the root of their field weight, and the best window', async () => {
    const text = await textOf({ title: 'zebra lion', answers: 'horse' });
    const plan = ['zebra', 'lion'].map((word) => term({ alternatives: [alternative(word)] }));
    const scorer = scorerOf(plan);
    expect(scorer.scoreProximity(text, 1, scorer.matchTerms(text))).toBeCloseTo(
      2 * Math.sqrt(3) * 10 + 100 * 4,
    );
  });
});
