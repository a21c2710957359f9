import { describe, expect, it } from 'vitest';
import { parseErrors } from '../../../src/core/tracebacks/parseErrors';
import { onlyError } from './builders';

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
