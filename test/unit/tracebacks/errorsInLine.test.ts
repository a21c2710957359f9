import { describe, expect, it } from 'vitest';
import { errorsInLine } from '../../../src/core/tracebacks/errorsInLine';

const marked = (line: string): readonly string[] =>
  errorsInLine(line).map(({ start, end }) => line.slice(start, end));

describe('errorLinesIn', () => {
  it.each([
    ['sqlalchemy.exc.InvalidRequestError: no', 'sqlalchemy.exc.InvalidRequestError: no'],
    ['MissingGreenlet: greenlet_spawn has', 'MissingGreenlet: greenlet_spawn has'],
    ["E   KeyError: 'a'", "KeyError: 'a'"],
    ['    | KeyError: 1', 'KeyError: 1'],
    ['web-1  | ValueError: no', 'ValueError: no'],
    ['FAILED tests/a.py::b - fastapi.exceptions.FastAPIError: x', 'fastapi.exceptions.FastAPIError: x'],
    ['/a/b.py:3: SAWarning: x', 'SAWarning: x'],
    ['sqlalchemy.exc.PendingRollbackError', 'sqlalchemy.exc.PendingRollbackError'],
    ['(Background on this error at: https://sqlalche.me/e/20/xd2s)', 'https://sqlalche.me/e/20/xd2s'],
  ])('%s', (line, mark) => {
    expect(marked(line)).toEqual([mark]);
  });

  it.each([
    'INFO:     Application startup complete.',
    'Note: x',
    'http://localhost:8000',
    'key: value',
    'TypeScript error TS2322: Type x',
    'src/a.ts(3,4): error TS2345: Argument',
    'Error: Cannot find module',
    'Warning: something',
    '    except ValueError: pass',
    'class MyError(Exception):',
    'raise KeyError("x")',
    'app/a.py:3: error: Name "x" is not defined',
    'ValueError',
    'Deprecated: use y',
    '',
  ])('nothing in %s', (line) => {
    expect(marked(line)).toEqual([]);
  });

  it('says what to look for', () => {
    expect(errorsInLine('see https://sqlalche.me/e/20/xd2s')).toEqual([
      {
        start: 4,
        end: 33,
        text: 'https://sqlalche.me/e/20/xd2s',
        code: { family: 'sqlalchemy', code: 'xd2s' },
      },
    ]);
  });
});
