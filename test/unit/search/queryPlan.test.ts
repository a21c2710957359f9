import { describe, expect, it } from 'vitest';
import { ForwardIndex } from '../../../src/core/search/forwardIndex';
import { planQuery } from '../../../src/core/search/queryPlan';
import { inverseDocumentFrequency } from '../../../src/core/search/queryTerm';
import { TUNING } from '../../../src/core/search/tuning';

const collection = new ForwardIndex();
for (const text of ['세션을 닫는다', 'expire_on_commit', '얼룩말 무늬', 'zebra', '지연 로딩']) {
  await collection.add([{ field: 'answers', text }]);
}
/** Of each word, the terms it stands for and how; senses by their `=` alone. */
const planned = (query: string) =>
  planQuery(query, collection, TUNING).map(({ text, alternatives }) => [
    text,
    ...alternatives.map(({ term, how }) => `${how} ${collection.termOf(term).replace(/^=\d+/, '=')}`),
  ]);
const plan = (query: string) => planQuery(query, collection, TUNING);

describe('planQuery', () => {
  it('has the forms of each word that a text has, the surest first', () => {
    expect(planned('세션을 zebras')).toEqual([
      ['세션을', 'word 세션을', 'stem 세션', 'sense ='],
      ['zebras', 'stem zebra'],
    ]);
  });

  it('reads decomposed text', () => {
    expect(planned('세션을'.normalize('NFD'))).toEqual(planned('세션을'));
  });

  it('takes words apart for one word of a text', () => {
    for (const word of planned('expire on commit')) expect(word).toContain('joined expireoncommit');
    expect(planned('얼룩 말').map((word) => word[1])).toEqual(['joined 얼룩말', 'joined 얼룩말']);
  });

  it('gives each word of a term its meaning', () => {
    expect(planned('lazy loading')).toEqual([
      ['lazy', 'sense ='],
      ['loading', 'sense =', 'sense ='],
    ]);
  });

  it('guesses for a word that no text has', () => {
    expect(planned('zebar')[0]).toContain('near zebra');
    expect(planned('zeb')[0]).toContain('begins zebra');
    expect(planned('ㅇㄹㅁ')[0]).toContain('initials 얼룩말');
    expect(planned('ㅇㄹㅁ').flat()).not.toContain('initials 무늬');
  });

  it('reads what was typed on the other keyboard', () => {
    const [typed, ...terms] = planned('tptusdmf 얼룩말')[0] ?? [];
    expect(typed).toBe('tptusdmf');
    expect(terms).toEqual(expect.arrayContaining(['keyboard 세션을', 'keyboard 세션', 'keyboard =']));
    expect(planned('ㅋ듀ㄱㅁ')[0]?.slice(0, 2)).toEqual(['ㅋ듀ㄱㅁ', 'keyboard zebra']);
    const off = { ...TUNING, query: { ...TUNING.query, keyboard: 0 } };
    expect(planQuery('tptusdmf', collection, off)[0]?.alternatives).toEqual([]);
  });

  it('counts words that say nothing about the subject for less', () => {
    const [zebra, how] = plan('zebra 어떻게');
    expect(zebra?.importance).toBe(1);
    expect(how?.importance).toBe(TUNING.common);
  });

  it('knows a word by what is certain, not by guesses', () => {
    expect(plan('세션에서 zebar').map(({ isKnown }) => isKnown)).toEqual([true, false]);
  });

  it('takes a compound apart', () => {
    const [word] = plan('얼룩말무늬');
    const terms = word?.compoundParts.map(({ alternatives: [one] }) => collection.termOf(one?.term ?? -1));
    expect(terms).toEqual(['얼룩말', '무늬']);
    expect(word?.compoundParts.map(({ share }) => share)).toEqual([3 / 5, 2 / 5]);
  });

  it('has nothing for nothing', () => {
    expect(plan('')).toEqual([]);
    expect(plan(' ?! ')).toEqual([]);
  });

  it('reads no more than the beginning of what is pasted', () => {
    expect(plan('zebra '.repeat(5000)).length).toBeLessThanOrEqual(48);
  });
});

describe('a term', () => {
  it('is worth less the more texts have it, but always something', () => {
    const worth = [0, 1, 5, 10, 11].map((count) => inverseDocumentFrequency(count, 10));
    expect(worth).toEqual([...worth].sort((a, b) => b - a));
    expect(Math.min(...worth)).toBeGreaterThan(0);
  });
});
