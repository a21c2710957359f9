import { describe, expect, it } from 'vitest';
import { plainAnswer } from '../../../src/core/text/plainAnswer';

const text = (answer: string): string => plainAnswer({ text: answer, from: 'declared' });

describe('plainAnswer', () => {
  it('is plain text: without backticks around code, with one that stands alone', () => {
    expect(text('Use `scoped_session`, not `Session()`.')).toBe('Use scoped_session, not Session().');
    expect(text("It's a ` here")).toBe("It's a ` here");
  });

  it('is one line without marks that change the direction', () => {
    expect(text('a\nb \u202ec')).toBe('a b c');
  });

  it('is cut after a word', () => {
    expect(text('word '.repeat(60))).toBe(`${'word '.repeat(31)}word…`);
    expect(text('세션을 '.repeat(60))).toMatch(/^(세션을 )+세션을…$/u);
  });

  it('keeps HTML and Markdown as they are written', () => {
    expect(text('<b>no</b> [x](command:y) **z**')).toBe('<b>no</b> [x](command:y) **z**');
  });
});
