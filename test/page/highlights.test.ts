import { describe, expect } from 'vitest';
import { openLibrary } from '../../src/core/library/openLibrary';
import { createInvertedIndex } from '../../src/core/search/invertedIndex';
import { memorySource } from '../unit/memory';
import type { Panel } from './panel';
import { contrastOn } from './contrast';
import { it } from './panelTest';
import { THEME_NAMES } from './theme';
import { EVERYTHING_ROOM, shippedRoom, threadOfTen } from './rooms';

/** The highlighted texts, in the order they were added. */
function highlighted({ page }: Panel): Promise<readonly string[]> {
  return page.evaluate(() => {
    const highlight = CSS.highlights.get('archive-answers-match');
    return Array.from(highlight ?? [], (range) => (range as Range).cloneContents().textContent);
  });
}

const entry = (text: string) => ({ files: { 'a.md': `---\nid: a\n---\n# ${text}\n\n> No.\n` } });

describe('highlights', () => {
  it('mark the words by which a search has found the entry', async ({ openPanel }) => {
    const contents = await shippedRoom();
    const library = await openLibrary([memorySource(contents.files, { name: 'archive' })], {
      createIndex: createInvertedIndex,
    });
    const [hit] = await library.search('멀티쓰레드 세션', { language: 'ko' });
    const panel = await openPanel(contents, { language: 'ko' });
    await panel.openEntry('scoped-session-threads', { words: hit?.highlights ?? [] });
    const words = (await highlighted(panel)).map((word) => word.toLowerCase());
    expect(words).toEqual(expect.arrayContaining(['세션을', '스레드의', 'scoped_session']));
    await panel.picture('highlights');
  });

  it('cover whole words of their script, whatever the case', async ({ openPanel }) => {
    const panel = await openPanel(entry('Session을 sessions에 session_factory 세션 세션들 SESSION'));
    await panel.openEntry('a', { words: ['session', '세션'] });
    const inTitle = (await highlighted(panel)).slice(0, 3);
    expect(inTitle).toEqual(['Session', '세션', 'SESSION']);
  });

  it('match phrases across any white space, the longest first, and escape pattern characters', async ({
    openPanel,
  }) => {
    const panel = await openPanel(entry('Is lazy  loading of x.y (not xzy) lazy?'));
    await panel.openEntry('a', { words: ['lazy', 'lazy loading', 'x.y'] });
    expect((await highlighted(panel)).map((word) => word.replace(/\s+/g, ' '))).toEqual([
      'lazy loading',
      'x.y',
      'lazy',
    ]);
  });

  it('mark posts that arrive later', async ({ openPanel }) => {
    const panel = await openPanel({ files: { 'thread.md': threadOfTen() } });
    panel.host.holdsChunks = true;
    await panel.openEntry('thread', { words: ['number'] });
    const first = await panel.locator('.post-answer').count();
    expect((await highlighted(panel)).length).toBe(first);
    await panel.host.sendRest();
    await panel.settled();
    expect(first).toBeLessThan(10);
    expect((await highlighted(panel)).length).toBe(10);
  });

  it('are renewed when posts change, and removed with the entry', async ({ openPanel }) => {
    const panel = await openPanel({
      files: { 'thread.md': threadOfTen(), 'b.md': '---\nid: b\n---\n# Number?\n\n> A number.\n' },
    });
    await panel.openEntry('thread', { words: ['number'] });
    await panel.room.write({ 'thread.md': threadOfTen(3) });
    await panel.host.render();
    await panel.settled();
    const posts = await panel.page.evaluate(() => {
      const ranges = [...(CSS.highlights.get('archive-answers-match') ?? [])] as Range[];
      const inPosts = ranges.map(({ startContainer }) => startContainer.parentElement?.closest('.post'));
      return [...new Set(inPosts)].filter((post) => post?.isConnected === true).length;
    });
    expect(posts).toBe(10);
    await panel.openEntry('b');
    expect(await highlighted(panel)).toEqual([]);
  });

  it.for(THEME_NAMES)(
    'are readable, and told from other text, in the %s theme',
    async (theme, { openPanel }) => {
      const panel = await openPanel(entry('A session?'), { theme });
      await panel.openEntry('a', { words: ['session'] });
      const { text, page, mark } = await panel.locator('h1').evaluate((title) => {
        const style = getComputedStyle(title, '::highlight(archive-answers-match)');
        return {
          text: getComputedStyle(title).color,
          page: getComputedStyle(document.body).backgroundColor,
          mark: {
            color: style.color,
            backgroundColor: style.backgroundColor,
            line: style.textDecorationColor,
          },
        };
      });
      expect(mark.color).toBe(text);
      expect(contrastOn(mark.color, [mark.backgroundColor, page])).toBeGreaterThanOrEqual(4.5);
      expect(contrastOn(mark.line, [page])).toBeGreaterThanOrEqual(3);
      await panel.picture(`marks-${theme}`);
    },
  );

  it('are in the posts once, and not in the outline, when the thread is rendered again', async ({
    openPanel,
  }) => {
    const panel = await openPanel({ files: { 'thread.md': threadOfTen() } });
    await panel.openEntry('thread', { words: ['number'] });
    const before = await highlighted(panel);
    await panel.host.render();
    await panel.settled();
    expect(await highlighted(panel)).toEqual(before);
    expect(before).toHaveLength(10);
    expect(await panel.locator('.outline .excerpt').filter({ hasText: 'number' }).count()).toBe(10);
  });

  it('are cleared by Escape, also when the thread is rendered again, until it is opened again', async ({
    openPanel,
  }) => {
    const panel = await openPanel({ files: { 'thread.md': threadOfTen() } });
    await panel.openEntry('thread', { post: 2, words: ['number'] });
    expect((await highlighted(panel)).length).toBe(10);
    await panel.press('Escape');
    await expect.poll(() => highlighted(panel)).toEqual([]);
    await panel.host.render();
    await panel.settled();
    expect(await highlighted(panel)).toEqual([]);
    await panel.openEntry('thread', { post: 2, words: ['number'] });
    expect((await highlighted(panel)).length).toBe(10);
  });

  it("leave the author's own marks in a colour of the theme", async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await panel.openEntry('everything');
    const { color, around, backgroundColor } = await panel.locator('mark').evaluate((mark) => {
      const style = getComputedStyle(mark);
      const { color: around } = getComputedStyle(mark.parentElement ?? mark);
      return { color: style.color, around, backgroundColor: style.backgroundColor };
    });
    expect(color).toBe(around);
    expect(backgroundColor).not.toMatch(/rgb\(255, 255, 0\)|rgba\(0, 0, 0, 0\)/);
  });
});
