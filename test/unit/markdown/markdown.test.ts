import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarkdown } from '../../../src/core/markdown/markdown';
import { plainTextOf } from '../../../src/core/render/plainText';

const types = (text: string): string[] =>
  createMarkdown()
    .parse(text, {})
    .map(({ type }) => type);

function expectBalanced(html: string): void {
  const stack: string[] = [];
  for (const [, close, name] of html.matchAll(/<(\/?)([a-z]+\d?)[^>]*>/g)) {
    if (close === '/') expect(stack.pop()).toBe(name);
    else if (name !== 'br' && name !== 'img' && name !== 'hr' && name !== undefined) stack.push(name);
  }
  expect(stack).toEqual([]);
}

describe('tags with a meaning', () => {
  it('makes <br> a line break and <img> an image', () => {
    const html = createMarkdown().render('a<br/>b <img src="x.png" alt="A &quot;b&quot;">');
    expect(html).toContain('a<br>\nb');
    expect(html).toContain('<img src="x.png"');
  });

  it('keeps any other tag as text', () => {
    expect(createMarkdown().render('<widget>a</widget>')).toBe('<p>&lt;widget&gt;a&lt;/widget&gt;</p>\n');
  });

  it('hides comments and keeps their text', () => {
    const [comment] = createMarkdown().parse('<!-- id: a-b\n -->\n\ntext', {});
    expect(comment).toMatchObject({ type: 'archive_comment', content: 'id: a-b', map: [0, 2] });
  });

  it('keeps the text behind a comment on the same line', () => {
    expect(createMarkdown().render('a <!-- x --> b')).toContain('b</p>');
    expect(types('<!-- x --> b')).toContain('paragraph_open');
  });

  it('tokenises details, also on one line with their summary', () => {
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

  it('ends unclosed details at the next ones or at a heading', () => {
    const html = createMarkdown().render('<details><summary>Q</summary>\n\nA\n\n## H\n\ntext');
    expect(html.indexOf('</details>')).toBeLessThan(html.indexOf('<h2>'));
    expect(html.indexOf('</details>')).toBeGreaterThan(html.indexOf('<p>A</p>'));
  });

  it('closes details at the end of a line of text, and reads a summary across lines', () => {
    expect(
      createMarkdown().render('<details>\n    <summary>\n        <b>Q</b>\n    </summary>\nA</details>'),
    ).toBe('<details>\n<summary><strong>Q</strong></summary>\n<p>A</p>\n</details>\n');
  });

  it.each([
    '<details>\n\nnever closed',
    '</details>\n\nnever opened',
    '- <details>\n  in a list\n\nafter\n\n</details>',
    '> <details>\n\nafter </details>\n\n</details>',
    '<details>\n<details>\n\ndeep\n\n</details>',
  ])('balances %j', (text) => {
    expectBalanced(createMarkdown().render(text));
  });

  it('closes every element of any text', () => {
    const fragment = fc.constantFrom(
      '<details>',
      '</details>',
      '<summary>',
      '</summary>',
      '<b>',
      '</b>',
      '<i>',
      '</i>',
      '**',
      '_',
      '`',
      '[',
      '](x)',
      '<a href="https://example.org">',
      '</a>',
      '<sub>',
      '</sub>',
      '<div>',
      '</div>',
      '<h2>',
      '</h2>',
      '> ',
      '- ',
      '\n',
      '\n\n',
      '    ',
      'text',
      '<br>',
      '<!--',
      '-->',
      'https://example.org ',
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 30 }), (fragments) => {
        expectBalanced(createMarkdown().render(fragments.join('')));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('inline elements and layout tags', () => {
  it.each([
    ['<b>a</b> <strong>b</strong>', '<strong>a</strong> <strong>b</strong>'],
    ['<i>a</i> <em>b</em>', '<em>a</em> <em>b</em>'],
    ['H<sub>2</sub>O x<sup class="y">2</sup>', 'H<sub>2</sub>O x<sup>2</sup>'],
    [
      '<kbd>Ctrl</kbd> <u>u</u> <mark>m</mark> <del>d</del>',
      '<kbd>Ctrl</kbd> <u>u</u> <mark>m</mark> <s>d</s>',
    ],
    ['<code>x</code>', '<code>x</code>'],
    ['<a href="https://example.org" target="_blank">x</a>', '<a href="https://example.org">x</a>'],
    ['<a href="javascript:alert(1)">x</a>', '<a href="">x</a>'],
    [
      '<a href="https://a.example">https://b.example</a>',
      '<a href="https://b.example">https://b.example</a>',
    ],
    ['<a name="top"></a>x', 'x'],
    ['<span style="color:red">a</span> <font>b</font>', 'a b'],
    ['one</br>two', 'one<br>\ntwo'],
    ['<b>**a</b>**', '&lt;b&gt;<strong>a&lt;/b&gt;</strong>'],
  ])('%s', (text, html) => {
    expect(createMarkdown().render(text)).toBe(`<p>${html}</p>\n`);
  });

  it.each(['`<b>a</b>`', '```\n<div>\n```', '    <div>', 'a List<T> and <Foo>x</Foo>', 'Map<B>', 'a <b c'])(
    'leaves %j as written',
    (text) => {
      const html = createMarkdown().render(text);
      expect(html.replace(/&lt;/g, '<').replace(/&gt;/g, '>')).toContain(
        text.trim().replace(/`+\n?|\n?`+/g, ''),
      );
    },
  );

  it('hides lines with layout tags only', () => {
    expect(createMarkdown().render('<div align="center">\n\ntext\n\n</br>\n\n</div>\n')).toBe(
      '<p>text</p>\n',
    );
    expect(
      createMarkdown().render(
        '<p align="center">\n    <picture>\n      <img src="x.png" alt="A">\n    </picture>\n</p>',
      ),
    ).toBe('<p><img src="x.png" alt="A"></p>\n');
  });

  it('renders HTML headings as headings', () => {
    expect(createMarkdown().render('<h2 align="center">A <b>b</b></h2>')).toBe(
      '<h2>A <strong>b</strong></h2>\n',
    );
  });

  it('removes tags from plain text', () => {
    const { prose } = plainTextOf(
      '<div>\n\nH<sub>2</sub>O <b>is</b> <a href="https://example.org">water</a></br>\n\n</div>',
    );
    expect(prose).toBe('H2O is water');
  });
});
