import { beforeAll, describe, expect, it } from 'vitest';
import { ForwardIndex } from '../../../src/core/search/forwardIndex';
import { planQuery } from '../../../src/core/search/queryPlan';
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
const planned = (query: string) =>
  planQuery(query, index, TUNING).map(({ text, alternatives }) => [
    text,
    ...alternatives.map(({ term, kind }) => `${kind} ${index.termOf(term).replace(/^=\d+/, '=')}`),
  ]);
const plan = (query: string) => planQuery(query, index, TUNING);

describe('planQuery', () => {
  it('finds the forms of each word that some text contains, the most certain first', () => {
    expect(planned('세션을 zebras')).toEqual([
      ['세션을', 'word 세션을', 'stem 세션', 'sense ='],
      ['zebras', 'stem zebra'],
    ]);
  });

  it('composes decomposed text', () => {
    expect(planned('세션을'.normalize('NFD'))).toEqual(planned('세션을'));
  });

  it('joins words that are one word in a text', () => {
    for (const word of planned('expire on commit')) expect(word).toContain('joined expireoncommit');
    expect(planned('얼룩 말').map((word) => word[1])).toEqual(['joined 얼룩말', 'joined 얼룩말']);
  });

  it('gives each word of a term its synonym sets', () => {
    expect(planned('lazy loading')).toEqual([
      ['lazy', 'sense ='],
      ['loading', 'sense =', 'sense ='],
    ]);
  });

  it('expands words that no text contains', () => {
    expect(planned('zebar')[0]).toContain('near zebra');
    expect(planned('zeb')[0]).toContain('begins zebra');
    expect(planned('ㅇㄹㅁ')[0]).toContain('initials 얼룩말');
    expect(planned('ㅇㄹㅁ').flat()).not.toContain('initials 무늬');
  });

  it('corrects words typed in the other keyboard layout', () => {
    const [typed, ...terms] = planned('tptusdmf 얼룩말')[0] ?? [];
    expect(typed).toBe('tptusdmf');
    expect(terms).toEqual(expect.arrayContaining(['keyboard 세션을', 'keyboard 세션', 'keyboard =']));
    expect(planned('ㅋ듀ㄱㅁ')[0]?.slice(0, 2)).toEqual(['ㅋ듀ㄱㅁ', 'keyboard zebra']);
    const off = { ...TUNING, query: { ...TUNING.query, keyboard: 0 } };
    expect(planQuery('tptusdmf', index, off)[0]?.alternatives).toEqual([]);
  });

  it('gives stop words little importance', () => {
    const [zebra, how] = plan('zebra 어떻게');
    expect(zebra?.importance).toBe(1);
    expect(how?.importance).toBe(TUNING.stopWord);
  });

  it('knows a word by certain forms, not by expansions', () => {
    expect(plan('세션에서 zebar').map(({ isKnown }) => isKnown)).toEqual([true, false]);
  });

  it('expands known words only where all words are expanded', () => {
    const expanded = (which: 'all words' | 'unknown words') =>
      planQuery('zebra 얼룩맘', index, TUNING, which).map(({ alternatives }) =>
        alternatives.map(({ kind }) => kind),
      );
    expect(expanded('unknown words')).toEqual([['word'], ['near']]);
    expect(planQuery('zebra zebra', index, TUNING, 'all words')[0]?.alternatives).toHaveLength(2);
    expect(planQuery('zebra zebra', index, TUNING, 'unknown words')[0]?.alternatives).toHaveLength(1);
  });

  it('expands stop words only while they are being typed', () => {
    const kinds = (query: string) =>
      plan(query).map(({ alternatives }) => alternatives.map(({ kind }) => kind));
    expect(kinds('ze how')).toEqual([[], []]);
    expect(kinds('how ze')).toEqual([[], ['begins', 'begins']]);
    expect(kinds('how ze?')).toEqual([[], []]);
    expect(kinds('ze ')).toEqual([[]]);
    expect(kinds('where zebra')[0]).toEqual([]);
    expect(kinds('zebra where')[1]).toEqual(['near']);
  });

  it('joins at most four words', () => {
    expect(plan('e x p i').flatMap(({ alternatives }) => alternatives)).toEqual([]);
    expect(planned('ze b r a').map((word) => word[1])).toEqual(Array(4).fill('joined zebra'));
    expect(planned('z e b r a').map((word) => word[1])).toEqual(Array(5).fill(undefined));
    expect(planned('얼룩 말을')[0]).toContain('joined 얼룩말');
  });

  it('shows each word as it was typed', () => {
    expect(plan('세션을 djffnrakf Zebra').map(({ text }) => text)).toEqual(['세션을', 'djffnrakf', 'Zebra']);
  });

  it('has the bigrams that some text contains', () => {
    const bigrams = plan('얼룩소 zebra')[0]?.bigrams.map((id) => index.termOf(id));
    expect(bigrams).toEqual(['~얼룩']);
  });

  it('splits compounds', () => {
    const [word] = plan('얼룩말무늬');
    const terms = word?.compoundParts.map(({ alternative }) => index.termOf(alternative.term));
    expect(terms).toEqual(['얼룩말', '무늬']);
    expect(word?.compoundParts.map(({ share }) => share)).toEqual([3 / 5, 2 / 5]);
  });

  it('returns no terms for a query without words', () => {
    expect(plan('')).toEqual([]);
    expect(plan(' ?! ')).toEqual([]);
  });

  it('limits the number of terms', () => {
    expect(plan('zebra '.repeat(5000)).length).toBeLessThanOrEqual(48);
  });
});
