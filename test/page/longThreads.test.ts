import { describe, expect } from 'vitest';
import { it } from './panelTest';
import { longThread, svg } from './rooms';

const SHORT = '---\nid: short\n---\n# Is it short?\n\n> Yes.\n';
const room = (posts: number) => ({ files: { 'long.md': longThread(posts), 'short.md': SHORT } });

describe('a thread of five hundred posts', () => {
  it('shows them all and scrolls to any of them', async ({ openPanel }) => {
    const panel = await openPanel(room(500));
    await panel.openEntry('long');
    expect(await panel.locator('.post').count()).toBe(501);
    await panel.host.send({ type: 'goToPost', post: 400 });
    await expect.poll(() => panel.focusedId()).toBe('post-400');
    await expect.poll(() => panel.position()).toBe('post-400 0');
    expect(await panel.scrollTop()).toBeGreaterThan(5_000);
    await panel.picture('long-thread');
  });

  it('restores the position at a distant post', async ({ openPanel }) => {
    const panel = await openPanel(room(500));
    await panel.openEntry('long');
    await panel.host.send({ type: 'goToPost', post: 400 });
    await expect.poll(() => panel.position()).toBe('post-400 0');
    await panel.openEntry('short');
    await panel.press('Alt+ArrowLeft');
    await panel.heading('How long may a thread be?').waitFor();
    await expect.poll(() => panel.position()).toBe('post-400 0');
    await panel.reload();
    await expect.poll(() => panel.position()).toBe('post-400 0');
  });

  it('lays out only what is near the viewport', async ({ openPanel }) => {
    const panel = await openPanel(room(500));
    await panel.openEntry('long');
    await panel.frames(2);
    const isSkipped = (index: number) =>
      panel
        .post(index)
        .locator('.body')
        .evaluate((body) => !body.checkVisibility({ contentVisibilityAuto: true }));
    expect(await isSkipped(0)).toBe(false);
    expect(await isSkipped(400)).toBe(true);
    await panel.openEntry('short');
    expect(await isSkipped(0)).toBe(false);
  });

  it('loads the images around a distant post and stays there', async ({ openPanel }) => {
    const text = longThread(500).replaceAll('Post number 4', '![a red square](red.svg) Post number 4');
    const panel = await openPanel({ files: { 'long.md': text }, pictures: { 'red.svg': svg(90, 200) } });
    await panel.openEntry('long');
    await panel.host.send({ type: 'goToPost', post: 450 });
    const isLoaded = () =>
      panel
        .post(450)
        .locator('img')
        .evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0);
    await expect.poll(isLoaded).toBe(true);
    await expect.poll(() => panel.position()).toBe('post-450 0');
  });
});

describe('a thread of ten thousand posts', () => {
  it('shows them all and scrolls to the last one', async ({ openPanel }) => {
    const panel = await openPanel(room(10_000));
    await panel.openEntry('long');
    expect(await panel.locator('.post').count()).toBe(10_001);
    await panel.host.send({ type: 'goToPost', post: 10_000 });
    await expect.poll(() => panel.focusedId()).toBe('post-10000');
    const isInView = () =>
      panel.post(10_000).evaluate((post) => {
        const { top, bottom } = post.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    await expect.poll(isInView).toBe(true);
    expect(await panel.post(10_000).innerText()).toContain('Post number 9999');
    await panel.picture('huge-thread');
  });
});
