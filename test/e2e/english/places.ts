import { describe, expect } from 'vitest';
import { JOINED, REQUEST, REQUEST_KO } from '../entries';
import { it } from './tests';

const IN_A_POST = /^post-\d+ /;

describe('a thread is opened', () => {
  it('by a hit at the post that has its words, with the way to the top and back', async ({ window }) => {
    const { panel, page } = window;
    await window.openEntry('one session takes several connections', REQUEST);
    await expect.poll(() => panel.focusedId()).toMatch(/^post-\d+$/);
    const focused = panel.content.locator('.post:focus');
    expect(await focused.innerText()).toMatch(/connections/);
    const marks = panel.content.locator('body').evaluate(() => CSS.highlights.size);
    expect(await marks).toBe(1);
    await panel.content.getByRole('button', { name: 'Top of thread' }).click();
    await expect.poll(() => panel.position()).toBe('top');
    await expect.poll(() => panel.focusedId()).toBe('entry-title');
    await page.keyboard.press('Escape');
    await expect.poll(() => panel.content.locator('body').evaluate(() => CSS.highlights.size)).toBe(0);
  });

  it('by another hit as another place, from which Back leads to the one before', async ({ window }) => {
    const { panel, page } = window;
    await window.openEntry('one session takes several connections', REQUEST);
    await expect.poll(() => panel.position()).toMatch(IN_A_POST);
    const before = await panel.position();
    await window.openEntry('gather makes nothing faster', REQUEST);
    await expect.poll(() => panel.position()).not.toBe(before);
    await page.keyboard.press('Alt+ArrowLeft');
    await panel.waitForPosition(before);
  });
});

describe('a link in a thread', () => {
  it('leads to another post, and Back to where the link was', async ({ window }) => {
    const { panel, page } = window;
    await window.openEntry('tie one request', REQUEST);
    const link = panel.content.locator('.post-note a[href="#post-4"]').last();
    await link.scrollIntoViewIfNeeded();
    const before = await panel.position();
    await link.click();
    await expect.poll(() => panel.focusedId()).toBe('post-4');
    expect(await panel.position()).toBe('post-4 0');
    await page.keyboard.press('Alt+ArrowLeft');
    await panel.waitForPosition(before);
  });

  it('leads to another thread, and Back to where the link was', async ({ window }) => {
    const { panel, page } = window;
    await window.openEntry('tie one request', REQUEST);
    const link = panel.content.locator('.related a').filter({ hasText: JOINED });
    await link.scrollIntoViewIfNeeded();
    const before = await panel.position();
    await link.click();
    await panel.waitForEntry(JOINED);
    await page.keyboard.press('Alt+ArrowLeft');
    await panel.waitForEntry(REQUEST);
    await panel.waitForPosition(before);
  });
});

describe('the key for the language', () => {
  it('switches between the languages of the thread, at the same post', async ({ window }) => {
    const { panel, page } = window;
    await window.openEntry('one session takes several connections', REQUEST);
    await expect.poll(() => panel.position()).toMatch(IN_A_POST);
    const [post] = (await panel.position()).split(' ');
    await page.keyboard.press('Alt+L');
    await panel.waitForEntry(REQUEST_KO);
    await expect.poll(async () => (await panel.position()).split(' ')[0]).toBe(post);
    await page.keyboard.press('Alt+L');
    await panel.waitForEntry(REQUEST);
    await expect.poll(async () => (await panel.position()).split(' ')[0]).toBe(post);
  });
});
