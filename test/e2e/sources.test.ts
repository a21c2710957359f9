import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fixtures, UNTIL, Window } from './window';

describe('archives of the settings', () => {
  let window: Window;
  beforeAll(async () => {
    window = await Window.open({
      folder: fixtures,
      settings: { 'archiveAnswers.sources': ['room/room.md', 'broken'] },
    });
  });
  afterAll(async () => {
    await window.close();
  });
  beforeEach(() => window.beginTest());

  it('are searched beside the one that ships, and show their pictures', async () => {
    await window.openSearch();
    await window.type('작업 큐', '백그라운드 작업에서 요청의 세션을 그대로 써도 되나요?');
    await window.page.keyboard.press('Enter');
    const picture = window.panel.locator('img');
    await picture.waitFor({ state: 'attached' });
    // Pictures load when they come into view.
    await picture.evaluate((image) => {
      image.scrollIntoView();
    });
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(48);
    expect(await window.panel.locator('.image-missing').innerText()).toBe(
      'Image missing from the archive: ./images/lost.png',
    );
    await window.picture('panel-images');
  });

  it('are named with file and line in the log where they are broken, and work where they are not', async () => {
    await window.openSearch();
    await window.type('wholesome', 'Is the rest still found when files around it are broken?');
    await window.page.keyboard.press('Escape');
    await window.runCommand('Archive Answers: Show Log');
    const log = window.page.locator('.output-view .view-lines');
    // The view shows the last lines, wraps long ones and draws spaces as no-break spaces.
    const text = () => log.innerText().then((shown) => shown.replace(/\s/g, ''));
    await expect
      .poll(text, { timeout: 20_000 })
      .toContain('broken/values.md:3:Thefrontmatterkey"status"shouldbeoneof');
    await expect.poll(text).toContain('broken/latin1.md:Thefilecannotberead:itisnotUTF-8text.');
    await window.picture('log');
  });
});

describe('an archive that is edited', () => {
  let window: Window;
  let folder: string;
  /** The file of the parrot. */
  let parrot: string;
  let names = 0;
  /** A name that no earlier try has used: an entry is new only once. */
  const another = (name: string): string => {
    names += 1;
    return `${name}${String(names)}`;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archive-answers-room-'));
    parrot = join(folder, 'room', 'parrot.md');
    await mkdir(join(folder, 'room'));
    await writeFile(join(folder, 'room', 'first.md'), '# Where do the keys lie?\n\n> Under the doormat.\n');
    window = await Window.open({ folder });
  });
  afterAll(async () => {
    await window.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => window.beginTest());

  it('is added by the setting while the window is open, and found', async () => {
    await window.openSidebar();
    await window.runCommand('Archive Answers: Group by Archive');
    await mkdir(join(folder, '.vscode'), { recursive: true });
    await writeFile(join(folder, '.vscode', 'settings.json'), '{ "archiveAnswers.sources": ["room"] }');
    await window.tree.row('room').waitFor();
    await window.openEntry('doormat', 'Where do the keys lie?');
    expect(await window.panel.locator('.body').innerText()).toContain('Under the doormat.');
  });

  it('is found as it was edited on disk, in the search, the panel and the sidebar', async () => {
    await writeFile(
      join(folder, 'room', 'first.md'),
      '# Where do the keys lie?\n\n> In the letterbox of the marmalade factory.\n',
    );
    await window.panel.locator('.body').getByText('marmalade factory').waitFor();
    await window.openSearch();
    await window.type('marmalade', 'Where do the keys lie?');
    await window.page.keyboard.press('Escape');
    await rm(parrot, { force: true });
    await expect.poll(() => window.tree.row('room').innerText()).toMatch(/room\s*1$/);
    parrot = join(folder, 'room', `${another('parrot')}.md`);
    await writeFile(parrot, '# Who feeds the parrot?\n\n> The neighbour.\n');
    await expect.poll(() => window.tree.row('room').innerText()).toMatch(/room\s*2 · 1 new$/);
    await window.openEntry('parrot', 'Who feeds the parrot?');
    await expect.poll(() => window.tree.row('room').innerText()).toMatch(/room\s*2$/);
  });

  it('follows files and folders whatever their names', async () => {
    const bracketed = join(folder, 'FAQ [x].md');
    await writeFile(bracketed, '# Who waters the ferns?\n\n> Nobody.\n');
    await writeFile(
      join(folder, '.vscode', 'settings.json'),
      '{ "archiveAnswers.sources": ["room", "FAQ [x].md", "file:////odd/share"] }',
    );
    await window.tree.row('FAQ [x]').waitFor();
    const version = join(folder, 'room', another('v0.'));
    await mkdir(version);
    try {
      await writeFile(join(version, 'third.md'), '# Who winds the clock?\n\n> The cook.\n');
      await expect.poll(() => window.tree.row('room').innerText()).toMatch(/room\s*3 · 1 new$/);
    } finally {
      await rm(version, { recursive: true });
    }
    await expect.poll(() => window.tree.row('room').innerText()).toMatch(/room\s*2$/);
    await writeFile(
      bracketed,
      '# Who waters the ferns?\n\n> Somebody.\n\n# Who waters the palms?\n\n> Nobody.\n',
    );
    await expect.poll(() => window.tree.row('FAQ [x]').innerText()).toMatch(/FAQ \[x\]\s*2/);
    // What is nowhere is a problem of its own; the others are there all the same.
    await window.tree.expand('Problems of the archives');
    await window.tree.row(/file:\/\/\/\/odd/).waitFor();
    await writeFile(join(folder, '.vscode', 'settings.json'), '{ "archiveAnswers.sources": ["room"] }');
    await window.tree.row('FAQ [x]').waitFor({ state: 'detached' });
    await window.openEntry('parrot', 'Who feeds the parrot?');
  });

  it('says when the entry that is open is gone, and offers a search', async () => {
    await rm(parrot, { force: true });
    await window.panel.locator('.gone').waitFor();
    await window.picture('panel-gone');
    await window.panel.locator('.gone button').click();
    await window.results.first().waitFor();
    await window.page.keyboard.press('Escape');
  });
});

/** Adds a folder by its path, which lies in a temporary folder. */
async function addFolder(window: Window, folder: string): Promise<void> {
  // A page that is loaded anew meanwhile takes the focus, which closes the list.
  await vi.waitFor(async () => {
    await window.page.keyboard.press('Escape');
    await window.runCommand('Archive Answers: Add Archive…');
    await window.results.filter({ hasText: 'Folder of Markdown files…' }).click({ timeout: 5_000 });
  }, UNTIL);
  const path = window.page.locator('.quick-input-widget:visible input').first();
  await expect.poll(() => path.inputValue()).toContain(tmpdir());
  // The dialog writes its own path once more while it opens.
  await expect
    .poll(async () => {
      await path.fill(folder);
      await window.page.waitForTimeout(500);
      return path.inputValue();
    })
    .toBe(folder);
  await window.page.locator('.quick-input-widget:visible').getByText('Add', { exact: true }).click();
}

/** A title that a notification would make a link of. */
const HOSTILE = 'Questions [here](command:workbench.action.files.newUntitledFile)';

describe('Add Archive…', () => {
  let window: Window;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archive-answers-add-'));
    await mkdir(join(folder, 'questions'));
    await writeFile(join(folder, 'questions', 'parrot.md'), '# Who feeds the parrot?\n\n> The neighbour.\n');
    await writeFile(
      join(folder, 'questions', 'archive.json'),
      JSON.stringify({ title: 'Fragen', titles: { en: HOSTILE } }),
    );
    window = await Window.open({ folder });
  });
  afterAll(async () => {
    await window.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => window.beginTest());

  const settings = async (): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, '.vscode', 'settings.json'), 'utf8'));
  const add = () => addFolder(window, `${folder}/questions/`);

  /** What was said of the archive that was added. A toast goes away by itself; its text stays in the list. */
  const notification = async (): Promise<Locator> => {
    await window.runCommand('Notifications: Show Notifications');
    const said = window.page
      .locator('.notifications-center .notification-list-item')
      .filter({ hasText: 'Entries: 1' })
      .first();
    await said.waitFor();
    return said;
  };

  it('adds a folder of the workspace by its relative path, and takes it back', async () => {
    await window.openSidebar();
    await window.runCommand('Archive Answers: Group by Archive');
    await rm(join(folder, '.vscode'), { recursive: true, force: true });
    await window.tree.row(HOSTILE).waitFor({ state: 'detached' });
    await add();
    await window.tree.row(HOSTILE).waitFor();
    expect(await settings()).toEqual({ 'archiveAnswers.sources': ['questions'] });
    await window.openEntry('parrot', 'Who feeds the parrot?');
    const said = await notification();
    // The title is a stranger's: the notification shows it as it is written.
    expect((await said.innerText()).replaceAll('\u200b', '')).toContain(`Added ${HOSTILE}.`);
    expect(await said.locator('.notification-list-item-message a').count()).toBe(0);
    await window.picture('archive-added');
    await said.getByRole('button', { name: 'Undo' }).click();
    await window.tree.row(HOSTILE).waitFor({ state: 'detached' });
    expect(await settings()).toEqual({});
  });

  it('leaves what was listed before, and offers nothing to take back', async () => {
    const before = { 'archiveAnswers.sources': ['questions'] };
    await writeFile(join(folder, '.vscode', 'settings.json'), JSON.stringify(before));
    await window.tree.row(HOSTILE).waitFor();
    await add();
    const said = await notification();
    expect(await said.getByRole('button', { name: 'Undo' }).count()).toBe(0);
    expect(await settings()).toEqual(before);
  });
});

describe('a workspace that is not trusted', () => {
  let window: Window;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archive-answers-untrusted-'));
    await cp(join(fixtures, 'untrusted'), folder, { recursive: true });
    await mkdir(join(folder, 'questions'));
    await writeFile(join(folder, 'questions', 'parrot.md'), '# Who feeds the parrot?\n\n> The neighbour.\n');
    window = await Window.open({ folder, trust: false });
  });
  afterAll(async () => {
    await window.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => window.beginTest());

  it('does not get the archives read that its own settings name', async () => {
    await window.openSidebar();
    await window.runCommand('Archive Answers: Group by Archive');
    await window.tree.row('FastAPI User Group (Korea)').waitFor();
    expect(await window.page.locator('.sidebar .monaco-list-row').count()).toBe(1);
    await window.picture('untrusted');
  });

  it('keeps its list as it is when an archive inside it is added, and leads to its trust', async () => {
    const settings = () => readFile(join(folder, '.vscode', 'settings.json'), 'utf8');
    const before = await settings();
    await addFolder(window, `${folder}/questions/`);
    const toast = window.page.locator('.notification-toast').filter({ hasText: 'questions was not added' });
    await toast.waitFor();
    expect(await toast.getByRole('button', { name: 'Undo' }).count()).toBe(0);
    await window.picture('untrusted-add');
    await toast.getByRole('button', { name: 'Manage Trust' }).click();
    await window.page.locator('.workspace-trust-editor').waitFor();
    expect(await settings()).toBe(before);
  });
});
