import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorsInLine } from '../../../src/core/tracebacks/errorsInLine';
import { impliedFacts, sureMessages } from '../../../src/core/tracebacks/impliedFacts';
import { wordsOfMessage } from '../../../src/core/tracebacks/messageWords';
import { parseErrors } from '../../../src/core/tracebacks/parseErrors';
import { readErrors } from '../../../src/core/tracebacks/readErrors';

const ESC = String.fromCharCode(27);
const FRAGMENTS = [
  'Traceback (most recent call last):',
  '  + Exception Group Traceback (most recent call last):',
  '╭── Traceback (most recent call last) ──╮',
  '  File "/a/b.py", line 3, in f',
  'E   ',
  'KeyError: x',
  'sqlalchemy.exc.StatementError: (a.B) y',
  '[SQL: ',
  '1 validation error for A',
  '  | ',
  '    ^^^^',
  'During handling of the above exception, another exception occurred:',
  'FAILED a::b - KeyError: ...',
  'ERROR:    x',
  '│ ❱ 3 │ x',
  'a.py:3: KeyError',
  '\r',
  '\n',
  '\n\n',
  `${ESC}[31m`,
  `${ESC}]8;;`,
  'https://sqlalche.me/e/20/xd2s',
  '가나다: ',
  'greenlet_spawn has not been called; ',
  "can't call await_only() here",
  'QueuePool limit of size ',
  ' is not bound to a Session; ',
  'www.a.b ',
  'https://a.b/(c) ',
];
const SIZE = 66_000;
/** The fragment repeated to at least `SIZE` characters. */
const repeated = (fragment: string): string => fragment.repeat(Math.ceil(SIZE / fragment.length));

describe('any text', () => {
  const texts = fc
    .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 12 })), {
      maxLength: 25,
    })
    .map((parts) => parts.join(''));

  it('is read without errors, and every span is inside it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const error of parseErrors(text)) {
          const { start, end } = error.span;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
          wordsOfMessage(error, true);
          impliedFacts(error);
        }
        for (const { start, end, weight } of sureMessages(text)) {
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(weight).toBeGreaterThan(0);
        }
        readErrors(text);
        let previousEnd = 0;
        for (const { start, end } of errorsInLine(text)) {
          expect(start).toBeGreaterThanOrEqual(previousEnd);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).not.toMatch(/https?:\/\/\w/);
          previousEnd = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  // A quadratic pattern would take minutes for each of these.
  it.each([
    ...FRAGMENTS,
    ...FRAGMENTS.map((fragment) => `${fragment}\n`),
    ': ',
    ':1',
    'a.',
    'A.',
    'a:',
    'a',
    'A',
    '<',
    '"',
    "'",
    '(',
    '[',
    '1',
    ' ',
    '-',
    '+-',
    '│',
    '~',
    '^ ',
    'a - ',
    'ERROR:',
    '[1] ',
    '/',
    'https://',
    `${ESC}[`,
    `${ESC}]`,
    'Error: ',
    'KeyError',
    'a.py:3: ',
    'KeyError: x\n\n',
    'a | ',
    'a b ',
    'is not bound to a ',
    'www.',
    'www.,',
    'http://(',
    '{} ',
    'Instance x ',
  ])('is read in linear time: %j', (fragment) => {
    for (const text of [
      repeated(fragment),
      `KeyError: ${repeated(fragment)}`,
      `Traceback (most recent call last):\n${repeated(fragment)}`,
    ]) {
      for (const error of readErrors(text)) {
        wordsOfMessage(error, true);
        impliedFacts(error);
      }
      errorsInLine(text);
    }
  });
});
