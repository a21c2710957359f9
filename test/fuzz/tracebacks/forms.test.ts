import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseErrors, parseLongText } from '../../../src/core/tracebacks/parseErrors';
import { TextReader } from '../../../src/core/tracebacks/textReader';

const ESC = String.fromCharCode(27);
const TRACEBACK =
  'Traceback (most recent call last):\n  File "/a/b.py", line 3, in f\n    g()\nsqlalchemy.exc.NoResultFound: No "row" was found';
const json = (value: unknown): string => JSON.stringify(value);
const NESTED = json({
  log: json({ level: 'error', exc_info: `${TRACEBACK} ${json({ error: TRACEBACK })}` }),
});
const FRAGMENTS = [
  TRACEBACK,
  NESTED,
  json({ error: { type: 'KeyError', message: 'a', stack: TRACEBACK } }),
  json({ detail: [{ type: 'missing', loc: ['body', 'x'], msg: 'Field required' }] }),
  json({ exception: [{ exc_type: 'A', exc_value: 'b', frames: [{ filename: 'a', lineno: 1, name: 'f' }] }] }),
  TRACEBACK.replaceAll('\n', '#012'),
  TRACEBACK.replaceAll('\n', String.raw`\n`),
  TRACEBACK.replaceAll('\n', ' '),
  TRACEBACK.replaceAll('\n', '<br>'),
  "future: <Task finished coro=<f() done, defined at /a.py:3> exception=KeyError('a')>",
  `raised unexpected: IntegrityError("(a.B) 'c'`,
  "[ValueError('a'), None, KeyError('b')]",
  '{"error": {"type": "KeyError", "message": "a',
  "{'detail': [{'type': 'missing', 'loc': ('a',), 'msg': 'b'}]}",
  '{"error":',
  '{\n"a": {\n',
  '[{',
  '": "',
  '\\',
  '\\\\n',
  String.raw`\"`,
  '"',
  "'",
  '(',
  'File "',
  ' File "/a.py", line 1, in f ',
  'File ""/a.py"", line 3, in f',
  '&quot;',
  '&#x27;',
  '“',
  '`',
  '| a |',
  '<p>',
  '[31m',
  `${ESC}[`,
  '\0',
  '\ud800',
  '\u2028',
  'api:dev: ',
  '[pod/a/b] ',
  '2026-11-24T08:34:16.123Z ',
  'ERROR    | ',
  '[2026-11-24 17:34:16,123: ERROR/Main-1] ',
  '- ',
  '> ',
  '위치 줄:1 문자:1',
  '    + CategoryInfo          : a',
  'Exception: KeyError: ',
  'Error: ',
  'Fatal Python error: a',
  'Current thread 0x1 (most recent call first):',
  '"""',
  '----------',
  '...',
  '\r',
  '\n',
  '\n\n',
];
const texts = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 20,
  })
  .map((parts) => parts.join(''));

/** What reading a text costs: the UTF-16 units of all lines, those of nested texts included. */
function costOf(text: string): number {
  let cost = 0;
  for (const units of new TextReader().read(text)) cost += units + 1;
  return cost;
}

describe('errors in any form', () => {
  it('are read without failing, with spans within the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { span, details, frames } of parseErrors(text)) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(details.split('\n').length).toBeLessThanOrEqual(4000);
          expect(frames.length).toBeLessThanOrEqual(1000);
        }
      }),
      { numRuns: 800 },
    );
  });

  it('are the same when other work goes on between', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(await parseLongText(text, () => Promise.resolve())).toEqual(parseErrors(text));
      }),
      { numRuns: 100 },
    );
  });

  it('are found when they are cut anywhere', () => {
    for (let end = TRACEBACK.indexOf('NoResultFound: ') + 16; end < TRACEBACK.length; end += 1) {
      expect(parseErrors(TRACEBACK.slice(0, end))[0]?.type).toBe('sqlalchemy.exc.NoResultFound');
    }
    for (let end = 0; end < NESTED.length; end += 1) parseErrors(NESTED.slice(0, end));
    for (let start = 0; start < NESTED.length; start += 1) parseErrors(NESTED.slice(start));
  });

  it.each(FRAGMENTS)('cost in proportion to their length: %j', (fragment) => {
    const repeated = (size: number): string => fragment.repeat(Math.ceil(size / fragment.length));
    for (const before of ['', 'Traceback (most recent call last):\n', '{"error":"']) {
      const [short, long] = [4_000, 64_000].map((size) => costOf(before + repeated(size)));
      expect(long).toBeLessThanOrEqual(20 * (short ?? 0) + 2000);
      // Every text is read once, and within it what is nested, to a limited depth.
      expect(long).toBeLessThanOrEqual(6 * 64_000 + 2000);
    }
  });

  it('yield after each line, of which none is long', () => {
    const text = `${'x'.repeat(200_000)}\n${json({ level: 'error', exc_info: TRACEBACK.repeat(1000) })}\n`;
    for (const units of new TextReader().read(text.repeat(3))) expect(units).toBeLessThanOrEqual(2 * 65_536);
  });

  it('are the last ones of a long log', () => {
    const line = '2026-11-24 17:34:16,123 INFO app.api: GET /posts 200\n';
    const errors = parseErrors(
      `${line.repeat(2000)}KeyError: 'first'\n${line.repeat(2000)}KeyError: 'last'\n`,
    );
    expect(errors.map(({ message }) => message)).toEqual(["'last'", "'first'"]);
  });
});
