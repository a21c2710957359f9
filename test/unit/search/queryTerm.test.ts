import { beforeAll, describe, expect, it } from 'vitest';
import { ForwardIndex } from '../../../src/core/search/forwardIndex';
import { QueryTermBuilder } from '../../../src/core/search/queryTerm';
import { TUNING } from '../../../src/core/search/tuning';

let index: ForwardIndex;
beforeAll(async () => {
  index = new ForwardIndex();
  for (const text of ['zebra lion session', 'zebra', 'zebra lion', '얼룩말 무늬']) {
    await index.add([{ field: 'answers', text }]);
  }
});
const idOf = (term: string): number => index.idOf(term) ?? -1;
const builderOf = (typed?: string): QueryTermBuilder => {
  const builder = new QueryTermBuilder(index, typed);
  builder.folded = 'zebra';
  return builder;
};

describe('a query term', () => {
  it('keeps the most certain alternative for a term, the first of equals', () => {
    const builder = builderOf();
    builder.addAlternative('zebra', 'near', 0.5);
    builder.addAlternative('zebra', 'begins', 0.5);
    builder.addAlternative('zebra', 'stem', 0.4);
    expect(builder.build('Zebra', TUNING).alternatives).toMatchObject([{ kind: 'near', quality: 0.5 }]);
    builder.addAlternative(idOf('zebra'), 'word', 0.6);
    expect(builder.build('Zebra', TUNING).alternatives).toMatchObject([{ kind: 'word', quality: 0.6 }]);
  });

  it('ignores terms that no text contains, and alternatives without certainty', () => {
    const builder = builderOf();
    builder.addAlternative('horse', 'word', 1);
    builder.addAlternative('zebra', 'word', 0);
    expect(builder.build('x', TUNING)).toMatchObject({ text: 'x', isKnown: false, alternatives: [], idf: 0 });
    expect(builder.isKnown).toBe(false);
  });

  it('has its alternatives by certainty', () => {
    const builder = builderOf();
    builder.addAlternative('lion', 'near', 0.2);
    builder.addAlternative('zebra', 'near', 0.9);
    builder.addAlternative('session', 'near', 0.5);
    const terms = builder.build('x', TUNING).alternatives.map(({ term }) => index.termOf(term));
    expect(terms).toEqual(['zebra', 'session', 'lion']);
  });

  it('is as rare as the most frequent of its certain forms; no alternative is rarer', () => {
    const builder = builderOf();
    builder.addAlternative('zebra', 'stem', 0.5);
    builder.addAlternative('lion', 'word', 1);
    builder.addAlternative('session', 'near', 1);
    const { idf, isKnown, alternatives } = builder.build('x', TUNING);
    // Three of four texts have a zebra.
    expect(idf).toBeCloseTo(Math.log(1 + 1.5 / 3.5));
    expect(isKnown).toBe(true);
    expect(alternatives.map((one) => one.idf)).toEqual([idf, idf, idf]);
  });

  it('is as rare as the likeliest guess where nothing is certain', () => {
    const builder = builderOf();
    builder.addAlternative('lion', 'near', 0.4);
    builder.addAlternative('session', 'near', 0.5);
    builder.addAlternative('zebra', 'near', 0.3);
    const { idf, isKnown, alternatives } = builder.build('x', TUNING);
    expect(idf).toBeCloseTo(Math.log(1 + 3.5 / 1.5));
    expect(isKnown).toBe(false);
    expect(alternatives[2]?.idf).toBeCloseTo(Math.log(1 + 1.5 / 3.5));
  });

  it.each(['word', 'stem', 'name', 'joined', 'sense'] as const)('is known by a match of kind %s', (kind) => {
    const builder = builderOf();
    builder.addAlternative('zebra', kind, 0.1);
    expect(builder.isKnown).toBe(true);
  });

  it.each(['ambiguous', 'part', 'piece', 'begins', 'near', 'initials', 'keyboard'] as const)(
    'is not known by a match of kind %s',
    (kind) => {
      const builder = builderOf();
      builder.addAlternative('zebra', kind, 0.1);
      expect(builder.isKnown).toBe(false);
    },
  );

  it('is a guess by the keyboard where it was corrected, with the text that was typed', () => {
    const builder = builderOf('ㅋ듀ㄱㅁ');
    builder.addAlternative('zebra', 'word', 1);
    expect(builder.build('zebra', TUNING)).toMatchObject({
      text: 'ㅋ듀ㄱㅁ',
      isKnown: false,
      alternatives: [{ kind: 'keyboard', quality: 1 }],
    });
  });

  it('is less certain by a synonym of a guess', () => {
    const builder = builderOf();
    const { query } = TUNING;
    const [set] = index.vocabulary.withInitials('ㅅㅅ', 9).filter(({ id }) => index.isSynonymSet(id));
    builder.addExpansion(set?.id ?? -1, 'near', 0.5, TUNING);
    builder.addExpansion(idOf('zebra'), 'near', 0.5, TUNING);
    const qualities = builder.build('x', TUNING).alternatives.map(({ quality }) => quality);
    expect(qualities).toEqual([0.5, 0.5 * query.sense]);
  });

  it('has the noun of a Hangul word, and the word itself otherwise', () => {
    const builder = builderOf();
    builder.stems.push('zebr', '나오-');
    expect(builder.noun).toBe('zebra');
    builder.stems.push('얼룩말');
    expect(builder.noun).toBe('얼룩말');
  });

  it('has the parts of a compound with their shares and their own rarity', () => {
    const builder = builderOf();
    builder.folded = '얼룩말무늬';
    const part = { kind: 'word', quality: 1 };
    expect(builder.build('얼룩말무늬', TUNING).compoundParts).toMatchObject([
      { share: 3 / 5, alternative: { ...part, term: idOf('얼룩말') } },
      { share: 2 / 5, alternative: { ...part, term: idOf('무늬') } },
    ]);
  });
});
