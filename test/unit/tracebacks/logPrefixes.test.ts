import { describe, expect, it } from 'vitest';
import { stripLogPrefixes } from '../../../src/core/tracebacks/logPrefixes';

describe('stripLogPrefixes', () => {
  it.each([
    ['docker compose', 'web-1  | '],
    ['docker compose v1', 'app_web_1 |'],
    ['journald', 'Nov 24 17:34:16 host uvicorn[812]: '],
    ['syslog', 'Nov  4 17:34:16 host app.py:'],
    ['a timestamp', '2026-11-24T17:34:16.123Z '],
    ['a timestamp in brackets', '[2026-11-24 17:34:16 +0000] '],
    ['a timestamp with a zone', '2026-11-24 17:34:16+01:00 - '],
    ['a time', '17:34:16,123 '],
    ['a time before a bar', '17:34:16 | '],
    ['a time without a blank', '[17:34:16]'],
    ['a process id', '[812] '],
    ['a timestamp, then a process id', '[2026-11-24 17:34:16 +0000] [7] '],
    ['a logger after a timestamp', '2026-11-24 17:34:16 [alembic.util] '],
    ['a logger with a line', '2026-11-24 17:34:16 app.db:read:12 - '],
    ['a logger before a dash', '17:34:16 app.db - '],
  ])('removes %s', (_name, prefix) => {
    expect(stripLogPrefixes(`${prefix}Some text: x`)).toEqual({
      text: 'Some text: x',
      column: prefix.length,
    });
  });

  it.each([
    ['uvicorn', 'ERROR:    ', 'ERROR'],
    ['brackets', '[WARNING] ', 'WARNING'],
    ['a dash', 'CRITICAL - ', 'CRITICAL'],
    ['brackets before a bar', '[FATAL] | ', 'FATAL'],
    ['Python logging', 'ERROR:root:', 'ERROR'],
    ['a dotted logger', 'ERROR:app.db:', 'ERROR'],
    ['alembic', 'INFO  [alembic.runtime.migration] ', 'INFO'],
    ['gunicorn', '[2026-11-24 17:34:16 +0000] [7] [ERROR] ', 'ERROR'],
    ['nested programs', 'Nov 24 17:34:16 host docker[8]: web-1  | ERROR:    ', 'ERROR'],
    ['two levels, of which the last counts', 'INFO:     ERROR:    ', 'ERROR'],
  ])('reads the level of %s', (_name, prefix, level) => {
    expect(stripLogPrefixes(`${prefix}Some text`)).toEqual({
      text: 'Some text',
      column: prefix.length,
      level,
    });
  });

  it.each([
    'ordinary output',
    ' web-1  | x',
    '  | KeyError: 1',
    'see 17:34:16 x',
    'see [7] x',
    '[x] y',
    '[123456789] x',
    'on Nov 24 17:34:16 host a: x',
    'ERRORS: x',
    'an ERROR: x',
    'ERROR x',
    'ERROR',
    '[alembic.util] x',
    'app.db - x',
    'KeyError: x',
  ])('leaves %j as it is', (line) => {
    expect(stripLogPrefixes(line)).toStrictEqual({ text: line, column: 0 });
  });

  it('keeps text that only looks like a logger of Python logging', () => {
    expect(stripLogPrefixes('ERROR:root: x').text).toBe('root: x');
  });

  it('keeps a logger in the middle of the text', () => {
    expect(stripLogPrefixes('17:34:16 Some app.db - x').text).toBe('Some app.db - x');
  });

  it('removes at most eight prefixes', () => {
    expect(stripLogPrefixes('[1] '.repeat(9)).text).toBe('[1] ');
    expect(stripLogPrefixes(`${'[1] '.repeat(8)}x`).text).toBe('x');
  });
});
