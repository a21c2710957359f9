import { describe, expect, it } from 'vitest';
import { errorsInLine } from '../../../src/core/tracebacks/errorsInLine';

const textsIn = (line: string): readonly string[] =>
  errorsInLine(line).map(({ start, end }) => line.slice(start, end));

describe('errorsInLine', () => {
  it.each([
    ['sqlalchemy.exc.InvalidRequestError: no', 'sqlalchemy.exc.InvalidRequestError: no'],
    ['MissingGreenlet: greenlet_spawn has', 'MissingGreenlet: greenlet_spawn has'],
    ["E   KeyError: 'a'", "KeyError: 'a'"],
    ['    | KeyError: 1', 'KeyError: 1'],
    ['web-1  | ValueError: no', 'ValueError: no'],
    ['FAILED tests/a.py::b - fastapi.exceptions.FastAPIError: x', 'fastapi.exceptions.FastAPIError: x'],
    ['/a/b.py:3: SAWarning: x', 'SAWarning: x'],
    ['sqlalchemy.exc.PendingRollbackError', 'sqlalchemy.exc.PendingRollbackError'],
    ['  sqlalchemy.exc.PendingRollbackError  ', 'sqlalchemy.exc.PendingRollbackError'],
    ['E   sqlalchemy.exc.PendingRollbackError', 'sqlalchemy.exc.PendingRollbackError'],
    ['a.b.c.d.e.f.g.h.i.j.k.l.MyError', 'a.b.c.d.e.f.g.h.i.j.k.l.MyError'],
    ['KeyError: see https://sqlalche.me/e/20/xd2s', 'KeyError: see https://sqlalche.me/e/20/xd2s'],
    ['http://sqlalche.me/e/xd2s', 'http://sqlalche.me/e/xd2s'],
    ['(Background on this error at: https://sqlalche.me/e/20/xd2s)', 'https://sqlalche.me/e/20/xd2s'],
  ])('finds the error in %j', (line, text) => {
    expect(textsIn(line)).toEqual([text]);
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
    'E  sqlalchemy.exc.PendingRollbackError',
    'see sqlalchemy.exc.PendingRollbackError',
    'sqlalchemy.exc.PendingRollbackError raised',
    'sqlalchemy.orm.Session',
    'a.py:3: error: sqlalchemy.exc.PendingRollbackError: x',
    'https://example.org/e/20/xd2s',
    'https://sqlalche.me/e/20/xd',
    '',
  ])('finds nothing in %j', (line) => {
    expect(textsIn(line)).toEqual([]);
  });

  it('returns the text to parse, and the code of a URL', () => {
    expect(errorsInLine('see https://sqlalche.me/e/20/xd2s')).toEqual([
      {
        start: 4,
        end: 33,
        text: 'https://sqlalche.me/e/20/xd2s',
        code: { family: 'sqlalchemy', code: 'xd2s' },
      },
    ]);
  });

  it('returns exceptions with their text and columns', () => {
    expect(errorsInLine('web-1  | ValueError: no  ')).toEqual([
      { start: 9, end: 23, text: 'ValueError: no' },
    ]);
    expect(errorsInLine('E   app.MyError')).toEqual([{ start: 4, end: 15, text: 'app.MyError' }]);
  });

  it('finds several URLs, and those before an exception', () => {
    const url = 'https://sqlalche.me/e/20/xd2s';
    expect(textsIn(`${url} ${url}`)).toEqual([url, url]);
    expect(textsIn(`${url} KeyError: x ${url}`)).toEqual([url, `KeyError: x ${url}`]);
  });

  it('finds URLs in a diagnostic', () => {
    expect(textsIn('a.py:3: error: x https://sqlalche.me/e/20/xd2s')).toEqual([
      'https://sqlalche.me/e/20/xd2s',
    ]);
  });
});
