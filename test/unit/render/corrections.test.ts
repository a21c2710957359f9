import { describe, expect, it } from 'vitest';
import { all, pageOf, readEntry } from './rendering';

const THREAD = `---
title: Does it lock?
---
Does it?

> A1. It locks.

> A2. It does not.

> [!NOTE]
> Corrects: A1, A2
>
> A1 is right about threads, as A2 is; see [A1](https://example.org), \`A1\`, A9 and A10.
`;

describe('a correction', () => {
  it('is a link at the posts that it corrects, and back at the note, without its line', async () => {
    const html = pageOf(await readEntry(THREAD));
    expect(all(html, /<a class="corrected" href="(#post-\d)">[^/]*<\/span>(corrected in [^<]*)</g)).toEqual([
      '#post-3',
      '#post-3',
    ]);
    expect(html).toContain('corrected in Note<');
    expect(all(html, /href="#post-\d">(corrects A\d)</g)).toEqual(['corrects A1', 'corrects A2']);
    expect(html).not.toContain('Corrects:');
  });

  it('of the accepted answer is said beside the status', async () => {
    expect(pageOf(await readEntry(THREAD))).toContain('<li class="corrected"><a href="#post-3">');
    expect(pageOf(await readEntry(THREAD.replace('A1, A2', 'A2')))).not.toContain('<li class="corrected">');
    expect(pageOf(await readEntry(THREAD.replace('A1, A2', 'question')))).not.toContain(
      '<li class="corrected">',
    );
  });
});

describe('labels in a note', () => {
  it('are links to their posts, but not in code, in links, or without such a post', async () => {
    const html = pageOf(await readEntry(THREAD));
    const body = html.slice(html.lastIndexOf('<div class="body"'), html.indexOf('<footer'));
    expect(all(body, /<a href="(#post-\d)">A\d<\/a>/g)).toEqual(['#post-1', '#post-2']);
    expect(body).toContain('<code>A1</code>');
    expect(body).toContain('A9 and A10');
    expect(body).toMatch(/<a href="https:\/\/example\.org"[^>]*>A1<\/a>/);
  });

  it('have a Korean particle behind them, and are no part of longer words', async () => {
    const note = '\n> [!NOTE]\n> A1의 말은 맞습니다. A1-9, XA1, A1x, A4 용지.\n';
    const html = pageOf(await readEntry(`---\ntitle: T\n---\nWhy?\n\n> A1. So.\n${note}`));
    expect(all(html, /<a href="(#post-\d)">A1<\/a>의/g)).toEqual(['#post-1']);
    expect(all(html, /(<a href="#post-\d">A)/g)).toHaveLength(1);
  });

  it('are text in other posts', async () => {
    const html = pageOf(await readEntry('---\ntitle: T\n---\nWhy?\n\n> A1. So.\n\n> A2. As A1 says.\n'));
    expect(html).toContain('As A1 says.');
  });
});
