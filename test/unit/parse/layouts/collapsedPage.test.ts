import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../src/core/parse/parseDocument';

const entries = (text: string, path = 'page.md') => parseDocument(path, text).entries;
const titles = (text: string) => entries(text).map(({ title }) => title);

describe('a collapsed page', () => {
  it('has an entry for each fold, under its headings and the folds around it', () => {
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
    ['never closed', '<details>\n\n<summary>A b</summary>\n\ntext'],
    ['as a heading', '<details>\n<summary>\n\n### A b\n\n</summary>\n\ntext\n</details>'],
  ])('reads one written %s', (_name, fold) => {
    const [entry, next] = entries(`${fold}\n\n<details><summary>Next</summary>\n\nz\n\n</details>\n`);
    expect([entry?.title, entry?.posts[0]?.markdown, next?.title]).toEqual(['A b', 'text', 'Next']);
  });

  it('leaves no text behind a fold out', () => {
    const [entry] = entries('<details><summary>A</summary>\n\na\n\n</details>\n\nb\n');
    expect(entry?.posts[0]?.markdown).toMatch(/^a\n+b$/);
  });

  it('has an entry for a section without folds', () => {
    const fold =
      '<details><summary>A</summary>\n\nlong enough to be most of the text of the page\n\n</details>\n\n';
    expect(
      entries(`# Quiz\n\nOpen it.\n\n${fold}## Licence\n\nFree.\n`).map(({ title, topics }) => [
        title,
        topics,
      ]),
    ).toEqual([
      ['A', ['Quiz']],
      ['Licence', ['Quiz']],
    ]);
  });

  it('leaves a second fold on one line in the first', () => {
    const fold = (title: string) => `<details><summary>${title}</summary>${title} text</details>`;
    const found = entries(`${fold('A')}${fold('B')}\n${fold('C')}\n`);
    expect(found.map(({ title, source }) => [title, source.startLine, source.endLine])).toEqual([
      ['A', 1, 2],
      ['C', 2, 3],
    ]);
    expect(found[0]?.posts[0]?.markdown).toContain('B text');
  });

  it('is none for folds that hide a part of their section', () => {
    const fold = '<details><summary>Answer</summary>\n\nlong enough to be most of the text\n\n</details>\n\n';
    expect(titles(`## 1. What is it\n\n${fold}## 2. And that\n\n${fold}`)).toEqual([
      '1. What is it',
      '2. And that',
    ]);
  });

  it('is none for a fold in a section of prose', () => {
    const prose = 'A paragraph that goes on for a while, and says what there is to say about it.\n\n';
    expect(
      titles(`## A\n\n${prose}<details><summary>Code</summary>\n\nx\n\n</details>\n\n## B\n\n${prose}`),
    ).toEqual(['A', 'B']);
  });
});
