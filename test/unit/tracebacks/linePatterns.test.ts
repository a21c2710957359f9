import { describe, expect, it } from 'vitest';
import {
  boxContent,
  chainOf,
  currentCode,
  groupMargin,
  headerOf,
  isCodeMarker,
  isDiagnostic,
  isGroupSeparator,
  isPrompt,
  summaryColumn,
  warningAt,
} from '../../../src/core/tracebacks/linePatterns';

const HEADER = 'Traceback (most recent call last)';

describe('headerOf', () => {
  it.each([
    [`${HEADER}:`, 'plain'],
    [`  ${HEADER}:`, 'plain'],
    [`KeyError                                  ${HEADER}`, 'notebook'],
    [`sqlalchemy.exc.DBAPIError ${HEADER}`, 'notebook'],
    [`2026-11-24 17:34:16 app: ${HEADER}:`, 'plain'],
    [`${HEADER}: more`, undefined],
    [`  + Exception Group ${HEADER}:`, 'group'],
    [`  | Exception Group ${HEADER}:`, 'group'],
    [`╭─────── ${HEADER} ───────╮`, 'box'],
    [`  ╭─ ${HEADER} ─╮`, 'box'],
    [`It printed "${HEADER}"`, undefined],
    [`a b ${HEADER}`, undefined],
    [`${'a'.repeat(200)} ${HEADER}`, 'notebook'],
    [`${'a'.repeat(201)} ${HEADER}`, undefined],
    ['Traceback', undefined],
    ['', undefined],
  ])('%j: %s', (line, header) => {
    expect(headerOf(line)).toBe(header);
  });
});

describe('chainOf', () => {
  it.each([
    ['The above exception was the direct cause of the following exception:', 'cause'],
    ['  The above exception was the direct cause of the following exception:', 'cause'],
    ['During handling of the above exception, another exception occurred:', 'context'],
    ['  During handling of the above exception, another exception occurred:', 'context'],
    ['It says: The above exception was the direct cause of the following exception:', undefined],
    ['During handling of the request', undefined],
  ])('%j: %s', (line, chain) => {
    expect(chainOf(line)).toBe(chain);
  });
});

describe('groupMargin', () => {
  it.each([
    ['  | KeyError', { depth: 1, width: 4 }],
    ['    | KeyError', { depth: 2, width: 6 }],
    ['  |', { depth: 1, width: 4 }],
    ['  + Exception Group', { depth: 1, width: 4 }],
    ['  +-+----', { depth: 1, width: 4 }],
    [`${' '.repeat(400)}| x`, { depth: 200, width: 402 }],
    [`${' '.repeat(401)}| x`, undefined],
    ['| KeyError', undefined],
    ['  |x', undefined],
    ['  +', undefined],
    ['  +x', undefined],
    ['  -- x', undefined],
    ['    x = 1', undefined],
  ])('%j: %j', (line, margin) => {
    expect(groupMargin(line)).toEqual(margin);
  });
});

describe('isGroupSeparator', () => {
  it.each([
    '+-+---------------- 1 ----------------',
    '  +-+---------------- 12 ----------------',
    '  +---------------- 2 ----------------  ',
    '+---------------- ... ----------------',
    '+------------------------------------',
    '+--------',
    '---------',
  ])('accepts %j', (line) => {
    expect(isGroupSeparator(line)).toBe(true);
  });

  it.each([
    '+-------',
    '+---------------- 1234567 ----------------',
    '+---------------- x ----------------',
    '+---------------- 1',
    '+----------------1 -----',
    'x +----------------',
    '+---------------- x',
    '++++--------',
    '',
  ])('rejects %j', (line) => {
    expect(isGroupSeparator(line)).toBe(false);
  });
});

describe('isCodeMarker', () => {
  it.each(['    ^', '    ~~~~^^^^', '  ^^^^^ ^^', '  [Previous line repeated 3 more times]'])(
    'accepts %j',
    (line) => {
      expect(isCodeMarker(line)).toBe(true);
    },
  );

  it.each(['', '   ', 'x ^', '^ x', 'see [Previous line repeated 3 more times]'])('rejects %j', (line) => {
    expect(isCodeMarker(line)).toBe(false);
  });
});

describe('boxContent', () => {
  it.each([
    ['│ /app/a.py:3 in f   │', '/app/a.py:3 in f   '],
    ['  │ x │  ', 'x '],
    ['│   x │', '  x '],
    ['│ x', 'x'],
    ['│x y│', 'x y'],
    ['│', ''],
    ['││', ''],
    ['x │', undefined],
    ['╰──╯', undefined],
  ])('%j: %j', (line, content) => {
    expect(boxContent(line)).toBe(content);
  });
});

describe('currentCode', () => {
  it.each([
    ['❱ 3 │   return g()   ', 'return g()'],
    ['❱ 3 │x', 'x'],
    ['❱        12 │ x', 'x'],
    ['----> 1 session.execute(stmt)', 'session.execute(stmt)'],
    ['-> 12 x  ', 'x'],
    ['--------> 12   x', 'x'],
    ['  ----> 1 x', 'x'],
    ['---------> 1 x', undefined],
    ['❱         3 │ x', undefined],
    ['❱ x │ y', undefined],
    ['x ❱ 3 │ y', undefined],
    ['----> x', undefined],
    ['x ----> 1 y', undefined],
    ['  3 │ x', undefined],
  ])('%j: %j', (line, code) => {
    expect(currentCode(line)).toBe(code);
  });
});

describe('isPrompt', () => {
  it.each([
    '$ uvicorn main:app',
    'user@host:~/app$ ls',
    'root@host:/# ls',
    '(.venv) user@host:~$ ls',
    '(.venv)$ ls',
    '% ls',
    '❯ ls',
    '➜ ls',
    '» ls',
    'PS C:\\app> ls',
    'C:\\app>dir',
    'C:\\>',
    '>>> x',
    'In [3]: x',
  ])('accepts %j', (line) => {
    expect(isPrompt(line)).toBe(true);
  });

  it.each([
    'a line with $ 5',
    '$5',
    'see >>> x',
    'In [x',
    'x In [3]',
    'PS C:/app',
    'see C:\\app>',
    'while seeding',
    `${'x'.repeat(201)}$ ls`,
  ])('rejects %j', (line) => {
    expect(isPrompt(line)).toBe(false);
  });

  it('accepts paths of up to two hundred characters before the sign', () => {
    expect(isPrompt(`${'x'.repeat(200)}$ ls`)).toBe(true);
  });
});

describe('isDiagnostic', () => {
  it.each([
    'app/a.py:3: error: Name "x" is not defined',
    'app/a.py:3:12: error: x',
    'app/a.py:31: error: x',
    'app/a.py:3:12: ANN201 x',
    '  app/a.py:3:12: note: x',
    '  /app/a.py:3:12 - error: x',
    'app/a.py:3:12 - warning: x',
    'app/a.py:3:12 - information: x',
    'app/a.py:3:12: F401 unused',
    'app/a.py:3:12:error: x',
    'a.ts:3:4 - error TS2345: x',
  ])('accepts %j', (line) => {
    expect(isDiagnostic(line)).toBe(true);
  });

  it.each([
    'app/a.py: error: x',
    'app/a.py:3: KeyError',
    'app/a.py:3: errors',
    'in app/a.py:3: error: x',
    'app/a.py:3: F1 x',
    'app/a.py:3: ABCDE123 x',
    'error: x',
  ])('rejects %j', (line) => {
    expect(isDiagnostic(line)).toBe(false);
  });
});

describe('summaryColumn', () => {
  it.each([
    ["FAILED tests/test_a.py::test_b - KeyError: 'c'", 33],
    ['ERROR tests/test_a.py - KeyError', 24],
    ['FAILED tests/test_a.py::test_b', undefined],
    ['FAILED a b - KeyError', undefined],
    ['x FAILED a - KeyError', undefined],
    ['PASSED a - KeyError', undefined],
  ])('%j: %s', (line, column) => {
    expect(summaryColumn(line)).toBe(column);
  });
});

describe('warningAt', () => {
  it.each([
    ['/app/a.py:3: SAWarning: x', { file: '/app/a.py', line: 3, column: 13 }],
    ['  a.py:12: DeprecationWarning: x', { file: 'a.py', line: 12, column: 11 }],
    ['C:\\app\\a.py:3: sqlalchemy.exc.SAWarning: x', { file: 'C:\\app\\a.py', line: 3, column: 15 }],
    ['a b.py:3: SAWarning: x', { file: 'a b.py', line: 3, column: 10 }],
    [`${' '.repeat(40)}a:3: SAWarning: x`, { file: 'a', line: 3, column: 45 }],
    [`${' '.repeat(41)}a:3: SAWarning: x`, undefined],
    ['/app/a.py:3: SAWarning', undefined],
    ['/app/a.py:3: KeyError: x', undefined],
    ['/app/a.py: SAWarning: x', undefined],
    [':3: SAWarning: x', undefined],
    ['a:3:4: SAWarning: x', undefined],
  ])('%j: %j', (line, warning) => {
    expect(warningAt(line)).toEqual(warning);
  });
});
