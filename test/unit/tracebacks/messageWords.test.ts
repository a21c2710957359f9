import { describe, expect, it } from 'vitest';
import {
  isDistinctive,
  stableWords,
  wordsOfMessage,
  wrappedTypes,
} from '../../../src/core/tracebacks/messageWords';
import { onlyError } from './builders';

const words = (text: string, withValues = false) => stableWords(text, withValues).words.join(' ');

describe('stableWords', () => {
  it.each([
    ['Relation Does NOT exist', 'relation does not exist'],
    ['(sqlite3.OperationalError) no such table', 'no such table'],
    ["(a.b.C) x <class 'asyncpg.exceptions.UndefinedTableError'>: y", 'x y'],
    ['<Task pending> was destroyed', 'was destroyed'],
    ['<Task coro=<main()>> was destroyed', 'was destroyed'],
    ['see postgresql+asyncpg://u@h/db now', 'see postgresql now'],
    ['see https://example.org/a?b now', 'see now'],
    ['open /app/data.db now', 'open now'],
    ['open "/app/data.db" now', 'open now'],
    ['open ./data.db and ../x/y.db now', 'open and now'],
    ['open ~/data.db now', 'open now'],
    ['open C:\\app\\x now', 'open now'],
    ['and/or now', 'and or now'],
    ['at 0x7f3a2b line 12 of 3.5s', 'at line of'],
    ['size 5 overflow 10', 'size overflow'],
    ['after 123abc ms', 'after ms'],
    ['abc123 x2', 'abc123 x2'],
    ["name 'foo' is not defined", 'name is not defined'],
    ['name "foo" and `bar` and “baz” and ‘qux’', 'name and and and'],
    ['"Can\'t locate" it', "can't locate it"],
    ["Can't, don’t, it's, we're, I've, I'll, he'd", "can't don't it's we're i've i'll he'd"],
    ["users' data", 'users data'],
    ["it'story", 'it story'],
    ['단어 하나', '단어 하나'],
    ['snake_case _private', 'snake_case _private'],
    ['', ''],
  ])('%j: %j', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it('includes quoted values only if asked to', () => {
    const text = `'Session' object has no attribute "Execute"`;
    expect(words(text)).toBe('object has no attribute');
    const { words: all, values } = stableWords(text, true);
    expect(all.join(' ')).toBe('session object has no attribute execute');
    expect([...values]).toEqual(['session', 'execute']);
    expect(stableWords(text, false).values.size).toBe(0);
  });

  it('ends a quote only at the quote that opened it, and at no blank', () => {
    expect(stableWords(`"it's" x`, true).values).toEqual(new Set(["it's"]));
    expect(stableWords("'two words' x", true).values).toEqual(new Set());
    expect(stableWords("a'b' x", true).values).toEqual(new Set());
    expect(stableWords("'b'a x", true).values).toEqual(new Set());
    expect(stableWords("'+' x", true).values).toEqual(new Set());
  });

  it('leaves out quoted paths even with values', () => {
    expect(words('open "/app/data.db" now', true)).toBe('open now');
  });

  it('takes no more words than the limit, sixty by default', () => {
    expect(stableWords('a b c', false, 2).words).toEqual(['a', 'b']);
    expect(stableWords('a b c', false, 3).words).toEqual(['a', 'b', 'c']);
    expect(stableWords('a '.repeat(70), false).words).toHaveLength(60);
  });
});

describe('wrappedTypes', () => {
  it.each([
    ['(sqlite3.OperationalError) no such table', ['sqlite3.OperationalError']],
    ["<class 'asyncpg.exceptions.UndefinedTableError'>: x", ['asyncpg.exceptions.UndefinedTableError']],
    ["(a.B) (c.d.E) <class 'f.G'>: x", ['a.B', 'c.d.E', 'f.G']],
    ['(sqlite3.lower) x', []],
    ['(sqlite3.Class.method) x', []],
    ['(OperationalError) x', []],
    ['(sqlite3.OperationalError)x', []],
    ["<class 'UndefinedTableError'>: x", []],
    ['no such table', []],
  ])('%j: %j', (message, types) => {
    expect(wrappedTypes(message)).toEqual(types);
  });

  it('reads the first 1500 characters', () => {
    const padded = (length: number) => `${' '.repeat(length)}(a.B) x`;
    expect(wrappedTypes(padded(1494))).toEqual(['a.B']);
    expect(wrappedTypes(padded(1495))).toEqual([]);
  });
});

describe('wordsOfMessage', () => {
  const message = (text: string) => wordsOfMessage(onlyError(text), false).words.join(' ');

  it.each([
    ['[SQL: SELECT x]', ''],
    ['[parameters: (1,)]', ''],
    ['(Background on this error at: https://sqlalche.me/e/20/e3q8)', ''],
    ['Original exception was: x', ''],
    ['For further information visit x', ''],
    ['Read more: x', ''],
    ['Background on this', ' background on this'],
  ])('leaves out what follows the constant part: %j', (tail, words) => {
    expect(message(`KeyError: it failed ${tail}`)).toBe(`it failed${words}`);
  });

  it('reads the first 1500 characters', () => {
    const filler = '1 '.repeat(748);
    expect(message(`KeyError: ${filler}aaaa`)).toBe('aaaa');
    expect(message(`KeyError: ${filler}aaaabb`)).toBe('aaaa');
  });

  const validation = (...fields: readonly string[]) =>
    `${String(fields.length)} validation error${fields.length === 1 ? '' : 's'} for User\n` +
    fields
      .map(
        (field, index) =>
          `field ${String(index)}\n  ${field}, input_value={}, input_type=dict]\n` +
          '    For further information visit https://errors.pydantic.dev/2.10/v/missing',
      )
      .join('\n');

  it('reads what pydantic reports about the fields, each message once, without their names', () => {
    expect(message(validation('Field required [type=missing'))).toBe('field required type missing');
    const twice = validation('Field required [type=missing', 'Field required [type=missing');
    expect(message(twice)).toBe('field required type missing');
  });

  it('reads at most three different messages of pydantic', () => {
    const fields = ['A a [type=one', 'B b [type=two', 'C c [type=three', 'D d [type=four'];
    expect(message(validation(...fields))).toBe('a a type one b b type two c c type three');
  });

  it('reads the first forty lines of pydantic', () => {
    const fields = (count: number) => Array.from({ length: count }, () => 'A a [type=one');
    expect(message(validation(...fields(12), 'B b [type=two'))).toBe('a a type one b b type two');
    expect(message(validation(...fields(13), 'B b [type=two'))).toBe('a a type one');
  });

  it('reads other validation errors as they are', () => {
    expect(message('ValidationError: 1 validation error for X\n  some line')).toBe('validation error for x');
    expect(message('ValidationError: 1 validation error for X')).toBe('validation error for x');
    expect(message('KeyError: not 1 validation error for X [type=missing, x]')).toBe(
      'not validation error for x type missing x',
    );
  });
});

describe('isDistinctive', () => {
  it.each([
    ['session', true],
    ['ab', true],
    ['a', false],
    ['x', false],
    ['the', false],
    ['is', false],
  ])('%s: %s', (word, expected) => {
    expect(isDistinctive(word)).toBe(expected);
  });
});
