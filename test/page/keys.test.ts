import { describe, expect } from 'vitest';
import type { Panel } from './panel';
import { it } from './panelTest';
import { EVERYTHING, EVERYTHING_ROOM, longThread, OTHER, threadOfTen } from './rooms';

const THREAD = {
  files: { 'thread.md': threadOfTen(), 'short.md': '---\nid: short\n---\n# Short?\n\n> Yes.\n' },
};

/** Clicks the title with an extra mouse button. */
async function clickWith(panel: Panel, button: 'back' | 'forward'): Promise<void> {
  const session = await panel.page.context().newCDPSession(panel.page);
  const { x = 0, y = 0 } = (await panel.locator('h1').boundingBox()) ?? {};
  for (const type of ['mousePressed', 'mouseReleased'] as const) {
    await session.send('Input.dispatchMouseEvent', { type, button, x: x + 5, y: y + 5, clickCount: 1 });
  }
}

/** Low enough for every post but the last to reach its top. */
const LOW = { viewport: { width: 700, height: 400 } };

describe('keys', () => {
  it('step from post to post, down and up', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread');
    await panel.pressTo('Alt+ArrowDown', 'post-0');
    await panel.pressTo('Alt+ArrowDown', 'post-1');
    await expect.poll(() => panel.position()).toBe('post-1 0');
    await panel.pressTo('Alt+ArrowUp', 'post-0');
    expect(await panel.locator('.post-reached').count()).toBe(1);
  });

  it('step up to the title, and from there to the first post again', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread');
    await panel.pressTo('Alt+ArrowDown', 'post-0');
    await panel.pressTo('Alt+ArrowUp', 'entry-title');
    expect(await panel.scrollTop()).toBe(0);
    expect(await panel.locator('.post-reached').count()).toBe(0);
    await panel.pressTo('Alt+ArrowDown', 'post-0');
  });

  it('step on from where the reader has scrolled to', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread');
    await panel.pressTo('Alt+ArrowDown', 'post-0');
    await panel.scrollToPost(6, 20);
    await panel.pressTo('Alt+ArrowDown', 'post-7');
  });

  it('highlight a post again when it is reached again', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread');
    const last = panel.post(10);
    await last.evaluate((post) => {
      post.dataset['animations'] = '0';
      post.onanimationstart = () => {
        post.dataset['animations'] = String(Number(post.dataset['animations']) + 1);
      };
    });
    const animations = () => last.getAttribute('data-animations');
    await panel.host.send({ type: 'goToPost', post: 10 });
    await expect.poll(animations).toBe('1');
    await panel.press('Alt+ArrowDown');
    await expect.poll(animations).toBe('2');
  });

  it('go back and forward, as do the extra mouse buttons', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await panel.openEntry('everything');
    await panel.openEntry('other');
    await panel.press('Alt+ArrowLeft');
    await panel.heading(EVERYTHING).waitFor();
    await panel.press('Alt+ArrowRight');
    await panel.heading(OTHER).waitFor();
    await clickWith(panel, 'back');
    await panel.heading(EVERYTHING).waitFor();
    await clickWith(panel, 'forward');
    await panel.heading(OTHER).waitFor();
    expect(panel.host.received('action').map(({ action }) => action)).toEqual(['back', 'forward']);
  });

  it('bound by VS Code do not trigger the browser as well', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('short');
    await panel.page.evaluate(() => {
      addEventListener('keydown', (event) => {
        document.body.dataset['prevented'] = String(event.defaultPrevented);
      });
    });
    const prevented = () => panel.locator('body').getAttribute('data-prevented');
    for (const key of ['Alt+ArrowDown', 'Alt+ArrowLeft', 'Control+Shift+O', 'Meta+[', 'Meta+]']) {
      await panel.press(key);
      expect(await prevented(), key).toBe('true');
    }
    for (const key of ['ArrowDown', 'Tab', 'Control+C', 'Meta+Shift+[']) {
      await panel.press(key);
      expect(await prevented(), key).toBe('false');
    }
  });
});

describe('going to a post', () => {
  it('brings it to the top and gives it the focus', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread');
    await panel.host.send({ type: 'goToPost', post: 7 });
    await expect.poll(() => panel.focusedId()).toBe('post-7');
    await expect.poll(() => panel.position()).toBe('post-7 0');
  });

  it('waits for a post that has not arrived yet', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    panel.host.holdsChunks = true;
    await panel.openEntry('thread');
    expect(await panel.post(10).count()).toBe(0);
    await panel.host.send({ type: 'goToPost', post: 10 });
    await panel.settled();
    expect(await panel.focusedId()).toBe('');
    await panel.host.sendRest();
    await expect.poll(() => panel.focusedId()).toBe('post-10');
  });

  it('is dropped for a post that the entry does not have', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    panel.host.holdsChunks = true;
    await panel.openEntry('short');
    await panel.host.send({ type: 'goToPost', post: 4 });
    await panel.host.sendRest();
    panel.host.holdsChunks = false;
    await panel.openEntry('thread');
    await panel.post(4).waitFor();
    expect(await panel.focusedId()).toBe('');
    expect(await panel.position()).toBe('top');
  });

  it('previews posts while the reader chooses, and restores the position after Escape', async ({
    openPanel,
  }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread');
    const before = await panel.scrollTo(300);
    await panel.host.send({ type: 'previewPost', post: 9 });
    await expect.poll(() => panel.position()).toBe('post-9 0');
    await panel.host.send({ type: 'previewPost', post: 4 });
    await expect.poll(() => panel.position()).toBe('post-4 0');
    expect(await panel.focusedId()).toBe('');
    await panel.host.send({ type: 'previewPost', post: undefined });
    await expect.poll(() => panel.position()).toBe(before);
  });

  it('stays at the previewed post once the reader clicks there', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread');
    await panel.host.send({ type: 'previewPost', post: 9 });
    await expect.poll(() => panel.position()).toBe('post-9 0');
    await panel.post(9).locator('.body').click();
    await expect.poll(() => panel.host.received('pointerDown').length).toBe(1);
    // The list of posts closes, as after Escape.
    await panel.host.send({ type: 'previewPost', post: undefined });
    await panel.settled();
    await panel.frames(8);
    expect(await panel.position()).toBe('post-9 0');
  });
});

describe('the page, asked by the extension,', () => {
  it('reports the post that the reader is at', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread');
    const located = async (): Promise<number | undefined> => {
      await panel.host.send({ type: 'locate' });
      await panel.settled();
      return panel.host.received('located').at(-1)?.post;
    };
    expect(await located()).toBeUndefined();
    await panel.pressTo('Alt+ArrowDown', 'post-0');
    await panel.pressTo('Alt+ArrowDown', 'post-1');
    expect(await located()).toBe(1);
    await panel.scrollToPost(8, 20);
    expect(await located()).toBe(8);
  });

  it('reports no post while another entry arrives', async ({ openPanel }) => {
    const panel = await openPanel({ files: { ...THREAD.files, 'long.md': longThread(60) } });
    await panel.openEntry('long');
    await panel.scrollToPost(40);
    await panel.openEntry('short');
    panel.host.holdsChunks = true;
    await panel.host.go(-1);
    await panel.host.send({ type: 'locate' });
    await panel.settled();
    expect(panel.host.received('located')).toEqual([{ type: 'located', post: undefined }]);
  });

  it('answers in order, and reports that it has the focus', async ({ openPanel }) => {
    const panel = await openPanel(THREAD, LOW);
    await panel.openEntry('thread');
    await panel.host.send({ type: 'locate' }, { type: 'ping' });
    await expect
      .poll(() => panel.host.messages.slice(-2).map(({ type }) => type))
      .toEqual(['located', 'pong']);
    expect(panel.host.received('focused').at(-1)).toEqual({ type: 'focused', isFocused: true });
  });
});
