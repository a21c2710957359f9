import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixtures, Window } from './window';

describe('the answers for a file', () => {
  let window: Window;
  let rows: Locator;
  beforeAll(async () => {
    window = await Window.open({
      folder: join(fixtures, 'locked'),
      settings: { 'archiveAnswers.sources': [join(fixtures, 'locked', 'archive')] },
    });
    await window.openFile('articles.py');
    await window.openSidebar();
    const pane = window.page.locator('.sidebar .pane').filter({ hasText: 'Answers for This File' });
    rows = pane.locator('.monaco-list-row');
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  it('are those about what it uses', async () => {
    const joined = rows.filter({ hasText: /joined table/ }).first();
    await joined.waitFor();
    expect(await joined.innerText()).toContain('selectinload');
    await rows
      .filter({ hasText: /Tags are loaded/ })
      .first()
      .waitFor();
    await window.picture('answers-for-file');
  });

  it('open, and lead to the line', async () => {
    const joined = rows.filter({ hasText: /joined table/ }).first();
    await joined.click();
    await window.panel
      .locator('article.entry[data-entry-id="fastapi-user-group/async-join-missing-rows"]')
      .waitFor();
    if ((await joined.getAttribute('aria-expanded')) === 'false') {
      await joined.locator('.monaco-tl-twistie').click();
    }
    await rows.filter({ hasText: 'select(Article).options' }).first().waitFor();
    await window.picture('answers-for-file-lines');
  });

  it('are quiet about another kind of file', async () => {
    await window.openFile('output.txt');
    await rows.first().waitFor({ state: 'detached' });
    await window.openFile('db.py');
    await rows
      .filter({ hasText: /tie one request/ })
      .first()
      .waitFor();
  });
});
