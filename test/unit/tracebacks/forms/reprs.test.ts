import { describe, expect, it } from 'vitest';
import { readings, spanned, sureTypes, TRACEBACK, type Reading } from './readings';

describe('an exception printed by repr', () => {
  it.each<[string, string, Reading]>([
    [
      'an unretrieved task',
      `Task exception was never retrieved\nfuture: <Task finished name='Task-9' coro=<push() done, defined at /app/jobs.py:3> exception=IllegalStateChangeError("Method 'close()' can't be called here")>`,
      ['IllegalStateChangeError', "Method 'close()' can't be called here", '/app/jobs.py:3 push'],
    ],
    [
      'an unretrieved future',
      "ERROR:asyncio:Future exception was never retrieved\nfuture: <Future finished exception=ConnectionResetError(104, 'Connection reset by peer')>",
      ['ConnectionResetError', '[Errno 104] Connection reset by peer'],
    ],
    [
      'Celery',
      "[2026-11-24 17:34:16,123: ERROR/ForkPoolWorker-2] Task app.tasks.sync[1f0d-77] raised unexpected: OperationalError('(psycopg2.OperationalError) connection to server failed')",
      ['OperationalError', '(psycopg2.OperationalError) connection to server failed'],
    ],
    [
      'Celery on Python 2, with a comma',
      "[2026-11-24 17:34:16,123: ERROR/MainProcess] Task a.b[9] raised unexpected: DoesNotExist('Shop matching query does not exist.',)",
      ['DoesNotExist', 'Shop matching query does not exist.'],
    ],
    [
      'a retry',
      "[2026-11-24 17:34:16,123: INFO/ForkPoolWorker-2] Task a.b[9] retry: Retry in 3s: TimeoutError('pool is busy')",
      ['TimeoutError', 'pool is busy'],
    ],
    [
      'a log line with an f-string',
      "2026-11-24 17:34:16 ERROR app.crud failed: IntegrityError('(sqlite3.IntegrityError) UNIQUE constraint failed: tag.name')",
      ['IntegrityError', '(sqlite3.IntegrityError) UNIQUE constraint failed: tag.name'],
    ],
    [
      'escapes in the string',
      String.raw`failed: RuntimeError('it\'s broken\nsecond line')`,
      ['RuntimeError', "it's broken"],
    ],
    [
      'a string cut off',
      `exception=MissingGreenlet("greenlet_spawn has not been ca`,
      ['MissingGreenlet', 'greenlet_spawn has not been ca'],
    ],
    ['a key', "raised exception: KeyError('user')", ['KeyError', "'user'"]],
    ['no arguments', 'future: <Task finished exception=CancelledError()>', ['CancelledError', '']],
    [
      'two arguments',
      "raised unexpected: OperationalError(2003, 'no server')",
      ['OperationalError', "(2003, 'no server')"],
    ],
    [
      'keywords',
      "raised unexpected: HTTPException(status_code=404, detail='No such post')",
      ['HTTPException', '404: No such post'],
    ],
    ['the whole line', "LookupError('no such locale')", ['LookupError', 'no such locale']],
    [
      'a qualified class',
      "error=app.errors.PaymentError('card declined')",
      ['app.errors.PaymentError', 'card declined'],
    ],
    [
      'pytest’s exception info',
      "<ExceptionInfo InvalidRequestError('closed') tblen=2>",
      ['InvalidRequestError', 'closed'],
    ],
    [
      'an unhandled one in a loop',
      "17:34:16: Unhandled exception in loop: ValueError('bad row')",
      ['ValueError', 'bad row'],
    ],
    ['after Korean words', "작업 실패 오류 ValueError('잘못된 값')", ['ValueError', '잘못된 값']],
  ])('is read from %s', (_, text, expected) => {
    expect(readings(text)).toEqual([expected]);
  });

  it('is read from a list of results', () => {
    expect(readings("[ValueError('a'), None, KeyError('b')]").map(([type]) => type)).toEqual([
      'KeyError',
      'ValueError',
    ]);
    expect(sureTypes("results: [None, TimeoutError('slow')]")).toEqual(['TimeoutError']);
    expect(sureTypes("(None, TimeoutError('slow'))")).toEqual(['TimeoutError']);
  });

  it('is the same error as the traceback that follows', () => {
    const text = `Task exception was never retrieved
future: <Task finished name='Task-3' coro=<f() done, defined at /app/a.py:1> exception=MissingGreenlet("greenlet_spawn has not been called")>
Traceback (most recent call last):
  File "/app/a.py", line 3, in f
    await g()
sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called (Background on this error at: https://sqlalche.me/e/20/xd2s)`;
    expect(readings(text)).toEqual([
      [
        'sqlalchemy.exc.MissingGreenlet',
        'greenlet_spawn has not been called (Background on this error at: https://sqlalche.me/e/20/xd2s)',
        '/app/a.py:3 f',
      ],
    ]);
  });

  it('spans the class and its arguments', () => {
    expect(spanned("raised unexpected: KeyError('a') [9]")).toBe("KeyError('a')");
    expect(spanned(String.raw`failed: RuntimeError('it\'s broken\nsecond line') after 3s`)).toBe(
      String.raw`RuntimeError('it\'s broken\nsecond line')`,
    );
  });

  it.each([
    '    raise ValueError("bad row")',
    'return ValueError("bad row")',
    'except (KeyError("a")):',
    'error = ValueError("bad row")',
    'mock.side_effect = KeyError("a")',
    'client.get(side_effect=KeyError("a"))',
    'future.set_exception(ValueError("bad row"))',
    'pytest.raises(ValueError("bad row"))',
    'errors = [ValueError("a")]',
    'assert str(ValueError("a")) == "a"',
    'You can raise HTTPException(status_code=404) there.',
    'class ShopError(Exception):',
    'def f(error=ValueError): pass',
    '    ValueError("bad row"),',
    'yield TimeoutError("slow")',
  ])('is not assumed in code or prose: %s', (text) => {
    expect(sureTypes(`some text\n${text}\nmore text`)).toEqual([]);
  });
});

describe('announcements of a traceback', () => {
  it.each([
    ['a thread', 'Exception in thread Thread-1 (worker):'],
    [
      'a callback',
      'Exception in callback _SelectorSocketTransport._read_ready()\nhandle: <Handle _read_ready()>',
    ],
    ['what is ignored', 'Exception ignored in: <function Pool.__del__ at 0x7f00aa>'],
    ['ASGI', 'ERROR:    Exception in ASGI application'],
    ['gunicorn', '[2026-11-24 17:34:16 +0000] [7] [ERROR] Exception in worker process'],
    ['RQ', '17:34:16 [Job 9a1f]: exception raised while executing (app.tasks.sync)'],
    [
      'Dramatiq',
      "[2026-11-24 17:34:16,123] [PID 9] [Thread-4] [dramatiq.worker.WorkerThread] [ERROR] Failed to process message sync('x') with unhandled exception.",
    ],
    ['APScheduler', 'Job "tick (trigger: interval[0:00:10])" raised an exception'],
    ['Flask', '[2026-11-24 17:34:16,123] ERROR in app: Exception on /posts [GET]'],
    [
      'unittest',
      `${'='.repeat(70)}\nERROR: test_read (tests.test_api.ReadTest.test_read)\n${'-'.repeat(70)}`,
    ],
    ['Django', 'Internal Server Error: /posts/'],
    ['doctest', 'File "/app/a.py", line 3, in a.f\nFailed example:\n    f()\nException raised:'],
    ['structlog', '2026-11-24T08:34:16Z [error    ] request_failed                 path=/posts'],
    ['loguru', '2026-11-24 17:34:16.123 | ERROR    | app.api:read:12 - request failed'],
  ])('add nothing to it: %s', (_, text) => {
    const [first, ...others] = readings(`${text}\n${TRACEBACK}`);
    expect(first?.slice(0, 2)).toEqual(['sqlalchemy.exc.NoResultFound', 'No row was found']);
    expect(first?.at(-1)).toBe('/app/crud.py:7 load');
    expect(others).toEqual([]);
  });

  it('do not hide an indented traceback of doctest', () => {
    const indented = TRACEBACK.replace(/^/gm, '    ');
    expect(readings(`Failed example:\n    f()\nException raised:\n${indented}`)[0]?.[0]).toBe(
      'sqlalchemy.exc.NoResultFound',
    );
  });

  it('arq prints the class at the end of its line', () => {
    expect(readings('17:34:16:   0.05s ! 9a1f:sync failed, ValueError: bad row')).toEqual([
      ['ValueError', 'bad row'],
    ]);
  });
});

describe('an exception from another process', () => {
  it('has the frames of both', () => {
    const text = `multiprocessing.pool.RemoteTraceback: 
"""
Traceback (most recent call last):
  File "/usr/lib/python3.12/multiprocessing/pool.py", line 125, in worker
    result = (True, func(*args, **kwds))
  File "/app/work.py", line 9, in size
    return sizes[name]
KeyError: 'b'
"""

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/app/main.py", line 4, in <module>
    pool.map(size, names)
KeyError: 'b'`;
    expect(readings(text)).toEqual([
      [
        'KeyError',
        "'b'",
        '/app/main.py:4 <module>',
        '/usr/lib/python3.12/multiprocessing/pool.py:125 worker',
        '/app/work.py:9 size',
      ],
    ]);
  });
});

describe('frames below the exception', () => {
  it('of AWS Lambda belong to it', () => {
    const text = `START RequestId: 9a1f Version: $LATEST
[ERROR] KeyError: 'title'
Traceback (most recent call last):
  File "/var/task/app.py", line 3, in handler
    return event['title']
END RequestId: 9a1f`;
    expect(readings(text)).toEqual([['KeyError', "'title'", '/var/task/app.py:3 handler']]);
  });

  it('of Sentry belong to it', () => {
    expect(readings('NoResultFound: No row was found\n  File "app/crud.py", line 7, in load')).toEqual([
      ['NoResultFound', 'No row was found', 'app/crud.py:7 load'],
    ]);
  });

  it('of faulthandler are innermost first', () => {
    const text = `Fatal Python error: Segmentation fault

Current thread 0x00007f10 (most recent call first):
  File "/app/native.py", line 3 in call
  File "/app/main.py", line 12 in <module>`;
    expect(readings(text)).toEqual([
      [undefined, 'Segmentation fault', '/app/main.py:12 <module>', '/app/native.py:3 call'],
    ]);
  });
});
