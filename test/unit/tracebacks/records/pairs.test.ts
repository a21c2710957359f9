import { describe, expect, it } from 'vitest';
import { sourceText } from '../../../../src/core/tracebacks/lines/mappedText';
import { parseErrors } from '../../../../src/core/tracebacks/parseErrors';
import { pairsIn } from '../../../../src/core/tracebacks/records/pairs';

describe('pairsIn', () => {
  it.each([
    [
      '12:00:00 [error    ] failed  error="(sqlite3.OperationalError) database is locked\\n[SQL: y]" job=1',
      '(sqlite3.OperationalError) database is locked',
    ],
    ["level=error msg=retry err='a.LostError: no \\'luck\\'' n=2", "no 'luck'"],
    ['failed exception="a.BrokenError: x"', 'x'],
  ])('is a record whose error is read: %s', (line, message) => {
    expect(pairsIn(sourceText(line))).toBeDefined();
    expect(parseErrors(line)[0]?.message).toBe(message);
  });

  it.each(['failed error=x', 'error = "a.B: x"', 'myerror="a.B: x"', 'a=1 b="two"'])(
    'is none where no error is quoted: %s',
    (line) => {
      expect(pairsIn(sourceText(line))).toBeUndefined();
    },
  );
});
