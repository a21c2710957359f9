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
    ['KeyError: see https://sqlalche.me/e/20/xd2s', 'KeyError: see'],
    [
      'sqlalchemy.exc.MissingGreenlet: no (Background on this error at: https://sqlalche.me/e/20/xd2s)',
      'sqlalchemy.exc.MissingGreenlet: no (Background on this error at:',
    ],
    ['httpx.ConnectError: http://localhost:8000/a refused', 'httpx.ConnectError:'],
    ['KeyError: see www.example.org for it', 'KeyError: see'],
    ['(Background on this error at: https://sqlalche.me/e/20/xd2s)', 'Background on this error at:'],
    ['web-1  | (Background on this error at: https://sqlalche.me/e/14/xd2s)', 'Background on this error at:'],
    [
      '[SQL: SELECT 1] (Background on this error at: https://sqlalche.me/e/20/xd2s)',
      'Background on this error at:',
    ],
    ['at http://sqlalche.me/e/xd2s', 'at'],
    ['https://sqlalche.me/e/20/xd2s 참고하세요', '참고하세요'],
    [
      "greenlet_spawn has not been called; can't call await_only() here",
      "greenlet_spawn has not been called; can't call await_only() here",
    ],
    [
      "ERROR:app:could not read: greenlet_spawn has not been called; can't call await_only() here. Was IO attempted in an unexpected place?",
      "greenlet_spawn has not been called; can't call await_only() here. Was IO attempted in an unexpected place",
    ],
    [
      'web-1  | duplicate key value violates unique constraint "a"',
      'duplicate key value violates unique constraint',
    ],
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
    'https://sqlalche.me/e/20/xd2s',
    '  (https://sqlalche.me/e/20/xd2s)  ',
    'web-1  | https://sqlalche.me/e/20/xd2s',
    'https://sqlalche.me/e/20/xd2s https://sqlalche.me/e/20/xd2s',
    "a.py:3: error: greenlet_spawn has not been called; can't call await_only() here",
    'It has not been called here.',
    '',
  ])('finds nothing in %j', (line) => {
    expect(textsIn(line)).toEqual([]);
  });

  it('returns the text to parse, and the code of a URL', () => {
    expect(errorsInLine('see https://sqlalche.me/e/20/xd2s')).toEqual([
      {
        start: 0,
        end: 3,
        text: 'https://sqlalche.me/e/20/xd2s',
        code: { family: 'sqlalchemy', code: 'xd2s' },
      },
    ]);
    expect(errorsInLine('KeyError: x (https://sqlalche.me/e/20/xd2s)')).toEqual([
      { start: 0, end: 11, text: 'KeyError: x (https://sqlalche.me/e/20/xd2s)' },
    ]);
    expect(errorsInLine('  greenlet_spawn has not been called 라고 나와요  ')).toEqual([
      { start: 2, end: 36, text: 'greenlet_spawn has not been called 라고 나와요' },
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
    expect(textsIn(`see ${url} and ${url}`)).toEqual(['see', 'and']);
    expect(textsIn(`at ${url} KeyError: x ${url}`)).toEqual(['at', 'KeyError: x']);
  });

  it('finds URLs in a diagnostic', () => {
    expect(textsIn('a.py:3: error: x https://sqlalche.me/e/20/xd2s')).toEqual(['a.py:3: error: x']);
  });

  it('covers no address', () => {
    for (const address of ['http://localhost:8000', 'https://a.b/c?d=(e)', 'file:///a/b.py', 'www.a.org/b']) {
      for (const line of [
        `KeyError: ${address} x`,
        `${address} KeyError: x (${address})`,
        `greenlet_spawn has not been called; can't call (${address}) await_only() here`,
        `see ${address} for https://sqlalche.me/e/20/xd2s`,
      ]) {
        const texts = textsIn(line);
        expect(texts.filter((text) => /:\/\/|www/.test(text))).toEqual([]);
        expect(texts.length).toBeGreaterThan(0);
      }
    }
  });
});
