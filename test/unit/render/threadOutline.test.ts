import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../src/core/render/excerpt';
import { renderEntry } from '../../../src/core/render/renderEntry';
import { all, CONTEXT, entryWith, pageOf, post } from './rendering';

const answers = (count: number): readonly ReturnType<typeof post>[] =>
  Array.from({ length: count }, (_, at) =>
    post('answer', undefined, { markdown: `Answer number ${String(at)}` }),
  );

describe('the outline', () => {
  it('is shown from six posts at the top, or twelve in all', async () => {
    expect(pageOf(await entryWith(answers(5)))).not.toContain('<nav');
    expect(pageOf(await entryWith(answers(6)))).toContain(
      '<nav aria-label="outline" lang="en"><details class="outline">',
    );
    const replies = (count: number): readonly ReturnType<typeof post>[] =>
      Array.from({ length: count }, () => post('reply', 0));
    expect(pageOf(await entryWith([post('answer'), ...replies(10)]))).not.toContain('<nav');
    expect(pageOf(await entryWith([post('answer'), ...replies(11)]))).toContain('<nav');
  });

  it('lists top-level posts by name and first words', async () => {
    const posts = [
      post('question', undefined, { markdown: '**Why** <b>?' }),
      ...answers(5),
      post('reply', 1),
    ];
    const html = pageOf(await entryWith(posts, { language: 'ko' }));
    const nav = html.slice(html.indexOf('<nav'), html.indexOf('</nav>'));
    expect(all(nav, /href="#(post-\d)"/g)).toEqual([
      'post-0',
      'post-1',
      'post-2',
      'post-3',
      'post-4',
      'post-5',
    ]);
    expect(nav).toContain(
      '<span class="name">Question</span> <span class="excerpt" lang="ko" dir="auto">Why ?</span></a>',
    );
    expect(nav).toContain('<span class="name">Answer 2</span>');
  });

  it('lists at most fifty posts, with a button for all', async () => {
    const html = pageOf(await entryWith(answers(80)));
    expect(all(html, /<li><a href="#(post-\d+)">/g)).toHaveLength(50);
    expect(html).toContain('data-act="goToPost"');
    expect(html).toContain('<span class="count">80</span>');
  });

  it('includes only the first words of a long post', async () => {
    const long = post('answer', undefined, { markdown: `Short.\n\n${'x'.repeat(100_000)}` });
    const entry = await entryWith([...answers(5), long]);
    expect(renderEntry(entry, entry, CONTEXT).shell.length).toBeLessThan(5_000);
  });
});

describe('an excerpt', () => {
  it.each([
    ['## A **bold** `code_of_mine` ~~word~~', 'A bold code_of_mine word'],
    ['`__init__` and __dunder__ and a_b_c', '__init__ and dunder and a_b_c'],
    ['\n\n> - quoted', 'quoted'],
    ['![](x.png)\n[text](https://example.org "title") <br>on', 'text on'],
    ['```python\nx = 1\n```\nThen', 'Then'],
    ['```\nx = 1\n```', ''],
    ['---\n| a | b |', '| a | b |'],
    ['<!-- hidden --> shown', 'shown'],
    ['1. first', 'first'],
    ['2 * 3 = 6', '2 3 = 6'],
  ])('of %j', (markdown, expected) => {
    expect(excerptOf(markdown)).toBe(expected);
  });

  it('is cut between words, or between characters of a long word', () => {
    expect(excerptOf('word '.repeat(40))).toBe(`${'word '.repeat(16).trimEnd()}…`);
    expect(excerptOf(`a${'😀'.repeat(60)}`)).toBe(`a${'😀'.repeat(39)}…`);
  });
});
