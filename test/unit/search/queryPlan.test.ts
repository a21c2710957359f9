import { beforeAll, describe, expect, it } from 'vitest';
import { ForwardIndex } from '../../../src/core/search/forwardIndex';
import { parseQuery } from '../../../src/core/search/query';
import { planQuery } from '../../../src/core/search/queryPlan';
import type { QueryTerm } from '../../../src/core/search/queryTerm';
import { TUNING } from '../../../src/core/search/tuning';

let index: ForwardIndex;
beforeAll(async () => {
  index = new ForwardIndex();
  for (const text of [
    '세션을 닫는다',
    'expire_on_commit',
    '얼룩말 무늬',
    'zebra zebro',
    '지연 로딩',
    'wherf',
  ]) {
    await index.add([{ field: 'answers', text }]);
  }
});
/** Each word with the kinds and terms of its alternatives; synonym sets by their `=` alone. */
const planned = async (query: string) =>
  (await plan(query)).map(({ text, alternatives }) => [
    text,
    ...alternatives.map(({ term, kind }) => `${kind} ${index.termOf(term).replace(/^=\d+/, '=')}`),
  ]);
const plan = (
  query: string,
  expanded: 'all words' | 'unknown words' = 'all words',
  tuning = TUNING,
): Promise<readonly QueryTerm[]> =>
  planQuery({ ...parseQuery(query), words: query }, index, tuning, { expanded });

describe('planQuery', () => {
  it('finds the forms of each word that some text contains, the most certain first', async () => {
    expect(await planned('세션을 zebras')).toEqual([
      ['세션을', 'word 세션을', 'sense =', 'stem 세션'],
      ['zebras', 'stem zebra'],
    ]);
  });

  it('composes decomposed text', async () => {
    expect(await planned('세션을'.normalize('NFD'))).toEqual(await planned('세션을'));
  });

  it('joins words that are one word in a text', async () => {
    for (const word of await planned('expire on commit')) expect(word).toContain('joined expireoncommit');
    expect((await planned('얼룩 말')).map((word) => word[1])).toEqual(['joined 얼룩말', 'joined 얼룩말']);
  });

  it('gives each word of a term its synonym sets', async () => {
    expect(await planned('lazy loading')).toEqual([
      ['lazy', 'sense ='],
      ['loading', 'sense =', 'sense ='],
    ]);
  });

  it('expands words that no text contains', async () => {
    expect((await planned('zebar'))[0]).toContain('near zebra');
    expect((await planned('zeb'))[0]).toContain('begins zebra');
    expect((await planned('ㅇㄹㅁ'))[0]).toContain('initials 얼룩말');
    expect((await planned('ㅇㄹㅁ')).flat()).not.toContain('initials 무늬');
  });

  it('corrects words typed in the other keyboard layout', async () => {
    const [typed, ...terms] = (await planned('tptusdmf 얼룩말'))[0] ?? [];
    expect(typed).toBe('tptusdmf');
    expect(terms).toEqual(expect.arrayContaining(['keyboard 세션을', 'keyboard 세션', 'keyboard =']));
    expect((await planned('ㅋ듀ㄱㅁ'))[0]?.slice(0, 2)).toEqual(['ㅋ듀ㄱㅁ', 'keyboard zebra']);
    const off = { ...TUNING, query: { ...TUNING.query, keyboard: 0 } };
    expect((await plan('tptusdmf', 'all words', off))[0]?.alternatives).toEqual([]);
  });

  it('gives stop words little importance', async () => {
    const [zebra, how] = await plan('zebra 어떻게');
    expect(zebra?.importance).toBe(1);
    expect(how?.importance).toBe(TUNING.stopWord);
  });

  it('knows a word by certain forms, not by expansions', async () => {
    expect((await plan('세션에서 zebar')).map(({ isKnown }) => isKnown)).toEqual([true, false]);
  });

  it('expands known words only where all words are expanded', async () => {
    const expanded = async (which: 'all words' | 'unknown words') =>
      (await plan('zebra 얼룩맘', which)).map(({ alternatives }) => alternatives.map(({ kind }) => kind));
    expect(await expanded('unknown words')).toEqual([['word'], ['near']]);
    expect((await plan('zebra zebra', 'all words'))[0]?.alternatives).toHaveLength(2);
    expect((await plan('zebra zebra', 'unknown words'))[0]?.alternatives).toHaveLength(1);
  });

  it('expands stop words only while they are being typed', async () => {
    const kinds = async (query: string) =>
      (await plan(query)).map(({ alternatives }) => alternatives.map(({ kind }) => kind));
    expect(await kinds('ze how')).toEqual([[], []]);
    expect(await kinds('how ze')).toEqual([[], ['begins', 'begins']]);
    expect(await kinds('how ze?')).toEqual([[], []]);
    expect(await kinds('ze ')).toEqual([[]]);
    expect((await kinds('where zebra'))[0]).toEqual([]);
    expect((await kinds('zebra where'))[1]).toEqual(['near']);
  });

  it('joins at most four words', async () => {
    expect((await plan('e x p i')).flatMap(({ alternatives }) => alternatives)).toEqual([]);
    expect((await planned('ze b r a')).map((word) => word[1])).toEqual(Array(4).fill('joined zebra'));
    expect((await planned('z e b r a')).map((word) => word[1])).toEqual(Array(5).fill(undefined));
    expect((await planned('얼룩 말을'))[0]).toContain('joined 얼룩말');
  });

  it('shows each word as it was typed', async () => {
    expect((await plan('세션을 djffnrakf Zebra')).map(({ text }) => text)).toEqual([
      '세션을',
      'djffnrakf',
      'Zebra',
    ]);
  });

  it('has the bigrams that some text contains', async () => {
    const bigrams = (await plan('얼룩소 zebra'))[0]?.bigrams.map((id) => index.termOf(id));
    expect(bigrams).toEqual(['~얼룩']);
  });

  it('splits compounds', async () => {
    const [word] = await plan('얼룩말무늬');
    const terms = word?.compoundParts.map(({ alternative }) => index.termOf(alternative.term));
    expect(terms).toEqual(['얼룩말', '무늬']);
    expect(word?.compoundParts.map(({ share }) => share)).toEqual([3 / 5, 2 / 5]);
  });

  it('returns no terms for a query without words', async () => {
    expect(await plan('')).toEqual([]);
    expect(await plan(' ?! ')).toEqual([]);
  });

  it('limits the number of terms', async () => {
    expect((await plan('zebra '.repeat(5000))).length).toBeLessThanOrEqual(48);
  });
});
