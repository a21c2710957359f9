import { describe, expect } from 'vitest';
import { CLASSES, JOINED, REQUEST, SCOPED, SCOPED_KO } from '../entries';
import type { Window } from '../window';
import { it } from './tests';

/** Opens an entry that the search finds, and goes from the post that has the words to the top. */
async function open(window: Window, query: string, title: string): Promise<void> {
  await window.openEntry(query, title);
  await window.page.keyboard.press('Home');
  await expect.poll(() => window.panel.position()).toBe('top');
}
const openRequest = (window: Window): Promise<void> => open(window, 'tie one request', REQUEST);
const openScoped = (window: Window): Promise<void> => open(window, 'scoped_session threads', SCOPED);
const openClasses = (window: Window): Promise<void> =>
  open(window, 'controllers written as classes', CLASSES);

describe('the panel', () => {
  it('goes back and forward by keys, buttons and the mouse, to where the reader was', async ({ window }) => {
    const { panel, editor, page } = window;
    await openRequest(window);
    const inRequest = await panel.scrollTo(600);
    await openScoped(window);
    const inScoped = await panel.scrollTo(500);
    const isIn = async (title: string, position: string): Promise<void> => {
      await panel.waitForEntry(title);
      await panel.waitForPosition(position);
    };
    await page.keyboard.press('Alt+ArrowLeft');
    await isIn(REQUEST, inRequest);
    await page.keyboard.press('Alt+ArrowRight');
    await isIn(SCOPED, inScoped);
    await editor.action('Go Back in the Panel').click();
    await isIn(REQUEST, inRequest);
    await editor.action('Go Forward in the Panel').click();
    await isIn(SCOPED, inScoped);
    await panel.clickMargin('back');
    await isIn(REQUEST, inRequest);
    await panel.clickMargin('forward');
    await isIn(SCOPED, inScoped);
  });

  it('acts on a key right after the click that gives it the focus', async ({ window }) => {
    const { panel, editor, page } = window;
    await window.openFile('db.py');
    await openScoped(window);
    await editor.focus();
    await panel.title.click();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => panel.focusedId()).toBe('post-0');
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => panel.focusedId()).toBe('post-1');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => panel.focusedId()).toBe('post-0');
  });

  it('leaves its keys to VS Code while an editor has the focus', async ({ window }) => {
    const { panel, editor, page, quickInput } = window;
    await window.openFile('db.py');
    await openRequest(window);
    await openScoped(window);
    await editor.focus();
    await page.keyboard.press('Alt+ArrowLeft');
    // Commands run in the order of their keys: once the search is open, going back would be over.
    await window.openSearch();
    await quickInput.cancel();
    await panel.waitForEntry(SCOPED);
    await panel.focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await panel.waitForEntry(REQUEST);
  });

  it('changes the language, follows a link to a related entry, and searches for a topic', async ({
    window,
  }) => {
    const { panel, quickInput } = window;
    await openRequest(window);
    await panel.content.getByRole('button', { name: '한국어' }).click();
    await panel.content.locator('article.entry[lang="ko"]').waitFor();
    await panel.content.locator('.related a').first().click();
    await panel.waitForEntry(SCOPED_KO);
    await panel.content.locator('.topics button').first().click();
    await quickInput.waitForText(/^topic:/);
    await quickInput.row(REQUEST).waitFor();
  });

  it('finds words in the thread', async ({ window }) => {
    const { panel, page } = window;
    await openScoped(window);
    await panel.focus();
    await page.keyboard.press('ControlOrMeta+F');
    await page.locator('.simple-find-part.visible').waitFor();
    await page.keyboard.insertText('own stack memory');
    await page.keyboard.press('Enter');
    const selected = (): Promise<string | undefined> =>
      panel.content.locator('body').evaluate(() => getSelection()?.toString());
    await expect.poll(selected).toBe('own stack memory');
    await page.keyboard.press('Escape');
  });

  it('copies the thread and its link by keys, a post by its button and its menu', async ({ window }) => {
    const { panel, page } = window;
    await openScoped(window);
    await page.keyboard.press('Alt+Shift+C');
    await expect.poll(() => window.clipboard()).toContain(`# ${SCOPED}`);
    await page.keyboard.press('Alt+C');
    await expect
      .poll(() => window.clipboard())
      .toMatch(/\/entry\?id=fastapi-user-group\/scoped-session-threads$/);
    await panel.content.locator('.post-question').hover();
    await panel.content.locator('.post-question [data-copy-post]').click();
    await expect.poll(() => window.clipboard()).toMatch(/^The question: even without/);
    await panel.content.locator('.post-answer .kind').click({ button: 'right' });
    await window.chooseFromMenu('Copy This Post');
    await expect.poll(() => window.clipboard()).toMatch(/^A little later the asker worked out an answer/);
  });

  it('goes to a post that is chosen from a list, and back where the reader was on Escape', async ({
    window,
  }) => {
    const { panel, quickInput, page } = window;
    await openScoped(window);
    const position = await panel.scrollTo(500);
    const openList = async (): Promise<void> => {
      await page.keyboard.press('ControlOrMeta+Shift+O');
      await quickInput.waitForTitle('Go to Post');
      await quickInput.rows.and(page.locator('.focused[data-index="0"]')).waitFor();
    };
    await openList();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => panel.position()).toBe('post-1 0');
    await quickInput.cancel();
    await panel.waitForPosition(position);
    await panel.waitForFocus();
    await openList();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => panel.focusedId()).toBe('post-1');
  });

  it('opens the source at the post that the reader is at', async ({ window }) => {
    const { panel, editor, page } = window;
    await openScoped(window);
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await panel.content.locator('.post-answer:focus').waitFor();
    await page.keyboard.press('Alt+O');
    await editor.activeTab.getByText('scoped-session-threads.en.md').waitFor();
    await window.statusBar.getByText('Ln 16, Col 1').waitFor();
    await panel.waitForEntry(SCOPED);
  });

  it('is at the same position when it was covered, moved to another group and to its own window', async ({
    window,
  }) => {
    const { panel, editor, page } = window;
    await openRequest(window);
    const position = await panel.scrollTo(600);
    await window.openFile('db.py');
    await panel.title.waitFor({ state: 'hidden' });
    await editor.tab(REQUEST).click();
    await panel.waitForEntry(REQUEST);
    await panel.waitForPosition(position);
    await window.runCommand('View: Move Editor into Right Group');
    await expect.poll(() => page.locator('.editor-group-container').count()).toBe(2);
    await panel.waitForEntry(REQUEST);
    await panel.waitForPosition(position);
    const opened = page.waitForEvent('popup');
    await window.runCommand('View: Move Editor into New Window');
    const other = await opened;
    try {
      const moved = other.frameLocator('iframe.webview').frameLocator('iframe');
      await moved.locator('main:not([aria-busy]) article.entry').waitFor();
      const [post = '', top] = position.split(' ');
      await expect
        .poll(() =>
          moved.locator(`#${post}`).evaluate((element) => Math.round(element.getBoundingClientRect().top)),
        )
        .toSatisfy((found: number) => Math.abs(found - Number(top)) <= 1);
    } finally {
      await other.close();
    }
  });

  it('is restored after a reload at the same position, with its history, beside an entry that is kept', async ({
    window,
  }) => {
    const { panel, editor, page } = window;
    await openRequest(window);
    await window.runCommand('Archive Answers: Keep Open');
    await editor.action('Keep Open').waitFor({ state: 'detached' });
    await openScoped(window);
    await openClasses(window);
    expect(await editor.tabs.count()).toBe(2);
    const position = await panel.scrollTo(600);
    await window.reload();
    await panel.waitForEntry(CLASSES);
    await panel.waitForPosition(position);
    await panel.waitForFocus();
    await page.keyboard.press('Alt+ArrowLeft');
    await panel.waitForEntry(SCOPED);
    // What is opened again is found where it is kept.
    await openRequest(window);
    expect(await editor.tabs.count()).toBe(2);
    await openClasses(window);
    expect(await editor.tabs.count()).toBe(2);
  });

  it('takes the place of a tab that a reload has kept and nobody has looked at since; a preview does not', async ({
    window,
  }) => {
    const { editor, panel, quickInput, page } = window;
    await openClasses(window);
    await window.openFile('db.py');
    // It lies in the same group, so that the entry is covered.
    await panel.title.waitFor({ state: 'hidden' });
    await window.reload();
    await expect.poll(() => editor.tab(CLASSES).count()).toBe(1);
    await window.search('joined table', JOINED);
    await page.keyboard.press('ArrowDown');
    await panel.title.waitFor();
    await quickInput.cancel();
    await expect.poll(() => editor.tabs.count()).toBe(2);
    await openScoped(window);
    await expect.poll(() => editor.tab(CLASSES).count()).toBe(0);
    expect(await editor.tab(SCOPED).count()).toBe(1);
  });

  it('keeps to its policy', async ({ window }) => {
    const { panel, policyViolations } = window;
    await openRequest(window);
    await panel.content.locator('.code .hljs-keyword').first().waitFor();
    const policy = await panel.content.locator('meta[http-equiv]').getAttribute('content');
    const directives = (policy ?? '').split(';').map((directive) => directive.trim().split(/\s+/));
    const own = ["'self'", 'https://*.vscode-cdn.net'];
    expect(directives.toSorted()).toEqual([
      ['base-uri', "'none'"],
      ['default-src', "'none'"],
      ['font-src', ...own],
      ['form-action', "'none'"],
      ['img-src', ...own],
      ['script-src', expect.stringMatching(/^'nonce-[0-9a-f]{32}'$/)],
      ['style-src', ...own],
    ]);
    expect(await panel.content.locator('body [style], main script, main style').count()).toBe(0);
    expect(policyViolations).toEqual([]);
  });
});
