import { describe, expect, it } from 'vitest';
import { createMarkdown } from '../../../src/core/markdown/markdown';

/** What a text renders to, without line breaks before tags. */
const render = (text: string): string =>
  createMarkdown()
    .render(text)
    .replace(/\n(?=<(?!\/code))/g, '')
    .trim();
const types = (text: string): string[] =>
  createMarkdown()
    .parse(text, {})
    .map(({ type }) => type);

describe('lists from HTML', () => {
  it('become the tokens of a Markdown list', () => {
    const markdown = types('- a\n- b');
    expect(types('<ul>\n<li>a</li>\n<li>b</li>\n</ul>')).toEqual(markdown);
    expect(types('<UL>\n  <LI>a\n  <LI>b\n</UL>')).toEqual(markdown);
    expect(types('<ul><li><p>a</p></li><li>b</li></ul>')).toEqual(markdown);
  });

  it.each([
    ['<ol start="3"><li>a</li></ol>', '<ol start="3"><li>a</li></ol>'],
    ['<ol start="3;x" type="a" class="y"><li>a</li></ol>', '<ol><li>a</li></ol>'],
    [
      '<ul>\n<li>**a**\n<ul><li>b</li></ul></li>\n</ul>',
      '<ul><li><strong>a</strong><ul><li>b</li></ul></li></ul>',
    ],
    // A list right inside a list belongs to the item before it.
    ['<ul><li>a</li><ul><li>b</li></ul></ul>', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
    [
      '<ul>\n<li>\n\na\n\n```js\nb\n```\n\n</li>\n</ul>',
      '<ul><li><p>a</p><pre><code class="language-js">b\n</code></pre></li></ul>',
    ],
    ['<ul>text<li>a</li></ul>', '<ul><li>text</li><li>a</li></ul>'],
    ['<ul>\n\n- a\n- b\n\n</ul>', '<ul><li><ul><li>a</li><li>b</li></ul></li></ul>'],
    ['a <ul><li>b</li></ul> c', '<p>a</p><ul><li>b</li></ul><p>c</p>'],
    ['- a\n  <ul>\n  <li>b</li>\n  </ul>\n- c', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>'],
    ['> <ol>\n> <li>a</li>\n> </ol>', '<blockquote><ol><li>a</li></ol></blockquote>'],
    ['<menu><li>a</menu>', '<ul><li>a</li></ul>'],
    ['<li>a</li>\n\n</ul>', '<p>a</p>'],
  ])('%j', (text, html) => {
    expect(render(text)).toBe(html);
  });
});

describe('tables from HTML', () => {
  it('become the tokens of a Markdown table', () => {
    const html =
      '<table>\n<thead>\n<tr><th>a</th></tr>\n</thead>\n<tbody>\n<tr><td>b</td></tr>\n</tbody>\n</table>';
    expect(types(html)).toEqual(types('| a |\n|---|\n| b |'));
  });

  it.each([
    [
      '<table border="1">\n<tr>\n<td align="right" width=50%>a\n<td style="text-align: center">b\n</table>',
      '<table><tbody><tr><td style="text-align:right">a</td><td style="text-align:center">b</td></tr></tbody></table>',
    ],
    [
      '<table>\n<tr>\n<td colspan="2">\n\n**a**\n\n</td>\n</tr>\n</table>',
      '<table><tbody><tr><td><p><strong>a</strong></p></td></tr></tbody></table>',
    ],
    [
      '<table><tr><td>**a** `b`</td></tr></table>',
      '<table><tbody><tr><td><strong>a</strong> <code>b</code></td></tr></tbody></table>',
    ],
    [
      '<table>a<tr>b<td>c</td></tr></table>',
      '<table><tbody><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></tbody></table>',
    ],
    [
      '<table><caption>A</caption><tr><td>b</td></tr></table>',
      '<table><caption>A</caption><tbody><tr><td>b</td></tr></tbody></table>',
    ],
    [
      '<table><colgroup><col width=1><col></colgroup><tr><td>a</table>',
      '<table><tbody><tr><td>a</td></tr></tbody></table>',
    ],
    [
      '<table><tr><td><table><tr><td>a</td></tr></table></td><td>b</td></tr></table>',
      '<table><tbody><tr><td><table><tbody><tr><td>a</td></tr></tbody></table></td><td>b</td></tr></tbody></table>',
    ],
    [
      '<table>\n\n    <tr>\n      <td>a</td>\n\n    </tr>\n\n</table>\n\nb',
      '<table><tbody><tr><td>a</td></tr></tbody></table><p>b</p>',
    ],
    [
      '| a | b |\n|---|---|\n| 1 | <ul><li>x</li><li>y</li></ul> |',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td><ul><li>x</li><li>y</li></ul></td></tr></tbody></table>',
    ],
    ['<td>a</td> <td>b</td>', '<p>a</p><p>b</p>'],
  ])('%j', (text, html) => {
    expect(render(text)).toBe(html);
  });
});

describe('other blocks from HTML', () => {
  it.each([
    [
      '<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dt>c\n<dd>d\n</dl>',
      '<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>',
    ],
    ['<dl><div><dt>a</dt><dd><p>b</p></dd></div></dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
    [
      '<blockquote cite="x">\na <b>b</b>\n</blockquote>',
      '<blockquote><p>a <strong>b</strong></p></blockquote>',
    ],
    ['<blockquote>\n\n- a\n\n</blockquote>', '<blockquote><ul><li>a</li></ul></blockquote>'],
    ['a\n<hr>\nb', '<p>a</p><hr><p>b</p>'],
    ['<p align="center">a<p>b', '<p>a</p><p>b</p>'],
    ['<section>\n\n## a\n\n</section>', '<h2>a</h2>'],
    ['<div>a</div><div>b</div>', '<p>a</p><p>b</p>'],
    [
      '<figure>\n  <img src="x.png" alt="A">\n  <figcaption>b</figcaption>\n</figure>',
      '<p><img src="x.png" alt="A"></p><p>b</p>',
    ],
    ['<center>a</center>\nb', '<p>a</p><p>b</p>'],
    ['<fieldset><legend>a</legend>b</fieldset>', '<p>a</p><p>b</p>'],
    ['<address>\na<br>b\n</address>', '<p>a<br>\nb</p>'],
    ['<div\n  class="x"\n  id="y">a</div>', '<p>a</p>'],
    ['<p>\n\n</p>', ''],
    ['a</p>', '<p>a</p>'],
    ['<dd>a</dd>', '<p>a</p>'],
    ['<div>\n  a\n    b\n</div>', '<p>a\nb</p>'],
  ])('%j', (text, html) => {
    expect(render(text)).toBe(html);
  });

  it.each([
    ['<pre>\n# a\n\n- &lt;b&gt; *c*\n</pre>\nd', '<pre><code># a\n\n- &lt;b&gt; *c*\n</code></pre><p>d</p>'],
    ['<pre lang="py">a</pre>', '<pre><code class="language-py">a\n</code></pre>'],
    [
      '<pre><code class="language-js hljs">a<br>b</code></pre>',
      '<pre><code class="language-js">a\nb\n</code></pre>',
    ],
    ['<td><pre>a\n\nb</pre></td>', '<pre><code>a\n\nb\n</code></pre>'],
    ['<pre>List<T> <span class="k">x</span></pre>', '<pre><code>List&lt;T&gt; x\n</code></pre>'],
    ['<pre>\n  a\n    b\n</pre>', '<pre><code>  a\n    b\n</code></pre>'],
    ['> <pre>\n> a\n> </pre>\n> b', '<blockquote><pre><code>a\n</code></pre><p>b</p></blockquote>'],
    ['<pre>a\n\nb', '<p>a</p><p>b</p>'],
  ])('code of %j', (text, html) => {
    expect(render(text)).toBe(html);
  });
});

describe('headings from HTML', () => {
  const heading = (text: string) =>
    createMarkdown()
      .parse(text, {})
      .find(({ type }) => type === 'heading_open');

  it.each([
    ['<h3 name="dog">\nMay I?\n</h3>', '<h3>May I?</h3>', [0, 3], { anchors: ['dog'] }],
    ['<h3 id="dog">May I?</h3>', '<h3>May I?</h3>', [0, 1], { anchors: ['dog'] }],
    ['<h2><a name="dog"></a>May <i>I</i>?</h2>', '<h2>May <em>I</em>?</h2>', [0, 1], { anchors: ['dog'] }],
    ['<h1 align="center">\n\nMay I?\n\n</h1>', '<h1>May I?</h1>', [0, 5], null],
    [
      '<h1>\n  <img src="x.png" alt="">\n  <br>\n  May I?\n</h1>',
      '<h1><img src="x.png" alt=""><br>\n\nMay I?</h1>',
      [0, 5],
      null,
    ],
    ['<h2>May I?\n\nYes.', '<h2>May I?</h2><p>Yes.</p>', [0, 1], null],
    ['<h2>May I?</h3>', '<h2>May I?</h2>', [0, 1], null],
    ['<div><h2>May I?</h2>Yes.</div>', '<h2>May I?</h2><p>Yes.</p>', [0, 1], null],
    ['<a id="dog"></a>\n<h2>May I?</h2>', '<h2>May I?</h2>', [1, 2], null],
  ])('%j', (text, html, map, meta) => {
    expect(render(text)).toBe(html);
    expect(heading(text)).toMatchObject({ map, meta, markup: 'html' });
  });

  it('are none without text', () => {
    expect(render('<h2></h2>\n\na')).toBe('<p>a</p>');
  });
});

describe('details', () => {
  it.each([
    [
      '<details>\n<summary>Q</summary>\n<ul>\n<li>a</li>\n</ul>\n</details>',
      '<details><summary>Q</summary><ul><li>a</li></ul></details>',
    ],
    [
      '<details>\n<summary>Q</summary>\n- a\n- b\n</details>',
      '<details><summary>Q</summary><ul><li>a</li><li>b</li></ul></details>',
    ],
    [
      '<details>\n<summary>Q</summary>\n```html\n<div>\n\n</details>\n```\n</details>',
      '<details><summary>Q</summary><pre><code class="language-html">&lt;div&gt;\n\n&lt;/details&gt;\n</code></pre></details>',
    ],
    [
      '<details><summary><h3>Q</h3></summary><p>a</p></details>',
      '<details><summary>Q</summary><p>a</p></details>',
    ],
    [
      '- a\n\n  <details>\n  <summary>Q</summary>\n\n  b\n\n  </details>',
      '<ul><li><p>a</p><details><summary>Q</summary><p>b</p></details></li></ul>',
    ],
    [
      '<ul>\n<li><details><summary>Q</summary>a</details></li>\n</ul>',
      '<ul><li><details><summary>Q</summary><p>a</p></details></li></ul>',
    ],
    ['<details>\n<summary>Q\n\na', '<details><summary>Q</summary><p>a</p></details>'],
  ])('%j', (text, html) => {
    expect(render(text)).toBe(html);
  });
});

describe('elements that are left open', () => {
  it.each([
    ['<ul>\n<li>a\n\n## b\n\nc', '<ul><li>a</li></ul><h2>b</h2><p>c</p>'],
    ['<table>\n<tr><td>a\n\n## b', '<table><tbody><tr><td>a</td></tr></tbody></table><h2>b</h2>'],
    [
      '<blockquote>a\n\n<details><summary>b</summary>c',
      '<blockquote><p>a</p><details><summary>b</summary><p>c</p></details></blockquote>',
    ],
    ['> <ul><li>a\n\nb', '<blockquote><ul><li>a</li></ul></blockquote><p>b</p>'],
    ['- <ul><li>a\n- b', '<ul><li><ul><li>a</li></ul></li><li>b</li></ul>'],
    ['> </blockquote>\n>\n> a', '<blockquote><p>a</p></blockquote>'],
    ['<ul><li>a</table></ul>b', '<ul><li>a</li></ul><p>b</p>'],
    ['a\n</td></tr></table>\nb', '<p>a</p><p>b</p>'],
  ])('%j', (text, html) => {
    expect(render(text)).toBe(html);
  });
});
