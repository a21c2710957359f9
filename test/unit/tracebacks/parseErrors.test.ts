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

describe('a plain traceback', () => {
  it('is read as its exception with frames, outermost first', () => {
    const { type, message, frames, span } = onlyError(PLAIN);
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

  it('has frames of the standard library, and of Windows', () => {
    const text = String.raw`Traceback (most recent call last):
  File "/usr/lib/python3.11/asyncio/runners.py", line 3, in run
  File "C:\shop\.venv\Lib\site-packages\fastapi\__init__.py", line 3, in f
  File "<frozen importlib._bootstrap>", line 1, in _load
KeyError: 'a'`;
    expect(onlyError(text).frames.map(({ origin, module }) => `${origin} ${module ?? ''}`)).toEqual([
      'stdlib asyncio.runners',
      'package fastapi',
      'stdlib importlib._bootstrap',
    ]);
  });

  it('accepts any class below its frames, but not elsewhere', () => {
    expect(
      brief('Traceback (most recent call last):\n  File "a.py", line 1, in f\n    g()\nOops: no'),
    ).toEqual(['Oops raised']);
    expect(parseErrors('some output\nand more of it\nOops: no').every(({ type }) => type === undefined)).toBe(
      true,
    );
  });

  it('may be a syntax error without a header', () => {
    const { type, frames } = onlyError(
      '  File "/a/b.py", line 3\n    def f(:\n          ^\nSyntaxError: invalid syntax\n',
    );
    expect(type).toBe('SyntaxError');
    expect(frames).toMatchObject([{ file: '/a/b.py', line: 3, code: 'def f(:' }]);
  });

  it('keeps the whole message with statement, parameters, code and notes', () => {
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
    const { details, codes, message } = onlyError(text);
    expect(message).toBe('(sqlite3.OperationalError) no such table: tag');
    expect(details.split('\n').at(-1)).toBe('while seeding');
    expect(details).toContain('FROM tag]');
    expect(codes).toEqual([{ family: 'sqlalchemy', code: 'e3q8' }]);
  });
});

describe('several exceptions', () => {
  const chained = (sentence: string): string =>
    `${PLAIN}\n${sentence}\n\nTraceback (most recent call last):\n  File "b.py", line 2, in g\n    h()\nValueError: last\n`;

  it('start with the one raised last, followed by its cause or context', () => {
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

  it('of a group come before the group itself', () => {
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

  it('that are printed twice are returned once', () => {
    expect(brief(`${PLAIN}\n${PLAIN}`)).toEqual(['sqlalchemy.exc.NoResultFound raised']);
  });
});

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

describe('the message of an exception', () => {
  const details = (...lines: readonly string[]) =>
    onlyError(['Traceback (most recent call last):', 'KeyError: x', ...lines].join('\n')).details.split('\n');

  it('continues until an empty line', () => {
    expect(details('a', 'b', '', 'c')).toEqual(['x', 'a', 'b']);
  });

  it.each(['$ ls', '>>> f()', 'a.py:3: error: y'])('ends before %j', (line) => {
    expect(details('a', line, 'b')).toEqual(['x', 'a']);
  });

  it('continues through empty lines, prompts and exceptions within a statement', () => {
    const statement = ['[SQL: SELECT 1', '', '$ x', 'ValueError: y', 'FROM tag]'];
    expect(details(...statement, 'after', '', 'later')).toEqual([
      'x',
      ...statement.filter((line) => line !== ''),
      'after',
    ]);
  });

  it('ends a statement at a bracket that closes it, or at the code', () => {
    expect(details('[SQL: SELECT 1]', '', 'later')).toEqual(['x', '[SQL: SELECT 1]']);
    expect(details('[SQL: SELECT 1', 'FROM x]  ', '', 'later')).toEqual(['x', '[SQL: SELECT 1', 'FROM x]']);
    expect(details('[SQL: SELECT 1', '(Background on y', '', 'later')).toEqual([
      'x',
      '[SQL: SELECT 1',
      '(Background on y',
    ]);
    expect(details('[SQL: SELECT 1', 'see (Background on y', '', 'later')).toContain('later');
  });

  it('has at most eighty lines', () => {
    const lines = Array.from({ length: 90 }, (_, index) => `line ${String(index)}`);
    expect(details(...lines)).toHaveLength(80);
    expect(details(...lines.slice(0, 78))).toHaveLength(79);
  });

  it('does not continue below a duplicate without frames', () => {
    expect(onlyError('KeyError: x\n\nKeyError: x\nmore').details).toBe('x');
  });

  it('continues with lines that only resemble the margin of pytest', () => {
    expect(details('SOME LINE', 'Enough')).toEqual(['x', 'SOME LINE', 'Enough']);
  });

  it('leaves out lines of the summary of pytest', () => {
    expect(details('FAILED tests/a.py::b - assert 1 == 2', 'more')).toEqual(['x', 'more']);
  });

  it('does not continue below a log line', () => {
    expect(onlyError('ERROR:    it failed\nmore').details).toBe('it failed');
  });
});

describe('the frames of an exception', () => {
  const HEADER = 'Traceback (most recent call last):';

  it('are the outermost four hundred', () => {
    const frames = Array.from({ length: 401 }, (_, line) => `  File "a.py", line ${String(line)}, in f`);
    const read = onlyError([HEADER, ...frames, 'KeyError: x'].join('\n')).frames;
    expect(read).toHaveLength(400);
    expect(read.at(-1)?.line).toBe(399);
  });

  it('have the first line of code below them', () => {
    const text = [HEADER, '  File "a.py", line 1, in f', '    g()', '    h()', 'KeyError: x'].join('\n');
    expect(onlyError(text).frames).toMatchObject([{ code: 'g()' }]);
  });

  it('have no code that is not indented by two columns', () => {
    const text = [HEADER, '  File "a.py", line 1, in f', ' g()', 'KeyError: x'].join('\n');
    expect(onlyError(text).frames[0]).not.toHaveProperty('code');
  });

  it('have the current line of a notebook rather than the numbered ones around it', () => {
    const text = [
      'KeyError          Traceback (most recent call last)',
      'Cell In[3], line 2',
      '      1 before()',
      '     12',
      '----> 2 current()',
      '      3 after()',
      '',
      'KeyError: x',
    ].join('\n');
    expect(onlyError(text).frames).toMatchObject([{ code: 'current()' }]);
  });

  it('have the first of several current lines', () => {
    const text = [
      'KeyError   Traceback (most recent call last)',
      'Cell In[3], line 2',
      '----> 2 f()',
      '----> 3 g()',
    ];
    expect(onlyError([...text, 'KeyError: x'].join('\n')).frames).toMatchObject([{ code: 'f()' }]);
  });

  it.each([
    ['markers', '    g()', '    ~^^'],
    ['a repetition', '    g()', '  [Previous line repeated 2 more times]'],
    ['the lines of a notebook', '      1 before()', '----> 2 g()'],
  ])('may be followed by %s before an exception of any class', (_name, ...lines) => {
    const text = [HEADER, '  File "a.py", line 1, in f', ...lines, 'Oops: no'];
    expect(brief(text.join('\n'))).toEqual(['Oops raised']);
  });

  it('take only one line of code each, and none without a frame', () => {
    const exception = '    it failed: ValueError: x';
    expect(brief([HEADER, exception].join('\n'))).toEqual(['ValueError raised']);
    const text = [HEADER, '  File "a.py", line 1, in f', '    g()', exception];
    expect(brief(text.join('\n'))).toEqual(['ValueError raised']);
  });

  it('begin a traceback also without a header', () => {
    expect(brief('  File "/a/b.py", line 3\nSAWarning: x')).toEqual(['SAWarning raised']);
  });

  it('start anew at each header, and do not carry over to later exceptions', () => {
    const text = [
      HEADER,
      '  File "a.py", line 1, in f',
      HEADER,
      '  File "b.py", line 1, in f',
      'KeyError: x',
      '',
      'ValueError: y',
    ];
    const errors = parseErrors(text.join('\n'));
    expect(
      errors.map(({ type, frames }) => `${type ?? ''} ${frames.map(({ file }) => file).join()}`),
    ).toEqual(['ValueError ', 'KeyError b.py']);
  });

  it('may be followed by other output before the exception', () => {
    const text = [HEADER, '  File "a.py", line 1, in f', 'some output', 'Oops: no', 'KeyError: x'];
    expect(brief(text.join('\n'))).toEqual(['KeyError raised']);
    expect(onlyError(text.join('\n')).frames).toHaveLength(1);
    expect(brief([HEADER, 'some output', 'Oops: no'].join('\n'))).toEqual(['Oops raised']);
  });

  it('are not those of an exception in the middle of a line', () => {
    const text = [HEADER, '  File "a.py", line 1, in f', 'it failed: KeyError: x'];
    const { frames, span } = onlyError(text.join('\n'));
    expect(frames).toEqual([]);
    expect(text.join('\n').slice(span.start, span.end)).toBe('KeyError: x');
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

describe('reports', () => {
  const traceback = (exception: string) =>
    `Traceback (most recent call last):\n  File "a.py", line 1, in f\n${exception}\n\n`;
  const DURING = 'During handling of the above exception, another exception occurred:\n\n';

  it('keep a chain together, before earlier ones', () => {
    const text = `${traceback('KeyError: 1')}${traceback('IndexError: 2')}${DURING}${traceback('ValueError: 3')}`;
    expect(brief(text)).toEqual(['ValueError raised', 'IndexError context', 'KeyError raised']);
  });

  it('keep a chain of exceptions without headers together', () => {
    const text = `KeyError: 0\n\nIndexError: 2\n\n${DURING}ValueError: 3\n\nOSError: 4`;
    expect(brief(text)).toEqual([
      'OSError raised',
      'ValueError raised',
      'IndexError context',
      'KeyError raised',
    ]);
  });

  it('are separate for log lines', () => {
    expect(parseErrors('ERROR:    one\nERROR:    two').map(({ message }) => message)).toEqual(['two', 'one']);
  });
});

describe('exception groups', () => {
  const group = (...lines: readonly string[]) =>
    ['  + Exception Group Traceback (most recent call last):', '  | ExceptionGroup: two', ...lines].join(
      '\n',
    );

  it('end at a line without a margin', () => {
    const text = group(
      '  +-+---------------- 1 ----------------',
      '    | KeyError: 1',
      'output',
      '    | Oops: 2',
    );
    expect(brief(text)).toEqual(['KeyError raised', 'ExceptionGroup group']);
  });

  it('continue after a blank line, also behind a prefix', () => {
    expect(brief(group('', '    | KeyError: 1'))).toEqual(['KeyError raised', 'ExceptionGroup group']);
    const prefixed = group('', '    | KeyError: 1')
      .split('\n')
      .map((line) => `web-1  | ${line}`)
      .join('\n');
    expect(brief(prefixed)).toEqual(['KeyError raised', 'ExceptionGroup group']);
  });

  it('keep members with the same message at different depths', () => {
    expect(brief(group('    | KeyError: 1', '      | KeyError: 1'))).toHaveLength(3);
  });

  it('have no separators in their message', () => {
    const errors = parseErrors(group('  +-+---------------- 1 ----------------', '    | KeyError: 1'));
    expect(errors.map(({ details }) => details)).toEqual(['1', 'two']);
  });

  it('are known by their class', () => {
    expect(brief('BaseExceptionGroup: two')).toEqual(['BaseExceptionGroup group']);
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

describe('a bare message', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${String(index)}`);

  it('has at most six lines', () => {
    expect(onlyError(lines(6).join('\n')).details).toBe(lines(6).join('\n'));
    expect(parseErrors(lines(7).join('\n'))).toEqual([]);
  });

  it('has at most twenty-four lines with blank ones', () => {
    expect(parseErrors(`a${'\n'.repeat(23)}`)).toHaveLength(1);
    expect(parseErrors(`a${'\n'.repeat(24)}`)).toEqual([]);
  });

  it('has at most four thousand characters', () => {
    expect(parseErrors('a'.repeat(4000))).toHaveLength(1);
    expect(parseErrors('a'.repeat(4001))).toEqual([]);
    expect(parseErrors(`${'a'.repeat(2000)}\n${'b'.repeat(2000)}`)).toEqual([]);
  });

  it('has its lines trimmed and its span without blanks and prefixes', () => {
    const text = '\n[7]   the message  \n   more';
    const { message, details, span, role } = onlyError(text);
    expect({ message, details, role }).toEqual({
      message: 'the message',
      details: 'the message\nmore',
      role: 'raised',
    });
    expect(text.slice(span.start, span.end)).toBe('the message');
  });

  it('is not taken from blank output', () => {
    expect(parseErrors(' \n\n ')).toEqual([]);
  });
});
