import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/core/model';
import type { Segment } from '../../../src/core/search/fields';
import { ForwardIndex, type IndexedText } from '../../../src/core/search/forwardIndex';
import { toHit } from '../../../src/core/search/hits';
import type { QueryTerm } from '../../../src/core/search/queryTerm';
import type { TermMatch } from '../../../src/core/search/termMatch';
import { matchAt, queryTerm } from './queryTerms';

const SEGMENTS: readonly Segment[] = [
  { field: 'title', text: 'How Zebras eat' },
  { field: 'topics', text: 'Lions' },
  { field: 'answers', post: 0, text: 'how zebras' },
  { field: 'answers', post: 1, text: 'and lions' },
];
/** Positions of the segments' first words: each has a gap of 32 behind it. */
const [TITLE, TOPIC, FIRST, SECOND] = [0, 35, 68, 102] as const;

let text: IndexedText;
beforeEach(async () => {
  ({ text } = await new ForwardIndex().add(SEGMENTS));
});

function term(text: string, importance = 1, idf = 1): QueryTerm {
  return queryTerm({ text, importance, idf });
}
function hitOf(plan: readonly QueryTerm[], matches: readonly (TermMatch | undefined)[]) {
  const variant = { posts: [{ line: 3 }, { line: 7 }] } as unknown as Entry;
  const document = { entry: variant, variant, text };
  const scored = { document, isTitleMatch: false, isNamed: false, coverage: 1, score: 5, matches };
  return toHit({ scored, confidence: 'weak', probability: 0.2 }, plan);
}

describe('toHit', () => {
  it('explains which words match, how, in which fields, and where in the title', () => {
    const plan = [term('zebra'), term('horse'), term('lion')];
    const hit = hitOf(plan, [matchAt([TITLE + 1], { kind: 'stem' }), undefined, matchAt([TOPIC])]);
    expect(hit).toMatchObject({ score: 5, confidence: 'weak', probability: 0.2 });
    expect(hit.why).toMatchObject({
      terms: ['lions', 'zebras'],
      words: [
        { text: 'zebra', how: 'stem' },
        { text: 'lion', how: 'word' },
      ],
      fields: ['title', 'topics'],
      title: [{ start: 4, end: 10 }],
    });
  });

  it('sorts the words of the entry', () => {
    const hit = hitOf([term('zebra'), term('eat')], [matchAt([TITLE + 1]), matchAt([TITLE + 2])]);
    expect(hit.why.terms).toEqual(['eat', 'zebras']);
  });

  it('highlights stop words only where nothing else matches', () => {
    const plan = [term('how', 0.04), term('zebra')];
    const both = hitOf(plan, [matchAt([TITLE, FIRST]), matchAt([TITLE + 1])]);
    expect(both.why.title).toEqual([{ start: 4, end: 10 }]);
    expect(both.why.words.map((word) => word.text)).toEqual(['how', 'zebra']);
    const stopWord = hitOf(plan, [matchAt([TITLE, FIRST]), undefined]);
    expect(stopWord.why.title).toEqual([{ start: 0, end: 3 }]);
    expect(stopWord.why.terms).toEqual(['how']);
  });

  it('has no title ranges where the title does not match', () => {
    expect(hitOf([term('lion')], [matchAt([SECOND + 1])]).why.title).toEqual([]);
  });

  it.each([
    ['IDF', [term('zebra', 1, 2), term('lion', 1, 3)], 1, 1, 1],
    ['importance', [term('zebra', 1, 2), term('lion', 0.5, 3)], 1, 1, 0],
    ['quality', [term('zebra', 1, 2), term('lion', 1, 3)], 1, 0.5, 0],
  ] as const)('chooses the passage by %s', (_, plan, zebra, lion, post) => {
    const matches = [matchAt([FIRST + 1], { quality: zebra }), matchAt([SECOND + 1], { quality: lion })];
    // An unimportant term would not be highlighted beside an important one.
    const shown = hitOf(plan, matches).why.passage;
    expect(shown?.post).toBe(post);
  });

  it('has no passage without posts', async () => {
    ({ text } = await new ForwardIndex().add(SEGMENTS.slice(0, 2)));
    expect('passage' in hitOf([term('lion')], [matchAt([TITLE])]).why).toBe(false);
  });
});
