import { describe, expect, it } from 'vitest';
import { firstExceptionIn, parseExceptionLine } from '../../../src/core/tracebacks/exceptionLines';

describe('parseExceptionLine', () => {
  it.each([
    ['KeyError', 'KeyError', ''],
    ['KeyError  ', 'KeyError', ''],
    ["KeyError: 'a'", 'KeyError', "'a'"],
    ['KeyError:   a  ', 'KeyError', 'a'],
    ['sqlalchemy.exc.DBAPIError: a: b', 'sqlalchemy.exc.DBAPIError', 'a: b'],
    ['app.f.<locals>.MyError: x', 'app.f.<locals>.MyError', 'x'],
  ])('reads %j', (line, type, message) => {
    const expected = { type, message, column: 0, end: line.trimEnd().length };
    expect(parseExceptionLine(line, false)).toEqual(expected);
    expect(parseExceptionLine(line, true)).toEqual(expected);
  });

  it.each(['Oops', 'Oops: no', 'Oops:', '_Oops: no', 'Übel: no'.replace('Ü', 'U'), 'my.oops'])(
    'reads %j only below a traceback',
    (line) => {
      expect(parseExceptionLine(line, true)?.type).toBe(line.replace(/:.*/, ''));
      expect(parseExceptionLine(line, false)).toBeUndefined();
    },
  );

  it('reads an empty message after a colon only below a traceback', () => {
    expect(parseExceptionLine('KeyError:', true)).toEqual({
      type: 'KeyError',
      message: '',
      column: 0,
      end: 9,
      isMessageBelow: true,
    });
    expect(parseExceptionLine('KeyError:', false)).toBeUndefined();
    expect(parseExceptionLine('KeyError: ', false)).toBeUndefined();
  });

  it.each([
    ' KeyError: x',
    'KeyError:x',
    'KeyError x',
    'KeyError(x)',
    "(KeyError: 'a')",
    'Traceback: x',
    'Traceback',
    '_: x',
    '_1: x',
    '_1a: x',
    'KeyError( x',
    '1KeyError: x',
    '',
  ])('rejects %j', (line) => {
    expect(parseExceptionLine(line, true)).toBeUndefined();
  });

  it('reads names of up to two hundred characters', () => {
    const name = `${'a'.repeat(195)}Error`.replace('a', 'A');
    expect(parseExceptionLine(`${name}: x`, false)?.type).toBe(name);
    expect(parseExceptionLine(`A${name}: x`, true)).toBeUndefined();
  });
});

describe('firstExceptionIn', () => {
  it.each([
    ['KeyError: x', 'KeyError', 'x', 0],
    ['failed: app.errors.Refused: no  ', 'app.errors.Refused', 'no', 8],
    ['(KeyError: x', 'KeyError', 'x', 1],
    ['[KeyError: x', 'KeyError', 'x', 1],
    ["'KeyError: x", 'KeyError', 'x', 1],
    ['`KeyError: x', 'KeyError', 'x', 1],
    ['{KeyError: x', 'KeyError', 'x', 1],
    ['Note: KeyError: x', 'KeyError', 'x', 6],
    ['KeyError: ValueError: x', 'KeyError', 'ValueError: x', 0],
    ['except KeyError: raised ValueError: x', 'ValueError', 'x', 24],
    ['I reraise KeyError: x', 'KeyError', 'x', 10],
    ['raise in KeyError: x', 'KeyError', 'x', 9],
  ])('finds the exception in %j', (line, type, message, column) => {
    expect(firstExceptionIn(line)).toEqual({ type, message, column, end: line.trimEnd().length });
  });

  it.each([
    ['"KeyError: x"', 'x'],
    ['error="KeyError: x" id=3', 'x'],
    ['"KeyError: x","web-1"', 'x'],
    ['KeyError: "x"', '"x"'],
    ['KeyError: a " in b', 'a " in b'],
    ['(KeyError: x)', 'x'],
    ['failed (KeyError: f(x)) again', 'f(x)'],
    ['KeyError: x)', 'x)'],
  ])('ends the message at the quote or bracket that encloses it: %j', (line, message) => {
    expect(firstExceptionIn(line)?.message).toBe(message);
  });

  it.each([
    'except KeyError: pass',
    '  except KeyError: pass',
    'except (KeyError: pass',
    'except  (KeyError: pass',
    'class MyError: x',
    'raise KeyError: x',
    'case KeyError: x',
    'def KeyError: x',
    'lambda KeyError: x',
    '-> KeyError: x',
    'KeyError:x',
    'KeyError: ',
    'KeyError',
    'xKeyErrors: x',
    '-KeyError: x',
    'Note: x',
  ])('finds none in %j', (line) => {
    expect(firstExceptionIn(line)).toBeUndefined();
  });
});
