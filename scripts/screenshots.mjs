// Pictures of the packaged extension in a real window: every surface in four themes and two languages, and narrow.
// They are for looking at, in .screenshots/. Options: --readme also renews the pictures that the README shows,
// --theme NAME and --locale TAG take only these.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser, openFile, openQuickPick, openWorkbench, webviewFrame } from './host/browser.mjs';
import { ensureBrowser, ensureHost } from './host/install.mjs';
import { startHost } from './host/server.mjs';

/** @typedef {import('playwright-core').Page} Page */

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, '.screenshots');
const EXAMPLE = join(ROOT, 'examples', 'fastapi-sqlalchemy');

/** @type {Readonly<Record<string, string>>} */
const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};
/** @type {Readonly<Record<string, { search: string, query: string }>>} */
const LOCALES = {
  en: { search: 'Archive Answers: Search', query: 'session per request' },
  ko: { search: 'Archive Answers: 검색', query: '멀티스레드 세션' },
};
/** Pictures that the README shows, each in the light theme. */
const README = ['ko-light-search', 'ko-light-panel', 'ko-light-hover'];

const { values } = parseArgs({
  options: {
    readme: { type: 'boolean', default: false },
    theme: { type: 'string' },
    locale: { type: 'string' },
  },
});
const themes = Object.keys(THEMES).filter((name) => values.theme === undefined || name === values.theme);
const locales = Object.keys(LOCALES).filter((name) => values.locale === undefined || name === values.locale);
if (themes.length === 0 || locales.length === 0) {
  console.error(
    `--theme takes one of ${Object.keys(THEMES).join(', ')}; --locale one of ${Object.keys(LOCALES).join(', ')}.`,
  );
  process.exit(2);
}

const log = (/** @type {string} */ line) => {
  console.log(line);
};
const host = await ensureHost({ log });
const browser = await ensureBrowser({ log });
await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
for (const locale of locales) {
  const server = await startHost({
    host,
    folder: EXAMPLE,
    extensions: [join(ROOT, 'archive-answers.vsix')],
    log,
    ...(locale === 'en' ? {} : { locale }),
  });
  try {
    for (const theme of themes) await photograph(server, locale, theme);
  } finally {
    await server.stop();
  }
}
if (values.readme) {
  for (const name of README)
    await copyFile(
      join(OUT, `${name}.png`),
      join(ROOT, 'docs', 'images', `${name.replace('-light', '')}.png`),
    );
}
log(`The pictures are in ${OUT}.`);

/**
 * Takes every picture of one window.
 *
 * @param {import('./host/server.mjs').RunningHost} server
 * @param {string} locale
 * @param {string} theme
 */
async function photograph(server, locale, theme) {
  const settingsFile = join(server.userDataDir, 'User', 'settings.json');
  const settings = /** @type {unknown} */ (JSON.parse(await readFile(settingsFile, 'utf8')));
  await writeFile(
    settingsFile,
    JSON.stringify({ .../** @type {object} */ (settings), 'workbench.colorTheme': THEMES[theme] }),
  );
  const { browser: opened, page } = await openBrowser({
    browser,
    locale: locale === 'ko' ? 'ko-KR' : 'en-US',
    viewport: { width: 1440, height: 860 },
  });
  const picture = async (/** @type {string} */ name) => {
    const path = join(OUT, `${locale}-${theme}-${name}.png`);
    // What slides or fades is to stand still.
    await page.waitForTimeout(400);
    await page.screenshot({ path });
    log(path);
  };
  try {
    await openWorkbench(page, server.url);
    await openFile(page, 'legacy.py');
    await takeAll(page, locale, picture);
  } finally {
    await opened.close();
  }
}

/**
 * @param {Page} page
 * @param {string} locale
 * @param {(name: string) => Promise<void>} picture
 */
async function takeAll(page, locale, picture) {
  const words = LOCALES[locale];
  if (words === undefined) return;
  await page.locator('.activitybar').getByRole('tab', { name: 'Archive Answers' }).click();
  const rows = page.locator('.pane-body .monaco-list-row:visible');
  await rows.first().waitFor();
  await rows.first().click();
  await picture('sidebar');

  await hoverOver(page, 'scoped_session');
  await picture('hover');
  await page.mouse.move(0, 0);

  await openQuickPick(page, words.search);
  await picture('search-empty');
  await page.keyboard.type(words.query);
  await page.waitForTimeout(500);
  await picture('search');
  await page.keyboard.press('Enter');
  const article = webviewFrame(page).locator('article');
  await article.waitFor();
  await picture('panel');
  await webviewFrame(page).locator('.related').scrollIntoViewIfNeeded();
  await picture('panel-end');

  await openQuickPick(page, words.search);
  await page.keyboard.type('trasnactoin 트랜젝션');
  await page.waitForTimeout(700);
  await picture('search-nothing');
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 620, height: 860 });
  await picture('narrow');
}

/**
 * Holds the mouse over a name in the editor until its hover is there.
 *
 * @param {Page} page
 * @param {string} name
 */
async function hoverOver(page, name) {
  const word = page.locator('.view-line span', { hasText: new RegExp(`^\\s*${name}\\s*$`) }).last();
  const link = page.locator('.monaco-hover:visible').getByRole('link').first();
  // While the extension is starting nobody answers the mouse.
  for (let tries = 0; tries < 5 && !(await link.isVisible()); tries += 1) {
    await page.mouse.move(0, 0);
    await word.hover();
    await link.waitFor({ timeout: 3_000 }).catch(() => undefined);
  }
  await link.waitFor();
}
