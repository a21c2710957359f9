import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CLASSES } from './entries';
import { Window } from './window';

const KOREAN = {
  query: '멀티스레드 세션',
  title: '세션을 그때그때 새로 만들어 쓰면, scoped_session 없이도 멀티스레드에서 안전한가요?',
};
const ENGLISH = {
  query: 'one session per request',
  title: 'How do I tie one request to one session and one transaction in async SQLAlchemy?',
};

/** What the command line, on the same core, finds for a query. */
function titlesFromCommandLine(query: string): string[] {
  const cli = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');
  const { stdout } = spawnSync(process.execPath, [cli, 'search', query, '--json', '--language', 'en'], {
    encoding: 'utf8',
  });
  return (JSON.parse(stdout) as { title: string }[]).map(({ title }) => title);
}

describe('the packaged extension in a window', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open({ viewport: { width: 1440, height: 860 } });
    await window.openFile('db.py');
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  it('searches in Korean on every keystroke, in its own order, and opens the thread', async () => {
    await window.openSearch();
    expect(await window.titles()).toEqual(expect.arrayContaining(['SQLAlchemy', 'FastAPI']));
    await window.type(KOREAN.query, KOREAN.title);
    await expect.poll(() => window.titles()).toEqual(titlesFromCommandLine(KOREAN.query));
    const first = window.results.first();
    expect(await first.innerText()).toMatch(/SQLAlchemy · Self-answered — .*세션/s);
    await window.picture('search-korean');

    await window.page.keyboard.press('Enter');
    const { panel } = window;
    await panel.getByRole('heading', { level: 1, name: KOREAN.title }).waitFor();
    await window.panelHasFocus();
    expect(await panel.locator('.post-question').innerText()).toContain('scoped_session');
    expect(await panel.locator('.post-answer').innerText()).toContain('https://jay-ji.tistory.com/114');
    expect(await panel.locator('.post-note').count()).toBeGreaterThan(2);
    await window.picture('panel-korean');
  });

  it('opens what the words find, though Enter comes before the list', async () => {
    await window.openSearch();
    await window.type(KOREAN.query, KOREAN.title);
    await window.page.keyboard.press('ControlOrMeta+A');
    await window.page.keyboard.insertText('controllers written as classes');
    await window.page.keyboard.press('Enter');
    await window.panel.getByRole('heading', { level: 1, name: CLASSES }).waitFor();
    await window.panelHasFocus();
  });

  it('searches in English and opens the English text in the same panel', async () => {
    await window.openSearch();
    await window.type(ENGLISH.query, ENGLISH.title);
    await expect.poll(() => window.titles()).toEqual(titlesFromCommandLine(ENGLISH.query));
    await window.picture('search-english');

    await window.page.keyboard.press('Enter');
    const { panel } = window;
    await panel.getByRole('heading', { level: 1, name: ENGLISH.title }).waitFor();
    await window.panelHasFocus();
    expect(await panel.locator('article.entry').getAttribute('lang')).toBe('en');
    expect(await panel.locator('.post-reply').first().innerText()).toContain('A1-1');
    expect(await panel.locator('.status').innerText()).toBe('Disputed');
    expect(await window.page.locator('.tab[aria-label*="session"]').count()).toBe(1);
    await window.picture('panel-english');
  });

  it('highlights code and keeps to its policy', async () => {
    const { panel } = window;
    await window.openEntry(ENGLISH.query, ENGLISH.title);
    const code = panel.locator('.code').first();
    await code.scrollIntoViewIfNeeded();
    expect(await code.locator('.hljs-keyword').first().innerText()).toBe('from');
    await window.picture('panel-code');
    const policy = await panel.locator('meta[http-equiv]').getAttribute('content');
    const directives = (policy ?? '').split(';').map((directive) => directive.trim().split(/\s+/));
    const own = ["'self'", 'https://*.vscode-cdn.net'];
    expect(directives.toSorted()).toEqual([
      ['default-src', "'none'"],
      ['font-src', ...own],
      ['img-src', ...own],
      ['script-src', expect.stringMatching(/^'nonce-[0-9a-f]{32}'$/)],
      ['style-src', ...own],
    ]);
    expect(await panel.locator('body [style], main script, main style').count()).toBe(0);
    expect(await panel.locator('a[href^="https://"]').count()).toBeGreaterThan(5);
  });

  it('switches the language and follows a related entry', async () => {
    const { panel } = window;
    await window.openEntry(ENGLISH.query, ENGLISH.title);
    await panel.getByRole('button', { name: '한국어' }).click();
    await panel.locator('article.entry[lang="ko"]').waitFor();
    await panel.locator('.related a').first().click();
    await panel.getByRole('heading', { level: 1, name: KOREAN.title }).waitFor();
    expect(await panel.locator('article.entry').getAttribute('data-entry-id')).toBe(
      'fastapi-user-group/scoped-session-threads',
    );
  });

  it('says when nothing is found', async () => {
    await window.openSearch();
    await window.page.keyboard.type('qqqqzzzz');
    await window.results.first().locator('.label-name').getByText('Nothing found for “qqqqzzzz”').waitFor();
    expect(await window.titles()).toEqual(['Nothing found for “qqqqzzzz”', 'Copy a question for the room']);
    await window.picture('search-nothing');
    await window.page.keyboard.press('Escape');
  });
});
