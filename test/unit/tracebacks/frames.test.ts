import { describe, expect, it } from 'vitest';
import { createFrame, parseFrame, pytestRaisedType } from '../../../src/core/tracebacks/frames';

describe('parseFrame', () => {
  const cell = '<ipython-input-3-1a2b>';
  it.each([
    ['CPython', '  File "/app/main.py", line 12, in read_user', '/app/main.py', 12, 'read_user'],
    ['CPython, a syntax error', '  File "/app/main.py", line 3', '/app/main.py', 3, undefined],
    ['CPython, trailing blanks', 'File "a b.py", line 3, in f  ', 'a b.py', 3, 'f'],
    ['CPython, a lambda', '  File "a.py", line 1, in <lambda>', 'a.py', 1, '<lambda>'],
    ['IPython', 'File /app/main.py:12, in read_user(id)', '/app/main.py', 12, 'read_user'],
    ['IPython, a blank before arguments', 'File /app/main.py:12, in f (x)', '/app/main.py', 12, 'f'],
    ['IPython, without a function', 'File /app/main.py:12', '/app/main.py', 12, undefined],
    ['IPython, a method', 'File ~/x.py:10, in Session.execute(self, a)', '~/x.py', 10, 'Session.execute'],
    ['a cell', 'Cell In[3], line 12', 'Cell In[3]', 12, undefined],
    ['a cell with a function', 'Cell In[3], line 1, in main()', 'Cell In[3]', 1, 'main'],
    ['a cell of older versions', 'Input In [12], line 1', undefined, undefined, undefined],
    ['a cell without its word', 'In [12] line 2', 'In [12]', 2, undefined],
    ['old IPython, a cell', `${cell} in main(x)`, cell, undefined, 'main'],
    ['old IPython, a file', '~/app/a.py in f(x)', '~/app/a.py', undefined, 'f'],
    ['old IPython, Cython', '/app/a.pyx in f (x)', undefined, undefined, undefined],
    ['pytest', 'app/main.py:12: in read_user', 'app/main.py', 12, 'read_user'],
    ['pytest, the exception', 'app/main.py:12: KeyError', 'app/main.py', 12, undefined],
    ['pytest, the test', 'tests/test_a.py:4:', 'tests/test_a.py', 4, undefined],
    ['pytest, a trailing blank', 'tests/test_a.py:4: ', 'tests/test_a.py', 4, undefined],
    ['Rich', '/app/main.py:12 in read_user', '/app/main.py', 12, 'read_user'],
    ['Rich, indented', '  /app/main.py:12 in read_user  ', '/app/main.py', 12, 'read_user'],
    ['Rich, relative', './main.py:12 in f', './main.py', 12, 'f'],
    ['Rich, the home folder', '~/main.py:12 in f', '~/main.py', 12, 'f'],
    ['Rich, Windows', 'C:\\app\\main.py:12 in f', 'C:\\app\\main.py', 12, 'f'],
    ['Rich, no file', '<string>:1 in <module>', '<string>', 1, '<module>'],
  ])('reads %s', (_name, line, file, number, name) => {
    const frame = parseFrame(line);
    expect(frame?.file).toBe(file);
    expect(frame?.line).toBe(number);
    expect(frame?.function).toBe(name);
  });

  it('has no properties for what is not printed', () => {
    expect(parseFrame('  File "/app/main.py", line 3')).toEqual({
      file: '/app/main.py',
      line: 3,
      origin: 'project',
    });
    expect(parseFrame('~/app/a.py in f(x)')).toEqual({
      file: '~/app/a.py',
      function: 'f',
      origin: 'project',
    });
  });

  it.each([
    'x File "/app/main.py", line 12, in f',
    'File "/app/main.py", line 12, in f'.replace('File', 'file'),
    '  File "/app/main.py", line x',
    '  File "/app/main.py", line 3 and more',
    '  File /app/main.py:12',
    'x File /app/main.py:12',
    'File /app/main.py:12 and more',
    'x Cell In[3], line 1',
    'Cell In[3], line 1 and more',
    'Cell In[x], line 1',
    'x ~/app/a.py in f(x)',
    '~/app/a.txt in f(x)',
    ' app/main.py:12: in f',
    'app/main.txt:12: in f',
    'app/main.py:12: in f'.replace(':12:', ':x:'),
    'app/main.py:12: KeyError and more',
    'main.py:12 in f',
    '/app/main.py:12 in f g',
    'x /app/main.py:12 in f',
    'ordinary output',
    '',
  ])('rejects %j', (line) => {
    expect(parseFrame(line)).toBeUndefined();
  });
});

describe('pytestRaisedType', () => {
  it.each([
    ['app/main.py:12: KeyError', 'KeyError'],
    ['app/main.py:12: sqlalchemy.exc.DBAPIError  ', 'sqlalchemy.exc.DBAPIError'],
    ['app/main.py:12: in f', undefined],
    ['app/main.py:12: ', undefined],
    ['KeyError', undefined],
  ])('%j: %s', (line, type) => {
    expect(pytestRaisedType(line)).toBe(type);
  });
});

describe('createFrame', () => {
  it.each([
    ['/app/main.py', 'project', undefined],
    [
      '/app/.venv/lib/python3.12/site-packages/sqlalchemy/orm/session.py',
      'package',
      'sqlalchemy.orm.session',
    ],
    ['C:\\v\\Lib\\site-packages\\fastapi\\__init__.py', 'package', 'fastapi'],
    ['/usr/lib/python3/dist-packages/attr/_make.pyx', 'package', 'attr._make'],
    ['/v/site-packages/a/site-packages/b.py', 'package', 'b'],
    ['/v/site-packages/greenlet/_greenlet.so', 'package', 'greenlet._greenlet'],
    ['/v/site-packages/a/__init__x.py', 'package', 'a.__init__x'],
    ['/v/site-packages/a.py/b.py', 'package', 'a.py.b'],
    ['<frozen importlib._bootstrap>', 'stdlib', 'importlib._bootstrap'],
    ['x<frozen importlib>', 'project', undefined],
    ['<frozen importlib>x', 'project', undefined],
    ['/usr/lib/python3.11/asyncio/runners.py', 'stdlib', 'asyncio.runners'],
    ['/usr/lib64/python3.13t/json/decoder.py', 'stdlib', 'json.decoder'],
    ['C:\\Python312\\Lib\\asyncio\\runners.py', 'stdlib', 'asyncio.runners'],
    ['C:\\Python\\Lib\\asyncio\\runners.py', 'stdlib', 'asyncio.runners'],
    ['/usr/lib/python3.11/README', 'project', undefined],
    ['/usr/lib/python3.11/json/decoder.pyc', 'project', undefined],
    ['/usr/lib/python2.7/json/decoder.py', 'project', undefined],
    ['/app/lib/helpers.py', 'project', undefined],
    ['/app/lib/python/helpers.py', 'project', undefined],
    ['/app/Python/lib.py', 'project', undefined],
  ])('%s: %s %s', (file, origin, module) => {
    expect(createFrame({ file, line: 3 })).toEqual({
      file,
      line: 3,
      origin,
      ...(module === undefined ? {} : { module }),
    });
  });
});
