import { describe, expect } from 'vitest';
import type { Panel } from './panel';
import { it } from './panelTest';
import { EVERYTHING_ROOM, threadOfTen } from './rooms';

const folded = (panel: Panel) => panel.locator('.post details');
const isOpen = (panel: Panel) => () => folded(panel).evaluate((details: HTMLDetailsElement) => details.open);

/** Opens the entry, expands its details, and scrolls into them. */
async function readInside(panel: Panel): Promise<string> {
  await panel.openEntry('everything');
  await folded(panel).locator('summary').click();
  await expect.poll(isOpen(panel)).toBe(true);
  const inside = await folded(panel).evaluate(
    (element) => element.getBoundingClientRect().top + scrollY + 300,
  );
  return panel.scrollTo(Math.round(inside));
}

describe('expanded details', () => {
  it('are open again, at the same position, after the panel was hidden', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    const before = await readInside(panel);
    await panel.reload();
    await expect.poll(isOpen(panel)).toBe(true);
    await expect.poll(() => panel.position()).toBe(before);
  });

  it('are open again after a reload of the window', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    const before = await readInside(panel);
    await panel.restore();
    await expect.poll(isOpen(panel)).toBe(true);
    await expect.poll(() => panel.position()).toBe(before);
  });

  it('belong to their visit: open on the way back, closed on a new visit', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    const before = await readInside(panel);
    await panel.openEntry('other');
    await panel.openEntry('everything');
    expect(await isOpen(panel)()).toBe(false);
    await panel.host.go(-2);
    await panel.settled();
    await expect.poll(isOpen(panel)).toBe(true);
    await expect.poll(() => panel.position()).toBe(before);
  });

  it('stay closed once the reader has closed them', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await readInside(panel);
    const summary = folded(panel).locator('summary');
    await summary.scrollIntoViewIfNeeded();
    await summary.click();
    await expect.poll(isOpen(panel)).toBe(false);
    await panel.openEntry('other');
    await panel.host.go(-1);
    await panel.settled();
    expect(await isOpen(panel)()).toBe(false);
  });

  it('include the outline', async ({ openPanel }) => {
    const panel = await openPanel(EVERYTHING_ROOM);
    await panel.openEntry('everything');
    await panel.locator('.outline summary').click();
    await panel.openEntry('other');
    await panel.host.go(-1);
    await expect.poll(() => panel.locator('.outline').getAttribute('open')).toBe('');
  });

  it('open as soon as their post arrives', async ({ openPanel }) => {
    const last = '> A11. <details><summary>A log</summary>\n>\n> It is long.\n>\n> </details>\n';
    const panel = await openPanel({
      files: { 'thread.md': `${threadOfTen()}\n${last}`, 'b.md': '---\nid: b\n---\n# B?\n\n> B.\n' },
    });
    await panel.openEntry('thread');
    await folded(panel).locator('summary').click();
    await expect.poll(isOpen(panel)).toBe(true);
    await panel.scrollTo(0);
    await panel.openEntry('b');
    panel.host.holdsChunks = true;
    await panel.host.go(-1);
    await panel.post(0).waitFor();
    expect(await folded(panel).count()).toBe(0);
    await panel.host.sendRest();
    await expect.poll(isOpen(panel)).toBe(true);
  });
});
