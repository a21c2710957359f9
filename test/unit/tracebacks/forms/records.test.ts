import { describe, expect, it } from 'vitest';
import { parseErrors } from '../../../../src/core/tracebacks/parseErrors';
import { NO_ROW, readings, spanned, sureTypes, TRACEBACK } from './readings';

const json = JSON.stringify;
const FRAMES = [
  { filename: '/app/main.py', lineno: 12, name: 'read' },
  { filename: '/app/crud.py', lineno: 7, name: 'load' },
];
const TYPE = 'sqlalchemy.exc.NoResultFound';
const MESSAGE = 'No row was found';

const RECORDS: readonly (readonly [string, unknown])[] = [
  ['ECS', { 'log.level': 'error', error: { type: TYPE, message: MESSAGE, stack_trace: TRACEBACK } }],
  ['ECS with dots', { 'error.type': TYPE, 'error.message': MESSAGE, 'error.stack_trace': TRACEBACK }],
  [
    'structlog',
    {
      event: 'request failed',
      level: 'error',
      exception: [
        { exc_type: TYPE, exc_value: MESSAGE, syntax_error: null, is_cause: false, frames: FRAMES },
      ],
    },
  ],
  [
    'OpenTelemetry',
    {
      name: 'exception',
      attributes: {
        'exception.type': TYPE,
        'exception.message': MESSAGE,
        'exception.stacktrace': TRACEBACK,
      },
    },
  ],
  [
    'Google Cloud, jsonPayload',
    { severity: 'ERROR', jsonPayload: { message: `request failed\n${TRACEBACK}` } },
  ],
  ['Google Cloud, textPayload', { severity: 'ERROR', textPayload: TRACEBACK }],
  [
    'AWS Lambda',
    {
      errorMessage: MESSAGE,
      errorType: TYPE,
      requestId: '9a1f',
      stackTrace: [
        '  File "/app/main.py", line 12, in read\n    return load(id)\n',
        '  File "/app/crud.py", line 7, in load\n    raise NoResultFound("No row")\n',
      ],
    },
  ],
  [
    'AWS Lambda, tuples',
    {
      errorMessage: MESSAGE,
      errorType: TYPE,
      stackTrace: [
        ['/app/main.py', 12, 'read', 'return load(id)'],
        ['/app/crud.py', 7, 'load', 'raise'],
      ],
    },
  ],
  ['python-json-logger', { levelname: 'ERROR', message: 'request failed', exc_info: TRACEBACK }],
  [
    'loguru',
    {
      text: `2026-11-24 17:34:16.123 | ERROR    | app:read:1 - failed\n${TRACEBACK}\n`,
      record: { exception: { type: TYPE, value: MESSAGE, traceback: true }, message: 'failed' },
    },
  ],
  ['Datadog', { status: 'error', 'error.kind': TYPE, 'error.message': MESSAGE, 'error.stack': TRACEBACK }],
  ['Bunyan', { level: 50, msg: 'failed', err: { name: TYPE, message: MESSAGE, stack: TRACEBACK } }],
  [
    'Sentry',
    {
      exception: {
        values: [
          {
            type: TYPE,
            value: MESSAGE,
            stacktrace: {
              frames: [
                { abs_path: '/app/main.py', filename: 'main.py', lineno: 12, function: 'read' },
                { abs_path: '/app/crud.py', filename: 'crud.py', lineno: 7, function: 'load' },
              ],
            },
          },
        ],
      },
    },
  ],
];

describe('a record of a log', () => {
  it.each(RECORDS)('is read from %s', (_, record) => {
    expect(readings(json(record))).toEqual([NO_ROW]);
  });

  it.each(RECORDS)('is read from %s over several lines', (_, record) => {
    expect(readings(json(record, undefined, 2))).toEqual([NO_ROW]);
    const prefixed = json(record, undefined, 2).replace(/^/gm, 'web-1  | ');
    expect(readings(prefixed)).toEqual([NO_ROW]);
  });

  it.each([
    ['docker compose', 'api-1  | '],
    ['kubectl', '[pod/shop-7f/api] '],
    ['kubectl with timestamps', '2026-11-24T08:34:16.123456789Z '],
    ['stern', 'shop-7f api '],
    ['Heroku', '2026-11-24T08:34:16.123456+00:00 app[web.1]: '],
    ['a log line', 'ERROR:app.api:failed '],
  ])('may follow a prefix of %s', (_, prefix) => {
    expect(readings(prefix + json(RECORDS[0]?.[1]))).toEqual([NO_ROW]);
  });

  it('keeps its message where there is no traceback', () => {
    expect(readings(json({ error: { type: 'KeyError', message: "'a'" } }))).toEqual([['KeyError', "'a'"]]);
    expect(readings(json({ exc_type: 'ValueError', exc_message: ['bad row'] }))).toEqual([
      ['ValueError', 'bad row'],
    ]);
    expect(sureTypes(`{'type': 'ValueError', 'error': 'bad row'}`)).toEqual([]);
  });

  it('is an error without a class at the level ERROR', () => {
    expect(readings(json({ level: 'error', message: 'the pool is exhausted' }))).toEqual([
      [undefined, 'the pool is exhausted'],
    ]);
    expect(sureTypes(json({ level: 'info', message: 'started' }))).toEqual([]);
  });

  it('finds the class in its message', () => {
    const record = { level: 'error', event: 'failed: KeyError: 1', timestamp: '2026' };
    expect(readings(json(record))).toEqual([['KeyError', '1']]);
    expect(readings(json({ level: 'error', error: "ValueError('bad row')" }))).toEqual([
      ['ValueError', 'bad row'],
    ]);
  });

  it('is part of a log line that says what happened', () => {
    expect(readings('ERROR:app:payload rejected {"event": "signup"}')).toEqual([
      [undefined, 'payload rejected {"event": "signup"}'],
    ]);
    expect(readings('ERROR:    {"message": "the pool is exhausted"}')).toEqual([
      [undefined, 'the pool is exhausted'],
    ]);
  });

  it('may hold one line of a traceback each', () => {
    const lines = TRACEBACK.split('\n').map((line) =>
      json({ log: `${line}\n`, stream: 'stderr', time: '2026-11-24T08:34:16.123456789Z' }),
    );
    expect(readings(lines.join('\n'))).toEqual([NO_ROW]);
  });

  it('may be cut off', () => {
    const text = json({ 'error.type': TYPE, 'error.message': MESSAGE, 'error.stack': TRACEBACK });
    const cut = text.slice(0, text.indexOf('crud.py') + 30);
    expect(readings(cut)[0]?.slice(0, 3)).toEqual(NO_ROW.slice(0, 3));
    const stackOnly = json({ msg: 'x', exc_info: TRACEBACK }).slice(0, -4);
    expect(readings(stackOnly)).toEqual([[NO_ROW[0], 'No row was fou', ...NO_ROW.slice(2)]]);
  });

  it('may have chained exceptions', () => {
    const chained = `${TRACEBACK}\n\nThe above exception was the direct cause of the following exception:\n\nTraceback (most recent call last):\n  File "/app/api.py", line 2, in get\n    read()\nfastapi.exceptions.HTTPException: 404`;
    expect(parseErrors(json({ exc_info: chained })).map(({ type, role }) => [type, role])).toEqual([
      ['fastapi.exceptions.HTTPException', 'raised'],
      [TYPE, 'cause'],
    ]);
  });

  it('may be inside the message of another error', () => {
    const inner = json({ error: { type: 'KeyError', message: "'a'", stack_trace: TRACEBACK } });
    const text = `Traceback (most recent call last):\n  File "/app/api.py", line 2, in get\n    call()\napp.errors.UpstreamError: 500 ${inner}`;
    const [first, ...others] = parseErrors(text);
    expect([first?.type, first?.frames.length]).toEqual(['app.errors.UpstreamError', 1]);
    expect(others.map(({ type, role }) => [type, role])).toContainEqual([TYPE, 'cause']);
  });

  it('spans the text, not the decoded string', () => {
    expect(spanned(json({ level: 'error', message: 'say "no"', n: 1 }))).toBe(String.raw`say \"no\"`);
    expect(spanned(json({ exc_info: TRACEBACK }))).toBe('sqlalchemy.exc.NoResultFound: No row was found');
    expect(spanned(json({ error: { type: 'KeyError', message: 'a' } }))).toBe('a');
  });

  it.each<[string, string]>([
    ['settings', json({ type: 'module', error: null, exports: { message: 'x' } })],
    ['an API’s answer', json({ items: [{ type: 'post', message: 'hello' }], error: false })],
    ['a schema', json({ properties: { error: { type: 'string', description: 'What failed' } } })],
    ['JavaScript', json({ err: { name: 'x', message: '' } })],
    ['a Node error', json({ level: 30, msg: 'GET /posts 200' })],
    ['braces', '{{{{{"a":{"error":[[[['],
  ])('is no error in %s', (_, text) => {
    expect(sureTypes(text)).toEqual([]);
  });
});

describe('a response of FastAPI', () => {
  const detail = [
    { type: 'missing', loc: ['body', 'title'], msg: 'Field required', input: null },
    { type: 'int_parsing', loc: ['query', 'page'], msg: 'Input should be a valid integer', input: 'x' },
  ];

  it('has a message and codes of pydantic', () => {
    for (const text of [json({ detail }), json({ detail }, undefined, 2), `422 ${json({ detail })}`]) {
      const [first, ...others] = parseErrors(text);
      expect(first).toMatchObject({
        message: 'Field required',
        codes: [
          { family: 'pydantic', code: 'missing' },
          { family: 'pydantic', code: 'int_parsing' },
        ],
      });
      expect(first?.details).toBe('body.title: Field required\nquery.page: Input should be a valid integer');
      expect(others).toEqual([]);
    }
  });

  it('is read as Python prints it', () => {
    const text = `fastapi.exceptions.RequestValidationError: [{'type': 'missing', 'loc': ('body', 'title'), 'msg': 'Field required', 'input': {}}]`;
    expect(parseErrors(text)).toMatchObject([
      {
        type: 'fastapi.exceptions.RequestValidationError',
        codes: [{ family: 'pydantic', code: 'missing' }],
      },
    ]);
    expect(
      parseErrors(
        `[{'type': 'missing', 'loc': ('body', 'x'), 'msg': 'Field required', 'input': <object at 0x1>}]`,
      ),
    ).toMatchObject([{ message: 'Field required', codes: [{ code: 'missing' }] }]);
  });

  it('is a message where its detail is a text', () => {
    expect(readings(json({ detail: 'Could not validate credentials' }))).toEqual([
      [undefined, 'Could not validate credentials'],
    ]);
  });
});
