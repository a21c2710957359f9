import { describe, expect, it } from 'vitest';
import { errorsInLine } from '../../src/core/tracebacks/errorsInLine';
import { readErrors } from '../../src/core/tracebacks/readErrors';
import { cluesOf } from '../../src/core/tracebacks/errorClues';
import { errorQueryOf } from '../../src/core/tracebacks/collectEvidence';
import { LINEAR, measureGrowth } from './growth';
import { nested, numbered, repeated, type Shape } from './inputs';

/** Reads a text as the output of a program, with what its errors are looked up by. */
function read(text: string): void {
  for (const error of readErrors(text)) {
    cluesOf(error);
    errorQueryOf(error);
  }
}

const FRAME = '  File "/app/a.py", line 1, in f\n    g()\n';
const HEADER = 'Traceback (most recent call last):\n';

const SHAPES: readonly [string, Shape][] = [
  ['frames', repeated(FRAME, HEADER, 'ValueError: a\n')],
  ['frames without an end', repeated(FRAME, HEADER)],
  ['tracebacks', repeated(`${HEADER}${FRAME}ValueError: a\n`)],
  ['tracebacks of other errors', numbered((n) => `${HEADER}${FRAME}ValueError: a${n}\n`)],
  [
    'chained tracebacks',
    repeated(
      `${HEADER}${FRAME}ValueError: a\n\nDuring handling of the above exception, another exception occurred:\n\n`,
    ),
  ],
  ['headers', repeated(HEADER)],
  ['repeated frames', repeated(`${FRAME}  [Previous line repeated 99 more times]\n`, HEADER)],
  ['lines of a message', repeated('a b c\n', 'ValueError: ')],
  ['a long message', repeated('a b ', 'ValueError: ')],
  ['a message of one word', repeated('a', 'ValueError: ')],
  ['a message of quotes', repeated("'", 'ValueError: ')],
  ['a message of brackets', repeated('(', 'ValueError: ')],
  ['a message of blanks', repeated(' ', 'ValueError: a', 'b')],
  ['a message of classes', repeated('ValueError: ')],
  ['a message of representations', repeated('ValueError(', '', '')],
  ['representations', nested('ValueError("', 'a', '")')],
  ['representations of tuples', nested('(', "ValueError('a')", ',)')],
  ['names with dots', repeated('a.')],
  ['names with dots before a class', repeated('a.', '', 'ValueError: a')],
  ['classes on a line', repeated('a.ValueError ')],
  ['groups', repeated('  | ', '', 'ValueError: a')],
  [
    'lines of groups',
    repeated(
      `  + Exception Group Traceback (most recent call last):\n  | ExceptionGroup: a (1 sub-exception)\n  +-+---------------- 1 ----------------\n`,
    ),
  ],
  ['margins', repeated('| ')],
  ['JSON', repeated('{"a":')],
  ['JSON that is closed', nested('{"message":', '"ValueError: a"', '}')],
  ['JSON in JSON', repeated('{\\"message\\":\\"', '{"message":"')],
  ['JSON records', numbered((n) => `{"level": "error", "message": "ValueError: a${n}"}\n`)],
  ['JSON lists', repeated('[')],
  ['JSON texts that are not closed', repeated('{"a":"')],
  ['JSON escapes', repeated('\\n', '{"message":"', '"}')],
  [
    'a traceback in JSON',
    (n) => JSON.stringify({ level: 'ERROR', message: repeated(FRAME, HEADER, 'ValueError: a')(n) }),
  ],
  [
    'a traceback in JSON in JSON',
    (n) =>
      JSON.stringify({
        log: JSON.stringify({ level: 'ERROR', exc_info: repeated(FRAME, HEADER, 'ValueError: a')(n) }),
      }),
  ],
  ['pairs', repeated('a=b ', 'level=error ')],
  ['pairs with quotes', repeated('a="b" ', 'level=error ')],
  ['pairs with quotes that are not closed', repeated('a="', 'level=error ')],
  ['pairs of backslashes', repeated('\\', 'level=error msg="')],
  ['equals signs', repeated('=')],
  ['dictionaries', repeated("{'a': ")],
  ['dictionaries that are closed', nested("{'a': ", '1', '}')],
  ['byte strings', repeated("b'")],
  ['prefixes of logs', repeated('2026-01-01 00:00:00 ')],
  ['prefixes in brackets', repeated('[a] ')],
  ['brackets that are not closed', repeated('[a ')],
  ['levels', repeated('ERROR:')],
  ['levels on lines', repeated('ERROR: a\n')],
  ['containers', repeated('web-1  | ')],
  ['times', repeated('00:00:00 ')],
  ['digits', repeated('1')],
  ['hyphens', repeated('-')],
  ['stars', repeated('*')],
  ['underscores', repeated('_')],
  ['carets', repeated('^')],
  ['blanks', repeated(' ')],
  ['blanks before text', repeated(' ', '', 'ValueError: a')],
  ['tabs', repeated('\t')],
  ['blank lines', repeated('\n')],
  ['carriage returns', repeated('a\r')],
  ['U+2028', repeated('a\u2028')],
  ['escapes', repeated('\u001b[0m')],
  ['escapes that are not closed', repeated('\u001b[')],
  ['escapes of titles', repeated('\u001b]0;')],
  ['control characters', repeated('\0')],
  ['no-break spaces', repeated('\u00a0')],
  ['addresses', repeated('https://sqlalche.me/e/20/f405 ')],
  ['addresses without blanks', repeated('https://')],
  ['paths', repeated('/a')],
  ['paths of Windows', repeated('C:\\a')],
  ['file locations', repeated('a.py:1: ')],
  ['pytest', repeated('E   ValueError: a\n')],
  ['pytest, on one line', repeated('E   ')],
  ['pytest, a summary', numbered((n) => `FAILED a.py::f${n} - ValueError: a\n`)],
  [
    'validation errors',
    numbered(
      (n) => `a${n}\n  Field required [type=missing, input_value={}, input_type=dict]\n`,
      '2 validation errors for A\n',
    ),
  ],
  ['types of validation errors', repeated('[type=missing,')],
  ['SQL', repeated('[SQL: SELECT ', 'sqlalchemy.exc.IntegrityError: (a) b\n')],
  ['wrapped classes', repeated('(sqlite3.', 'sqlalchemy.exc.IntegrityError: ')],
  ['classes in angle brackets', repeated("<class '", 'ValueError: ')],
  ['JavaScript', repeated('    at f (a.js:1:1)\n', 'TypeError: a\n')],
  ['Java', repeated('\tat a.b.C.d(C.java:1)\n', 'java.lang.Error: a\n')],
  ['PowerShell', repeated('    + CategoryInfo : a\n')],
  ['gRPC', repeated('details = "a"\n')],
  ['prose', repeated('Why does the session raise an error? ')],
  ['prose with classes', repeated('Why ValueError? ')],
  ['Korean', repeated('세션 오류가 납니다. ')],
  ['wrapped lines', repeated(`${'a'.repeat(80)}\n`)],
  ['wrapped lines of a traceback', repeated(`${'a b '.repeat(20)}\n`, HEADER)],
  ['joined lines', repeated('\\n', HEADER)],
  [
    'a traceback on one line',
    repeated('File "a.py", line 1, in f g() ', 'Traceback (most recent call last): ', 'ValueError: a'),
  ],
  ['backslashes', repeated('\\')],
  ['quotes', repeated('"')],
  ['single quotes', repeated("'")],
  ['commas', repeated(',')],
  ['colons', repeated(': ')],
  ['semicolons', repeated(';')],
  ['pipes', repeated('|')],
  ['angle brackets', repeated('<')],
  ['capitals', repeated('A')],
  ['capitals and small letters', repeated('Aa')],
  ['words that end in Error', repeated('AError')],
];

describe('the output of programs is read in linear time', () => {
  it.each(SHAPES)('%s', (_, shape) => {
    expect(measureGrowth(read, shape).perDoubling).toBeLessThan(LINEAR);
  });
});

describe('a line of a terminal is read in linear time', () => {
  it.each(SHAPES)('%s', (_, shape) => {
    const line: Shape = (characters) => shape(characters).replaceAll('\n', ' ');
    expect(measureGrowth(errorsInLine, line).perDoubling).toBeLessThan(LINEAR);
  });
});
