import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EVERYTHING, makeEverything, OTHER } from './everything';
import { Window } from './window';

describe('in the panel, a reader', () => {
  let window: Window;
  let folder: string;
  const settings = (values: Readonly<Record<string, unknown>>) =>
    writeFile(join(folder, '.vscode', 'settings.json'), JSON.stringify(values));
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archive-answers-keys-'));
    await makeEverything(join(folder, 'room'));
    await mkdir(join(folder, '.vscode'));
    await settings({});
    await writeFile(join(folder, 'requirements.txt'), 'sqlalchemy==2.0.36\n');
    await writeFile(join(folder, 'main.py'), 'from sqlalchemy.orm import Session\n');
    window = await Window.open({
      folder,
      settings: { 'archiveAnswers.sources': ['room'], 'archiveAnswers.shippedArchive.enabled': false },
    });
    await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await window.page.setViewportSize({ width: 1440, height: 860 });
    await window.openFile('main.py');
  });
  afterAll(async () => {
    await window.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => window.beginTest());

  const press = (key: string) => window.page.keyboard.press(key);
  const heading = (title: string) => window.panel.getByRole('heading', { level: 1, name: title });
  const openEverything = () => window.openEntry('what can a thread hold', EVERYTHING);
  const openOther = () => window.openEntry('the other side say', OTHER);
  const focused = () => window.panel.locator('body').evaluate(() => document.activeElement?.id);
  const topPost = () => window.place().then((place) => place.split(' ')[0]);
  const copied = () => window.page.evaluate(() => navigator.clipboard.readText());
  const goToPost = async (): Promise<void> => {
    await press('Control+Shift+O');
    await window.page.locator('.quick-input-title:visible').getByText('Go to Post').waitFor();
    await window.results.first().waitFor();
  };

  it('finds that a key works at once where they have clicked', async () => {
    await openEverything();
    for (let time = 0; time < 3; time += 1) {
      await window.page.locator('.view-line').first().click();
      await window.page.locator('.monaco-editor.focused').waitFor();
      await window.panel.locator('h1').click();
      await press('Alt+ArrowDown');
      await expect.poll(focused).toBe('post-0');
    }
  });

  it('goes back and forward by keys and by the buttons of a mouse', async () => {
    await openEverything();
    await openOther();
    await window.panel.locator('h1').click();
    await press('Alt+ArrowLeft');
    await heading(EVERYTHING).waitFor();
    await press('Alt+ArrowRight');
    await heading(OTHER).waitFor();
    const mouse = await window.page.context().newCDPSession(window.page);
    const box = await window.panel.locator('h1').boundingBox();
    const click = async (button: 'back' | 'forward'): Promise<void> => {
      for (const type of ['mousePressed', 'mouseReleased'] as const) {
        await mouse.send('Input.dispatchMouseEvent', {
          type,
          button,
          x: (box?.x ?? 0) + 5,
          y: (box?.y ?? 0) + 5,
          clickCount: 1,
        });
      }
    };
    await click('back');
    await heading(EVERYTHING).waitFor();
    await click('forward');
    await heading(OTHER).waitFor();
  });

  it('sees nothing flicker when another entry comes', async () => {
    await openEverything();
    await openOther();
    await window.panel.locator('body').evaluate(() => {
      const seen = new Set<string>();
      const look = (): void => {
        const title = document.querySelector('h1')?.textContent ?? 'nothing';
        seen.add(document.querySelector('.post') === null ? 'no post' : title);
        document.body.dataset['seen'] = JSON.stringify([...seen]);
        requestAnimationFrame(look);
      };
      look();
    });
    await window.panel.locator('h1').click();
    await press('Alt+ArrowLeft');
    await heading(EVERYTHING).waitFor();
    await press('Alt+ArrowRight');
    await heading(OTHER).waitFor();
    const seen = await window.panel.locator('body').getAttribute('data-seen');
    expect(JSON.parse(seen ?? '[]')).toEqual([OTHER, EVERYTHING]);
  });

  it('looks at posts in a list, and is where they were after Escape', async () => {
    await openEverything();
    await window.panel.locator('h1').click();
    const before = await window.scrollPanel(40);
    await goToPost();
    // From the first row up is the last one.
    await press('ArrowUp');
    await expect.poll(topPost).not.toBe('top');
    await press('Escape');
    await expect.poll(() => window.place()).toBe(before);
  });

  it('reads on where they look when they click there', async () => {
    await openEverything();
    await window.scrollPanel(0);
    await window.panel.locator('h1').click();
    await goToPost();
    // From the first row up is the last one.
    await press('ArrowUp');
    await expect.poll(topPost).not.toBe('top');
    const there = await topPost();
    await window.panel.locator('.post .body').last().click();
    await window.page.locator('.quick-input-widget:visible').waitFor({ state: 'detached' });
    // Longer than it would take to go back.
    await window.page.waitForTimeout(1_000);
    expect(await topPost()).toBe(there);
  });

  it('copies the thread by a key, and the very post by its button', async () => {
    await openEverything();
    await window.panel.locator('h1').click();
    await press('Alt+Shift+C');
    await expect.poll(copied).toContain(`# ${EVERYTHING}`);
    const post = window.panel.locator('.post').filter({ hasText: 'It holds more than that' });
    await post.hover();
    await post.locator('[data-copy-post]').click();
    await expect.poll(copied).toBe('I disagree. It holds more than that.\n');
  });

  it('follows a link in a post to another entry of the archive', async () => {
    await openEverything();
    await window.panel.getByRole('link', { name: 'the other side', exact: true }).click();
    await heading(OTHER).waitFor();
    await window.panel.locator('.dispute').getByRole('link', { name: EVERYTHING }).click();
    await heading(EVERYTHING).waitFor();
  });

  it('finds open what they have unfolded, and their place in it, when the panel was hidden', async () => {
    await openEverything();
    const details = window.panel.locator('.post details');
    await details.locator('summary').click();
    const inside = await details.evaluate((element) => element.getBoundingClientRect().top + scrollY + 300);
    const before = await window.scrollPanel(Math.round(inside));
    await window.runCommand('File: New Untitled Text File');
    await window.page.locator('iframe.webview:visible').waitFor({ state: 'detached' });
    await window.runCommand('View: Close Editor');
    await heading(EVERYTHING).waitFor();
    await expect.poll(() => details.evaluate((element: HTMLDetailsElement) => element.open)).toBe(true);
    await expect.poll(() => window.place()).toBe(before);
  });

  it('sees which version the project has beside that of the entry', async () => {
    await openEverything();
    await expect.poll(() => window.panel.locator('.comparison').innerText()).toContain('you have 2.0.36');
    await writeFile(join(folder, 'requirements.txt'), 'sqlalchemy==2.0.40\n');
    await expect.poll(() => window.panel.locator('.comparison').innerText()).toContain('you have 2.0.40');
  });

  it('is shown previews as the setting says at the time', async () => {
    await openOther();
    await settings({ 'archiveAnswers.search.preview': false });
    await window.page.waitForTimeout(1_000);
    await window.openSearch();
    await window.type('what can a thread hold', EVERYTHING);
    await press('ArrowDown');
    await press('ArrowUp');
    await window.page.waitForTimeout(1_500);
    expect(await heading(OTHER).count()).toBe(1);
    await press('Escape');
    await settings({});
    await window.page.waitForTimeout(1_000);
    await window.openSearch();
    await window.type('what can a thread hold', EVERYTHING);
    await expect
      .poll(
        async () => {
          await press('ArrowDown');
          await press('ArrowUp');
          return heading(EVERYTHING).count();
        },
        { timeout: 20_000, interval: 2_000 },
      )
      .toBe(1);
    await press('Escape');
    await heading(OTHER).waitFor();
  });
});

describe('a link from elsewhere', () => {
  let window: Window;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archive-answers-links-'));
    await makeEverything(join(folder, 'room'));
    window = await Window.open({
      folder,
      settings: { 'archiveAnswers.sources': ['room'], 'archiveAnswers.shippedArchive.enabled': false },
    });
    await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  afterAll(async () => {
    await window.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => window.beginTest());

  /** Follows the link that stands alone in a Markdown file, past VS Code's question whether it may, until that is shown. */
  const follow = async (file: string, shown: Locator): Promise<void> => {
    await window.closeEditors();
    await window.openFile(file);
    await window.page.locator('.monaco-editor .detected-link').first().click();
    await window.runCommand('Open Link');
    const allow = window.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Open' });
    await expect
      .poll(
        async () => {
          if (await allow.isVisible()) await allow.click();
          return shown.isVisible();
        },
        { timeout: 40_000 },
      )
      .toBe(true);
  };
  const said = (text: string) => window.page.locator('.notification-toast').getByText(text);
  const search = () => window.page.locator('.notification-toast').getByRole('button', { name: 'Search' });
  const query = () => window.page.locator('.quick-input-widget:visible input').first().inputValue();

  it('opens its entry', async () => {
    await window.openEntry('what can a thread hold', EVERYTHING);
    await window.panel.getByRole('button', { name: 'Copy Link', exact: true }).click();
    const copied = () => window.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toMatch(/:\/\/archive-answers\.archive-answers\/entry\?id=room\/everything$/);
    const link = await copied();
    const links = {
      known: `${link}&windowId=_blank`,
      unknown: link.replace('everything', 'gone.md%23the-folded-log-of_a-thread'),
      nothing: link.replace(/id=.*/, 'name=x'),
    };
    for (const [name, target] of Object.entries(links)) {
      await writeFile(join(folder, `${name}.md`), `[here](${target})\n`);
    }
    await follow('known.md', window.panel.getByRole('heading', { level: 1, name: EVERYTHING }));
    await follow(
      'unknown.md',
      said('No archive here has the entry “room/gone.md#the-folded-log-of_a-thread”.'),
    );
    await search().click();
    await expect.poll(query).toBe('the folded log of a thread');
    await window.results.first().waitFor();
    await window.page.keyboard.press('Escape');
    await window.runCommand('Notifications: Clear All Notifications');
    await follow('nothing.md', said('This link names no entry.'));
    await search().click();
    await expect.poll(query).toBe('');
    await window.results.first().waitFor();
  });
});
