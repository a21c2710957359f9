import { describe, expect, it } from 'vitest';
import { parseErrors } from '../../../src/core/tracebacks/parseErrors';
import { onlyError } from './builders';

const brief = (text: string) => parseErrors(text).map(({ type, role }) => `${type ?? '-'} ${role}`);

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
