import { describe, expect, it } from 'vitest';
import type { AnswerLine } from '../../../src/core/model';
import { all, entryWith, pageOf, post } from './rendering';

const lineOf = async (answer: AnswerLine): Promise<string> => {
  const html = pageOf(
    await entryWith([post('question'), post('answer', undefined, { label: 'A1' })], { answer }),
  );
  return /<p class="answer-line".*?<\/p>/s.exec(html)?.[0] ?? '';
};

describe('the answer line', () => {
  it('is at the head, right below the title, with code as code', async () => {
    const html = pageOf(await entryWith([], { answer: { text: 'Yes: use `select()`.', from: 'declared' } }));
    expect(html).toMatch(/<\/h1>\n<p class="answer-line"[^>]*><span class="in-short">In short<\/span>/);
    expect(html).toContain('Yes: use <code>select()</code>.');
    expect(html.indexOf('answer-line')).toBeLessThan(html.indexOf('class="facts"'));
  });

  it('that was inferred is marked as such, and leads to its post', async () => {
    const inferred = await lineOf({ text: 'It locks.', from: 'inferred', post: 1 });
    expect(inferred).toContain('title="inferred answer"><span aria-hidden="true">~ </span>');
    expect(inferred).toContain('<a class="answer-source" href="#post-1">from A1</a>');
    const declared = await lineOf({ text: 'It locks.', from: 'declared' });
    expect(declared).not.toContain('~');
    expect(declared).not.toContain('<a');
  });

  it('without its post, or without text, leads nowhere', async () => {
    expect(await lineOf({ text: 'It locks.', from: 'inferred', post: 9 })).not.toContain('<a');
    expect(await lineOf({ text: ' \n', from: 'declared' })).toBe('');
    expect(pageOf(await entryWith([post('answer')]))).not.toContain('answer-line');
  });

  it('is escaped and shortened, whatever it is', async () => {
    const line = await lineOf({
      text: `<img src=x onerror=y>\n\`<b>\` ${'page '.repeat(4_000)}`,
      from: 'declared',
    });
    expect(line).not.toMatch(/<img|<b>|\n/);
    expect(line).toContain('<code>&lt;b&gt;</code>');
    expect(line.length).toBeLessThan(600);
    expect(all(await lineOf({ text: 'a ` b', from: 'declared' }), /(a ` b)/g)).toEqual(['a ` b']);
  });
});
