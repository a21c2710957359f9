import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../src/core/parse/parseDocument';

const entries = (text: string, path = 'page.md') => parseDocument(path, text).entries;
const titles = (text: string) => entries(text).map(({ title }) => title);

describe('the layout of a document', () => {
  it('is thread where headings have quotes', () => {
    expect(entries('## A\n\n> one\n\n> two\n\n## B\n\n> three\n')[0]?.posts).toHaveLength(2);
  });

  it('is not thread for a quote in prose', () => {
    const prose = 'A paragraph that goes on for a while, and says what there is to say about it.\n';
    const [entry] = entries(`## A\n\n${prose}\n> cited\n\n${prose}\n## B\n\n${prose}\n## C\n\n${prose}`);
    expect(entry?.posts.map(({ kind }) => kind)).toEqual(['answer']);
    expect(entry?.posts[0]?.markdown).toContain('> cited');
  });

  it('is not thread where quotes are links, or definitions that text explains', () => {
    const links =
      '> - [Manual](https://example.org/a-long-address)\n> - [Source](https://example.org/another)\n';
    for (const text of [
      `So it is.\n\n${links}`,
      '> A box that forwards frames.\n\nFive ports are enough.\n',
    ]) {
      const read = entries(`# Notes\n\n## Switch\n\n${text}\n## Router\n\n${text}`);
      expect(read.map(({ status, posts }) => [status, posts.map(({ kind }) => kind)])).toEqual([
        ['answered', ['answer']],
        ['answered', ['answer']],
      ]);
    }
  });

  it('is one entry for a thread whose headings name its parts or who speaks', () => {
    const text =
      '# Is it open?\n\n## Description\n\nI come late. Is it open?\n\n## Comments\n\n### Comment by kai on 2025-01-02\n\nYes.\n';
    expect(entries(text).map(({ title, posts }) => [title, posts.map(({ kind }) => kind)])).toEqual([
      ['Is it open?', ['question', 'answer']],
    ]);
  });

  it('is thread for few quotes with labels', () => {
    const text = '## A\n\nSomebody tells a long story here.\n\n> A1. one\n> A1-Q1. two\n\n## B\n\nShort.\n';
    expect(entries(text)[0]?.posts.map(({ label }) => label)).toEqual([undefined, 'A1', 'A1-Q1']);
  });

  it('is faq where most headings of a level ask; headings in answers are kept', () => {
    expect(
      titles('# FAQ\n\n## How?\n\nSo.\n\n### Detail\n\nx\n\n## Why not?\n\nNo.\n\n### Detail two\n\nx\n'),
    ).toEqual(['How?', 'Why not?']);
  });

  it('is faq for Korean questions without a question mark', () => {
    expect(
      titles('## 세션이란 무엇인가\n\nx\n\n### 하나\n\ny\n\n## 왜 닫아야 하나요\n\nx\n\n### 둘\n\ny\n'),
    ).toEqual(['세션이란 무엇인가', '왜 닫아야 하나요']);
  });

  it('is prose where only some headings ask', () => {
    expect(
      titles(
        '## How?\n\nSo. And so.\n\n### Detail\n\nx\n\n## Setup\n\nx\n\n## Usage\n\ny\n\n## Speed\n\nz\n',
      ),
    ).toContain('Detail');
  });

  it('is entry for a heading with one section, or for a question with several', () => {
    expect(titles('# Sessions\n\n## Details\n\nx\n')).toEqual(['Sessions']);
    expect(titles('# Why close it?\n\n## Locks\n\nx\n\n## Memory\n\ny\n')).toEqual(['Why close it?']);
  });

  it.each([
    ['question: Why?', 1],
    ['title: Page', 3],
    ['title: Page\nstatus: answered', 1],
  ])('is determined by front matter: %s', (frontMatter, count) => {
    const text = `---\n${frontMatter}\n---\n## How?\n\na\n\n## What?\n\nb\n\n## When?\n\nc\n`;
    expect(entries(text)).toHaveLength(count);
  });

  it.each([
    ['entry', ['A']],
    ['prose', ['B', 'C']],
    ['faq', ['B']],
  ])('can be declared: %s', (shape, expected) => {
    const text = `---\nshape: ${shape}\n---\n# A\n\n## B\n\nx. And y.\n\n### C\n\nz\n`;
    expect(titles(text)).toEqual(expected);
  });

  it('can be declared for a whole archive and overridden by a document', () => {
    const parse = (text: string) => parseDocument('a.md', text, { layout: 'entry' }).entries.length;
    expect(parse('## A\n\nx\n\n## B\n\ny\n')).toBe(1);
    expect(parse('---\nshape: prose\n---\n## A\n\nx\n\n## B\n\ny\n')).toBe(2);
  });

  it('is detected where the declared one yields no entry', () => {
    expect(titles('---\nshape: collapsed\n---\n## A\n\nx\n\n## B\n\ny\n')).toEqual(['A', 'B']);
  });
});
