import { describe, expect, it } from 'vitest';
import { highlightWords } from '../../../src/core/search/highlightWords';

describe('the words to highlight in a hit', () => {
  it.each([
    [
      'an identifier, without its parts',
      ['scoped_session'],
      ['scoped_session', 'session', 'sessions', 'scoped'],
      ['scoped_session'],
    ],
    [
      'an identifier with its path',
      ['scoped_session'],
      ['orm.scoped_session', 'async_session'],
      ['orm.scoped_session'],
    ],
    [
      'a part that was typed as well',
      ['scoped_session', 'session'],
      ['scoped_session', 'session', 'sessions'],
      ['scoped_session', 'session', 'sessions'],
    ],
    [
      'the parts where the identifier is missing',
      ['scoped_session'],
      ['session', 'scoped'],
      ['session', 'scoped'],
    ],
    [
      'words that have nothing to do with the identifier',
      ['scoped_session', '멀티쓰레드'],
      ['scoped_session', '스레드의', 'thread', 'session'],
      ['scoped_session', '스레드의', 'thread'],
    ],
    [
      'the inflected forms of a word',
      ['session'],
      ['session', 'sessions', '세션을'],
      ['session', 'sessions', '세션을'],
    ],
    ['nothing where nothing matches', ['scoped_session'], [], []],
  ] as const)('are %s', (_, queried, matched, expected) => {
    expect(highlightWords(matched, queried)).toEqual(expected);
  });
});
