import { describe, expect } from 'vitest';
import { CLASSES, JOINED, REQUEST, SCOPED } from '../entries';
import type { Window } from '../window';
import { it } from './tests';

/** The first two that this query finds. */
const QUERY = 'controllers written as classes';
const [FIRST, SECOND] = [CLASSES, REQUEST];

/** Moves to the second result, which the panel then previews. */
async function previewSecond({ quickInput, page, panel }: Window): Promise<void> {
  await page.keyboard.press('ArrowDown');
  await quickInput.row(SECOND).and(page.locator('.focused')).waitFor();
  await panel.waitForEntry(SECOND);
}

/** Resolves when the search that was closed has done what it does then: another one opens only after that. */
async function searchIsOver(window: Window): Promise<void> {
  await window.openSearch();
  await window.quickInput.cancel();
}

describe('a preview from the search', () => {
  it('follows the active result while the search keeps the focus, and goes with Escape', async ({
    window,
  }) => {
    const { quickInput, editor, page, panel } = window;
    await window.search(QUERY, FIRST);
    // A list that has just been filled makes its first row active by itself: that is no movement.
    expect(await editor.tabs.count()).toBe(0);
    await previewSecond(window);
    await page.keyboard.press('ArrowUp');
    await panel.waitForEntry(FIRST);
    expect(await quickInput.input.evaluate((input) => input === document.activeElement)).toBe(true);
    await quickInput.cancel();
    await expect.poll(() => editor.tabs.count()).toBe(0);
  });

  it('gives way, on Escape, to the entry that it covered, at the same position and with the focus', async ({
    window,
  }) => {
    const { quickInput, panel } = window;
    await window.openEntry('joined table', JOINED);
    const position = await panel.scrollTo(700);
    await window.search(QUERY, FIRST);
    await previewSecond(window);
    await quickInput.cancel();
    await panel.waitForEntry(JOINED);
    await panel.waitForPosition(position);
    await panel.waitForFocus();
  });

  it('stays when the reader clicks into it to read on', async ({ window }) => {
    const { quickInput, panel } = window;
    await window.openEntry('joined table', JOINED);
    await window.search(QUERY, FIRST);
    await previewSecond(window);
    await panel.clickMargin();
    await quickInput.widget.waitFor({ state: 'hidden' });
    await searchIsOver(window);
    await panel.waitForEntry(SECOND);
  });

  it('gives way to what is opened by the click that closes the search', async ({ window }) => {
    const { quickInput, panel, sidebar, editor } = window;
    await sidebar.open();
    await sidebar.expand('SQLAlchemy');
    await sidebar.expand('async');
    await window.search(QUERY, FIRST);
    await previewSecond(window);
    await sidebar.row(JOINED).click();
    await quickInput.widget.waitFor({ state: 'hidden' });
    await panel.waitForEntry(JOINED);
    await searchIsOver(window);
    await panel.waitForEntry(JOINED);
    expect(await editor.tabs.count()).toBe(1);
  });

  it('of an entry that is kept open leaves nothing behind', async ({ window }) => {
    const { editor, page, panel } = window;
    await window.openEntry('tie one request', SECOND);
    await window.runCommand('Archive Answers: Keep Open');
    await editor.action('Keep Open').waitFor({ state: 'detached' });
    await window.openEntry('scoped_session threads', SCOPED);
    await window.search(QUERY, FIRST);
    await previewSecond(window);
    await page.keyboard.press('Enter');
    await expect.poll(() => editor.tab(SECOND).count()).toBe(1);
    await editor.tab(SCOPED).click();
    await panel.waitForEntry(SCOPED);
  });
});
