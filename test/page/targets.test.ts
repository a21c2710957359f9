import { describe, expect } from 'vitest';
import { panelLabels } from '../../src/vscode/panel/panelLabels';
import type { Panel } from './panel';
import { it } from './panelTest';
import { longThread, threadOfTen } from './rooms';

const SHORT = '---\nid: short\n---\n# Is it short?\n\n> Yes. See [the thread](thread.md).\n';
const THREAD = { files: { 'thread.md': threadOfTen(), 'short.md': SHORT } };
/** Low enough for a thread of ten posts to scroll far. */
const LOW = { viewport: { width: 700, height: 400 } };

const topButton = (panel: Panel) => panel.button(panelLabels().top);

describe('a thread that is opened at a post', () => {
  it('is scrolled to it, with its words highlighted and the post in focus', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread', { post: 6, words: ['number 6', 'number'] });
    expect(await panel.position()).toBe('post-6 0');
    expect(await panel.focusedId()).toBe('post-6');
    const isMarked = await panel.page.evaluate(() => {
      const ranges = [...(CSS.highlights.get('archive-answers-match') ?? [])] as Range[];
      return ranges.some(({ startContainer }) => startContainer.parentElement?.closest('#post-6') !== null);
    });
    expect(isMarked).toBe(true);
    await panel.picture('opened-at-post');
  });

  it('waits for that post while a long thread arrives', async ({ openPanel }) => {
    const panel = await openPanel({ files: { 'long.md': longThread(200), 'short.md': SHORT } }, LOW);
    await panel.openEntry('short');
    panel.host.holdsChunks = true;
    await panel.host.open('long', { post: 150 });
    await panel.settled();
    await panel.heading('Is it short?').waitFor();
    await panel.host.sendRest();
    await panel.settled();
    await expect.poll(() => panel.position()).toBe('post-150 0');
  });

  it('shows the words where they are far below the beginning of the post', async ({ openPanel }) => {
    const text = `${'Much is said before. '.repeat(200)}\n>\n> Then comes the culprit: a pool that leaks.`;
    const panel = await openPanel(
      { files: { 'a.md': `---\nid: a\n---\n# Where is it?\n\nWhere?\n\n> A1. ${text}\n` } },
      LOW,
    );
    await panel.openEntry('a', { post: 1, words: ['culprit', 'pool'] });
    const top = await panel.page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('archive-answers-match') ?? [])] as Range[];
      return range?.getBoundingClientRect().top ?? -1;
    });
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(300);
  });

  it('shows its head where the first post is in view with it', async ({ openPanel }) => {
    const panel = await openPanel(THREAD);
    await panel.openEntry('thread', { post: 0, words: ['somewhere'] });
    expect(await panel.position()).toBe('top');
    expect(await panel.focusedId()).toBe('post-0');
  });

  it('shows its head where the post is gone', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread', { post: 60, words: ['number'] });
    expect(await panel.position()).toBe('top');
    expect(await topButton(panel).count()).toBe(0);
  });

  it('leads to its top by a button and by the Home key', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread', { post: 6 });
    await topButton(panel).click();
    await expect.poll(() => panel.focusedId()).toBe('entry-title');
    expect(await panel.position()).toBe('top');
    await panel.openEntry('thread', { post: 8 });
    expect(await panel.position()).toBe('post-8 0');
    await panel.pressTo('Home', 'entry-title');
    expect(await panel.position()).toBe('top');
    await panel.openEntry('short');
    expect(await topButton(panel).count()).toBe(0);
  });

  it('stays where the reader has scrolled to, also when the page is loaded again', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread', { post: 6 });
    const position = await panel.scrollToPost(2, 40);
    await panel.host.render();
    await panel.settled();
    expect(await panel.position()).toBe(position);
    await panel.restore();
    expect(await panel.position()).toBe(position);
    expect(await topButton(panel).count()).toBe(1);
  });

  it('goes to the post again when it is opened there again', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread', { post: 6 });
    await panel.scrollToPost(2, 40);
    await panel.openEntry('thread', { post: 6 });
    expect(await panel.position()).toBe('post-6 0');
  });
});

describe('the way back', () => {
  it('leads from one post to the one at which the thread was opened before', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread', { post: 2 });
    const before = await panel.scrollToPost(3, 25);
    await panel.openEntry('thread', { post: 9 });
    await panel.host.go(-1);
    await panel.settled();
    expect(await panel.position()).toBe(before);
    await panel.host.go(1);
    await panel.settled();
    expect(await panel.position()).toBe('post-9 0');
  });

  it('leads back from a link to another entry to where the link was', async ({ openPanel }) => {
    const linked = threadOfTen().replace('Answer number 5.', 'See [the short one](short.md).');
    const files = { 'thread.md': linked, 'short.md': SHORT };
    const panel = await openPanel({ files }, LOW);
    await panel.openEntry('thread');
    const position = await panel.scrollToPost(5, -60);
    await panel.locator('.body a').click();
    await panel.heading('Is it short?').waitFor();
    await panel.settled();
    await panel.host.go(-1);
    await panel.settled();
    await expect.poll(() => panel.position()).toBe(position);
  });

  it('leads back from a link within the thread to where the link was', async ({ openPanel }) => {
    const panel = await openPanel({ files: { 'long.md': longThread(60) } }, LOW);
    await panel.openEntry('long');
    const before = await panel.scrollToPost(33, -60);
    await panel.post(33).locator('a.answers').click();
    await expect.poll(() => panel.focusedId()).toBe('post-32');
    await panel.settled();
    await panel.scrollToPost(40);
    await panel.host.go(-1);
    await panel.settled();
    await expect.poll(() => panel.position()).toBe(before);
  });
});
