import { describe, expect, it } from 'vitest';
import { entryTextOf, trigramsOf } from '../../../src/core/tracebacks/entryText';
import { stableWords } from '../../../src/core/tracebacks/messageWords';
import { matchQuote } from '../../../src/core/tracebacks/quotedMessages';
import { entryOf } from './builders';

const match = (message: string, text: string, byValues = false) =>
  matchQuote(stableWords(message, byValues), entryOf('a', { text }), byValues);

describe('matchQuote', () => {
  const message = 'engine refuses pooled session while another transaction waits';

  it.each([
    ['engine refuses pooled session while', true],
    ['engine refuses pooled session', false],
    ['another transaction waits', false],
    ['pooled session while another transaction', true],
    ['engine refuses pooled session, and then while another transaction waits', false],
    [message, true],
  ])('needs five words in sequence: %j', (text, isSure) => {
    expect(match(message, `It says: ${text}.`).isSure).toBe(isSure);
  });

  it('needs all words of a message of three or four', () => {
    expect(match('engine refuses session', 'engine refuses session').isSure).toBe(true);
    expect(match('engine refuses pooled session', 'engine refuses pooled session').isSure).toBe(true);
    expect(match('engine refuses pooled session', 'engine refuses pooled').isSure).toBe(false);
  });

  it('never matches a message of fewer than three words', () => {
    expect(match('engine refuses', 'engine refuses')).toEqual({ share: 0, isSure: false });
    expect(match('', 'engine refuses')).toEqual({ share: 0, isSure: false });
  });

  it('needs two distinctive words', () => {
    expect(match('it is not the session', 'it is not the session').isSure).toBe(false);
    expect(match('it is the pooled session', 'it is the pooled session').isSure).toBe(true);
  });

  it.each([
    ['engine refuses pooled', 3 / 8],
    ['engine refuses pooled session', 4 / 8],
    ['engine refuses pooled x another transaction waits', 6 / 8],
    ['engine refuses', 0],
    ['other words', 0],
    [message, 1],
  ])('returns the share of quoted words: %j', (text, share) => {
    expect(match(message, text).share).toBe(share);
  });

  it('returns a share of at most one where sequences overlap', () => {
    expect(
      match('engine refuses pooled session while', 'engine refuses pooled x pooled session while').share,
    ).toBe(1);
  });

  describe('by values', () => {
    const attribute = "'Session' object has no attribute 'query'";

    it('needs one of the quoted values in the sequence', () => {
      expect(match(attribute, attribute, true).isSure).toBe(true);
      expect(match(attribute, "'Session' object has no attribute", true).isSure).toBe(true);
      expect(match("name 'x' is not a defined name here", 'is not a defined name here', true).isSure).toBe(
        false,
      );
      expect(match("name 'x' is not a defined name here", 'is not a defined name here', false).isSure).toBe(
        true,
      );
    });

    it('needs all of them if they are common ones', () => {
      const common = "'NoneType' object has no attribute 'id'";
      expect(match(common, common, true).isSure).toBe(true);
      expect(match(common, "'NoneType' object has no attribute 'x'", true).isSure).toBe(false);
      const mixed = "'NoneType' object has no attribute 'query'";
      expect(match(mixed, "object has no attribute 'query'", true).isSure).toBe(true);
    });

    it('needs none if the message quotes none', () => {
      const text = 'cannot unpack non iterable engine here';
      expect(match(text, text, true).isSure).toBe(true);
    });

    it('is not required otherwise', () => {
      expect(match(attribute.replaceAll("'", ''), 'Session object has no attribute query').isSure).toBe(true);
    });
  });
});

describe('trigramsOf', () => {
  it.each([
    [
      ['a', 'b', 'c', 'd'],
      ['a b c', 'b c d'],
    ],
    [['a', 'b', 'c'], ['a b c']],
    [['a', 'b'], []],
    [[], []],
  ])('%j: %j', (words, trigrams) => {
    expect(trigramsOf(words)).toEqual(trigrams);
  });
});

describe('entryTextOf', () => {
  const entry = entryOf('a', {
    title: 'KeyError again',
    text: 'It printed https://sqlalche.me/e/20/xd2s and `the value` here',
    translation: 'ein anderer Text_2',
  });

  it('reads title, posts and translations', () => {
    const text = entryTextOf(entry);
    expect(['KeyError', 'printed', 'anderer', 'Text_2'].filter((word) => text.mentions(word))).toHaveLength(
      4,
    );
    expect(['keyerror', 'Text', '2', 'missing'].filter((word) => text.mentions(word))).toEqual([]);
    expect([...text.codeKeys]).toEqual(['sqlalchemy xd2s']);
  });

  it('indexes an entry once', () => {
    expect(entryTextOf(entry)).toBe(entryTextOf(entry));
    expect(entryTextOf(entry).trigrams).toBe(entryTextOf(entry).trigrams);
  });

  it('has trigrams with quoted words and without', () => {
    const { trigrams } = entryTextOf(entryOf('b', { text: "name 'foo' is not" }));
    expect([...trigrams.withValues]).toEqual(['name foo is', 'foo is not']);
    expect([...trigrams.constant]).toEqual(['name is not']);
  });

  it('accepts a text without words', () => {
    expect(entryTextOf(entryOf('c', { text: '…' })).mentions('a')).toBe(false);
  });
});
