import { describe, expect, it } from 'vitest';
import { readLabel } from '../../../../src/core/parse/posts/postLabels';

describe('readLabel', () => {
  it.each([
    ['A1. text', 'A1', 'answer', undefined],
    ['**A1-Q1.** text', 'A1-Q1', 'question', 'A1'],
    ['A2-1: text', 'A2-1', 'reply', 'A2'],
    ['Q2) text', 'Q2', 'question', undefined],
    ['Q12. text', 'Q12', 'question', undefined],
    ['A1-Q1-A1. text', 'A1-Q1-A1', 'answer', 'A1-Q1'],
    ['A1-12-3. text', 'A1-12-3', 'reply', 'A1-12'],
    ['A1-Q. text', 'A1-Q', 'question', 'A1'],
    ['A1-Q12. text', 'A1-Q12', 'question', 'A1'],
    ['A1-Q1 text', 'A1-Q1', 'question', 'A1'],
    ['A1-Q1', 'A1-Q1', 'question', 'A1'],
    ['A1.', 'A1', 'answer', undefined],
    ['   A1. text', 'A1', 'answer', undefined],
    ['__A1__. text', 'A1', 'answer', undefined],
    ['A1：text', 'A1', 'answer', undefined],
    ['A1－Q1．text', 'A1-Q1', 'question', 'A1'],
    ['A1–1. text', 'A1-1', 'reply', 'A1'],
    ['**A2-1）** text', 'A2-1', 'reply', 'A2'],
    ['A1.네 맞아요', 'A1', 'answer', undefined],
  ])('reads %s', (line, text, kind, parent) => {
    const label = readLabel(line, false);
    expect([label?.text, label?.kind, label?.parent]).toEqual([text, kind, parent]);
  });

  it.each([
    'A100: fast',
    'A1-Q100. text',
    'A1-100. text',
    'q3: earnings',
    'A4 paper',
    'A1.5 mm',
    'A1.text',
    'Q: text',
    'Q. text',
    '**A1. text',
    '**A1-1 text',
    '    A1. text',
    'see A1. text',
    'A1-. text',
    'B1. text',
    'a list',
    'API. text',
  ])('finds none in %s', (line) => {
    expect(readLabel(line, false)).toBeUndefined();
  });

  it.each([
    ['Q. text', 'Q', 'question', 3],
    ['A: text', 'A', 'answer', 3],
    ['A.네', 'A', 'answer', 2],
    ['A.', 'A', 'answer', 2],
    ['Q.   text', 'Q', 'question', 5],
    ['Q：text', 'Q', 'question', 2],
    ['Q） text', 'Q', 'question', 3],
    ['  **Q.** text', 'Q', 'question', 9],
    ['**Q**. text', 'Q', 'question', 7],
    ['**Q：** text', 'Q', 'question', 7],
    ['Q2. text', 'Q2', 'question', 4],
  ])('reads a single letter where it is allowed: %s', (line, text, kind, length) => {
    expect(readLabel(line, true)).toEqual({ text, kind, length });
  });

  it.each(['Q.text', 'Q text', 'QA. text', '    Q. text', 'so Q. text', '**Q. text', 'q. text'])(
    'finds no single letter in %s',
    (line) => {
      expect(readLabel(line, true)).toBeUndefined();
    },
  );

  it.each([
    ['A1. text', 4],
    ['A1.   text', 6],
    ['**A1.** text', 8],
    ['A1：text', 3],
    ['A1-Q1 text', 6],
  ])('measures the label up to the text: %s', (line, length) => {
    expect(readLabel(line, false)?.length).toBe(length);
  });
});
