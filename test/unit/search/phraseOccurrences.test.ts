import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/core/model';
import type { Segment } from '../../../src/core/search/fields';
import { ForwardIndex } from '../../../src/core/search/forwardIndex';
import { PhraseOccurrences } from '../../../src/core/search/phraseOccurrences';

const entry = { id: 'a' } as unknown as Entry;
const prose = (text: string, post = 0): Segment => ({ field: 'answers', post, text });

/** What the variants of one entry mention of some phrases: `title`, and the number of posts. */
async function mentions(
  variants: readonly (readonly Segment[])[],
  ...phrases: readonly string[]
): Promise<string> {
  const index = new ForwardIndex();
  const texts = [];
  for (const segments of variants) texts.push({ entry, text: (await index.add(segments)).text });
  const occurrence = new PhraseOccurrences(index, texts).find(phrases).get(entry);
  if (occurrence === undefined) return 'nothing';
  return `${occurrence.isTitle ? 'title ' : ''}${String(occurrence.postCount)}`;
}

describe('phrase occurrences', () => {
  it('count posts once, and topics as one more', async () => {
    const segments = [prose('zebra zebra', 0), prose('zebra', 1), prose('lion', 2)];
    expect(await mentions([segments], 'zebra')).toBe('2');
    const topics: readonly Segment[] = [
      { field: 'topics', text: 'zebra' },
      { field: 'topics', text: 'zebra' },
    ];
    expect(await mentions([[...segments, ...topics]], 'zebra')).toBe('3');
    expect(await mentions([[{ field: 'question', post: 0, text: 'zebra' }]], 'zebra')).toBe('1');
  });

  it('tell titles, and ignore code and symbols', async () => {
    expect(await mentions([[{ field: 'title', text: 'A zebra' }]], 'zebra')).toBe('title 0');
    expect(await mentions([[{ field: 'code', post: 0, text: 'zebra' }]], 'zebra')).toBe('nothing');
    expect(await mentions([[{ field: 'symbols', text: 'zebra' }]], 'zebra')).toBe('nothing');
  });

  it('are those of the variant with most posts, and of any title', async () => {
    const title: Segment = { field: 'title', text: 'zebra' };
    expect(
      await mentions(
        [
          [title, prose('zebra')],
          [prose('zebra', 0), prose('zebra', 1)],
        ],
        'zebra',
      ),
    ).toBe('title 2');
    expect(await mentions([[prose('zebra', 0), prose('zebra', 1)], [title]], 'zebra')).toBe('title 2');
  });

  it.each(['zebra pool', 'Zebra-Pool', 'zebra/pool', 'zebra · pool', 'zebrapool', 'a zebra pools'])(
    'find the words of a phrase side by side in "%s"',
    async (text) => {
      expect(await mentions([[prose(text)]], 'zebra pool')).toBe(text.includes(' · ') ? 'nothing' : '1');
    },
  );

  it.each(['zebra. Pool', 'zebra big pool', 'pool zebra', 'zebra   pool', 'zebra'])(
    'do not find a phrase in "%s"',
    async (text) => {
      expect(await mentions([[prose(text)]], 'zebra pool')).toBe('nothing');
    },
  );

  it('do not find a phrase across segments', async () => {
    expect(await mentions([[prose('zebra', 0), prose('pool', 1)]], 'zebra pool')).toBe('nothing');
  });

  it('find synonyms of the whole phrase, not of its words', async () => {
    expect(await mentions([[prose('커넥션 풀에서')]], 'connection pool')).toBe('1');
    expect(await mentions([[prose('커넥션')]], 'connection pool')).toBe('nothing');
    expect(await mentions([[prose('AsyncSession')]], 'session')).toBe('nothing');
  });

  it('find any of several phrases, each post once', async () => {
    const segments = [prose('zebra lion', 0), prose('lion', 1)];
    expect(await mentions([segments], 'zebra', 'lion', 'bird')).toBe('2');
    expect(await mentions([segments])).toBe('nothing');
    expect(await mentions([segments], '', '?')).toBe('nothing');
  });
});
