import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CLASSES, REQUEST, SCOPED } from './entries';
import { Window } from './window';

describe('reading in the panel', () => {
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
  const status = (text: string) => window.page.locator('.statusbar').getByText(text).waitFor();
  const tabs = () => window.page.locator('.tab').filter({ hasNotText: 'db.py' });
  /** A button of the editor's title bar, by the beginning of its name. */
  const action = (name: string) =>
    window.page.locator(`.editor-group-container.active .editor-actions a[aria-label^="${name}"]`);
  /** Closes what tests before have opened. */
  const beginAnew = async (): Promise<void> => {
    await window.closeEditors();
    await window.openFile('db.py');
  };
  /** Puts the focus into the page with a click on its margin, which moves nothing. */
  const enter = async () => {
    const box = await window.panel.locator('html').boundingBox();
    if (box === null) throw new Error('The panel is not in sight.');
    const { y = 0, height = 0 } =
      (await window.page.locator('iframe.webview.ready:visible').last().boundingBox()) ?? {};
    await window.page.mouse.click(box.x + 6, y + height / 2);
  };
  /** Pastes into an editor, where that text is to be. */
  const isPasted = async (text: string | RegExp): Promise<void> => {
    await window.openUntitled();
    await window.page.keyboard.press('ControlOrMeta+V');
    await expect.poll(() => window.editorText()).not.toBe('');
    await window.page.keyboard.press('ControlOrMeta+Home');
    if (typeof text === 'string') await expect.poll(() => window.editorText()).toContain(text);
    else await expect.poll(() => window.editorText()).toMatch(text);
    await window.runCommand('View: Revert and Close Editor');
  };

  it('goes back and forward by keys and buttons, each time to where the reader was', async () => {
    await window.openEntry('tie one request', REQUEST);
    const inRequest = await window.scrollPanel(600);
    // The page itself stays: only its content is replaced.
    await window.panel.locator('body').evaluate((body) => {
      body.dataset['same'] = 'yes';
    });
    await window.openEntry('scoped_session threads', SCOPED);
    await window.enterPanel();
    const inScoped = await window.scrollPanel(700);
    expect([inRequest, inScoped]).not.toContain('top');
    await window.page.keyboard.press('Alt+ArrowLeft');
    await article('async-session-per-request').waitFor();
    await expect.poll(place).toBe(inRequest);
    await action('Go Forward in the Panel').click();
    await article('scoped-session-threads').waitFor();
    await expect.poll(place).toBe(inScoped);
    await action('Go Back in the Panel').click();
    await article('async-session-per-request').waitFor();
    await expect.poll(place).toBe(inRequest);
    // A link of the page goes on from there: what lay ahead is forgotten.
    await window.panel.locator('.related a').first().click();
    await article('async-session-per-request').waitFor({ state: 'detached' });
    await action('Go Back in the Panel').click();
    await article('async-session-per-request').waitFor();
    expect(await window.panel.locator('body').getAttribute('data-same')).toBe('yes');
    await window.picture('panel-back');
  });

  it('leaves its keys to VS Code where the panel has not the focus', async () => {
    await window.openEntry('tie one request', REQUEST);
    await window.openEntry('scoped_session threads', SCOPED);
    await window.page.locator('.tab').getByText('db.py').click();
    await window.page.locator('.monaco-editor .view-line').first().click();
    await window.page.locator('.monaco-editor.focused').waitFor();
    await window.page.keyboard.press('Alt+ArrowLeft');
    await window.page.waitForTimeout(1_000);
    expect(await article('scoped-session-threads').count()).toBe(1);
    // The same key goes back once the panel has the focus.
    await window.enterPanel();
    await window.page.keyboard.press('Alt+ArrowLeft');
    await article('async-session-per-request').waitFor();
  });

  it('goes from post to post by keys, down and up', async () => {
    await window.openEntry('scoped_session threads', SCOPED);
    await window.enterPanel();
    const focused = window.panel.locator('.post:focus');
    await window.page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => focused.getAttribute('id')).toBe('post-0');
    await window.page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => focused.getAttribute('id')).toBe('post-1');
    await window.page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => focused.getAttribute('id')).toBe('post-0');
  });

  it('copies code, one post, the thread and its link', async () => {
    await window.openEntry('tie one request', REQUEST);
    await window.panel.locator('figure.code').first().hover();
    const code = (await window.panel.locator('figure.code code').first().innerText()).split('\n', 1)[0] ?? '';
    await window.panel.getByRole('button', { name: 'Copy this code' }).first().click();
    await status('Code copied');
    await isPasted(code.trim());
    await window.panel.locator('.post').first().hover();
    await window.panel.locator('[data-copy-post]').first().click();
    await status('Post copied as Markdown');
    await isPasted(/^The author had recently run into a problem/);
    await window.panel.getByRole('button', { name: 'Copy as Markdown' }).click();
    await status('Thread copied as Markdown');
    await isPasted(`# ${REQUEST}`);
    await window.enterPanel();
    await window.page.keyboard.press('Alt+C');
    await status('Link copied');
    await isPasted('/entry?id=fastapi-user-group/async-session-per-request');
  });

  it('keeps an entry in a panel of its own, over a reload as well', async () => {
    await beginAnew();
    await window.openEntry('tie one request', REQUEST);
    await action('Keep Open').click();
    await action('Keep Open').waitFor({ state: 'detached' });
    await window.openEntry('scoped_session threads', SCOPED);
    await window.openEntry('controllers written as classes', CLASSES);
    const kept = tabs().filter({ hasText: REQUEST.slice(0, 20) });
    await expect.poll(() => tabs().count()).toBe(2);
    // What is opened again is found where it is kept.
    await window.openEntry('tie one request', REQUEST);
    await expect.poll(() => tabs().count()).toBe(2);
    await tabs()
      .filter({ hasText: CLASSES.slice(0, 20) })
      .click();
    await article('class-based-views').waitFor();
    await window.reload();
    await article('class-based-views').waitFor();
    await expect.poll(() => tabs().count()).toBe(2);
    await window.enterPanel();
    await window.page.keyboard.press('Alt+ArrowLeft');
    await article('scoped-session-threads').waitFor();
    await window.openEntry('controllers written as classes', CLASSES);
    await expect.poll(() => tabs().count()).toBe(2);
    await kept.click();
    await article('async-session-per-request').waitFor();
    await window.picture('panel-kept');
    await kept.click({ button: 'middle' });
    await expect.poll(() => tabs().count()).toBe(1);
  });

  it('opens its source at the line beside it, and leads to where it can be corrected', async () => {
    await window.openEntry('scoped_session threads', SCOPED);
    await window.enterPanel();
    await window.page.keyboard.press('Alt+ArrowDown');
    await window.page.keyboard.press('Alt+ArrowDown');
    await window.panel.locator('.post-answer:focus').waitFor();
    await window.page.keyboard.press('Alt+O');
    await window.page.locator('.tab.active').getByText('scoped-session-threads.en.md').waitFor();
    // At the post that the reader is at, below the front matter, the title and the question.
    await status('Ln 14, Col 1');
    expect(await article('scoped-session-threads').count()).toBe(1);
    await window.runCommand('View: Close Editor');
    await window.panel.getByRole('button', { name: 'Outdated or wrong?' }).click();
    await window.results.filter({ hasText: 'Copy the details' }).click();
    await isPasted('fastapi-user-group/scoped-session-threads');
  });

  it('moves to another group of editors and to a window of its own without loss', async () => {
    await beginAnew();
    await window.openEntry('tie one request', REQUEST);
    const before = await window.scrollPanel(600);
    expect(before).not.toBe('top');
    await enter();
    await window.runCommand('View: Move Editor into Left Group');
    await article('async-session-per-request').waitFor();
    await expect.poll(place).toBe(before);
    await enter();
    const [other] = await Promise.all([
      window.page.waitForEvent('popup'),
      window.runCommand('View: Move Editor into New Window'),
    ]);
    try {
      const moved = other.frameLocator('iframe.webview').frameLocator('iframe').locator('article.entry');
      await moved.waitFor();
      expect(await moved.getAttribute('data-entry-id')).toBe('fastapi-user-group/async-session-per-request');
      await expect
        .poll(() =>
          moved
            .locator(`#${before.split(' ')[0] ?? ''}`)
            .evaluate((post) => Math.round(post.getBoundingClientRect().top)),
        )
        .toBe(Number(before.split(' ')[1]));
    } finally {
      await other.close();
    }
  });

  it('has a menu on each post', async () => {
    await window.openFile('db.py');
    await window.openEntry('scoped_session threads', SCOPED);
    const post = window.panel.locator('.post-answer .kind').first();
    await window.choose(
      () => post.click({ button: 'right', timeout: 5_000 }),
      'Copy This Post',
      'panel-menu',
    );
    await status('Post copied as Markdown');
    await isPasted(/^A little later the asker worked out an answer/);
  });

  it('is bookmarked by its button', async () => {
    await window.openEntry('scoped_session threads', SCOPED);
    if (await action('Remove Bookmark').isVisible()) await action('Remove Bookmark').click();
    await action('Add Bookmark').click();
    await action('Remove Bookmark').waitFor();
    await window.openSidebar();
    await window.tree.row('Bookmarks').waitFor();
    await action('Remove Bookmark').click();
    await window.tree.row('Bookmarks').waitFor({ state: 'detached' });
  });

  it('leaves nothing behind when its tab is closed', async () => {
    await window.openSidebar();
    await window.closeEditors();
    for (let time = 0; time < 2; time += 1) {
      await window.runCommand('View: Toggle Primary Side Bar Visibility');
    }
    await window.tree.row('SQLAlchemy').waitFor();
    await window.runCommand('Archive Answers: Reveal the Open Entry in the Sidebar');
    await window.page.locator('.notification-toast').getByText('No entry is open.').waitFor();
    expect(await window.page.locator('.notification-toast').count()).toBe(1);
  });
});
