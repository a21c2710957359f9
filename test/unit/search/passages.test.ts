import { describe, expect, it } from 'vitest';
import type { Variant } from '../../../src/core/model';
import type { Segment } from '../../../src/core/search/fields';
import { ForwardIndex, type IndexedText } from '../../../src/core/search/forwardIndex';
import { bestPassage, matchesBySegment, mergeRanges } from '../../../src/core/search/passages';

describe('mergeRanges', () => {
  it.each([
    [[], []],
    [
      [
        [0, 2],
        [2, 4],
      ],
      [
        [0, 2],
        [2, 4],
      ],
    ],
    [
      [
        [0, 3],
        [2, 4],
      ],
      [[0, 4]],
    ],
    [
      [
        [0, 5],
        [1, 5],
      ],
      [[0, 5]],
    ],
    [
      [
        [0, 5],
        [1, 3],
        [4, 6],
        [7, 8],
      ],
      [
        [0, 6],
        [7, 8],
      ],
    ],
  ])('merges %j to %j', (spans, expected) => {
    const toSpan = ([start = 0, end = 0]: readonly number[]) => ({ start, end });
    expect(mergeRanges(spans.map(toSpan))).toEqual(expected.map(toSpan));
  });
});

describe('matchesBySegment', () => {
  it('groups matches by segment, in order, longer ones first, with all their words', async () => {
    const { text } = await new ForwardIndex().add([
      { field: 'title', text: 'one two three' },
      { field: 'answers', post: 0, text: 'four' },
    ]);
    const match = (...positions: readonly (readonly [number, number])[]) => ({
      kind: 'word' as const,
      quality: 1,
      positions: positions.map(([position, length]) => ({ position, length })),
    });
    // The second segment starts after the three words of the first and the gap of 32.
    const bySegment = matchesBySegment(text, [match([1, 1], [35, 1]), undefined, match([0, 1], [1, 2])]);
    expect([...bySegment]).toEqual([
      [
        0,
        [
          { start: 0, end: 3, term: 2 },
          { start: 4, end: 13, term: 2 },
          { start: 4, end: 7, term: 0 },
        ],
      ],
      [1, [{ start: 0, end: 4, term: 0 }]],
    ]);
  });
});

describe('bestPassage', () => {
  const variant = { posts: [{ line: 10 }, { line: 20 }] } as unknown as Variant;
  const textOf = (...segments: readonly Segment[]): IndexedText => ({ segments }) as unknown as IndexedText;
  const prose = (text: string, post = 0): Segment => ({ field: 'answers', post, text });
  const spanOf = (text: string, word: string, term = 0) => {
    const start = text.indexOf(word);
    return { start, end: start + word.length, term };
  };

  it('is the post with the highest score, each term counted once', () => {
    const text = textOf({ field: 'title', text: 'zebra lion' }, prose('zebra zebra', 0), prose('a lion', 1));
    const matches = new Map([
      [0, [spanOf('zebra lion', 'zebra', 0)]],
      [1, [spanOf('zebra', 'zebra', 0), { start: 6, end: 11, term: 0 }]],
      [2, [spanOf('a lion', 'lion', 1)]],
    ]);
    expect(bestPassage(variant, text, matches, [1, 2])).toMatchObject({ post: 1, line: 20, text: 'a lion' });
    expect(bestPassage(variant, text, matches, [2, 1])).toMatchObject({ post: 0, line: 10 });
  });

  it('is the first of equally good posts', () => {
    const text = textOf(prose('zebra', 0), prose('zebra', 1));
    const span = [spanOf('zebra', 'zebra')];
    const late = new Map([
      [1, span],
      [0, span],
    ]);
    expect(bestPassage(variant, text, late, [1])?.post).toBe(0);
    expect(bestPassage(variant, text, new Map([...late].reverse()), [1])?.post).toBe(0);
  });

  it('is not an earlier post with a lower score', () => {
    const text = textOf(prose('zebra', 0), prose('lion', 1));
    const matches = new Map([
      [1, [spanOf('lion', 'lion', 1)]],
      [0, [spanOf('zebra', 'zebra', 0)]],
    ]);
    expect(bestPassage(variant, text, matches, [1, 2])?.post).toBe(1);
  });

  it('prefers prose to code, unless code has much more', () => {
    const code: Segment = { field: 'code', post: 0, text: 'zebra lion' };
    const text = textOf(code, prose('zebra', 1));
    const both = [spanOf('zebra lion', 'zebra', 0), spanOf('zebra lion', 'lion', 1)];
    const matches = new Map([
      [0, both],
      [1, [spanOf('zebra', 'zebra', 0)]],
    ]);
    // Code counts 0.6 times as much.
    expect(bestPassage(variant, text, matches, [1, 0.5])?.post).toBe(1);
    expect(bestPassage(variant, text, matches, [1, 1])?.post).toBe(0);
  });

  it('shows a short text whole, on one line, with its ranges', () => {
    const text = 'a\nzebra\teats';
    const passage = bestPassage(variant, textOf(prose(text)), new Map([[0, [spanOf(text, 'zebra')]]]), [1]);
    expect(passage).toEqual({ post: 0, line: 10, text: 'a zebra eats', ranges: [{ start: 2, end: 7 }] });
  });

  it('starts at a word at most 30 characters before the first match, and ends at one within 160', () => {
    const text = `beginnings ${'word '.repeat(20)}zebra ${'more '.repeat(50)}`;
    const passage = bestPassage(variant, textOf(prose(text)), new Map([[0, [spanOf(text, 'zebra')]]]), [1]);
    expect(passage?.text).toBe(`… ${'word '.repeat(6)}zebra${' more'.repeat(25)} …`);
    expect(passage?.ranges).toEqual([{ start: 32, end: 37 }]);
  });

  it('starts at the word around the match, and at the match in a run without spaces', () => {
    const shown = (text: string): string | undefined =>
      bestPassage(variant, textOf(prose(text)), new Map([[0, [spanOf(text, 'zebra')]]]), [1])?.text;
    expect(shown(`one ${'x'.repeat(50)}zebra`)).toBe(`… ${'x'.repeat(50)}zebra`);
    expect(shown(`one ${'x'.repeat(90)}zebra`)).toBe('… zebra');
  });

  it('starts and ends at a Korean word', () => {
    const text = `${'데이터베이스를 '.repeat(6)}zebra ${'트랜잭션에서는 '.repeat(40)}`;
    const passage = bestPassage(variant, textOf(prose(text)), new Map([[0, [spanOf(text, 'zebra')]]]), [1]);
    expect(passage?.text).toMatch(/^… (데이터베이스를 ){3}zebra (트랜잭션에서는 )+…$/u);
  });

  it('starts at the beginning where the first match is near it', () => {
    const text = `${'x '.repeat(15)}zebra`;
    const passage = bestPassage(variant, textOf(prose(text)), new Map([[0, [spanOf(text, 'zebra')]]]), [1]);
    expect(passage?.text).toBe(text);
  });

  it('is the window with the most terms, then with the most matches', () => {
    const text = `zebra ${'- '.repeat(120)}zebra lion ${'- '.repeat(120)}lion lion zebra`;
    const at = (start: number, word: string, term: number) => ({ start, end: start + word.length, term });
    const second = text.indexOf('zebra lion');
    const third = text.indexOf('lion lion');
    const matches = [
      at(0, 'zebra', 0),
      at(second, 'zebra', 0),
      at(second + 6, 'lion', 1),
      at(third, 'lion', 1),
      at(third + 5, 'lion', 1),
      at(third + 10, 'zebra', 0),
    ];
    const shown = (spans: typeof matches): string | undefined =>
      bestPassage(variant, textOf(prose(text)), new Map([[0, spans]]), [1, 1])?.text;
    expect(shown(matches.slice(0, 3))).toContain('zebra lion');
    expect(shown(matches)).toContain('lion lion zebra');
  });

  it('leaves out ranges that are not wholly inside', () => {
    const text = `zebra ${'- '.repeat(76)}lion`;
    const spans = [spanOf(text, 'zebra', 0), spanOf(text, 'lion', 1)];
    const passage = bestPassage(variant, textOf(prose(text)), new Map([[0, spans]]), [1, 0]);
    expect(text.length).toBe(162);
    expect(passage?.text).toBe(`${text.slice(0, 157)} …`);
    expect(passage?.ranges).toEqual([{ start: 0, end: 5 }]);
  });

  it('keeps ranges up to its very end, and none before its start', () => {
    const text = `zebra ${'- '.repeat(75)}lion`;
    const spans = [spanOf(text, 'zebra', 0), spanOf(text, 'lion', 1)];
    const shown = (scores: readonly number[], own = text, matches = spans) =>
      bestPassage(variant, textOf(prose(own)), new Map([[0, matches]]), scores)?.ranges;
    expect(shown([1, 1])).toEqual([
      { start: 0, end: 5 },
      { start: 156, end: 160 },
    ]);
    const longer = `zebra ${'- '.repeat(100)}lion`;
    const apart = [spanOf(longer, 'zebra', 0), spanOf(longer, 'lion', 1)];
    expect(shown([1, 2], longer, apart)).toEqual([{ start: 32, end: 36 }]);
  });

  it('is the beginning of the first post where no post matches, and absent without posts', () => {
    const title: Segment = { field: 'title', text: 'zebra' };
    const matches = new Map([[0, [spanOf('zebra', 'zebra')]]]);
    const long = 'word '.repeat(40);
    expect(bestPassage(variant, textOf(title, prose(long)), matches, [1])).toEqual({
      post: 0,
      line: 10,
      text: `${long.slice(0, 159)} …`,
      ranges: [],
    });
    expect(bestPassage(variant, textOf(title), matches, [1])).toBeUndefined();
  });
});
