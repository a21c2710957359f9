import { expect } from 'vitest';
import type { ParsedDocument } from '../../../src/core/parse/parseDocument';
import { normaliseText } from '../../../src/core/text/normaliseText';

/** Expects each line in exactly one entry or preamble range: in order, the ranges cover the document without gaps. */
export function expectAllLines(text: string, { entries, preamble }: ParsedDocument): void {
  const lineCount = Math.max(1, normaliseText(text).replace(/\n$/, '').split('\n').length);
  const ranges = [...entries.map(({ source }) => source), ...preamble]
    .map(({ startLine, endLine }) => ({ startLine, endLine }))
    .sort((a, b) => a.startLine - b.startLine);
  let next = 1;
  for (const { startLine, endLine } of ranges) {
    expect(startLine).toBe(next);
    expect(endLine).toBeGreaterThan(startLine);
    next = endLine;
  }
  expect(next).toBe(lineCount + 1);
}
