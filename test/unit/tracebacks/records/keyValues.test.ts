import { describe, expect, it } from 'vitest';
import { sourceText } from '../../../../src/core/tracebacks/lines/mappedText';
import { keyValueRecord } from '../../../../src/core/tracebacks/records/keyValues';

describe('keyValueRecord', () => {
  it.each([
    ['12:00 [error    ] failed  error="(a.B) x\\n[SQL: y]" job=1', '(a.B) x\n[SQL: y]', 'ERROR'],
    ["level=warn msg=retry err='no \\'luck\\'' n=2", "no 'luck'", 'WARN'],
    ['failed exception="a.B: x"', 'a.B: x', undefined],
  ])('is the value of the error: %s', (line, text, level) => {
    const record = keyValueRecord(sourceText(line));
    expect(record?.texts.map((one) => one.text)).toEqual([text]);
    expect(record?.level).toBe(level);
  });

  it.each([
    'failed error=x',
    'failed error="cut at the end',
    'failed error="" job=1',
    'error = "a.B: x"',
    'myerror="a.B: x"',
    'failed exc="Traceback (most recent call last):\\n  File \\"a.py\\", line 1"',
  ])('is none without a closed value, or with a traceback: %s', (line) => {
    expect(keyValueRecord(sourceText(line))).toBeUndefined();
  });
});
