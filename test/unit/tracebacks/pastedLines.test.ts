import { describe, expect, it } from 'vitest';
import { parseErrors } from '../../../src/core/tracebacks/parseErrors';
import { pastedLines } from '../../../src/core/tracebacks/pastedLines';

const CHAIN = `Traceback (most recent call last):
  File "/srv/a.py", line 3, in load
    x["a"]
KeyError: 'a'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/srv/c.py", line 9, in find
    raise Missing(404)
shop.errors.Missing: no such page`;
const LOG = `2026-03-01 10:00:00,001 INFO started
2026-03-01 10:00:02,001 ERROR shop.errors.Missing: no such page
2026-03-01 10:00:03,001 INFO stopped`;
const WITHOUT_HEADING = `  File "/srv/c.py", line 9, in find
    await run(ValueError)
RuntimeError: no running event loop`;

describe('output on one line', () => {
  it.each([
    ['a chain of exceptions', CHAIN],
    ['a log', LOG],
    ['a part of a traceback', WITHOUT_HEADING],
  ])('is read like the lines that it had: %s', (_, output) => {
    const read = (text: string) => parseErrors(text).map(({ type, details }) => ({ type, details }));
    expect(read(pastedLines(output.replaceAll('\n', ' ')))).toEqual(read(output));
    expect(read(output).length).toBeGreaterThan(0);
  });

  it('may stand in a question', () => {
    const question = `Since today I get this: ${CHAIN.replaceAll('\n', ' ')} Any idea?`;
    expect(parseErrors(pastedLines(question)).map(({ type }) => type)).toEqual([
      'shop.errors.Missing',
      'KeyError',
    ]);
  });

  it('keeps a handler on its line', () => {
    const code = 'File "/srv/a.py", line 3, in f try: g() except ValueError: pass';
    expect(pastedLines(` ${code}`)).toBe(`\n  ${code}`);
  });

  it.each(['shop.errors.Missing: no such page', CHAIN, 'How do I read File "a"?', ''])(
    'is not %j',
    (text) => {
      expect(pastedLines(text)).toBe(text);
    },
  );
});
