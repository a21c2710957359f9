import { describe, expect, it } from 'vitest';
import type { Hit } from '../../../src/core/search/hits';
import { openShelf, type Sheet } from './shelf';

const first = async (query: string, sheet: Sheet): Promise<Hit | undefined> => {
  const library = await openShelf({ a: sheet, other: '딴 이야기', third: 'something else' });
  return (await library.search(query))[0];
};
/** The kind of match of each word of a query in a text. */
const how = async (query: string, text: string) =>
  (await first(query, text))?.why.words.map((word) => `${word.text} ${word.how}`);

describe('the kind of a match', () => {
  it.each([
    ['얼룩말', '얼룩말', ['얼룩말 word']],
    ['Zebra', 'a zebra eats', ['Zebra word']],
    ['얼룩말에서', '얼룩말을', ['얼룩말에서 stem']],
    ['zebras', 'a zebra eats', ['zebras stem']],
    ['orm.zebra_pool', 'zebra_pool', ['orm.zebra_pool name']],
    ['session', '세션을 닫는다', ['session sense']],
    ['지연 로딩', 'lazy loading', ['지연 sense', '로딩 sense']],
    ['ㅇㄹㅁ', '얼룩말', ['ㅇㄹㅁ initials']],
    ['zebar', 'a zebra eats', ['zebar near']],
    ['zeb', 'a zebra eats', ['zeb begins']],
    ['얼루', '얼룩말', ['얼루 begins']],
    ['얼룩 말', '얼룩말', ['얼룩 joined', '말 joined']],
    ['zebra pool', 'zebra_pool', ['zebra joined', 'pool joined']],
    ['얼룩말무늬', '무늬가 있는 얼룩말', ['얼룩말무늬 piece']],
    ['djffnrakf?', '얼룩말', ['djffnrakf keyboard']],
  ])('is right for %s in %s', async (query, text, expected) => {
    expect(await how(query, text)).toEqual(expected);
  });

  it('is the keyboard for words typed in the other layout', async () => {
    expect(await how('djffnrakf', '얼룩말')).toEqual(['djffnrakf keyboard']);
    expect(await how('ㅋ듀ㄱㅁ', 'a zebra eats')).toEqual(['ㅋ듀ㄱㅁ keyboard']);
  });

  it('is missing for words that do not match', async () => {
    expect(await how('얼룩말 하마떼', '얼룩말')).toEqual(['얼룩말 word']);
  });
});

describe('the matched words', () => {
  it('are marked in the title', async () => {
    const title = '큰 얼룩말의 무늬, zebra_pool';
    const marked = async (query: string) =>
      (await first(query, { title, answer: 'x' }))?.why.title.map(({ start, end }) =>
        title.slice(start, end),
      );
    expect(await marked('무늬 얼룩말')).toEqual(['얼룩말의', '무늬']);
    expect(await marked('zebra')).toEqual(['zebra_pool']);
    expect(await marked('무ㄴ')).toEqual(['무늬']);
    expect(await marked('무늬는')).toEqual(['무늬']);
  });

  it('cover all words of a term', async () => {
    const title = '새 커넥션 풀에서';
    const hit = await first('connection pool', { title, answer: 'x' });
    expect(hit?.why.title.map(({ start, end }) => title.slice(start, end))).toEqual(['커넥션 풀에서']);
  });

  it('are marked in the passage, whatever comes before it', async () => {
    const filler = '그 밖에 딴 말이 길게 이어진다. '.repeat(20);
    const hit = await first('얼룩말 무늬', {
      title: '제목',
      answer: `${filler}얼룩말의 무늬를 본다. ${filler}`,
    });
    const { text = '', ranges = [], post, line } = hit?.why.passage ?? {};
    expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual(['얼룩말의', '무늬를']);
    expect(text).toMatch(/^… .* …$/);
    expect([post, line]).toEqual([0, 7]);
  });

  it('select the passage with most of the query', async () => {
    const hit = await first('얼룩말 무늬', {
      title: '제목',
      question: '얼룩말을 봤나요?',
      answer: '얼룩말 무늬는 희고 검다.',
    });
    expect(hit?.why.passage?.text).toBe('얼룩말 무늬는 희고 검다.');
    expect(hit?.why.passage?.post).toBe(1);
  });

  it('select the beginning of the first post where only the title matches', async () => {
    const hit = await first('얼룩말', { title: '얼룩말', answer: '처음에 있는 말' });
    expect(hit?.why.passage).toMatchObject({ post: 0, text: '처음에 있는 말', ranges: [] });
  });

  it('are listed as they are written, with their fields', async () => {
    const hit = await first('zebra 얼룩말', {
      title: '얼룩말을',
      answer: 'ZEBRAS',
      front: 'topics: [Zebra]',
    });
    expect(new Set(hit?.why.fields)).toEqual(new Set(['title', 'topics', 'answers']));
    expect(hit?.why.terms).toEqual(['zebra', 'zebras', '얼룩말을']);
  });
});
