import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../src/core/render/excerpt';
import { plainTextOf } from '../../../src/core/render/plainText';
import { all, answering, render } from './rendering';

describe('a box', () => {
  it('is a note with its title and the name of its kind for screen readers', async () => {
    const html = await answering('!!! warning "Mind *it*"\n\n    Hot.');
    expect(html).toContain('<div class="box box-warning" role="note" dir="auto">');
    expect(html).toMatch(
      /<p class="box-title"><span class="codicon codicon-warning" role="img" lang="en" aria-label="Warning"><\/span>Mind <em>it<\/em><\/p>\n<p>Hot\.<\/p>/,
    );
  });

  it('shows the name of its kind where it has no title', async () => {
    const html = await answering(':::tip\nText.\n:::');
    expect(html).toMatch(/role="note" dir="auto">\n<p class="box-title">.*<span lang="en">Tip<\/span><\/p>/);
    expect(html).not.toContain(':::');
  });

  it('folds where its author folded it', async () => {
    const html = await answering('???+ question "Q"\n    a\n\n::: details D\nb\n:::');
    expect(html).toMatch(/<details class="box box-question" dir="auto" open>\n<summary class="box-title">/);
    expect(html).toMatch(
      /<details class="box box-details" dir="auto">\n<summary class="box-title">D<\/summary>/,
    );
  });

  it('is an alert within a post', async () => {
    const html = await answering('a\n\n> [!CAUTION]\n> b');
    expect(html).toContain('box-warning');
    expect(html).not.toContain('[!');
  });

  it('keeps what its author wrote apart from the page', async () => {
    const html = await answering(
      ':::tip[<b onclick="x">T</b><img src=x onerror=y>]{onclick=x style="y" #id .c}\na\n:::',
    );
    expect(html).not.toMatch(/on(?:click|error)=(?!&quot;)["x]|style=|class="c"|id="id"/);
  });

  it('has no buttons in a title that folds', async () => {
    const html = await answering('??? note "![i](a.png)"\n    b', { images: ['a.png'] });
    expect(html).toMatch(/<summary class="box-title">.*<img [^>]*><\/summary>/);
    expect(/<summary.*<\/summary>/.exec(html)?.[0]).not.toContain('<button');
  });

  it('is words without marks in plain text', () => {
    const { prose } = plainTextOf(
      '> [!faq]- Dogs?\n> Yes.\n\n{{% note "N" %}}\na\n{{% /note %}}\n\nT\n: D :tada:',
    );
    expect(prose).toBe('Dogs?\nYes.\nN\na\nT\nD 🎉');
  });
});

describe('footnotes', () => {
  const text = '## A?\n\nOne.[^x] Two.[^x]\n\n## B?\n\nNone.\n\n[^x]: Note [l](https://a.org).\n';

  it('stand at the post that refers to them, with links to and fro', async () => {
    const html = await render(text);
    expect(all(html, /(<sup.*?<\/sup>)/g)).toEqual([
      '<sup class="footnote-ref"><a href="#footnote-0-1" id="footnote-0-1-ref-1" lang="en" aria-label="footnote 1">1</a></sup>',
      '<sup class="footnote-ref"><a href="#footnote-0-1" id="footnote-0-1-ref-2" lang="en" aria-label="footnote 1">1</a></sup>',
    ]);
    expect(html).toContain('<li id="footnote-0-1" tabindex="-1">');
    expect(all(html, /class="footnote-back" href="(.*?)"/g)).toEqual([
      '#footnote-0-1-ref-1',
      '#footnote-0-1-ref-2',
    ]);
  });

  it('have ids of their own in each post', async () => {
    const html = await render('---\ntitle: T?\n---\n\n> a[^x]\n\n> b[^x]\n\n[^x]: c');
    const ids = all(html, / id="(footnote[^"]*)"/g);
    expect(ids.length).toBe(4);
    expect(new Set(ids).size).toBe(4);
  });
});

describe('links that name a document', () => {
  it('lead to its entry, and are plain text where there is none', async () => {
    const html = await answering('[[other|O]] [[none|N]] [p](./other)');
    expect(all(html, /(<(?:a|span)[^>]*>[ONp]<\/(?:a|span)>)/g)).toEqual([
      '<a href="#" data-entry="room/other">O</a>',
      '<span>N</span>',
      '<a href="#" data-entry="room/other">p</a>',
    ]);
  });

  it('lead to a heading that a reference without a definition names', async () => {
    const html = await answering('[The *end*][closing] [at last][closing] [none][no-where]');
    expect(html).toMatch(
      /<p><a href="#" data-entry="[^"]*#closing">The <em>end<\/em><\/a> <a href="#" data-entry="[^"]*#closing">at last<\/a> <span>none<\/span><\/p>/,
    );
  });
});

describe('other dialects', () => {
  it('are definition lists and marks', async () => {
    const html = await answering('T\n: D\n\n==m==');
    expect(html).toMatch(/<dl dir="auto">\n<dt>T<\/dt>\n<dd>D<\/dd>\n<\/dl>/);
    expect(html).toContain('<mark>m</mark>');
  });
});

describe('the first words of a post', () => {
  it.each([
    ['> [!faq]- Can I?\n> Yes', 'Can I?'],
    ['!!! note "A title"\n\n    Text', 'A title'],
    ['!!! note\n    Text', 'Text'],
    [':::tip Towels\nBring one.\n:::', 'Towels'],
    ['/// note | Title\na\n///', 'Title'],
    ['{{% note %}}\nText[^1]\n{{% /note %}}', 'Text'],
    ['See [[House rules#Dogs|the rules]] {: .wide }', 'See the rules'],
    ['a ==b== and c == d', 'a b and c == d'],
  ])('are no marks: %j', (text, words) => {
    expect(excerptOf(text)).toBe(words);
  });
});
