import { describe, expect } from 'vitest';
import type { Panel } from './panel';
import { it } from './panelTest';
import { longThread, shippedRoom, svg, threadOfTen } from './rooms';

const REQUEST = 'async-session-per-request';
const SCOPED = 'scoped-session-threads';

const SHORT = '---\nid: short\n---\n# Is it short?\n\n> Yes. See [the thread](thread.md).\n';
const THREAD = { files: { 'thread.md': threadOfTen(), 'short.md': SHORT } };
const LONG = { files: { 'long.md': longThread(60), 'short.md': SHORT } };

/** Low enough for a thread of ten posts to scroll far. */
const LOW = { viewport: { width: 700, height: 400 } };

describe('the position in a thread', () => {
  it('is restored on the way back and forward, without reloading the page', async ({ openPanel }) => {
    const panel = await openPanel(await shippedRoom());
    await panel.openEntry(REQUEST);
    const inRequest = await panel.scrollTo(600);
    await panel.locator('body').evaluate((body) => {
      body.dataset['same'] = 'yes';
    });
    await panel.openEntry(SCOPED);
    expect(await panel.position()).toBe('top');
    const inScoped = await panel.scrollTo(700);
    expect([inRequest, inScoped]).not.toContain('top');
    for (const [by, position] of [
      [-1, inRequest],
      [1, inScoped],
      [-1, inRequest],
    ] as const) {
      await panel.host.go(by);
      await expect.poll(() => panel.position()).toBe(position);
    }
    expect(await panel.locator('body').getAttribute('data-same')).toBe('yes');
  });

  it('is restored when a preview ends', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread');
    const before = await panel.scrollToPost(5, 30);
    await panel.host.preview('short');
    await panel.heading('Is it short?').waitFor();
    await panel.host.endPreview();
    await expect.poll(() => panel.position()).toBe(before);
  });

  it('is restored after a reload of the window and after the panel was hidden', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('short');
    await panel.openEntry('thread');
    const before = await panel.scrollToPost(6, 50);
    await panel.restore();
    await expect.poll(() => panel.position()).toBe(before);
    await panel.reload();
    await expect.poll(() => panel.position()).toBe(before);
    await panel.host.go(-1);
    await panel.heading('Is it short?').waitFor();
  });

  it('is at the same post in another width', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread');
    await panel.scrollToPost(6, 20);
    await panel.page.setViewportSize({ width: 420, height: 400 });
    await panel.reload();
    // Heights have fractions of a pixel, while the browser scrolls by whole ones.
    await expect.poll(() => panel.position()).toMatch(/^post-6 -(?:19|20|21)$/);
  });

  it('is kept while the reader changes the language, with the focus on its button', async ({ openPanel }) => {
    const panel = await openPanel(await shippedRoom());
    await panel.openEntry(REQUEST);
    await panel.button('한국어').focus();
    await panel.press('Enter');
    await panel.locator('article.entry[lang="ko"]').waitFor();
    const language = () =>
      panel.page.evaluate(() => (document.activeElement as HTMLElement).dataset['language']);
    await expect.poll(language).toBe('ko');
    expect(await panel.locator('html').getAttribute('lang')).toBe('ko');
    expect(panel.host.received('chooseLanguage')).toEqual([{ type: 'chooseLanguage', language: 'ko' }]);
    await panel.button('English').click();
    await panel.locator('article.entry[lang="en"]').waitFor();
    const before = await panel.scrollTo(900);
    await panel.reload();
    await expect.poll(() => panel.position()).toBe(before);
  });

  it('is kept while further posts arrive', async ({ openPanel }) => {
    const panel = await openPanel(LONG);
    await panel.openEntry('long');
    const before = await panel.scrollToPost(20, 5);
    await panel.openEntry('short');
    panel.host.holdsChunks = true;
    await panel.host.go(-1);
    await panel.settled();
    await panel.post(20).waitFor();
    // Each further chunk arrives some frames after the one before.
    for (let chunk = 0; chunk < 4; chunk += 1) {
      await panel.frames(3);
      await panel.host.sendChunks(1);
    }
    await panel.settled();
    await panel.frames(8);
    expect(await panel.position()).toBe(before);
  });

  it('is restored once tall images above it have loaded', async ({ openPanel }) => {
    const text = `---\nid: tall\n---\n# How tall is the lighthouse?\n\n> As tall as two of these.\n>\n> ![one](tower.svg)\n>\n> ![two](tower.svg)\n\n> ${'Thanks! '.repeat(400)}\n`;
    const panel = await openPanel(
      { files: { 'tall.md': text }, pictures: { 'tower.svg': svg(200, 900) } },
      { holdsPictures: true },
    );
    await panel.openEntry('tall');
    await panel.locator('img').evaluateAll((images) => {
      for (const image of images as HTMLImageElement[]) image.loading = 'eager';
    });
    const arePainted = () =>
      panel.locator('img').evaluateAll((images) => images.every((image) => image.clientHeight > 300));
    await panel.loadPictures();
    await expect.poll(arePainted).toBe(true);
    const before = await panel.scrollTo(700);
    expect(before).toMatch(/^post-0 /);
    panel.holdPictures();
    await panel.reload();
    await panel.frames(8);
    expect(await panel.position()).not.toBe(before);
    await panel.loadPictures();
    await expect.poll(arePainted).toBe(true);
    await expect.poll(() => panel.position()).toBe(before);
  });

  it('is not restored any more once the reader scrolls', async ({ openPanel }) => {
    const panel = await openPanel(LONG);
    await panel.openEntry('long');
    const before = await panel.scrollToPost(10);
    await panel.openEntry('short');
    panel.host.holdsChunks = true;
    await panel.host.go(-1);
    await expect.poll(() => panel.position()).toBe(before);
    const own = await panel.scrollToPost(3, 10);
    await panel.host.sendRest();
    await panel.settled();
    await panel.frames(8);
    expect(await panel.position()).toBe(own);
  });

  it('is the top where the stored state is unreadable', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread');
    await panel.scrollToPost(5);
    await panel.page.evaluate(() => {
      sessionStorage.setItem('state', JSON.stringify({ places: [[0, { post: 'x' }], 5, 'y'] }));
    });
    await panel.reload();
    expect(await panel.position()).toBe('top');
  });
});

describe('an entry that changes while it is read', () => {
  it('leaves the reader at the post, with the focus, when one above it is edited', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread');
    for (let post = 0; post <= 4; post += 1) await panel.pressTo('Alt+ArrowDown', `post-${String(post)}`);
    await expect.poll(() => panel.position()).toBe('post-4 0');
    const height = () => panel.post(1).evaluate((post) => post.clientHeight);
    const before = await height();
    await panel.room.write({ 'thread.md': threadOfTen(40) });
    await panel.host.render();
    await expect.poll(height).toBeGreaterThan(before + 100);
    await expect.poll(() => panel.position()).toBe('post-4 0');
    await expect.poll(() => panel.focusedId()).toBe('post-4');
  });

  it('restores the position when it disappears and comes back', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread');
    const before = await panel.scrollToPost(6, 20);
    await panel.room.write({ 'thread.md': undefined });
    await panel.host.render();
    await panel.locator('.gone').waitFor();
    await panel.scrollTo(10);
    await panel.room.write({ 'thread.md': threadOfTen() });
    await panel.host.render();
    await panel.post(9).waitFor();
    await expect.poll(() => panel.position()).toBe(before);
  });

  it('leaves the reader at the last post where there are fewer', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread');
    await panel.scrollToPost(8);
    const rest = `---\nid: thread\n---\n# Where was I in this thread?\n\nSomewhere.\n\n> A1. ${'Only this is left. '.repeat(200)}\n`;
    await panel.room.write({ 'thread.md': rest });
    await panel.host.render();
    await panel.post(8).waitFor({ state: 'detached' });
    await expect.poll(() => panel.position()).toMatch(/^post-1 /);
  });

  it('keeps the elements of posts that have not changed', async ({ openPanel }) => {
    const panel = await openPanel(LONG);
    await panel.openEntry('long');
    await panel.locator('.post').evaluateAll((posts) => {
      for (const post of posts) (post as HTMLElement).dataset['old'] = '';
    });
    await panel.room.write({
      'long.md': longThread(60).replace('Post number 59 says', 'Post number 59 said'),
    });
    await panel.host.render();
    await panel.post(60).getByText('said something').waitFor();
    expect(await panel.post(0).getAttribute('data-old')).toBe('');
    expect(await panel.post(60).getAttribute('data-old')).toBeNull();
    expect(await panel.locator('.post').count()).toBe(61);
  });
});

describe('an entry that replaces another', () => {
  /** Records, frame by frame, what is visible. */
  const watch = (panel: Panel) =>
    panel.page.evaluate(() => {
      const seen = new Set<string>();
      const look = (): void => {
        const title = document.querySelector('h1')?.textContent ?? 'nothing';
        seen.add(document.querySelector('.post') === null ? 'no post' : title);
        document.body.dataset['seen'] = JSON.stringify([...seen]);
        requestAnimationFrame(look);
      };
      look();
    });
  const seen = async (panel: Panel): Promise<unknown> =>
    JSON.parse((await panel.locator('body').getAttribute('data-seen')) ?? '[]');

  it('does not flicker', async ({ openPanel }) => {
    const panel = await openPanel(THREAD);
    await panel.openEntry('thread');
    await panel.openEntry('short');
    await watch(panel);
    for (const by of [-1, 1, -1]) {
      await panel.host.go(by);
      await panel.settled();
      await panel.frames(2);
    }
    expect(await seen(panel)).toEqual(['Is it short?', 'Where was I in this thread?']);
  });

  it('appears once the post at the restored position has arrived', async ({ openPanel }) => {
    const panel = await openPanel(LONG);
    await panel.openEntry('long');
    const before = await panel.scrollToPost(55);
    await panel.openEntry('short');
    panel.host.holdsChunks = true;
    await panel.host.go(-1);
    await panel.settled();
    await panel.frames(2);
    expect(await panel.heading('Is it short?').count()).toBe(1);
    expect(await panel.locator('main').getAttribute('aria-busy')).toBe('true');
    await watch(panel);
    await panel.host.sendRest();
    await expect.poll(() => panel.position()).toBe(before);
    expect(await panel.locator('main').getAttribute('aria-busy')).toBeNull();
    expect(await seen(panel)).toEqual(['Is it short?', 'How long may a thread be?']);
  });

  it('moves the focus to its title', async ({ openPanel }) => {
    const panel = await openPanel(THREAD);
    await panel.openEntry('short');
    await panel.locator('.post a').focus();
    await panel.press('Enter');
    await panel.heading('Where was I in this thread?').waitFor();
    await expect.poll(() => panel.focusedId()).toBe('entry-title');
  });

  it('discards later chunks of the one before', async ({ openPanel }) => {
    const panel = await openPanel(LONG);
    panel.host.holdsChunks = true;
    await panel.openEntry('long');
    await panel.openEntry('short');
    await panel.host.send({
      type: 'chunk',
      run: 1,
      html: '<article class="post" id="post-99">Late</article>',
    });
    await panel.host.sendRest();
    await panel.settled();
    expect(await panel.locator('.post').count()).toBe(1);
    expect(await panel.post(99).count()).toBe(0);
  });
});
