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
