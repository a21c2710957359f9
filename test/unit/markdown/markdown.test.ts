import { describe, expect, it } from 'vitest';
import { createMarkdown } from '../../../src/core/markdown/markdown';

const types = (text: string): string[] =>
  createMarkdown()
    .parse(text, {})
    .map(({ type }) => type);

describe('the few tags archives use', () => {
  it('makes <br> a line break and <img> an image', () => {
    const html = createMarkdown().render('a<br/>b <img src="x.png" alt="A &quot;b&quot;">');
    expect(html).toContain('a<br>\nb');
    expect(html).toContain('<img src="x.png"');
  });

  it('keeps any other tag as text', () => {
    expect(createMarkdown().render('<script>alert(1)</script>')).toBe(
      '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n',
    );
  });

  it('hides comments and keeps their text', () => {
    const [comment] = createMarkdown().parse('<!-- id: a-b\n -->\n\ntext', {});
    expect(comment).toMatchObject({ type: 'archive_comment', content: 'id: a-b', map: [0, 2] });
  });

  it('keeps the text behind a comment on the same line', () => {
    expect(createMarkdown().render('a <!-- x --> b')).toContain('b</p>');
    expect(types('<!-- x --> b')).toContain('paragraph_open');
  });

  it('opens details, also on one line with their summary', () => {
    expect(types('<details><summary>Q</summary>\n\nA\n\n</details>')).toEqual([
      'details_open',
      'summary_open',
      'inline',
      'summary_close',
      'paragraph_open',
      'inline',
      'paragraph_close',
      'details_close',
    ]);
  });

  it.each([
    '<details>\n\nnever closed',
    '</details>\n\nnever opened',
    '- <details>\n  in a list\n\nafter\n\n</details>',
    '> <details>\n\nafter </details>\n\n</details>',
    '<details>\n<details>\n\ndeep\n\n</details>',
  ])('balances %j', (text) => {
    const html = createMarkdown().render(text);
    const stack: string[] = [];
    for (const [, close, name] of html.matchAll(/<(\/?)([a-z]+\d?)[^>]*>/g)) {
      if (close === '/') expect(stack.pop()).toBe(name);
      else if (name !== 'br' && name !== 'img' && name !== undefined) stack.push(name);
    }
    expect(stack).toEqual([]);
  });
});
