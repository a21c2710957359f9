import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixtures, Window } from './window';

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
      .locator('article[data-entry-id="fastapi-user-group/scoped-session-threads"]')
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
    expect(await window.hasHover('theirs = orm.Session()', 'Session')).toBe(true);
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
