import { describe, expect, it } from 'vitest';
import { createMarkdown } from '../../../src/core/markdown/markdown';
import { plainTextOf } from '../../../src/core/render/plainText';

const render = (text: string): string => createMarkdown().render(text).trim();
const paragraph = (html: string): string => `<p>${html}</p>`;

describe('inline elements', () => {
  it.each([
    [
      '<abbr title="x">HTML</abbr> <dfn>a</dfn> <cite>b</cite>',
      '<abbr>HTML</abbr> <dfn>a</dfn> <cite>b</cite>',
    ],
    [
      '<var>x</var> <samp>y</samp> <small>z</small> <q>q</q>',
      '<var>x</var> <samp>y</samp> <small>z</small> <q>q</q>',
    ],
    ['<strike>a</strike> <ins>b</ins>', '<s>a</s> <ins>b</ins>'],
    ['<code>a*b* _c_</code> <tt>**d**</tt>', '<code>a*b* _c_</code> <code>**d**</code>'],
    ['<code>&lt;div&gt;</code> <code><div></code>', '<code>&lt;div&gt;</code> <code>&lt;div&gt;</code>'],
    ['<code><b>a</b></code>', '<code>a</code>'],
    ['<code><a href="x.md">a</a></code>', '<code><a href="x.md">a</a></code>'],
    ['Enter <code> and go', 'Enter &lt;code&gt; and go'],
    ['a<wbr>b', 'ab'],
    ['<B>a</B> <A HREF="x.md">b</A>', '<strong>a</strong> <a href="x.md">b</a>'],
    ['&copy; &#9733; &amp;lt;', '© ★ &amp;lt;'],
    ['<https://example.org/a?b>', '<a href="https://example.org/a?b">https://example.org/a?b</a>'],
    ['<span\n class="x">a</span>', 'a'],
    ['<a href="x.md"\n   title="y">a</a>', '<a href="x.md">a</a>'],
    ['`<ul>` is a <b>list</b>', '<code>&lt;ul&gt;</code> is a <strong>list</strong>'],
    ['\\<div> is a block', '&lt;div&gt; is a block'],
    ['a <img src="x.png" alt="A" onerror="y"> b', 'a <img src="x.png" alt="A"> b'],
  ])('%j', (text, html) => {
    expect(render(text)).toBe(paragraph(html));
  });

  it('hides a tag whose partner is in another block', () => {
    expect(render('<sub>a\n\nb</sub>')).toBe('<p>a</p>\n<p>b</p>');
  });
});

describe('what is no HTML', () => {
  it.each([
    'clone <YOUR-PROJECT-HERE> first',
    'say <name> or <your name>',
    'a Vec<T>, a List<String> and a Map<string, List<Object>>',
    'Optional<Map> and <Foo>x</Foo>',
    'if a <b and c> d',
    'What is the difference between <div> and <section>?',
    'Does <button> submit? Is <input> void?',
    'Mail <x@example.org',
    'i < 3 and j > 4',
    '<my-tag> is a custom element',
  ])('stays as written: %s', (text) => {
    expect(render(text)).toBe(paragraph(text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')));
  });

  it.each([
    ['<div> vs. <span>', '&lt;div&gt; vs. &lt;span&gt;'],
    ['- <head> holds the title', '- &lt;head&gt; holds the title'],
  ])('also where it begins a line: %s', (text, html) => {
    expect(plainTextOf(text).prose).toBe(
      html.replace('- ', '').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
    );
  });
});

describe('what is dropped', () => {
  it.each([
    ['a <script>alert(1)</script> b', 'a\nb'],
    ['<script>\nalert(1)\n\nalert(2)\n</script>\n\nb', 'b'],
    ['<style>\np { color: red }\n\nb {}\n</style>\nb', 'b'],
    ['<iframe src="https://example.org" width="1">fallback</iframe>', 'fallback'],
    ['<button type="button">Press</button>', 'Press'],
    ['<video controls>\n<source src="x.mp4">\nNo video.\n</video>', 'No video.'],
    ['<form action="x"><label for="y">Name</label> <input id="y"></form>', 'Name'],
    ['<svg width="1"><path d="M0"/><text>Logo</text></svg>', 'Logo'],
    ['<noscript>a</noscript>', 'a'],
    ['<select><option>a</option><option>b</option></select>', 'a\nb'],
    ['<object data="x">a</object>', 'a'],
    ['<ruby>漢<rt>かん</rt></ruby>', '漢かん'],
    ['<html>\n<body>\n<p>a</p>\n</body>\n</html>', 'a'],
    ['<div><!-- a\n\nb -->c</div>', 'c'],
  ])('%j', (text, prose) => {
    expect(plainTextOf(text).prose.replace(/ +/g, ' ')).toBe(prose);
  });
});

describe('components', () => {
  it.each([
    ['<Tabs>\n<TabItem value="x" label="y">\n\na\n\n</TabItem>\n</Tabs>', 'a'],
    ['<Tabs\n  defaultValue="a"\n  values={[\n    {label: "A > B", value: "a"},\n  ]}>\n\nb\n\n</Tabs>', 'b'],
    ['<Foo.Bar baz />\n\na', 'a'],
    ['A <Badge type="tip" text="new" /> feature', 'A feature'],
    ['<Steps>\n\n1. a\n\n</Steps>', 'a'],
    ['<Note title={`x`}>a</Note>', 'a'],
    ['<my-box>\n\na\n\n</my-box>', 'a'],
  ])('%j', (text, prose) => {
    expect(plainTextOf(text).prose.replace(/ +/g, ' ')).toBe(prose);
  });

  it('are text where nothing closes them', () => {
    expect(plainTextOf('<Project>\n\nb').prose).toBe('<Project>\nb');
  });
});

describe('paragraphs with nothing but hidden tags', () => {
  it.each([
    '<iframe src="https://example.org"></iframe>',
    'a\n\n<input type="x">',
    '<video src="x.mp4"></video>',
  ])('are left out: %s', (text) => {
    expect(render(text)).toBe(text.startsWith('a') ? '<p>a</p>' : '');
  });
});
