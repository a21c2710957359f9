import { describe, expect, it } from 'vitest';
import { NO_ROW, readings, spanned, sureTypes, TRACEBACK } from './readings';

const joined = (separator: string) => TRACEBACK.replaceAll('\n', separator);

describe('a traceback in one line', () => {
  it.each([
    ['blanks', ' '],
    ['bars', ' | '],
    ['the newlines of rsyslog', '#012'],
    [String.raw`\n`, String.raw`\n`],
    [String.raw`\\n`, String.raw`\\n`],
    [String.raw`\r\n`, String.raw`\r\n`],
    [String.raw`\u000a`, String.raw`\u000a`],
    ['tags', '<br>'],
    ['closed tags', '<br/>'],
    ['arrows', '↵'],
    ['line feed symbols', '␊'],
    ['carriage returns', '\r'],
    ['line separators', '\u2028'],
  ])('is joined with %s', (_, separator) => {
    expect(readings(joined(separator))).toEqual([NO_ROW]);
    expect(readings(`2026-11-24 17:34:16 ERROR app: failed ${joined(separator)}`)).toEqual([NO_ROW]);
  });

  it('may have its quotes escaped', () => {
    const escaped = joined(String.raw`\n`).replaceAll('"', String.raw`\"`);
    expect(readings(`level=error msg="failed" stack="${escaped}" id=3`)).toEqual([NO_ROW]);
    const twice = joined(String.raw`\\n`).replaceAll('"', String.raw`\\\"`);
    expect(readings(`{"log": "{\\"stack\\": \\"${twice}`)).toEqual([NO_ROW]);
  });

  it('may have its tabs escaped', () => {
    expect(readings(joined('#012').replaceAll('    ', '#011'))).toEqual([NO_ROW]);
  });

  it('may be cut at its top', () => {
    const cut = joined(String.raw`\n`).slice(50);
    expect(readings(cut)[0]?.slice(0, 2)).toEqual(NO_ROW.slice(0, 2));
    expect(readings(cut)[0]?.at(-1)).toBe('/app/crud.py:7 load');
  });

  it('may follow the exception', () => {
    const text = `[ERROR] KeyError: 'title' Traceback (most recent call last):   File "/var/task/app.py", line 3, in handler     return event['title']`;
    expect(readings(text)).toEqual([['KeyError', "'title'", '/var/task/app.py:3 handler']]);
  });

  it('may be chained', () => {
    const text = `${joined(' ')} The above exception was the direct cause of the following exception: Traceback (most recent call last): File "/app/api.py", line 2, in get read() ValueError: no`;
    expect(readings(text)).toEqual([['ValueError', 'no', '/app/api.py:2 get'], NO_ROW]);
  });

  it('spans the exception', () => {
    expect(spanned(joined(String.raw`\n`))).toBe('sqlalchemy.exc.NoResultFound: No row was found');
    expect(spanned(joined(' '))).toBe('sqlalchemy.exc.NoResultFound: No row was found');
  });

  it('has the code of each frame', () => {
    expect(readings(joined(' '))[0]).toEqual(NO_ROW);
    expect(sureTypes('see "Traceback (most recent call last)" in the log, then go on')).toEqual([]);
  });

  it('may have an own class without a message', () => {
    expect(
      readings('Traceback (most recent call last): File "a.py", line 1, in f g() app.errors.NotReady'),
    ).toEqual([['app.errors.NotReady', '', 'a.py:1 f']]);
  });
});

describe('a table', () => {
  it('has quotes doubled', () => {
    const text = `time,level,message\n2026-11-24,ERROR,"failed\n${TRACEBACK.replaceAll('"', '""')}"\n2026-11-24,INFO,ok`;
    expect(readings(text)).toEqual([NO_ROW]);
  });

  it('may start a cell with the traceback', () => {
    const text = `"2026-11-24","ERROR","${TRACEBACK.replaceAll('"', '""')}","web-1"`;
    expect(readings(text)).toEqual([NO_ROW]);
  });
});
