import { describe, expect, it } from 'vitest';
import { parseErrors } from '../../../../src/core/tracebacks/parseErrors';
import { NO_ROW, readings, sureTypes, TRACEBACK, type Reading } from './readings';

const json = JSON.stringify;
const prefixed = (text: string, prefix: string) => text.replace(/^/gm, prefix);
const CHAIN = `Traceback (most recent call last):
  File "/app/db.py", line 3, in insert
    cursor.execute(statement)
sqlite3.IntegrityError: UNIQUE constraint failed: tag.name

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/app/api.py", line 9, in add
    insert()
sqlalchemy.exc.IntegrityError: (sqlite3.IntegrityError) UNIQUE constraint failed: tag.name
[SQL: INSERT INTO tag (name) VALUES (?)]
[parameters: ('a',)]
(Background on this error at: https://sqlalche.me/e/20/gkpj)`;
const GROUP = `  + Exception Group Traceback (most recent call last):
  |   File "/app/a.py", line 3, in f
  |     async with group:
  | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)
  +-+---------------- 1 ----------------
    | Traceback (most recent call last):
    |   File "/app/b.py", line 4, in g
    |     h()
    | RuntimeError: Event loop is closed
    +------------------------------------`;
const IN_EVERY_FORM: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['JSON', (text) => json({ level: 'error', message: 'failed', exc_info: text })],
  [
    'JSON within JSON',
    (text) => json({ log: `${json({ level: 'error', exception: text })}\n`, stream: 'stderr' }),
  ],
  ['escaped line ends', (text) => text.replaceAll('\n', String.raw`\n`)],
  ['rsyslog', (text) => `Nov 24 17:34:16 host shop[9]: ${text.replaceAll('\n', '#012')}`],
  ['turbo', (text) => prefixed(text, 'api:dev: ')],
  ['turbo without blanks at the ends', (text) => prefixed(text, 'api:dev: ').replace(/ +$/gm, '')],
  ['stern', (text) => prefixed(text, 'shop-7f api ')],
  ['Heroku', (text) => prefixed(text, '2026-11-24T08:34:16.123456+00:00 app[web.1]: ')],
  ['pm2', (text) => prefixed(text, '0|api  | 2026-11-24T17:34:16: ')],
  ['buildkit', (text) => prefixed(text, '#12 3.456 ')],
  ['a quotation', (text) => prefixed(text, '> ')],
  ['indentation', (text) => prefixed(text, '      ')],
  ['a table of one column', (text) => text.replace(/^(.*)$/gm, '| $1 |')],
  ['CSV', (text) => `time,text\n1,"${text.replaceAll('"', '""')}"\n2,"ok"`],
  ['an array of JSON over several lines', (text) => json([{ level: 'error', exc_info: text }], undefined, 2)],
  [
    'Celery',
    (text) => `[2026-11-24 17:34:16,123: ERROR/ForkPoolWorker-1] Task app.add[9] raised unexpected\n${text}`,
  ],
];

describe('chained tracebacks', () => {
  it.each(IN_EVERY_FORM)('are read in the form of %s', (_, form) => {
    const errors = parseErrors(form(CHAIN));
    expect(errors.map(({ type, role, frames }) => [type, role, frames.length])).toEqual([
      ['sqlalchemy.exc.IntegrityError', 'raised', 1],
      ['sqlite3.IntegrityError', 'cause', 1],
    ]);
    expect(errors[0]?.codes).toEqual([{ family: 'sqlalchemy', code: 'gkpj' }]);
  });
});

describe('exception groups', () => {
  it.each(IN_EVERY_FORM)('are read in the form of %s', (_, form) => {
    const errors = parseErrors(form(GROUP));
    expect(errors.map(({ type, frames }) => [type, frames.length])).toEqual([
      ['RuntimeError', 1],
      ['ExceptionGroup', 1],
    ]);
  });
});

describe('programs', () => {
  it.each<[string, string, Reading]>([
    [
      'Azure Functions',
      `2026-11-24T08:34:16.123Z  [Error]  Exception while executing function: Functions.sync\nResult: Failure\nException: KeyError: 'id'\nStack:   File "/home/site/worker.py", line 479, in _handle\n    await self._run()\n  File "/home/site/app.py", line 9, in sync\n    return row["id"]`,
      ['KeyError', "'id'", '/home/site/worker.py:479 _handle', '/home/site/app.py:9 sync'],
    ],
    [
      'AWS Lambda Powertools',
      json({
        level: 'ERROR',
        message: 'failed',
        exception_name: 'ValueError',
        stack_trace: {
          type: 'ValueError',
          value: 'no card',
          frames: [{ file: '/var/task/app.py', line: 9, function: 'handler', statement: 'charge()' }],
        },
      }),
      ['ValueError', 'no card', '/var/task/app.py:9 handler'],
    ],
    [
      'GraphQL',
      json({
        errors: [
          {
            message: 'no card',
            path: ['pay'],
            extensions: {
              exception: {
                stacktrace: [
                  'Traceback (most recent call last):',
                  '  File "/app/a.py", line 3, in pay',
                  '    charge()',
                  'app.errors.NoCardError: no card',
                ],
              },
            },
          },
        ],
      }),
      ['app.errors.NoCardError', 'no card', '/app/a.py:3 pay'],
    ],
    [
      'logfmt',
      `time=2026 level=error msg=failed exception="IntegrityError('(psycopg2.errors.UniqueViolation) duplicate key')" id=3`,
      ['IntegrityError', '(psycopg2.errors.UniqueViolation) duplicate key'],
    ],
    [
      'a result of Celery',
      json({
        status: 'FAILURE',
        result: { exc_type: 'NoResultFound', exc_message: ['No row was found'] },
        traceback: TRACEBACK,
      }),
      NO_ROW,
    ],
    [
      'a handler of asyncio',
      "Error on loop: {'message': 'Task exception was never retrieved', 'exception': ValueError('bad row'), 'future': <Task finished name='T' exception=ValueError('bad row')>}",
      ['ValueError', 'bad row'],
    ],
    [
      'Rich’s log handler',
      `[11/24/26 17:34:16] ERROR    request failed                         api.py:31
                             ╭───── Traceback (most recent call last) ─────╮
                             │ /app/api.py:31 in checkout                  │
                             │                                             │
                             │ ❱ 31 │   total = cart.total()               │
                             ╰─────────────────────────────────────────────╯
                             DetachedInstanceError: not bound to a Session`,
      ['DetachedInstanceError', 'not bound to a Session', '/app/api.py:31 checkout'],
    ],
    [
      'loguru with values',
      `2026-11-24 17:34:16.123 | ERROR    | __main__:<module>:30 - An error has been caught in function '<module>', process 'MainProcess' (9), thread 'MainThread' (7):
Traceback (most recent call last):

> File "/app/a.py", line 30, in <module>
    f(0)
    └ <function f at 0x7f>

  File "/app/a.py", line 26, in f
    return 1 / x
               └ 0

ZeroDivisionError: division by zero`,
      ['ZeroDivisionError', 'division by zero', '/app/a.py:30 <module>', '/app/a.py:26 f'],
    ],
    [
      'Airflow',
      `[2026-11-24T17:34:16.123+0000] {taskinstance.py:1851} ERROR - Task failed with exception\n${TRACEBACK}`,
      NO_ROW,
    ],
    [
      'taskiq',
      `[2026-11-24 17:34:16,123][taskiq.receiver.receiver][ERROR  ][worker-0] Exception found while executing function: bad row\n${TRACEBACK}`,
      NO_ROW,
    ],
    [
      'HTML',
      TRACEBACK.split('\n')
        .map((line) => `<p>${line.replaceAll('"', '&quot;')}</p>`)
        .join('\n'),
      NO_ROW,
    ],
    [
      'logfmt with a message only',
      String.raw`2026-11-24 17:34:16 [error    ] write_failed  error="(sqlite3.OperationalError) database is locked\n[SQL: UPDATE a]" job=nightly`,
      [undefined, '(sqlite3.OperationalError) database is locked'],
    ],
    [
      'logfmt with a class of its own',
      'level=error msg="request failed" error.type=ValueError error.message="bad row" path=/a',
      ['ValueError', 'bad row'],
    ],
    [
      'a warning of pytest with its message below',
      '  /app/main.py:22: DeprecationWarning: \n          on_event is deprecated, use lifespan instead.\n\n    @app.on_event("startup")',
      ['DeprecationWarning', 'on_event is deprecated, use lifespan instead.', '/app/main.py:22'],
    ],
    [
      'a narrow box without its upper edge',
      '│ /app/a.py:98 in         │\n│ create_model_field      │\n│ ❱ 98 │   raise X()      │\n╰─────────────────────────╯\nFastAPIError: Invalid args',
      ['FastAPIError', 'Invalid args', '/app/a.py:98 create_model_field'],
    ],
    [
      'a question',
      '배포하니까 에러(asyncpg.exceptions.TooManyConnectionsError: sorry, too many clients already)가 떠요',
      ['asyncpg.exceptions.TooManyConnectionsError', 'sorry, too many clients already'],
    ],
    [
      'a tuple',
      "error: ('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))",
      ['ConnectionResetError', '[Errno 104] Connection reset by peer'],
    ],
    [
      'the representation of a printed traceback',
      String.raw`'Traceback (most recent call last):\n  File "/app/a.py", line 3, in f\n    g()\nKeyError: \'a\'\n'`,
      ['KeyError', "'a'", '/app/a.py:3 f'],
    ],
  ])('are read: %s', (_, text, expected) => {
    expect(readings(text)[0]).toEqual(expected);
    expect(readings(text)).toHaveLength(1);
  });

  it('of other languages are not', () => {
    for (const text of [
      'org.hibernate.LazyInitializationException: failed to initialize\n\tat org.hibernate.A.b(A.java:3)',
      "thread 'main' panicked at src/db.rs:27:10: called `unwrap()` on an `Err` value: PoolTimedOut",
      'System.InvalidOperationException: A second operation was started on this context',
    ]) {
      expect(readings(text)).toEqual([]);
    }
    expect(
      sureTypes('Caused by: java.lang.IllegalArgumentException: bad\n\tat com.shop.A.run(A.java:3)'),
    ).toEqual([]);
    const node = {
      level: 50,
      err: { type: 'TypeError', message: 'x is undefined', stack: 'TypeError: x\n    at f (/a.js:3:4)' },
    };
    expect(sureTypes(json(node))).toEqual([]);
  });
});
