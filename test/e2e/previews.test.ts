import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CLASSES, JOINED, REQUEST, SCOPED } from './entries';
import { lookAt } from './looks';
import { Window } from './window';

describe('a look at an entry from the search', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open({ viewport: { width: 1440, height: 860 } });
    await window.openFile('db.py');
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  const article = (id: string) => window.article(id);
  const tabs = (title: string) => window.page.locator('.tab').getByText(title.slice(0, 20));
  const lookAtClasses = () => lookAt(window, 'controllers written as classes', CLASSES, 'class-based-views');
  const closeSearch = async () => {
    await window.page.keyboard.press('Escape');
    await article('class-based-views').waitFor({ state: 'detached' });
  };

  it('gives way to what is opened by the click that closes the list', async () => {
    await window.openSidebar();
    await window.tree.expand('SQLAlchemy');
    await window.tree.expand('async');
    await lookAtClasses();
    await window.tree.row(JOINED).click();
    await article('async-join-missing-rows').waitFor();
    // Longer than it would take to put back what was there.
    await window.page.waitForTimeout(1_500);
    expect(await article('async-join-missing-rows').count()).toBe(1);
    expect(await tabs(CLASSES).count()).toBe(0);
  });

  it('leaves nothing behind when the entry is one that is kept', async () => {
    await window.closeEditors();
    await window.openEntry('tie one request', REQUEST);
    await window.runCommand('Archive Answers: Keep Open');
    await window.openEntry('scoped_session threads', SCOPED);
    await lookAt(window, 'tie one request', REQUEST, 'async-session-per-request');
    await window.page.keyboard.press('Enter');
    await expect.poll(() => tabs(REQUEST).count()).toBe(1);
    await tabs(SCOPED).click();
    await article('scoped-session-threads').waitFor();
  });

  it('takes nothing from the history that an entry which is kept has left', async () => {
    await window.closeEditors();
    await window.openEntry('joined table', JOINED);
    await window.openEntry('tie one request', REQUEST);
    await window.runCommand('Archive Answers: Keep Open');
    await window.openEntry('scoped_session threads', SCOPED);
    await window.runCommand('Archive Answers: Keep Open');
    await expect.poll(() => tabs(SCOPED).count()).toBe(1);
    await lookAtClasses();
    await closeSearch();
    await window.openEntry('controllers written as classes', CLASSES);
    await window.page
      .locator('.editor-group-container.active .editor-actions a[aria-label^="Go Back in the Panel"]')
      .click();
    // What was read before both entries that are kept.
    await article('async-join-missing-rows').waitFor();
  });

  it('closes no panel that the window kept over a reload', async () => {
    await window.openEntry('controllers written as classes', CLASSES);
    await window.openUntitled();
    await window.reload();
    await lookAt(window, 'scoped_session threads', SCOPED, 'scoped-session-threads');
    await window.page.keyboard.press('Escape');
    await expect.poll(() => tabs(CLASSES).count()).toBe(1);
    await tabs(CLASSES).click();
    await article('class-based-views').waitFor();
    await window.openEntry('joined table', JOINED);
    await article('async-join-missing-rows').waitFor();
    await expect.poll(() => tabs(CLASSES).count()).toBe(0);
    expect(await tabs(JOINED).count()).toBe(1);
  });
});
