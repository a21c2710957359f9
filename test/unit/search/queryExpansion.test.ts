import { beforeAll, describe, expect, it } from 'vitest';
import { ForwardIndex } from '../../../src/core/search/forwardIndex';
import { addSplitInitials, expandTerm } from '../../../src/core/search/queryExpansion';
import { QueryTermBuilder } from '../../../src/core/search/queryTerm';
import { TUNING, type MatchKind } from '../../../src/core/search/tuning';

/** Qualities that are easy to compute with. */
const PLAIN = {
  ...TUNING,
  query: { ...TUNING.query, begins: 0.8, near: 0.4, initials: 0.5, keyboard: 0.6 },
  perError: 1,
  knownWord: 0.25,
};
const WORDS = 'abcdo abcdefghij 얼룩말 얼룩말집 무늬 zebra lionesses lions';
/** More words than a word is expanded to. */
const MANY = Array.from('abcdefghijklm', (letter) => `w1ww${letter}`);

let index: ForwardIndex;
beforeAll(async () => {
  index = new ForwardIndex();
  await index.add([{ field: 'answers', text: [WORDS, ...MANY].join(' ') }]);
});

interface Word {
  readonly folded: string;
  readonly isLast?: boolean;
  readonly isKnown?: boolean;
  readonly stems?: readonly string[];
  readonly off?: MatchKind;
}

/** The expansions of a word as `kind term quality`. */
function expansionsOf({ folded, isLast = false, isKnown = false, stems = [], off }: Word): readonly string[] {
  const builder = new QueryTermBuilder(index);
  builder.folded = folded;
  builder.stems.push(...stems);
  if (isKnown) builder.addAlternative('무늬', 'word', 0.001);
  const query = off === undefined ? PLAIN.query : { ...PLAIN.query, [off]: 0 };
  expandTerm(builder, isLast, index, { ...PLAIN, query });
  return builder
    .build('', PLAIN)
    .alternatives.filter(({ kind }) => kind !== 'word')
    .map(({ kind, term, quality }) => `${kind} ${index.termOf(term)} ${quality.toFixed(3)}`);
}

describe('a prefix', () => {
  it('is completed from four letters on, and from two where it is being typed', () => {
    expect(expansionsOf({ folded: 'abc' })).toEqual([]);
    expect(expansionsOf({ folded: 'abcd' })[0]).toBe('begins abcdo 0.720');
    expect(expansionsOf({ folded: 'a', isLast: true })).toEqual([]);
    expect(expansionsOf({ folded: 'ab', isLast: true })).toEqual([
      'begins abcdo 0.560',
      'begins abcdefghij 0.480',
    ]);
    expect(expansionsOf({ folded: 'ab', isLast: true, off: 'begins' })).toEqual([]);
  });

  it('is less certain the more of the word is missing', () => {
    // 0.8 × (0.5 + 0.5 × 4 / 10)
    expect(expansionsOf({ folded: 'abcd' })).toContain('begins abcdefghij 0.560');
  });
});

describe('a typing error', () => {
  it('is tolerated from five Latin or four Hangul letters on, the more certain the longer the word', () => {
    // 0.4 × (1 - 1 / 5), 0.4 × (1 - 1 / 4)
    expect(expansionsOf({ folded: 'zebrx' })).toEqual(['near zebra 0.320']);
    expect(expansionsOf({ folded: 'zbra' })).toEqual([]);
    expect(expansionsOf({ folded: '무니' })).toEqual(['near 무늬 0.300']);
    expect(expansionsOf({ folded: '무' })).toEqual([]);
    expect(expansionsOf({ folded: 'zebrx', off: 'near' })).toEqual([]);
  });

  it('is tolerated twice from nine letters on, unless the word is known', () => {
    expect(expansionsOf({ folded: 'lionexxes' })).toEqual(['near lionesses 0.311']);
    expect(expansionsOf({ folded: 'lionexes' })).toEqual([]);
    expect(expansionsOf({ folded: 'lionexxes', isKnown: true })).toEqual([]);
  });

  it('is less likely in a word that some text contains', () => {
    expect(expansionsOf({ folded: 'zebrx', isKnown: true })).toEqual(['near zebra 0.080']);
  });

  it('may be in the noun or the whole word; in a known word, in the noun only', () => {
    const word = { folded: '무늬을', stems: ['무니'] };
    expect(expansionsOf(word)).toContain('near 무늬 0.300');
    expect(expansionsOf({ folded: 'zebrx', stems: ['얼룩'] })).toContain('near zebra 0.320');
    expect(expansionsOf({ folded: 'zebrx', stems: ['얼룩'], isKnown: true })).not.toContain(
      'near zebra 0.080',
    );
  });
});

describe('initials', () => {
  it('are those of words with as many syllables, or less certainly of longer ones', () => {
    expect(expansionsOf({ folded: 'ㅇㄹㅁ' })).toEqual(['initials 얼룩말 0.500', 'initials 얼룩말집 0.350']);
    expect(expansionsOf({ folded: 'ㅇㄹㅁ', off: 'initials' })).toEqual([]);
  });

  it('may be typed as two words', () => {
    const alternatives = (first: string, second: string, quality = 0.5) => {
      const builders = [first, second].map((folded) => {
        const builder = new QueryTermBuilder(index);
        builder.folded = folded;
        return builder;
      });
      addSplitInitials(builders, index, { ...PLAIN, query: { ...PLAIN.query, initials: quality } });
      return builders.map((builder) =>
        builder.build('', PLAIN).alternatives.map(({ term, kind }) => `${kind} ${index.termOf(term)}`),
      );
    };
    expect(alternatives('ㅇㄹ', 'ㅁㅈ')).toEqual([['initials 얼룩말집'], ['initials 얼룩말집']]);
    expect(alternatives('ㅇㄹ', 'ㅁㅁ')).toEqual([[], []]);
    expect(alternatives('ㅇㄹ', 'ㅁ')).toEqual([[], []]);
    expect(alternatives('얼룩', 'ㅁㅈ')).toEqual([[], []]);
    expect(alternatives('ㅇㄹ', 'ㅁㅈ', 0)).toEqual([[], []]);
  });
});

describe('expansions', () => {
  it('are at most twelve of each kind', () => {
    expect(expansionsOf({ folded: 'w1ww' })).toHaveLength(12);
    expect(expansionsOf({ folded: 'w1ww0' })).toHaveLength(12);
  });
});

describe('the other keyboard layout', () => {
  it('is tried for words with an index term there', () => {
    expect(expansionsOf({ folded: 'djffnrakf' })).toEqual(['keyboard 얼룩말 0.600']);
    expect(expansionsOf({ folded: 'djffnrakf', off: 'keyboard' })).toEqual([]);
  });
});
