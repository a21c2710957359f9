import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { JOINED, REQUEST, SCOPED } from './entries';
import { Window } from './window';

const SCOPED_LINK =
  'code-oss://archive-answers.archive-answers/entry?id=fastapi-user-group/scoped-session-threads';

/** Removes the bookmark of an entry, should it have one: a test may be tried again. */
async function removeBookmark(entry: Locator, name: string): Promise<void> {
  await entry.hover();
  const remove = entry.getByRole('button', { name });
  if ((await remove.count()) > 0) await remove.click();
  await remove.waitFor({ state: 'detached' });
}

describe('browsing in the sidebar', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open();
    await window.openFile('db.py');
    await window.openSidebar();
    // What loads meanwhile, in either view, would close a menu.
    await window.tree.row('FastAPI').waitFor();
    await window.page.locator('.sidebar .label-name').getByText(REQUEST).waitFor();
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  const selected = (): Promise<readonly string[]> =>
    window.tree.pane().locator('.monaco-list-row.selected .label-name').allInnerTexts();
  const paste = async (): Promise<void> => {
    await window.openUntitled();
    await window.page.keyboard.press('ControlOrMeta+V');
  };

  it('sorts and groups by the menus of its title, and says how', async () => {
    const pane = window.tree.pane();
    const choose = (menu: string, item: string): Promise<void> =>
      window.choose(
        async () => {
          await pane.locator('.pane-header').hover({ timeout: 5_000 });
          await pane.getByRole('button', { name: menu }).click({ timeout: 5_000 });
        },
        item,
        `browsing ${menu}`,
      );
    const putBack = async (): Promise<void> => {
      await window.runCommand('Archive Answers: Group by Topic');
      await window.runCommand("Archive Answers: Sort in the Archive's Order");
      await pane.getByText('by topic', { exact: true }).waitFor();
    };
    await putBack();
    await choose('Sort By', 'Sort by Date, Newest First');
    await pane.getByText('by topic · newest first').waitFor();
    await choose('Group By', 'Group by Status');
    await window.tree.row('Self-answered').waitFor();
    await pane.getByText('by status · newest first').waitFor();
    await window.picture('browsing-status');
    await putBack();
  });

  it('selects the entry that is opened elsewhere, without taking the focus, and when asked to', async () => {
    await window.openEntry('scoped_session threads', SCOPED);
    await expect.poll(selected).toEqual([SCOPED]);
    // It moves the rows below it.
    await window.tree.row('Opened recently').waitFor();
    await window.picture('browsing-revealed');
    await window.runCommand('View: Show Explorer');
    await window.runCommand('Archive Answers: Reveal the Open Entry in the Sidebar');
    await window.tree.focused().getByText(SCOPED, { exact: true }).waitFor();
    await window.tree.expand('Opened recently');
    await expect.poll(() => window.tree.pane().locator('.label-name').getByText(SCOPED).count()).toBe(2);
    await window.picture('browsing-recent');
    await window.tree.collapse('Opened recently');
  });

  it('keeps a bookmark over a reload, until its icon is pressed again', async () => {
    await window.tree.expand('SQLAlchemy');
    await removeBookmark(window.tree.row(SCOPED), 'Remove Bookmark');
    await window.tree.row(SCOPED).hover();
    await window.tree.row(SCOPED).getByRole('button', { name: 'Add Bookmark' }).click();
    await window.tree.row('Bookmarks').waitFor();
    await window.picture('browsing-bookmark');
    await window.reload();
    await window.openSidebar();
    await window.tree.row('Bookmarks').waitFor();
    await window.tree.row(SCOPED).hover();
    await window.tree.row(SCOPED).getByRole('button', { name: 'Remove Bookmark' }).click();
    await window.tree.row('Bookmarks').waitFor({ state: 'detached' });
  });

  it('copies the links of all selected entries', async () => {
    await window.tree.expand('SQLAlchemy');
    await window.tree.expand('async');
    await window.tree.row(SCOPED).click();
    await window.tree.row(JOINED).click({ modifiers: ['ControlOrMeta'] });
    await expect.poll(async () => (await selected()).length).toBe(2);
    await window.picture('browsing-selected');
    await window.tree.menu(JOINED, 'Copy Link');
    await window.page.locator('.statusbar').getByText('2 links copied').waitFor();
    await paste();
    await expect.poll(async () => (await window.editorText()).split('\n')).toContain(SCOPED_LINK);
    await expect.poll(async () => (await window.editorText()).split('\n')).toHaveLength(2);
  });

  it('inserts a link where an entry is dropped into an editor with Shift', async () => {
    await window.openUntitled();
    const { page } = window;
    // An editor without text has a hint in it that takes the drop.
    await page.keyboard.type('See ');
    const from = await window.tree.row(SCOPED).boundingBox();
    const to = await page.locator('.editor-group-container.active .view-lines').boundingBox();
    if (from === null || to === null) throw new Error('Nothing to drag, or nowhere to.');
    await page.mouse.move(from.x + 60, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 90, from.y + 14, { steps: 5 });
    await page.keyboard.down('Shift');
    await page.mouse.move(to.x + 200, to.y + 8, { steps: 15 });
    await window.picture('browsing-drag');
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await expect.poll(() => window.editorText()).toContain(`${SCOPED}: ${SCOPED_LINK}`);
    await window.picture('browsing-dropped');
  });
});

describe('browsing in Korean', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open({
      locale: 'ko',
      settings: { 'workbench.colorTheme': 'Default Light Modern' },
    });
    await window.openSidebar();
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  it('says groups, order and marks in Korean', async () => {
    const pane = window.tree.pane();
    await pane.getByText('주제별', { exact: true }).waitFor();
    await window.tree.expand('FastAPI');
    const entry = window.tree.row(/요청/);
    await removeBookmark(entry, '북마크 제거');
    await entry.hover();
    await entry.getByRole('button', { name: '북마크 추가' }).click();
    await window.tree.row('북마크').waitFor();
    await entry.click();
    await window.tree.row('최근에 연 항목').waitFor();
    await window.picture('browsing-ko');
    await window.page.setViewportSize({ width: 640, height: 720 });
    await window.picture('browsing-ko-narrow');
  });
});
