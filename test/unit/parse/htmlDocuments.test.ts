import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../src/core/archive/readArchive';
import { parseDocument } from '../../../src/core/parse/parseDocument';
import { entryAsMarkdown } from '../../../src/core/render/entryMarkdown';
import { excerptOf } from '../../../src/core/render/excerpt';
import { plainTextOf } from '../../../src/core/render/plainText';
import { memorySource } from '../memory';
import { expectAllLines } from './expectAllLines';

const entries = (text: string) => parseDocument('page.md', text).entries;

const COLLAPSED = [
  '# 운영체제',
  '',
  '<details>',
  '<summary>교착 상태의 조건은?</summary>',
  '<ol>',
  '<li>상호 배제</li>',
  '<li>점유와 <b>대기</b></li>',
  '</ol>',
  '</details>',
  '',
  '<details>',
  '<summary>우선순위는?</summary>',
  '<table>',
  '<tr><th>이름</th><th>값</th></tr>',
  '<tr><td>높음</td><td>1</td></tr>',
  '</table>',
  '</details>',
  '',
].join('\n');

describe('documents with HTML', () => {
  it('have entries whose text is words', () => {
    const found = entries(COLLAPSED);
    expect(found.map(({ title }) => title)).toEqual(['교착 상태의 조건은?', '우선순위는?']);
    expect(found.map(({ posts }) => plainTextOf(posts[0]?.markdown ?? '').prose)).toEqual([
      '상호 배제\n점유와 대기',
      '이름\n값\n높음\n1',
    ]);
    expectAllLines(COLLAPSED, parseDocument('page.md', COLLAPSED));
  });

  it('are copied as they are written', () => {
    const [entry] = entries(COLLAPSED);
    expect(entryAsMarkdown(entry!)).toContain('> <ol>\n> <li>상호 배제</li>');
  });

  it('have excerpts without tags', () => {
    expect(excerptOf('<ul><li>one</li><li>two</li></ul>')).toBe('one two');
  });

  it('have entries for the summaries behind text on their line', () => {
    const text =
      'Intro <details><summary>A</summary>a</details>\n\n<details><summary>B</summary>b</details>\n';
    expectAllLines(text, parseDocument('page.md', text));
    expect(
      entries(text)
        .map(({ posts }) => posts.map(({ markdown }) => markdown).join(' '))
        .join(' '),
    ).toContain('b');
  });

  it('have citations in <blockquote>, which are no posts', () => {
    const text =
      '# FAQ\n\n## Is it safe?\n\n<blockquote>It is safe, says the manual.</blockquote><blockquote>So do we.</blockquote>\n\n## Is it fast?\n\nYes, it is fast.\n';
    expect(entries(text).map(({ posts }) => posts.map(({ kind, markdown }) => [kind, markdown]))).toEqual([
      [['answer', '<blockquote>It is safe, says the manual.</blockquote><blockquote>So do we.</blockquote>']],
      [['answer', 'Yes, it is fast.']],
    ]);
  });

  it('have links and images with the places where they are', async () => {
    const text =
      '# Where is it?\n\n<table><tr><td><a href="other.md?a&amp;b">there</a> <img src="x.png" alt="map"></td></tr></table>\n';
    const { entries: read } = await readArchive(
      memorySource({ 'a.md': text, 'other.md': '# Other\n\ntext\n' }),
    );
    const entry = read.find(({ title }) => title === 'Where is it?');
    expect(entry?.links.map(({ target, text: label }) => [target, label])).toEqual([
      ['other.md?a&b', 'there'],
    ]);
    expect(entry?.images.map(({ target, alt, line }) => [target, alt, line])).toEqual([['x.png', 'map', 3]]);
  });
});
