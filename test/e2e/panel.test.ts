import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLASSES, REQUEST, SCOPED } from './entries';
import { lookAtFirst } from './looks';
import { UNTIL, Window } from './window';

describe('the panel', () => {
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
  const place = () => window.place();
  /** Opens the first thread, and resolves to a place in it. */
  const readRequest = async (): Promise<string> => {
    await window.openEntry('tie one request', REQUEST);
    const inRequest = await window.scrollPanel(700);
    expect(inRequest).not.toBe('top');
    return inRequest;
  };

  it('previews what the reader moves to, and Escape puts back what was there', async () => {
    const tabs = window.page.locator('.tab');
    await expect.poll(() => tabs.count()).toBe(1);
    await window.openSearch();
    await window.page.keyboard.type('session');
    await expect.poll(() => window.titles()).toContain(SCOPED);
    expect(await window.results.count()).toBeGreaterThan(2);
    // A list that has just been filled makes its first row active by itself: that is no movement.
    expect(await tabs.count()).toBe(1);
    await vi.waitFor(async () => {
      await window.page.keyboard.press('ArrowDown');
      await window.panel.locator('article.entry').waitFor({ timeout: 8_000 });
    }, UNTIL);
    expect(
      await window.page
        .locator('.quick-input-widget:visible input')
        .first()
        .evaluate((input) => input === document.activeElement),
    ).toBe(true);
    await window.picture('preview');
    await window.page.keyboard.press('Escape');
    await expect.poll(() => tabs.count()).toBe(1);
  });

  it('goes back to the entry and the place that a preview has covered', async () => {
    const inRequest = await readRequest();
    await window.openSearch();
    await window.page.keyboard.type('scoped_session');
    await expect.poll(() => window.titles()).toContain(SCOPED);
    await lookAtFirst(window, 'scoped-session-threads');
    await window.page.keyboard.press('Escape');
    await article('async-session-per-request').waitFor();
    await expect.poll(place).toBe(inRequest);
  });

  it('is restored after a reload at the same place', async () => {
    const inRequest = await readRequest();
    await window.reload();
    await article('async-session-per-request').waitFor();
    await expect.poll(place).toBe(inRequest);
    await window.picture('panel-restored');
  });

  it('keeps its place when it is covered and seen again, and in another language', async () => {
    await window.openEntry('tie one request', REQUEST);
    await window.panel.getByRole('button', { name: '한국어' }).focus();
    await window.page.keyboard.press('Enter');
    await window.panel.locator('article.entry[lang="ko"]').waitFor();
    const focused = window.panel.locator(':focus');
    await expect.poll(() => focused.getAttribute('data-language')).toBe('ko');
    await window.panel.getByRole('button', { name: 'English' }).click();
    await window.panel.locator('article.entry[lang="en"]').waitFor();
    const before = await window.scrollPanel(900);
    expect(before).not.toBe('top');
    await window.openUntitled();
    await window.page.locator('.tab').getByText(REQUEST.slice(0, 20)).click();
    await article('async-session-per-request').waitFor();
    await expect.poll(place).toBe(before);
  });

  it('opens to the side with the key, and lists what was opened last', async () => {
    await window.openEntry('tie one request', REQUEST);
    await window.openSearch();
    await expect.poll(async () => (await window.titles())[0]).toBe(REQUEST);
    await window.picture('search-recent');
    await window.type('scoped_session threads', SCOPED);
    await window.page.keyboard.press('ControlOrMeta+Enter');
    await article('scoped-session-threads').waitFor();
    await expect.poll(() => window.page.locator('.tab').getByText(SCOPED.slice(0, 20)).count()).toBe(1);
  });

  it('names related entries with why, and searches by topic and symbol', async () => {
    await window.openEntry('scoped_session threads', SCOPED);
    const related = window.panel.locator('.related li');
    await related.first().scrollIntoViewIfNeeded();
    expect(await related.first().innerText()).toMatch(/named by the archivist/);
    await window.panel.locator('.symbols button').first().click();
    await window.results.first().waitFor();
    await expect.poll(() => window.titles()).toContain(SCOPED);
    await window.page.keyboard.press('Escape');
    await window.panel.locator('.topics button').first().click();
    await expect.poll(() => window.titles()).toContain(REQUEST);
    await window.page.keyboard.press('Escape');
  });

  it('finds in the thread', async () => {
    await window.openEntry('scoped_session threads', SCOPED);
    await window.panel.locator('h1').click();
    await window.page.keyboard.press('ControlOrMeta+F');
    const find = window.page.locator('.webview-find-widget, .simple-find-part').first();
    await find.waitFor();
    await window.picture('panel-find');
    await window.page.keyboard.press('Escape');
  });

  it('stays when the reader goes into a preview to read on', async () => {
    await window.openSearch();
    await window.page.keyboard.type('controllers written as classes');
    await expect.poll(() => window.titles()).toContain(CLASSES);
    await lookAtFirst(window, 'class-based-views');
    await window.panel.locator('h1').click();
    await window.page.locator('.quick-input-widget:visible').waitFor({ state: 'detached' });
    // Longer than it would take to put back what was there.
    await window.page.waitForTimeout(1_000);
    expect(await article('class-based-views').count()).toBe(1);
  });

  it('takes the place of a tab that the window kept over a reload', async () => {
    const tabs = window.page.locator('.tab');
    const kept = tabs.getByText(CLASSES.slice(0, 20));
    await window.openEntry('controllers written as classes', CLASSES);
    expect(await kept.count()).toBe(1);
    // Covered, it is kept by its title only.
    await kept.click();
    await window.openUntitled();
    await window.reload();
    await window.openEntry('scoped_session threads', SCOPED);
    await kept.first().waitFor({ state: 'detached' });
    await expect.poll(() => tabs.getByText(SCOPED.slice(0, 20)).count()).toBe(1);
  });

  it('offers the nearest titles when nothing is found', async () => {
    await window.openSearch();
    await window.page.keyboard.type('trasnactoin requset');
    await expect
      .poll(() => window.titles())
      .toEqual(expect.arrayContaining(['Nothing found for “trasnactoin requset”', REQUEST]));
    await window.picture('search-nearest');
    await window.page.keyboard.press('Escape');
  });

  it('searches for the name under the cursor', async () => {
    await window.openFile('db.py');
    await window.page
      .locator('.view-line span', { hasText: /^\s*session_factory\s*$/ })
      .last()
      .dblclick();
    await window.runCommand('Archive Answers: Search for Selection');
    await window.results.first().waitFor();
    const typed = window.page.locator('.quick-input-widget:visible input').first();
    await expect.poll(() => typed.inputValue()).toBe('session_factory');
    await window.page.keyboard.press('Escape');
  });
});

describe('the panel, with previews turned off', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open({ settings: { 'archiveAnswers.search.preview': false } });
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  it('shows nothing before Enter', async () => {
    await window.closeEditors();
    await window.openSearch();
    await window.page.keyboard.type('session');
    await expect.poll(() => window.results.count()).toBeGreaterThan(2);
    await window.page.keyboard.press('ArrowDown');
    await window.page.waitForTimeout(1_500);
    expect(await window.page.locator('.tab').count()).toBe(0);
    await window.page.keyboard.press('Enter');
    await window.panel.locator('article.entry').waitFor();
  });
});

describe('the panel of an entry with tall pictures', () => {
  let window: Window;
  let folder: string;
  const TITLE = 'How tall is the lighthouse?';
  const scrolled = () => window.panel.locator('body').evaluate(() => Math.round(globalThis.scrollY));
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archive-answers-pictures-'));
    const picture =
      '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="900"><rect width="9" height="9"/></svg>';
    await writeFile(join(folder, 'tower.svg'), picture);
    await writeFile(
      join(folder, 'tall.md'),
      `# ${TITLE}\n\n> As tall as two of these.\n>\n> ![one](tower.svg)\n>\n> ![two](tower.svg)\n\n> ${'Thanks! '.repeat(400)}\n`,
    );
    window = await Window.open({ folder, settings: { 'archiveAnswers.sources': ['tall.md'] } });
  });
  afterAll(async () => {
    await window.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => window.beginTest());

  it('comes back to its place though the pictures load later', async () => {
    await window.openEntry('lighthouse', TITLE);
    const pictures = window.panel.locator('img');
    await expect.poll(() => pictures.count()).toBe(2);
    await pictures.evaluateAll(async (images) => {
      for (const image of images as HTMLImageElement[]) {
        image.loading = 'eager';
        await image.decode();
      }
    });
    const place = 800;
    await window.scrollPanel(place);
    expect(await scrolled()).toBe(place);
    await window.reload();
    await window.panel.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await expect.poll(scrolled).toBe(place);
    await window.openUntitled();
    await window.page.locator('.tab').getByText(TITLE.slice(0, 20)).click();
    await window.panel.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await expect.poll(scrolled).toBe(place);
  });
});
