import { describe, expect } from 'vitest';
import { JOINED, REQUEST, SCOPED } from '../entries';
import { it } from './tests';

describe('the sidebar', () => {
  it('opens an entry by a click and selects the one that is opened elsewhere', async ({ window }) => {
    const { sidebar, panel } = window;
    await sidebar.open();
    await sidebar.expand('SQLAlchemy');
    await sidebar.row(SCOPED).click();
    await panel.waitForEntry(SCOPED);
    await window.openEntry('joined table', JOINED);
    await expect.poll(() => sidebar.selected()).toEqual(['Missing data after a join']);
    expect(await panel.hasFocus()).toBe(true);
  });

  it('opens entries by keyboard, in the panel and to its side', async ({ window }) => {
    const { sidebar, panel, page, editor } = window;
    await sidebar.open();
    await sidebar.expand('SQLAlchemy');
    await sidebar.collapse('async');
    await sidebar.expand('async');
    await page.keyboard.press('ArrowDown');
    await sidebar.focusedLabel.getByText('Missing data after a join', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await panel.waitForEntry(JOINED);
    expect(await panel.hasFocus()).toBe(false);
    // Once more goes to the panel, where keys scroll.
    await page.keyboard.press('Enter');
    await panel.waitForFocus();
    // By its key: closing the palette would give the focus back to the panel first, in part 50 ms later.
    await page.keyboard.press('ControlOrMeta+0');
    await sidebar.focusedLabel.getByText('Missing data after a join', { exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await sidebar.focusedLabel.getByText('One async session per request', { exact: true }).waitFor();
    await page.keyboard.press('ControlOrMeta+Enter');
    await panel.waitForEntry(REQUEST);
    await panel.waitForFocus();
    expect(await editor.tabs.count()).toBe(1);
  });

  it('opens the source of an entry by its menu', async ({ window }) => {
    const { sidebar, editor } = window;
    await sidebar.open();
    await sidebar.expand('SQLAlchemy');
    await sidebar.row(SCOPED).click({ button: 'right' });
    await window.chooseFromMenu('Open Source File at This Line');
    await editor.activeTab.getByText('scoped-session-threads.en.md').waitFor();
  });

  it('is grouped and sorted by commands, and says how', async ({ window }) => {
    const { sidebar } = window;
    await sidebar.open();
    await window.runCommand('Archive Answers: Sort by Title');
    await sidebar.entries.getByText('by topic · by title').waitFor();
    await window.runCommand('Archive Answers: Group by Status');
    await sidebar.entries.getByText('by status · by title').waitFor();
    await sidebar.row('Self-answered').waitFor();
    await window.runCommand('Archive Answers: Group by Topic');
    await window.runCommand('Archive Answers: Sort by Archive Order');
    await sidebar.entries.getByText('by topic', { exact: true }).waitFor();
  });

  it('filters as it is typed, until Escape gives back the filter of before', async ({ window }) => {
    const { sidebar, quickInput, page } = window;
    await sidebar.open();
    await window.runCommand('Archive Answers: Filter Entries…');
    await quickInput.waitForTitle('Filter Entries');
    await quickInput.enter('scoped_session');
    await expect.poll(() => sidebar.message()).toMatch(/^\d of 8 entries match “scoped_session”$/);
    await page.keyboard.press('Enter');
    await window.runCommand('Archive Answers: Filter Entries…');
    await quickInput.waitForTitle('Filter Entries');
    await quickInput.enter('qqqqzzzz');
    await sidebar.entries.getByText('No entries match the filter.').waitFor();
    await quickInput.cancel();
    await expect.poll(() => sidebar.message()).toMatch(/scoped_session/);
    await window.runCommand('Archive Answers: Clear Filter');
    await sidebar.row('ASGI').waitFor();
  });

  it('keeps a bookmark over a reload, and drops it by the command of the panel', async ({ window }) => {
    const { sidebar, panel, editor } = window;
    await sidebar.open();
    await sidebar.expand('SQLAlchemy');
    await sidebar.row(SCOPED).hover();
    await sidebar.row(SCOPED).getByRole('button', { name: 'Add Bookmark' }).click();
    await sidebar.row('Bookmarks').waitFor();
    await window.reload();
    await sidebar.row('Bookmarks').waitFor();
    await window.openEntry('scoped_session threads', SCOPED);
    await editor.action('Remove Bookmark').waitFor();
    await window.runCommand('Archive Answers: Remove Bookmark');
    await editor.action('Add Bookmark').waitFor();
    await sidebar.row('Bookmarks').waitFor({ state: 'detached' });
    await panel.waitForEntry(SCOPED);
  });

  it('lists the entries for the file in use, which open and lead to its lines', async ({ window }) => {
    const { sidebar, panel, page, editor } = window;
    await sidebar.open();
    await window.openFile('legacy.py');
    const entry = sidebar.fileRow(SCOPED);
    await entry.click();
    await panel.waitForEntry(SCOPED);
    await page.keyboard.press('ArrowRight');
    const line = sidebar.row(/^Session = scoped_session/, sidebar.file);
    await line.click();
    await window.statusBar.getByText(/^Ln 21, Col 25 \(14 selected\)$/).waitFor();
    // A row leads to its line without taking the focus along.
    await editor.tab('legacy.py').click();
    await editor.focused.waitFor();
    await window.openFile('README.md');
    await entry.waitFor({ state: 'detached' });
  });
});
