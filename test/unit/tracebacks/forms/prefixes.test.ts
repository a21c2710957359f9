import { describe, expect, it } from 'vitest';
import { stripLogPrefixes } from '../../../../src/core/tracebacks/logPrefixes';
import { NO_ROW, readings, spanned, TRACEBACK } from './readings';

/** Prefixes by the number of the line, since times differ from line to line. */
const PREFIXES: readonly (readonly [string, (at: number) => string])[] = [
  ['Heroku', (at) => `2026-11-24T08:34:16.12345${String(at)}+00:00 app[web.1]: `],
  ['a push to Heroku', () => 'remote: '],
  ['Papertrail', (at) => `Nov 24 17:34:1${String(at)} shop app/web.1 `],
  ['Fly', (at) => `2026-11-24T08:34:1${String(at)}Z app[3d8d9e1b] icn [info]`],
  ['Fly with a blank', (at) => `2026-11-24T08:34:1${String(at)}Z app[3d8d9e1b] icn [info] `],
  ['kubectl', () => '[pod/shop-7f9c/api] '],
  ['kubectl with timestamps', (at) => `2026-11-24T08:34:16.12345678${String(at)}Z `],
  ['stern', () => 'shop-7f9c api '],
  ['turbo', () => 'api:dev: '],
  ['pnpm', () => 'apps/api dev: '],
  ['lerna', () => 'api: '],
  ['concurrently', () => '[0] '],
  ['concurrently with names', () => '[api] '],
  ['Lambda', () => '[ERROR]\t2026-11-24T08:34:16.123Z\t9a1f-77\t'],
  ['GitHub Actions', (at) => `2026-11-24T08:34:16.123456${String(at)}Z `],
  ['gh run view', (at) => `test\tRun pytest\t2026-11-24T08:34:16.123456${String(at)}Z `],
  ['GitLab', (at) => `2026-11-24T08:34:16.12345${String(at)}Z 01O `],
  ['docker compose v1', () => 'api_1  | '],
  ['docker compose v2', () => 'shop-api-1  | '],
  ['journalctl -o short-iso', (at) => `2026-11-24T17:34:1${String(at)}+0900 host uvicorn[812]: `],
  ['honcho', (at) => `17:34:1${String(at)} web.1  | `],
  ['foreman', (at) => `17:34:1${String(at)} web.1 | `],
  ['Vercel', (at) => `17:34:16.12${String(at)}  `],
  ['Railway', () => '[err]  '],
  ['Cloud Run', (at) => `2026-11-24 17:34:16.12${String(at)} KST `],
  ['celery', (at) => `[2026-11-24 17:34:16,12${String(at)}: WARNING/ForkPoolWorker-6] `],
  ['a viewer’s line numbers', (at) => `  ${String(at + 97)}  `],
  ['grep -n', (at) => `${String(at + 8)}:`],
  ['grep with a file', (at) => `app.log:${String(at + 8)}:`],
  ['a bar after line numbers', (at) => `${String(at + 8)} | `],
  ['a quote', () => '> '],
  ['a nested quote', () => '> > '],
  ['a comment', () => '# '],
  ['Slack timestamps', (at) => `[3:1${String(at)} PM] `],
  ['pytest-xdist', () => '[gw0] '],
  ['a structured console', (at) => `2026-11-24 17:34:1${String(at)} [error    ] `],
  ['loguru', (at) => `2026-11-24 17:34:1${String(at)}.123 | ERROR    | app.api:read:12 - `],
  ['Python logging', (at) => `2026-11-24 17:34:16,12${String(at)} - app.api - ERROR - `],
  ['uuid', () => '3f0a9c1e-7d22-4b0e-9a4f-0d1b2c3d4e5f ERROR '],
  ['indentation', () => '        '],
  ['a tab', () => '\t'],
];

describe('prefixes of every line', () => {
  it.each(PREFIXES)('are ignored: %s', (_, prefix) => {
    const text = TRACEBACK.split('\n')
      .map((line, at) => prefix(at) + line)
      .join('\n');
    expect(readings(text)).toEqual([NO_ROW]);
    expect(spanned(text)).toBe('sqlalchemy.exc.NoResultFound: No row was found');
  });

  it.each(PREFIXES)('are ignored where the top is missing: %s', (_, prefix) => {
    const text = TRACEBACK.split('\n')
      .slice(2)
      .map((line, at) => prefix(at) + line)
      .join('\n');
    const [type, message, ...frames] = readings(text)[0] ?? [];
    expect([type, message]).toEqual(NO_ROW.slice(0, 2));
    expect(frames.at(-1)).toBe('/app/crud.py:7 load');
  });

  it('are ignored on every second line', () => {
    const text = TRACEBACK.replaceAll('  File', '[2026-11-24 17:34:16,123: WARNING/ForkPoolWorker-6]   File');
    expect(readings(text)).toEqual([NO_ROW]);
  });

  it('are ignored on the first line only', () => {
    for (const prefix of [
      '[홍길동] [오후 3:12] ',
      '2026년 11월 24일 오후 3:12, 홍길동 : ',
      '- ',
      '김개발 3:12 PM ',
    ]) {
      expect(readings(prefix + TRACEBACK)).toEqual([NO_ROW]);
    }
    expect(readings(`- ${TRACEBACK.replaceAll('\n', '\n  ')}`)).toEqual([NO_ROW]);
  });
});

describe('the grammar of prefixes', () => {
  it.each([
    ['loguru without a time', 'ERROR    | app.x:f:12 - ', 'ERROR'],
    ['loguru', '2026-11-24 17:34:16.123 | ERROR    | app.x:f:12 - ', 'ERROR'],
    ['structlog', '2026-11-24 17:34:16 [error    ] ', 'ERROR'],
    ['structlog with ISO time', '2026-11-24T08:34:16.123456Z [warning  ] ', 'WARNING'],
    ['Celery', '[2026-11-24 17:34:16,123: ERROR/ForkPoolWorker-1] ', 'ERROR'],
    ['Flask', '[2026-11-24 17:34:16,123] ERROR in app: ', 'ERROR'],
    [
      'Dramatiq',
      '[2026-11-24 17:34:16,123] [PID 9] [Thread-4] [dramatiq.worker.WorkerThread] [ERROR] ',
      'ERROR',
    ],
    ['Lambda', '[ERROR]\t2026-11-24T08:34:16.123Z\t3f0a9c1e-7d22-4b0e-9a4f-0d1b2c3d4e5f\t', 'ERROR'],
    ['GitHub Actions', '2026-11-24T08:34:16.1234567Z ##[error]', 'ERROR'],
    ['a level after a time', '2026-11-24 17:34:16,123 ERROR ', 'ERROR'],
    ['a level and a logger', '2026-11-24 17:34:16,123 ERROR [core.cli.main] ', 'ERROR'],
    ['Python logging', '2026-11-24 17:34:16,123 - app.api - ERROR - ', 'ERROR'],
    [
      'Datadog',
      '2026-11-24 17:34:16,123 ERROR [app.api] [api.py:12] [dd.service=shop dd.env=prod dd.trace_id=0] - ',
      'ERROR',
    ],
    ['uvicorn within compose', 'api-1  | ERROR:    ', 'ERROR'],
    ['Fly', '2026-11-24T08:34:16Z app[3d8d9e1b] icn [error]', 'ERROR'],
    ['Railway', '[err]  ', 'ERROR'],
    ['Google Cloud', 'E 2026-11-24T08:34:16.123456Z ', 'ERROR'],
    ['turbo', 'api:dev: ERROR:    ', 'ERROR'],
  ])('reads the level of %s', (_, prefix, level) => {
    expect(stripLogPrefixes(`${prefix}Some text: x`)).toEqual({
      text: 'Some text: x',
      column: prefix.length,
      level,
    });
  });

  it.each([
    '[Errno 2] No such file or directory',
    '[WinError 10061] 대상 컴퓨터에서 연결을 거부했으므로 연결하지 못했습니다',
    '[SQL: SELECT 1]',
    '[1, 2, 3]',
    '* item: x',
    'Note: ERROR x',
    'http://localhost:8000/ x',
    'KeyError: ERROR: x',
    'app.errors.Refused: INFO: x',
    '{"a": 1}',
  ])('leaves %j as it is', (line) => {
    expect(stripLogPrefixes(line).text).toBe(line);
    expect(stripLogPrefixes(`2026-11-24 17:34:16 ${line}`).text).toBe(line);
  });
});
