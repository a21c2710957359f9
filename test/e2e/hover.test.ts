import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { quickInput } from '../../scripts/host/browser.mjs';
import { fixtures, UNTIL, Window } from './window';

describe('the hover', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open({ folder: fixtures });
    await window.openFile('names.py');
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  it('leads from scoped_session to the entry', async () => {
    const hover = await window.hover('registry = scoped_session', 'scoped_session');
    const link = hover.getByRole('link', { name: /^Is a freshly created Session/ });
    await link.waitFor();
    await window.picture('hover-scoped-session');
    expect(await hover.innerText()).toMatch(/Self-answered/);
    expect(await hover.getByRole('link').count()).toBeLessThanOrEqual(4);
    await link.click();
    await window.panel
      .locator('article.entry[data-entry-id="fastapi-user-group/scoped-session-threads"]')
      .waitFor();
  });

  it('leads from an alias of Depends to its entries, and on to the search', async () => {
    const hover = await window.hover('Needs(registry)', 'Needs');
    await hover.getByRole('link', { name: /^How do I tie one request/ }).waitFor();
    await window.picture('hover-depends');
    await hover.getByRole('link', { name: 'more on Depends…' }).click();
    await window.results.first().waitFor();
    expect(await window.page.locator('.quick-input-widget:visible input').first().inputValue()).toBe(
      'symbol:fastapi.Depends ',
    );
    await window.page.keyboard.press('Escape');
  });

  it.each([
    ['a class of the user’s own', 'mine = Session()', 'Session'],
    ['a comment', 'A comment on scoped_session', 'scoped_session'],
    ['a string', 'scoped_session in a string', 'scoped_session'],
    ['a docstring', 'speaks of scoped_session', 'scoped_session'],
    ['a local variable', 'print(scoped_session', 'scoped_session'],
  ])('is silent over %s', async (_, line, name) => {
    expect(await window.hasHover(line, name)).toBe(false);
  });

  it('speaks again over the library’s own name, so the silence above is meant', async () => {
    await window.hover('theirs = orm.Session()', 'Session');
  });
});

describe('the hover in a project with a lock file', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open({
      folder: join(fixtures, 'locked'),
      settings: {
        'archiveAnswers.hover.matches': 'all',
        'archiveAnswers.sources': [join(fixtures, 'locked', 'archive')],
      },
    });
    await window.openFile('articles.py');
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  it('follows a parameter through another module, and says which versions meet', async () => {
    // A hover does not wait long for the versions of the project.
    await vi.waitFor(async () => {
      const hover = await window.hover('await database.execute', 'execute');
      expect(await hover.innerText()).toContain('for 1.4 · you have 2.0.36');
    }, UNTIL);
    await window.picture('hover-version');
  });

  it('names a value that an archive speaks of', async () => {
    const hover = await window.hover('relationship(lazy="selectin")', 'selectin');
    await hover.getByRole('link', { name: 'Tags are loaded with a query for each article' }).waitFor();
    await window.picture('hover-keyword');
  });

  it('comes and opens by keyboard', async () => {
    const { keyboard } = window.page;
    await window.openFile('articles.py');
    await window.runCommand('Go to Line/Column...');
    await expect.poll(() => quickInput(window.page).input.inputValue()).toMatch(/^:/);
    await keyboard.type('17:45');
    await keyboard.press('Enter');
    await window.page.locator('.statusbar').getByText('Ln 17, Col 45').waitFor();
    const hover = window.page
      .locator('.monaco-hover:visible')
      .filter({ has: window.page.getByRole('link') })
      .first();
    const show = async (): Promise<void> => {
      await keyboard.press('Control+k');
      await keyboard.press('Control+i');
    };
    await vi.waitFor(async () => {
      await show();
      await hover.waitFor({ timeout: 4_000 });
    }, UNTIL);
    // Once more goes into it.
    await show();
    await window.page.locator('.monaco-hover:focus-within').first().waitFor();
    await keyboard.press('Tab');
    await window.picture('hover-keyboard');
    await keyboard.press('Enter');
    await window.panel
      .locator('article.entry[data-entry-id="fastapi-user-group/async-join-missing-rows"]')
      .waitFor();
  });
});

describe('the hover, turned off', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open({ folder: fixtures, settings: { 'archiveAnswers.hover.enabled': false } });
    await window.openFile('names.py');
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  it('is silent', async () => {
    expect(await window.hasHover('registry = scoped_session', 'scoped_session')).toBe(false);
  });
});
