import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOccurrences } from '../../../src/core/python/occurrences';
import { SYMBOLS } from '../../../src/core/symbolTable/symbolTable';

const KNOWN = { symbols: SYMBOLS, declared: new Set<string>() };

describe('arbitrary text', () => {
  const words = fc.constantFrom(
    ...'from import as sqlalchemy . orm Session ( ) [ ] { } : , = := * ** \n \t def class lambda with for in if else'.split(
      ' ',
    ),
    ...'match case try except x " \' """ f" @ ; \\ global del -> ⚠ \uFEFF \f \r 세션'.split(' '),
    '\n    ',
    ' ',
  );

  it.each([
    ['arbitrary', fc.string({ unit: 'binary', maxLength: 200 })],
    ['nearly Python', fc.array(words, { maxLength: 60 }).map((list) => list.join(''))],
    ['nearly Python, with spaces', fc.array(words, { maxLength: 60 }).map((list) => list.join(' '))],
  ])('%s never throws, and every span covers its name', async (_, texts) => {
    await fc.assert(
      fc.asyncProperty(texts, async (rest) => {
        const text = `from sqlalchemy.orm import Session\n${rest}`;
        const occurrences = await readOccurrences(text, KNOWN);
        expect(occurrences[0]?.span).toEqual({ start: 27, end: 34 });
        let end = 0;
        for (const { name, span } of occurrences) {
          expect(text.slice(span.start, span.end)).toBe(name);
          expect(span.start).toBeGreaterThanOrEqual(end);
          end = span.end;
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['parentheses', '('.repeat(20_000)],
    ['brackets that close', '['.repeat(5_000) + 'Session' + ']'.repeat(5_000)],
    ['calls', `x = ${'f('.repeat(5_000)}Session${')'.repeat(5_000)}`],
    ['attributes', `x = Session${'.a'.repeat(20_000)}`],
    ['method calls', `x = Session${'.a()'.repeat(10_000)}`],
    ['operators', `x = ${'Session + '.repeat(10_000)}1`],
    ['functions', Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}def f():\n`).join('')],
    ['lambdas', `x = ${'lambda: '.repeat(5_000)}Session`],
    ['aliases', Array.from({ length: 5_000 }, (_, at) => `a${String(at + 1)} = a${String(at)}\n`).join('')],
    ['tuple targets', `${'('.repeat(2_000)}a${',)'.repeat(2_000)} = Session`],
    ['unions', `x: ${'Session | '.repeat(5_000)}None`],
  ])('survives deep or long %s', async (_, rest) => {
    const occurrences = await readOccurrences(`from sqlalchemy.orm import Session\n${rest}\n`, KNOWN);
    expect(occurrences[0]?.name).toBe('Session');
  });
});

describe('a file of 20,000 lines', () => {
  const unit = 'def f(s: Session):\n    s.execute(1)\n    Session = 1\n    return [Session for x in s]\n';
  const text = `from sqlalchemy.orm import Session\n${unit.repeat(5_000)}`;

  it('is read in time slices', async () => {
    let pauses = 0;
    const maybeYield = () => {
      pauses += 1;
      return Promise.resolve();
    };
    const occurrences = await readOccurrences(text, { ...KNOWN, maybeYield });
    // The import, and in each function the annotation and the call; its own `Session` hides the import.
    expect(occurrences).toHaveLength(1 + 2 * 5_000);
    expect(pauses).toBeGreaterThan(1_000);
  });

  it('yields nothing when cancelled', async () => {
    const signal = { aborted: false };
    let pauses = 0;
    const maybeYield = () => {
      pauses += 1;
      signal.aborted = pauses === 3;
      return Promise.resolve();
    };
    expect(await readOccurrences(text, { ...KNOWN, maybeYield, signal })).toEqual([]);
    expect(pauses).toBe(3);
  });
});
