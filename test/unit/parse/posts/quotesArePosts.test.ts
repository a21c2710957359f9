import { parseDocument } from '../../../../src/core/parse/parseDocument';
import { describe, expect, it } from 'vitest';
import { blockTokens } from '../../../../src/core/markdown/markdown';
import { MappedText } from '../../../../src/core/parse/mappedText';
import { markdown } from '../../../../src/core/parse/markdownParser';
import { quotesArePosts } from '../../../../src/core/parse/posts/quotesArePosts';
import { LineIndex } from '../../../../src/core/text/lineIndex';

const arePosts = (text: string, title = 'Pools'): boolean => {
  const body = MappedText.of(text, new LineIndex(text), 0, Infinity);
  return quotesArePosts(blockTokens(markdown, text, {}), body, title);
};

describe('quotes', () => {
  it('are posts where plain text is above them only', () => {
    expect(arePosts('A long text about pools, and a rule.\n\n---\n\n> one\n\n***\n')).toBe(true);
  });

  it('are citations where the text above answers a title that asks', () => {
    const answer =
      'It is the size of the pool, which holds a fixed number of connections. A rule says how many.';
    expect(arePosts(`${answer}\n\n> one\n`, 'What does it hold?')).toBe(false);
    expect(arePosts(`${answer} How do I change it? I tried this.\n\n> one\n`, 'What is it?')).toBe(true);
    expect(arePosts(`${answer}\n\n> ${'q'.repeat(120)}\n`, 'What does it hold?')).toBe(true);
  });

  it('are posts where plain text between them asks', () => {
    expect(arePosts('Some text.\n\n> one\n\nAnd why is it slow in a large pool?\n\n> two\n')).toBe(true);
  });

  it('are posts above plain text that asks', () => {
    expect(arePosts('> one\n\nAnd why is it slow in a large pool?\n')).toBe(true);
  });

  it('are posts where one has a label', () => {
    const prose = 'A long text about pools that goes on and on.';
    expect(arePosts(`${prose}\n\n> one\n\n${prose}\n\n> A1. two\n> three\n\n${prose}\n`)).toBe(true);
    expect(arePosts(`${prose}\n\n> one\n\n${prose}\n\n> two\n> A1. three\n\n${prose}\n`)).toBe(false);
    expect(arePosts(`${prose}\n\n> Q. one\n\n${prose}\n`)).toBe(false);
    expect(arePosts(`${prose}\n\n- > A1. one\n\n${prose}\n`)).toBe(false);
  });

  it('are citations where prose continues below them, unless they make up 40 % of the text', () => {
    const quote = (size: number): string => `> ${'q'.repeat(size - 3)}\n\n`;
    const prose = (size: number): string => `${'t'.repeat(size - 1)}\n\n`;
    expect(arePosts(`${prose(30)}${quote(40)}${prose(30)}***\n`)).toBe(true);
    expect(arePosts(`${prose(30)}${quote(39)}${prose(31)}***\n`)).toBe(false);
    expect(arePosts(`${quote(20)}${prose(60)}${quote(20)}***\n`)).toBe(true);
    expect(arePosts(`${quote(20)}${prose(61)}${quote(19)}***\n`)).toBe(false);
    const details = (size: number): string => `<details>\n\n${'t'.repeat(size - 24)}\n\n</details>\n\n`;
    expect(arePosts(`${quote(40)}${details(60)}***\n`)).toBe(true);
    expect(arePosts(`${quote(40)}${details(61)}***\n`)).toBe(false);
    expect(arePosts('> one\n\n```\nclose() and open()\n```')).toBe(false);
  });

  it.each([':', '： '])('are citations where the text above leads up to them with "%s"', (colon) => {
    const prose = 'A long text about pools that goes on and on';
    expect(arePosts(`${prose}${colon}\n\n> one\n`)).toBe(false);
    expect(arePosts(`${prose}${colon} see\n\n> one\n`)).toBe(true);
    expect(arePosts(`${prose}${colon.trim()}see\n\n> one\n`)).toBe(true);
    expect(arePosts(`${prose}${colon}\n\n${prose}\n\n> one\n`)).toBe(true);
  });

  it('are none in text without quotes, or with alerts alone', () => {
    expect(arePosts('Some text.\n')).toBe(false);
    expect(arePosts('Some text.\n\n> [!NOTE]\n> A1. A note.\n')).toBe(false);
    expect(arePosts('> [!NOTE]\n> A note.\n\nSome text.\n\n> one\n')).toBe(true);
  });

  it('are citations where they name their source and nobody asks', () => {
    const printed = '> It broke less than the rest.\n\n— Ada, a user\n\n> It is the best.\n\n&mdash; Bo\n';
    const [entry] = parseDocument('voices.md', `# Voices\n\n## What they say\n\n${printed}`).entries;
    expect(entry?.posts.map(({ kind }) => kind)).toEqual(['answer']);
  });
});
