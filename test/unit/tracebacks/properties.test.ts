import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorsInLine } from '../../../src/core/tracebacks/errorsInLine';
import { wordsOfMessage } from '../../../src/core/tracebacks/messageWords';
import { parseErrors } from '../../../src/core/tracebacks/parseErrors';

const ESC = String.fromCharCode(27);
const PIECES = [
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
];
const SIZE = 66_000;
const times = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length));

describe('whatever the text', () => {
  const texts = fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 12 })), {
      maxLength: 25,
    })
    .map((parts) => parts.join(''));

  it('never throws, and every span is inside it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const error of parseErrors(text)) {
          const { start, end } = error.span;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
          wordsOfMessage(error, true);
        }
        let at = 0;
        for (const { start, end } of errorsInLine(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          at = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  // A quadratic rule would take minutes for each of these.
  it.each([
    ...PIECES,
    ...PIECES.map((piece) => `${piece}\n`),
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
  ])('takes no longer than its length asks for: %j', (piece) => {
    for (const text of [
      times(piece),
      `KeyError: ${times(piece)}`,
      `Traceback (most recent call last):\n${times(piece)}`,
    ]) {
      for (const error of parseErrors(text)) wordsOfMessage(error, true);
      errorsInLine(text);
    }
  });
});
