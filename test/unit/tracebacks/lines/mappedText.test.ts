import { describe, expect, it } from 'vitest';
import {
  joinTexts,
  MappedTextBuilder,
  replaceMatches,
  sliceOf,
  sourceText,
} from '../../../../src/core/tracebacks/lines/mappedText';

describe('a text without its vowels', () => {
  const source = sourceText('banana');
  const derived = replaceMatches(source, /a/g, () => '');

  it('knows where each character was', () => {
    expect(derived.text).toBe('bnn');
    expect([0, 1, 2].map((column) => derived.offsetOf(column))).toEqual([0, 2, 4]);
    expect([1, 2, 3].map((column) => derived.endOf(column))).toEqual([1, 3, 5]);
  });

  it('has an end, beyond which there is nothing', () => {
    expect([derived.offsetOf(3), derived.offsetOf(9), derived.endOf(9)]).toEqual([5, 5, 5]);
  });
});

describe('a text with longer and shorter replacements', () => {
  const source = sourceText('a&lt;b&gt;');
  const derived = replaceMatches(source, /&(lt|gt);/g, ({ 1: name }) => (name === 'lt' ? '<' : '>>'));

  it('maps a replacement to all that it replaces', () => {
    expect(derived.text).toBe('a<b>>');
    expect([derived.offsetOf(1), derived.endOf(2)]).toEqual([1, 5]);
    expect([derived.offsetOf(4), derived.endOf(4)]).toEqual([6, 10]);
  });

  it('may be derived from again', () => {
    const twice = sliceOf(
      replaceMatches(derived, /b/g, () => 'BB'),
      1,
      4,
    );
    expect(twice.text).toBe('<BB');
    expect([twice.offsetOf(0), twice.offsetOf(1), twice.endOf(3)]).toEqual([1, 5, 6]);
  });
});

describe('other texts', () => {
  it('are returned as they are without matches', () => {
    const source = sourceText('abc');
    expect(replaceMatches(source, /x/g, () => 'y')).toBe(source);
    expect(sliceOf(source, 0)).toBe(source);
  });

  it('are at their anchor where they are empty', () => {
    const empty = new MappedTextBuilder(sourceText('abcdef'), 4).build();
    expect([empty.text, empty.offsetOf(0), empty.endOf(0)]).toEqual(['', 4, 4]);
  });

  it('keep their places when they are joined', () => {
    const source = sourceText('one\ntwo\nsix');
    const joined = joinTexts([sliceOf(source, 0, 3), sliceOf(source, 8)], '--');
    expect(joined.text).toBe('one--six');
    expect([joined.offsetOf(2), joined.endOf(3), joined.offsetOf(5), joined.endOf(8)]).toEqual([2, 3, 8, 11]);
    expect(joinTexts([], '-').text).toBe('');
  });
});
