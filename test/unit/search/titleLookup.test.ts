import { describe, expect, it } from 'vitest';
import { TitleLookup } from '../../../src/core/search/titleLookup';

const titles = new TitleLookup();
titles.add('python -m Option?', 'a');
titles.add('Python m option', 'b');
titles.add('?!', 'c');
titles.add(' ', 'd');
titles.add('세션'.normalize('NFD'), 'e');

describe('a title lookup', () => {
  it('finds titles by their words', () => {
    expect(titles.withWordsOf('PYTHON m: option')).toEqual(['a', 'b']);
    expect(titles.withWordsOf('세션')).toEqual(['e']);
    expect(titles.withWordsOf('python')).toEqual([]);
    expect(titles.withWordsOf('')).toEqual([]);
    expect(titles.withWordsOf('?!')).toEqual([]);
  });

  it('finds titles as they are written, in any case', () => {
    expect(titles.withTitle(' Python -M option? ')).toEqual(['a']);
    expect(titles.withTitle('?!')).toEqual(['c']);
    expect(titles.withTitle('')).toEqual([]);
    expect(titles.withTitle('세션')).toEqual(['e']);
  });

  it('does not compare the words of a long text', () => {
    expect(titles.withWordsOf(`python m option${' '.repeat(900)}`)).toEqual(['a', 'b']);
    expect(titles.withWordsOf(`python m option${' '.repeat(1000)}`)).toEqual([]);
  });
});
