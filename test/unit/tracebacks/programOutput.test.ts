import { describe, expect, it } from 'vitest';
import { parseErrors } from '../../../src/core/tracebacks/parseErrors';
import { onlyError } from './builders';

const ESC = String.fromCharCode(27);
const BEL = String.fromCharCode(7);
const SITE = '/app/.venv/lib/python3.12/site-packages';
const PLAIN = `Traceback (most recent call last):
  File "/app/main.py", line 12, in read
    return load(id)
           ~~~~^^^^
  [Previous line repeated 2 more times]
  File "${SITE}/sqlalchemy/orm/session.py", line 99, in execute
    raise exc
sqlalchemy.exc.NoResultFound: No row was found
`;
const brief = (text: string) => parseErrors(text).map(({ type, role }) => `${type ?? '-'} ${role}`);

describe('other programs', () => {
  it('pytest: merges the message in the margin, its location and the summary', () => {
    const text = `    def test_it():
>       load()

tests/test_a.py:4: 
_ _ _ _ _
app/db.py:9: in load
    raise x
E   sqlalchemy.exc.InvalidRequestError: first
E   second line

app/db.py:12: InvalidRequestError
=== short test summary info ===
FAILED tests/test_a.py::test_it - sqlalchemy.exc.InvalidRequestError: fir...
`;
    const { details, frames } = onlyError(text);
    expect(details).toBe('first\nsecond line');
    expect(frames.map(({ file, line }) => `${file}:${String(line)}`)).toEqual([
      'tests/test_a.py:4',
      'app/db.py:9',
      'app/db.py:12',
    ]);
    expect(brief('FAILED tests/test_a.py::test_b - KeyError: 1')).toEqual(['KeyError raised']);
  });

  it('Rich: reads frames in a box, and the class below it', () => {
    const text = `╭──── Traceback (most recent call last) ────╮
│ /app/a.py:3 in f                            │
│                                             │
│ ❱ 3 │   return g()                          │
│ ╭─ locals ─╮                                │
╰─────────────────────────────────────────────╯
MissingGreenlet: greenlet_spawn has
not been called`;
    const { type, details, frames } = onlyError(text);
    expect(type).toBe('MissingGreenlet');
    expect(details).toBe('greenlet_spawn has\nnot been called');
    expect(frames).toEqual([
      { file: '/app/a.py', line: 3, function: 'f', code: 'return g()', origin: 'project' },
    ]);
  });

  it('IPython: reads cells and their current lines', () => {
    const text = `---------------------------------------------------------------------------
OperationalError                          Traceback (most recent call last)
Cell In[3], line 1
----> 1 session.execute(stmt)

File ${SITE}/sqlalchemy/orm/session.py:10, in Session.execute(self, statement)
      9 def execute
---> 10     raise x

OperationalError: (sqlite3.OperationalError) no such table`;
    const { type, frames } = onlyError(text);
    expect(type).toBe('OperationalError');
    expect(frames).toMatchObject([
      { file: 'Cell In[3]', line: 1, code: 'session.execute(stmt)' },
      { module: 'sqlalchemy.orm.session', function: 'Session.execute', code: 'raise x' },
    ]);
  });

  it.each([
    ['compose', (line: string) => `web-1  | ${line}`],
    ['journald', (line: string) => `Nov 24 17:34:16 host uvicorn[8]: ${line}`],
    ['a timestamp', (line: string) => `2026-11-24T17:34:16.123Z ${line}`],
    ['carriage returns', (line: string) => `${line}\r`],
    ['colours', (line: string) => `${ESC}[1;31m${line}${ESC}[0m`],
    [
      'shell integration',
      (line: string) => `${ESC}]633;C${BEL}${line}${ESC}]8;;file:///a${ESC}\\${ESC}]8;;${ESC}\\`,
    ],
  ])('reads through %s around each line', (_, around) => {
    const text = PLAIN.trimEnd().split('\n').map(around).join('\n');
    const { type, message, frames, span } = onlyError(text);
    expect({ type, message }).toEqual({ type: 'sqlalchemy.exc.NoResultFound', message: 'No row was found' });
    expect(frames).toHaveLength(2);
    expect(text.slice(span.start, span.end)).toBe('sqlalchemy.exc.NoResultFound: No row was found');
  });

  it('log lines: reads those of uvicorn and alembic, and classes within them', () => {
    expect(onlyError('ERROR:    Error loading ASGI app. Could not import module "main".')).toMatchObject({
      role: 'log',
      message: 'Error loading ASGI app. Could not import module "main".',
    });
    expect(onlyError('FAILED: Target database is not up to date.').message).toBe(
      'Target database is not up to date.',
    );
    expect(brief('2026-01-01 10:00:00,000 - ERROR - failed: app.errors.Refused: no')).toEqual([
      'app.errors.Refused raised',
    ]);
    expect(brief(`ERROR:    Exception in ASGI application\n${PLAIN}`)).toEqual([
      'sqlalchemy.exc.NoResultFound raised',
    ]);
  });

  it('warnings: reads their location', () => {
    const text = `/app/a.py:3: SAWarning: relationship X will copy (Background on this warning at: https://sqlalche.me/e/20/qzyx)\n  x()`;
    expect(onlyError(text)).toMatchObject({
      type: 'SAWarning',
      role: 'warning',
      codes: [{ family: 'sqlalchemy', code: 'qzyx' }],
      frames: [{ file: '/app/a.py', line: 3 }],
    });
  });

  it('pydantic: reads its error types', () => {
    const text =
      '1 validation error for User\nname\n  Field required [type=missing, input_value={}, input_type=dict]\n' +
      '    For further information visit https://errors.pydantic.dev/2.10/v/missing';
    expect(onlyError(text)).toMatchObject({
      type: 'ValidationError',
      codes: [{ family: 'pydantic', code: 'missing' }],
    });
  });

  it('takes a short text without a class as a message, but not output or diagnostics', () => {
    expect(onlyError("  Can't operate on closed transaction")).toMatchObject({
      message: "Can't operate on closed transaction",
      span: { start: 2, end: 37 },
    });
    expect(parseErrors('')).toEqual([]);
    expect(parseErrors('app/a.py:3: error: Name "x" is not defined  [name-defined]')).toEqual([]);
    expect(parseErrors('INFO:     Application startup complete.')).toEqual([]);
    expect(parseErrors('line\n'.repeat(30))).toEqual([]);
  });
});

describe('a Rich box', () => {
  const box = (...lines: readonly string[]) => [
    '╭─ Traceback (most recent call last) ─╮',
    ...lines.map((line) => `│ ${line} │`),
    '╰─────────────────────────────────────╯',
  ];

  it('hides exceptions and headers within it', () => {
    const text = [
      ...box('/app/a.py:3 in f', "❱ 3 │ raise KeyError('a')", 'ValueError: shown'),
      'KeyError: a',
    ];
    expect(brief(text.join('\n'))).toEqual(['KeyError raised']);
  });

  it('ends at its lower edge', () => {
    const text = [...box('/app/a.py:3 in f'), '/app/b.py:4 in g', 'KeyError: a', '│ ValueError: b │'];
    expect(brief(text.join('\n'))).toEqual(['KeyError raised']);
    expect(onlyError(text.join('\n')).details).toBe('a\n│ ValueError: b │');
    expect(onlyError(text.join('\n')).frames).toHaveLength(2);
  });

  it('may be followed by an exception of any class', () => {
    expect(brief([...box('/app/a.py:3 in f'), 'Oops: no'].join('\n'))).toEqual(['Oops raised']);
  });

  it('ends at a line that is not part of it', () => {
    const [top = '', frame = ''] = box('/app/a.py:3 in f');
    expect(brief([top, frame, 'KeyError: a'].join('\n'))).toEqual(['KeyError raised']);
  });
});

describe('the margin of pytest', () => {
  it('starts with E and three blanks', () => {
    expect(brief('E   KeyError: 1')).toEqual(['KeyError raised']);
    expect(brief('E     KeyError: 1')).toEqual(['KeyError raised']);
    expect(brief('TYPE   KeyError: 1')).toEqual(['KeyError raised']);
    expect(brief('E   some text\nE   KeyError: 1')).toEqual(['KeyError raised']);
    expect(parseErrors('E  Oops: 1\nE   Oops: 2').map(({ type }) => type)).not.toContain('Oops');
  });

  it('spans the exception without the margin', () => {
    const text = 'E   KeyError: 1';
    const { span } = onlyError(text);
    expect(text.slice(span.start, span.end)).toBe('KeyError: 1');
  });

  it('continues the message with everything in it, exceptions and blank lines included', () => {
    const text = 'E   KeyError: 1\nE   ValueError: 2\nE \nE       more\nafter';
    expect(onlyError(text).details).toBe('1\nValueError: 2\nmore');
  });

  it('ends the message where it ends', () => {
    expect(brief('E   KeyError: 1\nno margin\nE   ValueError: 2')).toEqual([
      'ValueError raised',
      'KeyError raised',
    ]);
    expect(onlyError('E   KeyError: 1\nno margin\nE   text').details).toBe('1');
  });

  it('adds the location below only to the exception it names', () => {
    const located = (location: string) =>
      onlyError(`E   app.exc.Refused: 1\n\n${location}`).frames.map(({ line }) => line);
    expect(located('a.py:3: Refused')).toEqual([3]);
    expect(located('a.py:3: app.exc.Refused')).toEqual([3]);
    expect(located('a.py:3: fused')).toEqual([]);
    expect(located('a.py:3: KeyError')).toEqual([]);
  });

  it('reads a location before any exception as a frame', () => {
    expect(onlyError('a.py:3: KeyError\nValueError: x').frames).toMatchObject([{ file: 'a.py', line: 3 }]);
  });

  it('does not carry frames above the location over to the next exception', () => {
    const [error] = parseErrors('E   KeyError: 1\n\na.py:2: in f\na.py:3: KeyError\n\nValueError: 2');
    expect(error).toMatchObject({ type: 'ValueError', frames: [] });
  });

  it('does not carry the location over to the next exception', () => {
    const [error] = parseErrors('E   KeyError: 1\n\na.py:3: KeyError\n\nValueError: 2');
    expect(error).toMatchObject({ type: 'ValueError', frames: [] });
  });
});

describe('warnings', () => {
  it('are raised errors at the end of a traceback', () => {
    expect(brief('Traceback (most recent call last):\nSAWarning: x')).toEqual(['SAWarning raised']);
    expect(brief('SAWarning: x')).toEqual(['SAWarning warning']);
  });

  it('span their class and message', () => {
    const text = '/app/a.py:3: SAWarning: x';
    const { span, message, details } = onlyError(text);
    expect([message, details]).toEqual(['x', 'x']);
    expect(text.slice(span.start, span.end)).toBe('SAWarning: x');
  });
});

describe('log lines', () => {
  it.each(['ERROR', 'CRITICAL', 'FATAL'])('of level %s are errors', (level) => {
    expect(brief(`${level}:    it failed`)).toEqual(['- log']);
  });

  it.each(['WARNING', 'INFO', 'DEBUG'])('of level %s are not, unless they name an exception', (level) => {
    expect(parseErrors(`${level}:    it failed`)).toEqual([]);
    expect(brief(`${level}:    it failed: KeyError: 1`)).toEqual(['KeyError raised']);
  });

  it('span their message', () => {
    const text = 'ERROR:              it failed  ';
    const { span, message } = onlyError(text);
    expect(message).toBe('it failed');
    expect(text.slice(span.start, span.end)).toBe('it failed');
    const failed = 'FAILED:   no database';
    expect(parseErrors(failed).map(({ role }) => role)).not.toContain('log');
    expect(failed.slice(onlyError('FAILED: no database').span.start)).toBe('  no database');
  });

  it('are none without a message, or where the level is not at the start', () => {
    expect(parseErrors('ERROR:    ')).toEqual([]);
    expect(brief('it FAILED: no database')).toEqual(['- raised']);
  });

  it('are replaced by the traceback that follows, but kept with further lines between', () => {
    const traceback = 'Traceback (most recent call last):\nKeyError: 1';
    expect(brief(`ERROR:    it failed\n${traceback}`)).toEqual(['KeyError raised']);
    expect(brief(`ERROR:    it failed\n\n${traceback}`)).toEqual(['KeyError raised', '- log']);
    expect(brief(`ValueError: it failed\n${traceback}`)).toEqual(['KeyError raised', 'ValueError raised']);
  });
});

describe('validation errors of pydantic', () => {
  it.each(['1 validation error for User', '123456 validation errors for User'])(
    'are read without a class: %s',
    (text) => {
      expect(onlyError(text)).toMatchObject({
        type: 'ValidationError',
        message: text,
        span: { start: 0, end: text.length },
      });
    },
  );

  it('have their message trimmed', () => {
    expect(onlyError('1 validation error for User  ').message).toBe('1 validation error for User');
  });

  it.each([
    '0 validation errors for User',
    '1234567 validation errors for User',
    'see 1 validation error for User',
    '1 validation error for',
  ])('are not assumed for %j', (text) => {
    expect(parseErrors(text).some(({ type }) => type !== undefined)).toBe(false);
  });
});
