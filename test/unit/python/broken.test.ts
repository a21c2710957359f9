import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occurrenceAt, readOccurrences } from '../../../src/core/python/occurrences';
import { SYMBOLS } from '../../../src/core/symbolTable/symbolTable';
import { resolveMarked } from './notation';

const KNOWN = { symbols: SYMBOLS, declared: new Set<string>() };

describe('invalid code', () => {
  it.each([
    ['an attribute not typed yet', 'import sqlalchemy as sa\nsa.orm.\nsa.orm.«Session|S»\n'],
    ['an attribute of a class not typed yet', 'from sqlalchemy.orm import «Session|S»\n«Session|S».\n'],
    [
      'an imported name not typed yet',
      'from sqlalchemy.orm import \nfrom fastapi import «Depends|D»\n«Depends|D»()\n',
    ],
    ['an alias not typed yet', 'from fastapi import «Depends|D» as\n«Depends|D»()\n'],
    ['a closing parenthesis not typed yet', 'from sqlalchemy.orm import («scoped_session|SS»,\n'],
    [
      'a parameter not typed yet',
      'from sqlalchemy.orm import «Session|S»\ndef f(s: «Session|S», x=\nimport fastapi\nfastapi.«Depends|D»\n',
    ],
    ['a module not typed yet', 'import\nfrom\nfrom .\nimport fastapi\nfastapi.«Depends|D»\n'],
    ['a body not typed yet', 'from sqlalchemy.orm import «Session|S»\nclass A(«Session|S»):\ndef f():\n'],
    ['an unterminated string', 'from fastapi import «Depends|D»\nx = "Depends\n«Depends|D»()\n'],
    ['an unterminated list', 'from fastapi import «Depends|D»\nx = [\n  «Depends|D»(),\n'],
    [
      'merge conflict markers',
      'from fastapi import «Depends|D»\n<<<<<<< HEAD\n«Depends|D»(1)\n=======\n«Depends|D»(2)\n>>>>>>> other\n«Depends|D»(3)\n',
    ],
    ['a print statement', 'from fastapi import «Depends|D»\nprint «Depends|D»\n'],
    ['an empty file', ''],
    ['white space', ' \t\f\n\r\n \n'],
    ['a colon', ':'],
  ])('%s', async (_, source) => {
    const { actual, expected } = await resolveMarked(source);
    expect(actual).toBe(expected);
  });
});

describe('encodings and line ends', () => {
  it.each([
    ['CRLF', 'import fastapi\r\ndef f():\r\n    x = 1\r\n    fastapi.«Depends|D»()\r\n'],
    ['CR', 'import fastapi\rfastapi.«Depends|D»()\r'],
    ['tabs', 'import fastapi\nif x:\n\tif y:\n\t\tfastapi.«Depends|D»()\n'],
    ['a byte order mark', '\uFEFFimport fastapi\nfastapi.«Depends|D»()\n'],
    [
      'a byte order mark and a quoted annotation',
      '\uFEFFfrom fastapi import «Depends|D»\nx: "«Depends|D»"\n',
    ],
    ['form feeds', 'import fastapi\n\f\nclass A: ...\n\f\n\nfastapi.«Depends|D»()\n'],
    [
      'Korean names and comments',
      'from sqlalchemy.orm import «Session|S» as «세션|S»  # 세션\n«세션|S»()\ndef 함수(세션): 세션()\n',
    ],
    [
      'names outside the Basic Multilingual Plane',
      'from fastapi import «Depends|D»\n𝒳 = "😀"; «Depends|D»(𝒳)\n',
    ],
    [
      'names in two normalisation forms',
      'from fastapi import «Depends|D» as «\uac00|D»\ndef f(\u1100\u1161): \uac00\n«\u1100\u1161|D»\n',
    ],
    ['no line feed at the end', 'import fastapi\nfastapi.«Depends|D»'],
  ])('%s', async (_, source) => {
    const { actual, expected } = await resolveMarked(source);
    expect(actual).toBe(expected);
  });
});

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

describe('occurrenceAt', () => {
  const reading = readOccurrences('from fastapi import Depends, FastAPI\n', KNOWN);

  it.each([
    [19, undefined],
    [20, 'Depends'],
    [26, 'Depends'],
    [27, 'Depends'],
    [28, undefined],
    [29, 'FastAPI'],
    [36, 'FastAPI'],
    [37, undefined],
  ])('finds the name at offset %i', async (offset, name) => {
    expect(occurrenceAt(await reading, offset)?.name).toBe(name);
  });
});
