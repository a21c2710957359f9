import { describe, expect, it } from 'vitest';
import { plainAnswer } from '../../../src/core/answerLine/plainAnswer';

const text = (answer: string): string => plainAnswer({ text: answer, from: 'declared' });

describe('plainAnswer', () => {
  it('is plain text without backticks around code', () => {
    expect(text('Use `scoped_session`, not `Session()`.')).toBe('Use scoped_session, not Session().');
  });

  it('keeps HTML and Markdown as they are written', () => {
    expect(text('<b>no</b> [x](command:y) **z**')).toBe('<b>no</b> [x](command:y) **z**');
  });
});
