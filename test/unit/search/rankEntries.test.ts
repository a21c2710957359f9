import { describe, expect, it } from 'vitest';
import type { Entry, Variant } from '../../../src/core/model';
import { rankEntries, type ScoredVariant } from '../../../src/core/search/ranking';
import { TUNING } from '../../../src/core/search/tuning';

const TUNED = { ...TUNING, unanswered: 0.5, age: 0.2 };

function entryOf(title: string, changes: Partial<Entry> = {}): Entry {
  return { title, language: 'ko', status: 'answered', translations: [], ...changes } as unknown as Entry;
}
function scored(entry: Entry, changes: Partial<ScoredVariant> = {}, variant: Variant = entry): ScoredVariant {
  const document = { entry, variant } as unknown as ScoredVariant['document'];
  return { document, isTitleMatch: false, isNamed: false, coverage: 1, score: 1, matches: [], ...changes };
}
const ranked = (variants: readonly ScoredVariant[], language?: string): readonly string[] =>
  rankEntries(variants, TUNED, language).map(
    ({ scored: { document, score } }) => `${document.variant.title} ${score.toFixed(3)}`,
  );

describe('rankEntries', () => {
  it('puts title matches first, then higher scores, then titles in alphabetical order', () => {
    const variants = [
      scored(entryOf('low'), { score: 1 }),
      scored(entryOf('title'), { score: 0.5, isTitleMatch: true }),
      scored(entryOf('b'), { score: 2 }),
      scored(entryOf('a'), { score: 2 }),
      scored(entryOf('second title'), { score: 0.4, isTitleMatch: true }),
    ];
    expect(ranked(variants)).toEqual([
      'title 0.500',
      'second title 0.400',
      'a 2.000',
      'b 2.000',
      'low 1.000',
    ]);
    expect(ranked([...variants].reverse())).toEqual(ranked([...variants].map((one) => ({ ...one }))));
  });

  it('lowers the score of unanswered entries', () => {
    expect(ranked([scored(entryOf('open', { status: 'unanswered' }))])).toEqual(['open 0.500']);
    expect(ranked([scored(entryOf('disputed', { status: 'disputed' }))])).toEqual(['disputed 1.000']);
  });

  it('lowers the score by age, relative to the newest entry and up to ten years', () => {
    const dates = ['2024-07', '2019-07', '2014-07', '2000', undefined, '2024-01', '2024', '2023-12'];
    const variants = dates.map((date) =>
      scored(entryOf(date ?? 'none', date === undefined ? {} : { date }), { isTitleMatch: false }),
    );
    expect([...ranked(variants)].sort()).toEqual([
      '2000 0.800',
      '2014-07 0.800',
      '2019-07 0.900',
      '2023-12 0.988',
      '2024 0.990',
      '2024-01 0.990',
      '2024-07 1.000',
      'none 1.000',
    ]);
    expect(ranked([scored(entryOf('undated'))])).toEqual(['undated 1.000']);
  });

  it('keeps the best variant of each entry', () => {
    const translation = { title: 'English', language: 'en' } as unknown as Variant;
    const entry = entryOf('한국어', { translations: [translation] });
    const variants = (korean: Partial<ScoredVariant>, english: Partial<ScoredVariant>) => [
      scored(entry, korean),
      scored(entry, english, translation),
    ];
    expect(ranked(variants({ score: 1 }, { score: 2 }))).toEqual(['English 2.000']);
    expect(ranked(variants({ score: 2 }, { score: 1 }))).toEqual(['한국어 2.000']);
    expect(ranked(variants({ score: 1, isTitleMatch: true }, { score: 2 }))).toEqual(['한국어 1.000']);
  });

  it("shows the variant in the reader's language where it covers nearly as much, with the scores of the best", () => {
    const translation = { title: 'English', language: 'en' } as unknown as Variant;
    const entry = entryOf('한국어', { translations: [translation] });
    const variants = (coverage: number) => [
      scored(entry, { score: 1, coverage }),
      scored(entry, { score: 2, coverage: 0.5, isTitleMatch: true }, translation),
    ];
    expect(ranked(variants(0.5), 'ko')).toEqual(['한국어 2.000']);
    expect(ranked(variants(0.4), 'ko')).toEqual(['한국어 2.000']);
    expect(ranked(variants(0.39), 'ko')).toEqual(['English 2.000']);
    expect(ranked(variants(0.5), 'en')).toEqual(['English 2.000']);
    expect(ranked(variants(0.5))).toEqual(['English 2.000']);
    expect(rankEntries(variants(0.4), TUNED, 'ko')[0]?.scored).toMatchObject({
      isTitleMatch: true,
      coverage: 0.5,
    });
  });

  it('has the confidence of each entry, that of its best variant', () => {
    const translation = { title: 'English', language: 'en' } as unknown as Variant;
    const named = entryOf('named', { translations: [translation] });
    const variants = [
      scored(entryOf('other'), { score: 1 }),
      scored(named, { score: 2, isNamed: true }),
      scored(named, { score: 1 }, translation),
    ];
    for (const language of ['ko', 'en']) {
      const judged = rankEntries(variants, TUNED, language).map(({ confidence }) => confidence);
      expect(judged).toEqual(['strong', 'weak']);
    }
  });
});
