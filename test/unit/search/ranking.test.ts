import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../src/core/library/openLibrary';
import { createInvertedIndex } from '../../../src/core/search/invertedIndex';
import { memorySource } from '../memory';
import { idsFor, openShelf, order } from './shelf';

describe('the order of hits', () => {
  it('puts a title before an answer', async () => {
    expect(
      await order('커넥션', {
        body: { title: '가 설정값 정하기', answer: '커넥션 수를 정한다' },
        title: { title: '커넥션 수 정하기', answer: '설정값을 정한다' },
      }),
    ).toEqual(['title', 'body']);
  });

  it('puts a word before its stem, its stem before a part, a part before a typing error', async () => {
    expect(
      await order('zebras', {
        d: 'the zerbas eat',
        c: 'the zebra_stripes eat',
        b: 'the zebra eats',
        a: 'the zebras eat',
      }),
    ).toEqual(['a', 'b', 'c', 'd']);
    expect(
      await order('얼룩말을', {
        d: '얼룽말 먹는다',
        c: '줄무늬얼룩말 먹는다',
        b: '얼룩말이 먹는다',
        a: '얼룩말을 먹는다',
      }),
    ).toEqual(['a', 'b', 'c', 'd']);
  });

  it('puts the name of an identifier before an identifier that contains it', async () => {
    expect(
      await order('scoped_session', { b: 'use async_scoped_session here', a: 'use orm.scoped_session here' }),
    ).toEqual(['a', 'b']);
  });

  it('puts words side by side before words far apart', async () => {
    expect(
      await order('얼룩말 무늬', {
        apart: '무늬 하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 열하나 열둘 얼룩말',
        beside: '하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 열하나 열둘 얼룩말 무늬',
      }),
    ).toEqual(['beside', 'apart']);
  });

  it('puts more of the query before less', async () => {
    expect(await order('zebra stripes', { one: 'zebra zebra zebra', both: 'zebra or stripes' })).toEqual([
      'both',
      'one',
    ]);
  });

  it('puts an answered entry before an unanswered one', async () => {
    expect(
      await order('zebra', {
        a: { title: 'Zebra a', answer: 'x', front: 'status: unanswered' },
        b: { title: 'Zebra b', answer: 'x' },
      }),
    ).toEqual(['b', 'a']);
  });

  it('puts a newer entry before an older one', async () => {
    expect(
      await order('zebra', {
        a: { title: 'Zebra a', answer: 'x', front: 'date: 2019-05' },
        b: { title: 'Zebra b', answer: 'x', front: 'date: 2024-05' },
      }),
    ).toEqual(['b', 'a']);
  });

  it('is by title where scores are equal', async () => {
    expect(
      await order('zebra', { x: { title: 'Zebra c' }, y: { title: 'Zebra a' }, z: { title: 'Zebra b' } }),
    ).toEqual(['y', 'z', 'x']);
  });

  it('starts with the entry whose title or other name is the query', async () => {
    const shelf = await openShelf({
      long: { title: '세션 풀과 세션', answer: '세션 풀, 세션 풀' },
      short: { title: '세션 풀!', answer: 'x', front: 'status: unanswered' },
      other: { title: '얼룩말', answer: 'x', front: 'aliases: [세션 만료]' },
    });
    expect((await idsFor(shelf, '세션 풀'))[0]).toBe('short');
    expect((await idsFor(shelf, '세션 만료'))[0]).toBe('other');
  });
});

describe('a phrase', () => {
  const sheets = {
    beside: '얼룩말 무늬를 본다',
    apart: '얼룩말 털의 무늬를 본다',
    back: '무늬 얼룩말을 본다',
    across: { title: '큰 얼룩말', answer: '무늬를 본다' },
  };

  it('matches its words side by side only', async () => {
    expect(await order('"얼룩말 무늬"', sheets)).toEqual(['beside']);
    expect(await order('“얼룩말 무늬를', sheets)).toEqual(['beside']);
    expect(await order('얼룩말 무늬', sheets)).toHaveLength(4);
  });

  it('may be one word, in any inflection', async () => {
    expect(await order('"얼룩말이"', sheets)).toHaveLength(4);
    expect(await order('"털의" 얼룩말', sheets)).toEqual(['apart']);
  });

  it('with a word that no text contains is not required: errors quote names of their own project', async () => {
    const error = { users: '`duplicate key value violates unique constraint` 는 키가 겹친다는 뜻' };
    const [hit] = await (
      await openShelf({ ...sheets, ...error })
    ).search('duplicate key value violates unique constraint "users_pkey"');
    expect([hit?.entry.id, hit?.confidence]).toEqual(['room/users', 'strong']);
  });

  it('is required together with other phrases', async () => {
    expect(await order('"얼룩말" "털의 무늬"', sheets)).toEqual(['apart']);
  });
});

describe('an excluded word', () => {
  const sheets = { both: '얼룩말과 기린', zebra: '얼룩말과 말', horse: '말과 기린의 무늬' };

  it('is in no hit', async () => {
    expect(await order('얼룩말 -기린', sheets)).toEqual(['zebra']);
    expect(await order('말 -"기린의 무늬"', sheets)).not.toContain('horse');
  });

  it('is in no language of a hit', async () => {
    const files = {
      'a.md': '---\nid: a\ntitle: 얼룩말\n---\n\n> 기린과 다르다\n',
      'a.en.md': '---\ntitle: Zebra\n---\n\n> Unlike others\n',
    };
    const library = await openLibrary([memorySource(files)], { createIndex: createInvertedIndex });
    expect(await idsFor(library, 'zebra')).toEqual(['a']);
    expect(await idsFor(library, 'zebra -기린')).toEqual([]);
  });

  it('leaves all other entries where it is the whole query', async () => {
    expect(await order('-얼룩말', sheets)).toEqual(['horse']);
    expect(await order('-하마', sheets)).toEqual(['both', 'horse', 'zebra']);
  });
});

describe('a title that looks like an operator', () => {
  const sheets = {
    flag: { title: 'python -m 옵션', answer: '모듈을 실행합니다.' },
    pool: { title: '얼룩말 풀', answer: '얼룩말' },
  };

  it('is found as written', async () => {
    expect((await order('python -m 옵션', sheets))[0]).toBe('flag');
  });

  it('does not override filters and excluded words', async () => {
    expect(await order('-얼룩말 풀', sheets)).not.toContain('pool');
    expect(await order('얼룩말 풀 status:unanswered', sheets)).toEqual([]);
    expect(await order('archive:nowhere 얼룩말 풀', sheets)).toEqual([]);
  });
});

describe('the variant of a hit', () => {
  const files = {
    'a.md': '---\nid: a\ntitle: 얼룩말과 `pool_size`\n---\n\n> 무늬\n',
    'a.en.md': '---\ntitle: Zebra and `pool_size`\n---\n\n> Stripes\n',
  };
  const language = async (query: string, reader?: string) => {
    const library = await openLibrary([memorySource(files)], { createIndex: createInvertedIndex });
    const hits = await library.search(query, reader === undefined ? {} : { language: reader });
    return hits.map(({ variant }) => variant.language);
  };

  it("is the one in the reader's language where it matches as fully", async () => {
    expect(await language('pool_size', 'ko')).toEqual(['ko']);
    expect(await language('pool_size', 'en-US')).toEqual(['en']);
  });

  it('is the one that matches better, otherwise', async () => {
    expect(await language('stripes', 'ko')).toEqual(['en']);
    expect(await language('무늬', 'en')).toEqual(['ko']);
    expect(await language('얼룩말')).toEqual(['ko']);
  });
});
