import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { JOINED, SCOPED } from './entries';
import { fixtures, UNTIL, Window } from './window';

describe('the sidebar', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open();
    await window.openFile('db.py');
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  it('shows topics with counts, and opens an entry in the panel', async () => {
    await window.openSidebar();
    expect(await window.tree.row('FastAPI').innerText()).toMatch(/FastAPI\s*3/);
    await window.tree.expand('SQLAlchemy');
    await window.tree.row(SCOPED).click();
    await window.panel.getByRole('heading', { level: 1, name: SCOPED }).waitFor();
    // It moves the rows below it.
    await window.tree.row('Opened recently').waitFor();
    await window.picture('sidebar-topics');
  });

  it('opens an entry by keyboard', async () => {
    await window.tree.expand('SQLAlchemy');
    await window.tree.collapse('async');
    await window.tree.row('async').click();
    await window.tree.row(JOINED).waitFor();
    await window.page.keyboard.press('ArrowDown');
    await window.tree.focused().getByText(JOINED, { exact: true }).waitFor();
    await window.page.keyboard.press('Enter');
    await window.panel.getByRole('heading', { level: 1, name: JOINED }).waitFor();
    // Looking leaves the focus in the list; Enter once more goes to the panel, where the keys scroll.
    await window.page.keyboard.press('Enter');
    await expect.poll(() => window.page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
  });

  it('opens the row that has the focus to the side, whichever is selected', async () => {
    await window.tree.expand('SQLAlchemy');
    await window.tree.expand('async');
    await window.tree.row(SCOPED).click();
    await window.panel.getByRole('heading', { level: 1, name: SCOPED }).waitFor();
    for (let moves = 0; moves < 8; moves += 1) {
      if ((await window.tree.focused().innerText()) === JOINED) break;
      await window.page.keyboard.press('ArrowUp');
    }
    await window.tree.focused().getByText(JOINED, { exact: true }).waitFor();
    await window.page.keyboard.press('ControlOrMeta+Enter');
    await window.panel.getByRole('heading', { level: 1, name: JOINED }).waitFor();
  });

  it('tells the question in a tooltip', async () => {
    await window.tree.expand('SQLAlchemy');
    const row = window.tree.row(SCOPED).locator('.label-name');
    const tooltip = window.page
      .locator('.monaco-hover:visible, .workbench-hover:visible')
      .filter({ hasText: 'Self-answered' })
      .first();
    await vi.waitFor(async () => {
      await window.page.mouse.move(0, 0);
      await row.hover({ position: { x: 40, y: 8 }, timeout: 5_000 });
      await tooltip.waitFor({ timeout: 5_000 });
    }, UNTIL);
    await window.picture('sidebar-tooltip');
    await window.page.mouse.move(0, 0);
  });

  it('groups by archive and by symbol, and remembers it', async () => {
    await window.runCommand('Archive Answers: Group by Archive');
    await window.tree.row('FastAPI User Group (Korea)').waitFor();
    await window.runCommand('Archive Answers: Group by Symbol');
    await window.tree.row('Depends').waitFor();
    await window.picture('sidebar-symbols');
    await window.reload();
    await window.openSidebar();
    await window.tree.row('Depends').waitFor();
    await window.runCommand('Archive Answers: Group by Topic');
    await window.tree.row('SQLAlchemy').waitFor();
  });

  it('filters as it is typed, and says what to do when nothing is left', async () => {
    await window.openInput('Archive Answers: Filter Entries…', 'Filter Entries');
    await window.page.keyboard.type('scoped_session');
    await window.tree.row('SQLAlchemy').waitFor();
    await expect.poll(() => window.tree.message()).toMatch(/^\d of 8 entries match “scoped_session”$/);
    await window.page.keyboard.press('Enter');
    await window.picture('sidebar-filter');
    await window.openInput('Archive Answers: Filter Entries…', 'Filter Entries');
    await window.page.keyboard.type('qqqqzzzz');
    await window.page.locator('.pane-body').getByText('No entry matches the filter.').waitFor();
    await window.picture('sidebar-filter-nothing');
    // Escape leaves the filter that was there before.
    await window.page.keyboard.press('Escape');
    await expect.poll(() => window.tree.message()).toMatch(/scoped_session/);
    await window.runCommand('Archive Answers: Clear Filter');
    await window.tree.row('ASGI').waitFor();
  });

  it('copies an entry as Markdown and its link, and opens its source at its line', async () => {
    await window.tree.expand('SQLAlchemy');
    const statusBar = window.page.locator('.statusbar');
    await window.tree.menu(SCOPED, 'Copy as Markdown');
    await statusBar.getByText('Thread copied as Markdown').waitFor();
    await window.openUntitled();
    await window.page.keyboard.press('ControlOrMeta+V');
    // A paste takes its time.
    await expect.poll(() => window.editorText()).not.toBe('');
    await window.page.keyboard.press('ControlOrMeta+Home');
    await expect.poll(() => window.editorText()).toContain(`# ${SCOPED}`);
    expect(await window.editorText()).toContain('> A1. ');
    await window.tree.menu(SCOPED, 'Copy Link');
    await statusBar.getByText('Link copied').waitFor();
    await window.openUntitled();
    await window.page.keyboard.press('ControlOrMeta+V');
    await expect
      .poll(() => window.editorText())
      .toBe('code-oss://archive-answers.archive-answers/entry?id=fastapi-user-group/scoped-session-threads');
    await window.tree.menu(SCOPED, 'Open the Source at This Line');
    await window.page.locator('.tab.active').getByText('scoped-session-threads.en.md').waitFor();
  });
});

describe('the sidebar of a broken archive', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open({
      folder: fixtures,
      settings: {
        'archiveAnswers.sources': ['broken', 'nowhere'],
        'archiveAnswers.shippedArchive.enabled': false,
      },
    });
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  it('shows the problems, each opens its file at its line', async () => {
    await window.openSidebar();
    await window.tree.expand('Problems of the archives');
    await window.tree.row(/status.*should be one of/).waitFor();
    await window.picture('sidebar-problems');
    await window.tree.row(/status.*should be one of/).click();
    await window.page.locator('.tab.active').getByText('values.md').waitFor();
    await window.page.locator('.statusbar').getByText('Ln 3, Col 1').waitFor();
  });
});

describe('the sidebar without any archive', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open({ settings: { 'archiveAnswers.shippedArchive.enabled': false } });
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  it('says what an archive is and offers to add one, as the search does', async () => {
    await window.openSidebar();
    await window.page.locator('.pane-body').getByText('No archive has an entry yet.').waitFor();
    await window.picture('sidebar-empty');
    await window.openSearch();
    await window.results.first().getByText('There is no archive to search.').waitFor();
    await window.page.keyboard.press('Escape');
    await window.page.locator('.pane-body').getByRole('button', { name: 'Add Archive…' }).click();
    await window.results.filter({ hasText: 'Folder of Markdown files…' }).waitFor();
    await window.picture('add-archive');
  });
});
