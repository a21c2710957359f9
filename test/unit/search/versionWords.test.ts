import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../../src/core/library/library';
import { ForwardIndex } from '../../../src/core/search/forwardIndex';
import { parseQuery } from '../../../src/core/search/query';
import { planQuery } from '../../../src/core/search/queryPlan';
import { TUNING } from '../../../src/core/search/tuning';
import { idsFor, openShelf } from './shelf';

const SHEETS = {
  old: { title: 'Lazy attributes', answer: 'This was tried with SQLAlchemy 1.4.46 and failed.' },
  new: { title: 'Eager attributes', answer: 'This was tried with SQLAlchemy 2.0 and worked.' },
  book: { title: '책의 목차', answer: 'SQLAlchemy 책 4장 1절을 보세요. 1. 처음 4. 끝' },
  python: { title: '인터프리터', answer: '파이썬 3.12에서 확인했습니다.' },
  older: { title: '이전 인터프리터', answer: 'Python3.9를 쓰고 있습니다.' },
  pydantic: { title: '모델 검증', answer: 'Pydantic 2.11.0부터 바뀌었습니다.' },
  dispatch: { title: '보관 예고', answer: '2024-01-05에 192.168.0.1에서 3.5초 걸렸습니다.' },
};

describe('a version in a query', () => {
  let library: Library;
  beforeAll(async () => {
    library = await openShelf(SHEETS);
  });

  it.each([
    ['sqlalchemy 1.4', 'old'],
    ['SQLAlchemy==1.4.46', 'old'],
    ['sqlalchemy v1.4', 'old'],
    ['sqlalchemy 1.4.52 오류', 'old'],
    ['sqlalchemy 2.0.13', 'new'],
    ['sqlalchemy 2.x', 'new'],
    ['sqlalchemy v2', 'new'],
    ['sqlalchemy 2', 'new'],
    ['파이썬 3.12', 'python'],
    ['3.12', 'python'],
    ['Python3.12', 'python'],
    ['3.9', 'older'],
    ['파이썬 3.9', 'older'],
    ['pydantic v2', 'pydantic'],
    ['pydantic 2.11', 'pydantic'],
    ['192.168.0.1', 'dispatch'],
    ['3.5초', 'dispatch'],
    ['2024-01-05', 'dispatch'],
    ['2024', 'dispatch'],
  ])('finds the text about it first: %s', async (query, id) => {
    expect((await idsFor(library, query))[0]).toBe(id);
  });

  it('does not match its digits', async () => {
    expect(await idsFor(library, '1.4')).toEqual(['old']);
    expect(await idsFor(library, '3.5')).toEqual(['dispatch']);
    expect(await idsFor(library, '3.1')).not.toContain('older');
    expect(await idsFor(library, '0.1')).toEqual([]);
  });

  it('finds the same version more surely than a series or another patch', async () => {
    const shelf = await openShelf({
      series: 'Redis 7.2 is fast',
      patch: 'Redis 7.2.4 is fast',
      other: 'Redis 7.4 is fast',
    });
    expect(await idsFor(shelf, 'redis 7.2.4')).toEqual(['patch', 'series', 'other']);
    expect(await idsFor(shelf, 'redis 7.4')).toEqual(['other', expect.anything(), expect.anything()]);
    expect((await idsFor(shelf, 'redis 7.2'))[2]).toBe('other');
  });
});

describe('the plan of a query with a version', () => {
  const plan = async (query: string) => {
    const index = new ForwardIndex();
    await index.add([{ field: 'answers', text: 'fastapi 0.116.0 and 0.116.1, section 1' }]);
    return planQuery(parseQuery(query), index, TUNING, { expanded: 'all words' });
  };

  it('says which words are versions', async () => {
    const isVersion = async (query: string) => (await plan(query)).map((term) => term.isVersion);
    expect(await isVersion('fastapi 0.118.0 v2 3')).toEqual([false, true, false, false]);
    expect(await isVersion('3.5초 $19.99 10.0.0.1 2024.01.05 4.2절')).not.toContain(true);
  });

  it('does not take one version for another with a similar spelling', async () => {
    for (const query of ['fastapi 0.118.0 now', 'fastapi 0.118.0', 'fastapi 1.4']) {
      expect((await plan(query))[1]?.alternatives).toEqual([]);
    }
  });

  it('completes a version that is being typed', async () => {
    expect((await plan('fastapi 0.11'))[1]?.alternatives.map(({ kind }) => kind)).toContain('begins');
    expect((await plan('fastapi 0.11 now'))[1]?.alternatives).toEqual([]);
  });
});
