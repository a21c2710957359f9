import { describe, expect } from 'vitest';
import { panelLabels } from '../../src/vscode/panel/panelLabels';
import { it } from './panelTest';
import { EVERYTHING_ROOM, longThread } from './rooms';

const LONG = { files: { 'long.md': longThread(500) } };

describe('the outline', () => {
  it('is collapsed at first, and absent from a short thread', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await panel.openEntry('everything');
    const outline = panel.locator('details.outline');
    expect(await outline.getAttribute('open')).toBeNull();
    expect(await outline.locator('a').first().isVisible()).toBe(false);
    await panel.openEntry('other');
    expect(await outline.count()).toBe(0);
  });

  it('lists the first fifty top-level posts and goes to the one that is clicked', async ({ openPanel }) => {
    const panel = await openPanel(LONG);
    await panel.openEntry('long');
    const outline = panel.locator('details.outline');
    await outline.locator('summary').click();
    expect(await outline.locator('li').count()).toBe(50);
    expect(await outline.locator('.count').innerText()).toBe('501');
    await panel.picture('outline');
    const link = outline.locator('a').nth(20);
    const target = ((await link.getAttribute('href')) ?? '').slice(1);
    await link.click();
    await expect.poll(() => panel.focusedId()).toBe(target);
    await expect.poll(() => panel.position()).toBe(`${target} 0`);
  });

  it('works with the keyboard alone', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await panel.openEntry('everything');
    const outline = panel.locator('details.outline');
    await outline.locator('summary').focus();
    await panel.press('Enter');
    await outline.locator('a').first().waitFor();
    await panel.press('Tab');
    await panel.press('Tab');
    // The list scrolls, so it is a tab stop of its own.
    const target = await panel.page.evaluate(() => document.activeElement?.getAttribute('href'));
    expect(target).toMatch(/^#post-\d+$/);
    await panel.pressTo('Enter', (target ?? '').slice(1));
  });

  it('goes to a post that arrives later', async ({ openPanel }) => {
    const panel = await openPanel(LONG);
    panel.host.holdsChunks = true;
    await panel.openEntry('long');
    await panel.locator('details.outline summary').click();
    const link = panel.locator('details.outline a').last();
    const target = ((await link.getAttribute('href')) ?? '').slice(1);
    expect(await panel.locator(`#${target}`).count()).toBe(0);
    await link.click();
    await panel.host.sendRest();
    await expect.poll(() => panel.focusedId()).toBe(target);
    await expect.poll(() => panel.position()).toBe(`${target} 0`);
  });

  it('has a button for the list of all posts', async ({ openPanel }) => {
    const panel = await openPanel(LONG);
    await panel.openEntry('long');
    await panel.locator('details.outline summary').click();
    await panel.button(panelLabels().allPosts).click();
    await expect.poll(() => panel.host.received('action').map(({ action }) => action)).toEqual(['goToPost']);
  });
});
