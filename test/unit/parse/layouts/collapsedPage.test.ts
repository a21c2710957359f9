import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../src/core/parse/parseDocument';

const entries = (text: string, path = 'page.md') => parseDocument(path, text).entries;
const titles = (text: string) => entries(text).map(({ title }) => title);

describe('a collapsed page', () => {
  it('has an entry for each details element, with enclosing headings and elements as topics', () => {
    const text =
      '# Quiz\n\n## One\n\n<details><summary>A</summary>\n\na\n\n</details>\n\n<details><summary>Group</summary>\n\n<details><summary>B</summary>\n\nb\n\n</details>\n\n</details>\n';
    expect(entries(text).map(({ title, topics, posts }) => [title, topics, posts[0]?.markdown])).toEqual([
      ['A', ['Quiz', 'One'], 'a'],
      ['B', ['Quiz', 'One', 'Group'], 'b'],
    ]);
  });

  it.each([
    [
      'over several lines',
      '<details open class="x">\n    <summary>\n        <b>A</b>\n        b\n    </summary>\n\ntext\n\n</details>',
    ],
    ['on one line', '<details><summary>A b</summary>text</details>'],
    ['closed behind its text', '<details>\n<summary>A b</summary>\ntext</details>'],
    ['without a closing tag', '<details>\n\n<summary>A b</summary>\n\ntext'],
    ['as a heading', '<details>\n<summary>\n\n### A b\n\n</summary>\n\ntext\n</details>'],
  ])('reads a details element written %s', (_name, details) => {
    const [entry, next] = entries(`${details}\n\n<details><summary>Next</summary>\n\nz\n\n</details>\n`);
    expect([entry?.title, entry?.posts[0]?.markdown, next?.title]).toEqual(['A b', 'text', 'Next']);
  });

  it('keeps the text behind a details element', () => {
    const [entry] = entries('<details><summary>A</summary>\n\na\n\n</details>\n\nb\n');
    expect(entry?.posts[0]?.markdown).toMatch(/^a\n+b$/);
  });

  it('has an entry for a section without details elements', () => {
    const details =
      '<details><summary>A</summary>\n\nlong enough to be most of the text of the page\n\n</details>\n\n';
    expect(
      entries(`# Quiz\n\nOpen it.\n\n${details}## Licence\n\nFree.\n`).map(({ title, topics }) => [
        title,
        topics,
      ]),
    ).toEqual([
      ['A', ['Quiz']],
      ['Licence', ['Quiz']],
    ]);
  });

  it('keeps a second details element on the same line in the first', () => {
    const details = (title: string) => `<details><summary>${title}</summary>${title} text</details>`;
    const found = entries(`${details('A')}${details('B')}\n${details('C')}\n`);
    expect(found.map(({ title, source }) => [title, source.startLine, source.endLine])).toEqual([
      ['A', 1, 2],
      ['C', 2, 3],
    ]);
    expect(found[0]?.posts[0]?.markdown).toContain('B text');
  });

  it('is not detected where details elements hide part of their section', () => {
    const details =
      '<details><summary>Answer</summary>\n\nlong enough to be most of the text\n\n</details>\n\n';
    expect(titles(`## 1. What is it\n\n${details}## 2. And that\n\n${details}`)).toEqual([
      '1. What is it',
      '2. And that',
    ]);
  });

  it('is not detected for a details element in a section of prose', () => {
    const prose = 'A paragraph that goes on for a while, and says what there is to say about it.\n\n';
    expect(
      titles(`## A\n\n${prose}<details><summary>Code</summary>\n\nx\n\n</details>\n\n## B\n\n${prose}`),
    ).toEqual(['A', 'B']);
  });
});
