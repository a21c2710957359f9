/**
 * The scenes of the screenshots. Each begins with a file of the project open beside the extension's sidebar, and passes
 * its screenshots on by name; the caller decides which of them to keep.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openFile, openQuickPick, quickInput, runCommand, webviewFrame } from '../host/browser.mjs';
import { clickTerminalLink, openTerminal, pointAtTerminalLink } from './terminal.mjs';
import { ERROR_LOG, OWN_ARCHIVE, OWN_DOCUMENT } from './project.mjs';

/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {import('./pictures.mjs').Clip} Clip */

/**
 * @typedef {object} Stage
 * @property {import('playwright-core').Page} page
 * @property {import('./texts.mjs').WindowTexts} texts
 * @property {import('./project.mjs').Project} project
 * @property {(name: string, part?: () => Promise<Clip>) => Promise<void>} take takes a screenshot; `part` is the crop
 *   for a small one
 */

/** @typedef {(stage: Stage) => Promise<void>} Scene */

const CODE = 'legacy.py';
/** In CSS pixels: wide enough for the titles of entries. */
const SIDEBAR_WIDTH = 360;

/** @type {Readonly<Record<string, Scene>>} */
export const SCENES = { search, nothing, possible, hover, panel, sidebar, archive, terminal, narrow };

/**
 * Resets the window to the file that every scene begins with.
 *
 * @type {Scene}
 */
export async function setStage({ page }) {
  await runCommand(page, 'View: Close All Editors');
  await openFile(page, CODE);
  if (await page.locator('.part.sidebar').isVisible())
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await page.mouse.move(0, 0);
}

/** @param {import('playwright-core').Page} page */
async function openSidebar(page) {
  await page.locator('.activitybar').getByRole('tab', { name: 'Archive Answers' }).click();
  await rowsOf(page).first().waitFor();
  const box = await page.locator('.part.sidebar').boundingBox();
  if (box === null) return;
  const edge = box.x + box.width;
  await page.mouse.move(edge, 300);
  await page.mouse.down();
  await page.mouse.move(box.x + SIDEBAR_WIDTH, 300, { steps: 4 });
  await page.mouse.up();
}

/** @param {import('playwright-core').Page} page */
function rowsOf(page) {
  return page.locator('.sidebar .monaco-list-row');
}

/**
 * The row of the sidebar with exactly that label.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} label
 */
function row(page, label) {
  return rowsWith(page, label).first();
}

/**
 * All rows of the sidebar with exactly that label: an entry may be under Bookmarks too.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} label
 */
function rowsWith(page, label) {
  const name = page.locator('.label-name').getByText(label, { exact: true });
  return rowsOf(page).filter({ has: name });
}

/**
 * The first row inside an expanded group. Rows are in no particular order in the DOM; their indices tell their positions.
 *
 * @param {import('playwright-core').Page} page
 * @param {Locator} group
 */
async function firstInside(page, group) {
  const next = Number(await group.getAttribute('data-index')) + 1;
  const rows = page.locator('.sidebar .pane').first().locator('.monaco-list-row');
  return rows.and(page.locator(`[data-index="${String(next)}"][aria-level="2"]`));
}

/**
 * Clicks a row of the sidebar, without collapsing an expanded group.
 *
 * @param {Locator} found
 */
async function choose(found) {
  if ((await found.getAttribute('aria-expanded')) !== 'true') await found.click();
}

/** @type {Scene} */
async function search({ page, texts, take }) {
  await openQuickPick(page, texts.command('search'));
  await take('search-empty');
  await page.keyboard.type(texts.query);
  await page.waitForTimeout(700);
  await take('search', () => around(quickInput(page).widget, { width: 640, height: 400, margin: 12 }));
  await page.keyboard.press('Escape');
}

/** @type {Scene} */
async function nothing({ page, texts, take }) {
  await openQuickPick(page, texts.command('search'));
  await page.keyboard.type('oauth login with google');
  await page.waitForTimeout(700);
  await take('search-nothing');
  await page.keyboard.press('Escape');
}

/** @type {Scene} */
async function possible({ page, texts, take }) {
  await openQuickPick(page, texts.command('search'));
  await page.keyboard.type('슬랙 봇 비동기');
  await page.waitForTimeout(700);
  await take('search-possible');
  await page.keyboard.press('Escape');
}

/** @type {Scene} */
async function hover({ page, take }) {
  const word = page.locator('.view-line span', { hasText: /^\s*scoped_session\s*$/ }).last();
  const shown = page.locator('.monaco-hover:visible').first();
  const link = shown.getByRole('link').first();
  // There are no hovers until the extension is active.
  for (let tries = 0; tries < 5 && !(await link.isVisible()); tries += 1) {
    await page.mouse.move(0, 0);
    await word.hover();
    await link.waitFor({ timeout: 3_000 }).catch(() => undefined);
  }
  await link.waitFor();
  await take('hover', async () => {
    const above = await around(shown, { width: 760, height: 320, margin: 60 });
    return { ...above, x: (await around(page.locator('.editor-instance'), above)).x };
  });
}

/** @type {Scene} */
async function panel({ page, texts, take }) {
  await openThread(page, texts);
  await take('panel', () =>
    around(page.locator('iframe.webview:visible').last(), { width: 640, height: 460 }),
  );
  await webviewFrame(page).locator('.related').scrollIntoViewIfNeeded();
  await take('panel-end');
}

/** @type {Scene} */
async function sidebar({ page, texts, take }) {
  await openSidebar(page);
  const topic = row(page, 'FastAPI');
  await choose(topic);
  const entry = await firstInside(page, topic);
  const title = await entry.locator('.label-name').innerText();
  await entry.click();
  await webviewFrame(page).locator('article.entry').waitFor();
  const star = (/** @type {string} */ command) =>
    rowsWith(page, title)
      .getByRole('button', { name: texts.text(command) })
      .first();
  await star('command.addBookmark').or(star('command.removeBookmark')).first().waitFor();
  // When the scene is played again, the entry is bookmarked already.
  if (await star('command.addBookmark').isVisible()) await star('command.addBookmark').click();
  await star('command.removeBookmark').waitFor();
  await page.mouse.move(0, 0);
  await take('sidebar');
}

/** @type {Scene} */
async function archive({ page, texts, project, take }) {
  await openSidebar(page);
  await runCommand(page, texts.command('groupBy.archive'));
  const settings = join(project.folder, '.vscode');
  await mkdir(settings, { recursive: true });
  await writeFile(
    join(settings, 'settings.json'),
    JSON.stringify({ 'archiveAnswers.sources': [OWN_ARCHIVE] }),
  );
  await openFile(page, OWN_DOCUMENT);
  for (const label of [project.archive, project.topic, project.entry]) await choose(row(page, label));
  await webviewFrame(page).locator('article.entry').waitFor();
  await take('archive', () => Promise.resolve({ x: 0, y: 36, width: 820, height: 480 }));
  await rm(settings, { recursive: true });
  await runCommand(page, texts.command('groupBy.topic'));
}

/** @type {Scene} */
async function terminal({ page, take }) {
  await openTerminal(page, `cat ${ERROR_LOG}; false`, 'sqlalche.me');
  const answer = webviewFrame(page).locator('article.entry');
  await clickTerminalLink(page, 'sqlalchemy.exc.MissingGreenlet', answer);
  await pointAtTerminalLink(page, 'sqlalchemy.exc.MissingGreenlet');
  await take('terminal');
  await runCommand(page, 'Terminal: Kill All Terminals');
}

/** @type {Scene} */
async function narrow({ page, texts, take }) {
  const size = page.viewportSize();
  await openThread(page, texts);
  await page.setViewportSize({ width: 620, height: 860 });
  await take('narrow');
  await page.setViewportSize({ width: 380, height: 860 });
  await take('narrow-panel');
  await runCommand(page, 'View: Close All Editors');
  await openSidebar(page);
  await rowsOf(page).first().click();
  await take('narrow-sidebar');
  if (size !== null) await page.setViewportSize(size);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('./texts.mjs').WindowTexts} texts
 */
async function openThread(page, texts) {
  await openQuickPick(page, texts.command('search'));
  await page.keyboard.type(texts.query);
  await page.waitForTimeout(700);
  await page.keyboard.press('Enter');
  await webviewFrame(page).locator('article.entry').waitFor();
  await page.mouse.move(0, 0);
}

/**
 * A part of the window that begins at the corner of an element.
 *
 * @param {Locator} element
 * @param {{ width: number, height: number, margin?: number }} size
 * @returns {Promise<Clip>}
 */
async function around(element, { width, height, margin = 0 }) {
  const box = await element.boundingBox();
  if (box === null) throw new Error('What is to be photographed cannot be seen.');
  return { x: box.x - margin, y: box.y - margin, width, height };
}
