import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quickInput } from '../../scripts/host/browser.mjs';
import { Window } from './window';

const LONG = 'Which of five hundred answers is it?';
const HUGE = 'How long may a thread be?';
const RIGHT_TO_LEFT = 'كيف أستعمل الجلسة في المعاملة؟';
const WIDE = `Why ${'so_very_long_a_name_for_a_question'.repeat(30)}?`.slice(0, 1_000);
const PICTURES = 'Where are the pictures?';
const ONE_SIDE = 'Should a session be global?';
const OTHER_SIDE = 'Should a session be made for each request?';
const FLEETING = 'How long does this entry last?';

/** A thread of that many answers; of those that labels reach, every third is asked back. */
function thread(title: string, posts: number): string {
  const quotes = Array.from({ length: posts }, (_, at) => {
    const label = at > 98 ? '' : at % 3 === 2 ? `A${String(at)}-Q1. ` : `A${String(at + 1)}. `;
    return `> ${label}Post number ${String(at)} says something about sessions.\n>\n> Its second paragraph goes on for a while, so that it takes room.`;
  });
  return `# ${title}\n\nThere are many.\n\n${quotes.join('\n\n')}\n`;
}

const frontMatter = (fields: Readonly<Record<string, string>>): string =>
  ['---', ...Object.entries(fields).map(([key, value]) => `${key}: ${value}`), '---', ''].join('\n');

describe('threads that are out of the ordinary', () => {
  let window: Window;
  let folder: string;
  const write = (name: string, text: string) => writeFile(join(folder, 'room', name), text);
  const writeFleeting = () => write('fleeting.md', `# ${FLEETING}\n\n> Not long.\n`);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archive-answers-threads-'));
    await mkdir(join(folder, 'room'));
    await write('long.md', thread(LONG, 500));
    await write('huge.md', thread(HUGE, 10_000));
    await write('rtl.md', `# ${RIGHT_TO_LEFT}\n\n> A1. استخدم \`Session\` لكل طلب (request) واحد.\n`);
    await write('wide.md', `# ${WIDE}\n\n> Because ${'x'.repeat(3_000)}.\n`);
    await write(
      'pictures.md',
      `# ${PICTURES}\n\n> ![a red square](red.svg) ![](huge.png) ![the lost one](lost.png)\n`,
    );
    await write(
      'red.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="90"><rect fill="red" width="900" height="90"/></svg>',
    );
    const huge = await open(join(folder, 'room', 'huge.png'), 'w');
    await huge.truncate(50 * 1024 * 1024);
    await huge.close();
    await write(
      'one.md',
      `${frontMatter({ id: 'one', status: 'disputed', see: '[other]' })}# ${ONE_SIDE}\n\n> A1. One for all is simple.\n\n> A1-1. I disagree. Two threads share it then.\n`,
    );
    await write(
      'other.md',
      `${frontMatter({ id: 'other', status: 'disputed', see: '[one]' })}# ${OTHER_SIDE}\n\n> A1. Yes, each its own.\n`,
    );
    await writeFleeting();
    window = await Window.open({
      folder,
      settings: { 'archiveAnswers.sources': ['room'], 'archiveAnswers.shippedArchive.enabled': false },
    });
  });
  afterAll(async () => {
    await window.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => window.beginTest());

  const posts = () => window.panel.locator('.post');
  const scrolled = () => window.panel.locator('body').evaluate(() => Math.round(globalThis.scrollY));
  /** Pixels from the top of the view to an element, to be asked for again and again. */
  const topOf = (selector: string) => () =>
    window.panel
      .locator(selector)
      .evaluate((element) => Math.abs(Math.round(element.getBoundingClientRect().top)));
  const goToPost = async (words: string): Promise<void> => {
    await window.openInput('Archive Answers: Go to Post…', 'Go to Post');
    await window.results.first().waitFor();
    await window.page.keyboard.type(words);
    await window.results
      .filter({ hasText: `${words} ` })
      .and(window.page.locator('.focused'))
      .waitFor();
    await window.page.keyboard.press('Enter');
  };
  const overflow = () => window.panel.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);

  it('of five hundred posts: outline, the list of posts, and the way back', async () => {
    await window.openEntry('five hundred', LONG);
    await expect.poll(() => posts().count(), { timeout: 30_000 }).toBe(501);
    const outline = window.panel.locator('details.outline');
    const isOpen = await outline.evaluate((details: HTMLDetailsElement) => details.open);
    if (!isOpen) await outline.locator('summary').click();
    await window.picture('threads-outline');
    const link = outline.locator('a').nth(20);
    const target = (await link.getAttribute('href')) ?? '';
    await link.click();
    const focused = window.panel.locator('.post:focus');
    await expect.poll(() => focused.getAttribute('id')).toBe(target.slice(1));
    await goToPost('number 399');
    await expect.poll(() => focused.innerText()).toContain('Post number 399');
    await expect.poll(topOf('#post-400')).toBe(0);
    expect(await scrolled()).toBeGreaterThan(5_000);
    await window.picture('threads-reached');
    await window.openEntry('pictures', PICTURES);
    await window.enterPanel();
    await window.page.keyboard.press('Alt+ArrowLeft');
    await window.panel.getByRole('heading', { level: 1, name: LONG }).waitFor();
    await expect.poll(topOf('#post-400')).toBe(0);
  });

  it('of ten thousand posts: all are there, and the last one can be gone to', async () => {
    await window.openEntry('long may a thread be', HUGE);
    await expect.poll(() => posts().count(), { timeout: 120_000 }).toBe(10_001);
    await goToPost('number 9999');
    await expect
      .poll(() => window.panel.locator('.post:focus').innerText(), { timeout: 60_000 })
      .toContain('Post number 9999');
    await expect
      .poll(
        () =>
          posts()
            .last()
            .evaluate((post) => post.getBoundingClientRect().bottom <= innerHeight),
        { timeout: 60_000 },
      )
      .toBe(true);
    await window.picture('threads-huge');
  });

  it('from right to left, and with words wider than the page', async () => {
    await window.openEntry('الجلسة', RIGHT_TO_LEFT);
    const body = window.panel.locator('.post .body').last();
    expect(await body.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    expect(
      await window.panel
        .locator('.kind')
        .first()
        .evaluate((kind) => getComputedStyle(kind).direction),
    ).toBe('ltr');
    await window.picture('threads-rtl');
    await window.openSearch();
    await window.page.keyboard.type('so_very_long_a_name_for_a_question');
    // A click on a list that still follows the typing falls on another row.
    await expect
      .poll(async () => (await window.titles()).slice(0, 2))
      .toEqual([
        'Nothing found for “so_very_long_a_name_for_a_question”',
        expect.stringMatching(/^Why so_very_long/),
      ]);
    await window.results
      .filter({ hasText: /^Why so_very_long/ })
      .first()
      .click();
    await expect.poll(() => window.panel.locator('h1').innerText()).toContain('so_very_long');
    expect(await overflow()).toBeLessThanOrEqual(0);
    await window.page.setViewportSize({ width: 420, height: 800 });
    await expect.poll(() => window.panel.locator('html').evaluate(() => innerWidth)).toBeLessThan(420);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await window.picture('threads-wide-title');
  });

  it('shows an image large and gives the focus back; one of 50 MB waits, a missing one is named', async () => {
    await window.openEntry('pictures', PICTURES);
    const image = window.panel.getByRole('button', { name: 'Show large: a red square' });
    const dialog = window.panel.locator('dialog.large-image[open]');
    if (await dialog.isVisible()) await dialog.press('Escape');
    await window.panel.locator('h1').click();
    await image.focus();
    await window.page.keyboard.press('Enter');
    await dialog.locator('img').waitFor();
    await window.picture('threads-large-image');
    await window.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => image.evaluate((button) => button === document.activeElement)).toBe(true);
    await window.panel.getByRole('button', { name: /^Load image: huge\.png \(50 MB\)/ }).waitFor();
    expect(await window.panel.locator('img').count()).toBe(1);
    expect(await window.panel.locator('.image-missing').innerText()).toContain('lost.png');
    await window.picture('threads-large-file');
  });

  it('links the other side of a dispute, and marks who disagrees', async () => {
    await window.openEntry('session be global', ONE_SIDE);
    expect(await window.panel.locator('.stance').innerText()).toBe('disagrees');
    await window.picture('threads-disputed');
    await window.panel.locator('.dispute').getByRole('link', { name: OTHER_SIDE }).click();
    await window.panel.getByRole('heading', { level: 1, name: OTHER_SIDE }).waitFor();
    await window.panel.locator('.dispute').getByRole('link', { name: ONE_SIDE }).waitFor();
  });

  it('finds words in the thread', async () => {
    await window.openEntry('session be global', ONE_SIDE);
    await window.panel.locator('h1').click();
    await window.page.keyboard.press('ControlOrMeta+F');
    const find = window.page.locator('.webview-find-widget, .simple-find-part').first();
    await find.waitFor();
    await window.page.keyboard.type('two threads');
    await window.page.keyboard.press('Enter');
    const selected = () => window.panel.locator('html').evaluate(() => getSelection()?.toString());
    await expect.poll(selected).toBe('Two threads');
    await window.picture('threads-find');
    await window.page.keyboard.press('Escape');
  });

  it('says so when the entry vanishes while it is open, and offers to search for it', async () => {
    await writeFleeting();
    await window.openEntry('entry last', FLEETING);
    await rm(join(folder, 'room', 'fleeting.md'));
    await window.panel.getByText('This thread is no longer in its archive.').waitFor({ timeout: 30_000 });
    await window.picture('threads-gone');
    await window.panel.locator('.gone [data-search]').click();
    await window.results.first().waitFor();
    expect(await quickInput(window.page).input.inputValue()).toContain('How long does this entry last');
    await window.page.keyboard.press('Escape');
  });
});
