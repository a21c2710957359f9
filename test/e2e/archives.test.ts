import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { addFolder, PARROT } from './addFolder';
import { CLASSES, REQUEST, SCOPED } from './entries';
import { boxOf, type Window } from './window';
import { windowTests } from './windowTests';
import { fixtures } from './workspace';

const KEYS = 'Where do the keys lie?';
const WITH_PICTURES = '백그라운드 작업에서 요청의 세션을 그대로 써도 되나요?';
/** A title that a notification would make a link of. */
const HOSTILE = 'Questions [here](command:workbench.action.files.newUntitledFile)';

const it = windowTests({
  workspace: {
    folders: { room: join(fixtures, 'room'), broken: join(fixtures, 'broken') },
    files: {
      'notes.txt': 'Nothing.',
      'keys/keys.md': `# ${KEYS}\n\n> Under the doormat.\n`,
      'questions/parrot.md': PARROT.text,
      'questions/archive.json': JSON.stringify({ title: 'Fragen', titles: { en: HOSTILE } }),
    },
  },
  settings: { 'archiveAnswers.shippedArchive.enabled': false },
  // VS Code's own way to drop things into an editor is there by then, as it is where somebody writes.
  firstFile: 'notes.txt',
});

/** Opens the sidebar with a row for each archive. */
async function showArchives(window: Window): Promise<void> {
  await window.sidebar.open();
  await window.runCommand('Archive Answers: Group by Archive');
  await window.sidebar.entries.getByText('by archive', { exact: true }).waitFor();
}

/** Waits for the row of an archive, with its number of entries and what else it says. */
async function waitForArchive(row: Locator, text: RegExp): Promise<void> {
  await expect.poll(() => row.innerText()).toMatch(text);
}

describe('archives', () => {
  it('are asked for where there are none, by the sidebar and the search', async ({ window, workspace }) => {
    const { sidebar, quickInput } = window;
    await workspace.configure({});
    await sidebar.open();
    await sidebar.entries.getByText('There are no entries yet.').waitFor();
    await window.openSearch();
    await quickInput.waitForFirst('There is no archive to search.');
    await quickInput.cancel();
    await sidebar.entries.getByRole('button', { name: 'Add Archive…' }).click();
    await quickInput.row('Folder of Markdown files…').waitFor();
  });

  it('are added by the setting while the window is open, with their pictures', async ({
    window,
    workspace,
  }) => {
    const { sidebar, panel } = window;
    await showArchives(window);
    await workspace.configure({ 'archiveAnswers.sources': ['keys', 'room/room.md'] });
    await waitForArchive(sidebar.row('keys'), /^keys\s*1$/);
    await window.openEntry('작업 큐', WITH_PICTURES);
    const picture = panel.content.locator('img');
    // Pictures load when they come into view.
    await picture.evaluate((image) => {
      image.scrollIntoView();
    });
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(48);
    expect(await panel.content.locator('.image-missing').innerText()).toContain('./images/lost.png');
    expect(window.policyViolations).toEqual([]);
  });

  it('are shown as they were edited on disk, in the panel, the search and the sidebar', async ({
    window,
    workspace,
  }) => {
    const { sidebar, panel, quickInput } = window;
    const row = sidebar.row('keys');
    await showArchives(window);
    await workspace.configure({ 'archiveAnswers.sources': ['keys'] });
    await workspace.write('keys/keys.md', `# ${KEYS}\n\n> Under the doormat.\n`);
    await waitForArchive(row, /^keys\s*1$/);
    await window.openEntry('doormat', KEYS);
    await workspace.write('keys/keys.md', `# ${KEYS}\n\n> In the marmalade factory.\n`);
    await panel.content.locator('.body').getByText('marmalade factory').waitFor();
    await window.search('marmalade', KEYS);
    await quickInput.cancel();
    await workspace.write('keys/clock.md', '# Who winds the clock?\n\n> The cook.\n');
    await waitForArchive(row, /^keys\s*2 · 1 new$/);
    await window.openEntry('winds the clock', 'Who winds the clock?');
    await waitForArchive(row, /^keys\s*2$/);
    await workspace.remove('keys/clock.md');
    await panel.content.locator('.gone').waitFor();
    await panel.content.locator('.gone button').click();
    await quickInput.waitForText(/Who winds the clock/);
  });

  it('are added by the command, which takes it back', async ({ window, workspace }) => {
    const { sidebar, page } = window;
    await showArchives(window);
    await workspace.configure({});
    await sidebar.entries.getByText('There are no entries yet.').waitFor();
    await addFolder(window, workspace.path('questions'));
    await sidebar.row(HOSTILE).waitFor();
    expect(await workspace.settings()).toEqual({ 'archiveAnswers.sources': ['questions'] });
    // A toast goes by itself; its text stays in the list.
    await window.runCommand('Notifications: Show Notifications');
    const notification = page
      .locator('.notifications-center .notification-list-item')
      .filter({ hasText: 'Entries: 1' });
    // The title is a stranger's: the notification shows it as it is written.
    expect((await notification.innerText()).replaceAll('\u200b', '')).toContain(`Added ${HOSTILE}.`);
    expect(await notification.locator('.notification-list-item-message a').count()).toBe(0);
    await notification.getByRole('button', { name: 'Undo' }).click();
    await sidebar.row(HOSTILE).waitFor({ state: 'detached' });
    expect(await workspace.settings()).toEqual({});
  });

  it('show their problems, which lead to the line', async ({ window, workspace }) => {
    const { sidebar, editor, statusBar } = window;
    await showArchives(window);
    await workspace.configure({ 'archiveAnswers.sources': ['broken'] });
    await sidebar.expand('Archive problems');
    await sidebar.row(/status.*should be one of/).click();
    await editor.activeTab.getByText('values.md').waitFor();
    await statusBar.getByText('Ln 3, Col 1').waitFor();
  });

  it('are searched without previews where the setting says so', async ({ window, workspace }) => {
    const { sidebar, quickInput, page, editor, panel } = window;
    await showArchives(window);
    await workspace.configure({
      'archiveAnswers.shippedArchive.enabled': true,
      'archiveAnswers.search.preview': false,
    });
    // Both settings hold once the archive is there.
    await sidebar.row('FastAPI User Group (Korea)').waitFor();
    await window.search('controllers written as classes', CLASSES);
    await page.keyboard.press('ArrowDown');
    await quickInput.row(REQUEST).and(page.locator('.focused')).waitFor();
    await page.keyboard.press('ControlOrMeta+A');
    await quickInput.enter('scoped_session threads');
    await quickInput.waitForFirst(SCOPED);
    // A preview would have come before the list of the next words.
    expect(await editor.tabs.count()).toBe(0);
    await page.keyboard.press('Enter');
    await panel.waitForEntry(SCOPED);
  });

  it('have entries that insert a link where they are dropped into an editor with Shift', async ({
    window,
    workspace,
  }) => {
    const { sidebar, editor, page } = window;
    await showArchives(window);
    await workspace.configure({ 'archiveAnswers.sources': ['questions'] });
    await sidebar.expand(HOSTILE);
    await window.openUntitled('See ');
    const from = await boxOf(sidebar.row(PARROT.title));
    const to = await boxOf(page.locator('.editor-group-container.active .view-line').first());
    await page.mouse.move(from.x + 60, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 90, from.y + 14, { steps: 5 });
    await page.keyboard.down('Shift');
    await page.mouse.move(to.x + 200, to.y + 8, { steps: 15 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    const link = 'code-oss://archive-answers.archive-answers/entry?id=questions/parrot.md';
    await expect.poll(() => editor.text()).toContain(`${PARROT.title}: ${link}`);
  });
});
