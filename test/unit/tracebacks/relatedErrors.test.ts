import { describe, expect, it } from 'vitest';
import { errorCauses, factsOfCause } from '../../../src/core/tracebacks/messageFacts';
import { impliedFacts } from '../../../src/core/tracebacks/impliedFacts';
import { isAboutOtherCause } from '../../../src/core/tracebacks/relatedErrors';
import { entryOf, onlyError } from './builders';

const causesIn = (text: string): readonly string[] =>
  impliedFacts(onlyError(text)).causes.map(({ cause }) => cause);

describe('the causes of errors', () => {
  it('have known messages only, each in one of them, and names of their own', () => {
    const messages = errorCauses().flatMap((cause) => cause.messages);
    expect(new Set(messages).size).toBe(messages.length);
    expect(new Set(errorCauses().map(({ cause }) => cause)).size).toBe(errorCauses().length);
    for (const cause of errorCauses()) {
      const known = new Set(factsOfCause(cause).map(({ message }) => message));
      expect(cause.messages.filter((message) => !known.has(message))).toEqual([]);
    }
  });

  it('are told by the words of a message', () => {
    const forgotten = ['A coroutine was not awaited'];
    expect(causesIn("AttributeError: 'coroutine' object has no attribute 'all'")).toEqual(forgotten);
    expect(causesIn('TypeError: Object of type coroutine is not JSON serializable')).toEqual(forgotten);
    expect(causesIn("AttributeError: 'NoneType' object has no attribute 'all'")).toEqual([]);
    expect(causesIn('TypeError: Object of type datetime is not JSON serializable')).toEqual([]);
    expect(causesIn("TypeError: object list can't be used in 'await' expression")).toEqual([]);
  });

  it('tell which case of a class an entry is about', () => {
    const missing = onlyError('IntegrityError: NOT NULL constraint failed: boats.name');
    const about = (text: string): boolean => isAboutOtherCause(missing, entryOf('a', { text }));
    expect(about('A duplicate key ends up here.')).toBe(true);
    expect(about('중복된 값이면 여기로 옵니다.')).toBe(true);
    expect(about('A duplicate key, or a column that is not nullable.')).toBe(false);
    expect(about('The database refuses it.')).toBe(false);
    expect(isAboutOtherCause(onlyError('KeyError: 1'), entryOf('a', { text: 'unique' }))).toBe(false);
  });
});
