import { describe, expect, it } from 'vitest';
import { parseErrors } from '../../../src/core/tracebacks/parseErrors';

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
const only = (text: string) => {
  const errors = parseErrors(text);
  expect(errors).toHaveLength(1);
  return errors[0]!;
};

describe('a plain traceback', () => {
  it('is its exception, with frames, outermost first', () => {
    const { type, message, frames, span } = only(PLAIN);
    expect({ type, message }).toEqual({ type: 'sqlalchemy.exc.NoResultFound', message: 'No row was found' });
    expect(frames).toEqual([
      { file: '/app/main.py', line: 12, function: 'read', code: 'return load(id)', origin: 'project' },
      {
        file: `${SITE}/sqlalchemy/orm/session.py`,
        line: 99,
        function: 'execute',
        code: 'raise exc',
        origin: 'package',
        module: 'sqlalchemy.orm.session',
      },
    ]);
    expect(PLAIN.slice(span.start, span.end)).toBe('sqlalchemy.exc.NoResultFound: No row was found');
  });

  it('knows frames of Python itself, and of Windows', () => {
    const text = String.raw`Traceback (most recent call last):
  File "/usr/lib/python3.11/asyncio/runners.py", line 3, in run
  File "C:\shop\.venv\Lib\site-packages\fastapi\__init__.py", line 3, in f
  File "<frozen importlib._bootstrap>", line 1, in _load
KeyError: 'a'`;
    expect(only(text).frames.map(({ origin, module }) => `${origin} ${module ?? ''}`)).toEqual([
      'stdlib asyncio.runners',
      'package fastapi',
      'stdlib importlib._bootstrap',
    ]);
  });

  it('takes any class below its frames, none elsewhere', () => {
    expect(
      brief('Traceback (most recent call last):\n  File "a.py", line 1, in f\n    g()\nOops: no'),
    ).toEqual(['Oops raised']);
    expect(parseErrors('some output\nand more of it\nOops: no').every(({ type }) => type === undefined)).toBe(
      true,
    );
  });

  it('is also a syntax error without a header', () => {
    const { type, frames } = only(
      '  File "/a/b.py", line 3\n    def f(:\n          ^\nSyntaxError: invalid syntax\n',
    );
    expect(type).toBe('SyntaxError');
    expect(frames).toMatchObject([{ file: '/a/b.py', line: 3, code: 'def f(:' }]);
  });

  it('keeps the whole message: statement, parameters, notes; the code is found in it', () => {
    const text = `Traceback (most recent call last):
  File "a.py", line 1, in f
    g()
sqlalchemy.exc.OperationalError: (sqlite3.OperationalError) no such table: tag
[SQL: SELECT tag.id

FROM tag]
[parameters: (1,)]
(Background on this error at: https://sqlalche.me/e/20/e3q8)
while seeding

INFO:     done`;
    const { details, codes, message } = only(text);
    expect(message).toBe('(sqlite3.OperationalError) no such table: tag');
    expect(details.split('\n').at(-1)).toBe('while seeding');
    expect(details).toContain('FROM tag]');
    expect(codes).toEqual([{ family: 'sqlalchemy', code: 'e3q8' }]);
  });
});

describe('several exceptions', () => {
  const chained = (sentence: string): string =>
    `${PLAIN}\n${sentence}\n\nTraceback (most recent call last):\n  File "b.py", line 2, in g\n    h()\nValueError: last\n`;

  it('come with what was raised last first, then its cause or context', () => {
    expect(brief(chained('The above exception was the direct cause of the following exception:'))).toEqual([
      'ValueError raised',
      'sqlalchemy.exc.NoResultFound cause',
    ]);
    expect(brief(chained('During handling of the above exception, another exception occurred:'))).toEqual([
      'ValueError raised',
      'sqlalchemy.exc.NoResultFound context',
    ]);
    expect(brief(chained('INFO:     next'))).toEqual([
      'ValueError raised',
      'sqlalchemy.exc.NoResultFound raised',
    ]);
  });

  it('of a group are what it holds, the group itself after them', () => {
    const text = `  + Exception Group Traceback (most recent call last):
  |   File "a.py", line 1, in <module>
  |     main()
  | ExceptionGroup: two (2 sub-exceptions)
  +-+---------------- 1 ----------------
    | Traceback (most recent call last):
    |   File "a.py", line 3, in f
    |     raise KeyError("a")
    | KeyError: 'a'
    +---------------- 2 ----------------
    | Exception Group Traceback (most recent call last):
    |   File "a.py", line 4, in g
    |     x()
    | ExceptionGroup: inner (1 sub-exception)
    +-+---------------- 1 ----------------
      | IndexError: list index out of range
      +------------------------------------
`;
    const errors = parseErrors(text);
    expect(errors.map(({ type }) => type)).toEqual([
      'KeyError',
      'IndexError',
      'ExceptionGroup',
      'ExceptionGroup',
    ]);
    expect(errors[0]?.frames).toMatchObject([{ file: 'a.py', line: 3, function: 'f' }]);
    expect(text.slice(errors[0]?.span.start, errors[0]?.span.end)).toBe("KeyError: 'a'");
  });

  it('that are printed twice are one', () => {
    expect(brief(`${PLAIN}\n${PLAIN}`)).toEqual(['sqlalchemy.exc.NoResultFound raised']);
  });
});

describe('other programs', () => {
  it('pytest: its margin, where it was raised, and its summary are one error', () => {
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
    const { details, frames } = only(text);
    expect(details).toBe('first\nsecond line');
    expect(frames.map(({ file, line }) => `${file}:${String(line)}`)).toEqual([
      'tests/test_a.py:4',
      'app/db.py:9',
      'app/db.py:12',
    ]);
    expect(brief('FAILED tests/test_a.py::test_b - KeyError: 1')).toEqual(['KeyError raised']);
  });

  it('Rich: frames in a box, the bare class below it', () => {
    const text = `╭──── Traceback (most recent call last) ────╮
│ /app/a.py:3 in f                            │
│                                             │
│ ❱ 3 │   return g()                          │
│ ╭─ locals ─╮                                │
╰─────────────────────────────────────────────╯
MissingGreenlet: greenlet_spawn has
not been called`;
    const { type, details, frames } = only(text);
    expect(type).toBe('MissingGreenlet');
    expect(details).toBe('greenlet_spawn has\nnot been called');
    expect(frames).toEqual([
      { file: '/app/a.py', line: 3, function: 'f', code: 'return g()', origin: 'project' },
    ]);
  });

  it('IPython: cells, and the marked line', () => {
    const text = `---------------------------------------------------------------------------
OperationalError                          Traceback (most recent call last)
Cell In[3], line 1
----> 1 session.execute(stmt)

File ${SITE}/sqlalchemy/orm/session.py:10, in Session.execute(self, statement)
      9 def execute
---> 10     raise x

OperationalError: (sqlite3.OperationalError) no such table`;
    const { type, frames } = only(text);
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
  ])('%s around each line', (_, around) => {
    const text = PLAIN.trimEnd().split('\n').map(around).join('\n');
    const { type, message, frames, span } = only(text);
    expect({ type, message }).toEqual({ type: 'sqlalchemy.exc.NoResultFound', message: 'No row was found' });
    expect(frames).toHaveLength(2);
    expect(text.slice(span.start, span.end)).toBe('sqlalchemy.exc.NoResultFound: No row was found');
  });

  it('lines of a log: uvicorn, alembic, and classes within them', () => {
    expect(only('ERROR:    Error loading ASGI app. Could not import module "main".')).toMatchObject({
      role: 'log',
      message: 'Error loading ASGI app. Could not import module "main".',
    });
    expect(only('FAILED: Target database is not up to date.').message).toBe(
      'Target database is not up to date.',
    );
    expect(brief('2026-01-01 10:00:00,000 - ERROR - failed: app.errors.Refused: no')).toEqual([
      'app.errors.Refused raised',
    ]);
    expect(brief(`ERROR:    Exception in ASGI application\n${PLAIN}`)).toEqual([
      'sqlalchemy.exc.NoResultFound raised',
    ]);
  });

  it('warnings, with where they point', () => {
    const text = `/app/a.py:3: SAWarning: relationship X will copy (Background on this warning at: https://sqlalche.me/e/20/qzyx)\n  x()`;
    expect(only(text)).toMatchObject({
      type: 'SAWarning',
      role: 'warning',
      codes: [{ family: 'sqlalchemy', code: 'qzyx' }],
      frames: [{ file: '/app/a.py', line: 3 }],
    });
  });

  it('pydantic, with its types', () => {
    const text =
      '1 validation error for User\nname\n  Field required [type=missing, input_value={}, input_type=dict]\n' +
      '    For further information visit https://errors.pydantic.dev/2.10/v/missing';
    expect(only(text)).toMatchObject({
      type: 'ValidationError',
      codes: [{ family: 'pydantic', code: 'missing' }],
    });
  });

  it('a short text without a class is a message; output and diagnostics are none', () => {
    expect(only("  Can't operate on closed transaction")).toMatchObject({
      message: "Can't operate on closed transaction",
      span: { start: 2, end: 37 },
    });
    expect(parseErrors('')).toEqual([]);
    expect(parseErrors('app/a.py:3: error: Name "x" is not defined  [name-defined]')).toEqual([]);
    expect(parseErrors('INFO:     Application startup complete.')).toEqual([]);
    expect(parseErrors('line\n'.repeat(30))).toEqual([]);
  });
});
