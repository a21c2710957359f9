/**
 * Drives a VS Code window in a browser as a user would: palette, quick picks, webviews.
 */
import { setTimeout as delay } from 'node:timers/promises';

import { chromium } from 'playwright-core';

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('playwright-core').FrameLocator} FrameLocator */
/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./chromium.mjs').BrowserProgram} BrowserProgram */

/** Milliseconds for a window to open on a slow machine. */
const OPEN_LIMIT = 90_000;

/** Milliseconds for a command to be listed in the palette. */
const COMMAND_LIMIT = 60_000;

/** Milliseconds for the palette to react to a click. */
const CLICK_LIMIT = 5_000;

/**
 * Starts a browser with one empty page.
 *
 * @param {object} options
 * @param {BrowserProgram} options.browser what `ensureBrowser` found
 * @param {boolean} [options.headless]
 * @param {{ width: number, height: number }} [options.viewport] in CSS pixels
 * @param {string} [options.locale] the browser's language, such as `ko-KR`
 * @returns {Promise<{ browser: Browser, page: Page }>} `browser.close()` ends it
 */
export async function openBrowser({
  browser: { executablePath, args },
  headless = true,
  viewport = { width: 1280, height: 800 },
  locale = 'en-US',
}) {
  // The caller handles Ctrl+C; Playwright's own handlers would exit the process immediately.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await chromium.launch({ executablePath, args: [...args], headless, ...signals });
  try {
    return { browser, page: await browser.newPage({ viewport, locale }) };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/**
 * Opens a window and waits until it is usable: the workbench is rendered, and the commands and views of the extensions
 * are registered.
 *
 * @param {Page} page
 * @param {string} url from `startHost` or `urlFor`
 */
export async function openWorkbench(page, url) {
  await page.goto(url, { timeout: OPEN_LIMIT });
  await waitForWorkbench(page);
}

/**
 * Waits until a window that loads is drawn and knows the commands and views of its extensions.
 *
 * @param {Page} page
 */
export async function waitForWorkbench(page) {
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: OPEN_LIMIT });
  const extensionsLoaded = () => performance.getEntriesByName('code/didLoadExtensions').length > 0;
  await page.waitForFunction(extensionsLoaded, undefined, { timeout: OPEN_LIMIT });
}

/**
 * Runs a command from the command palette.
 *
 * @param {Page} page
 * @param {string} title as the palette shows it, such as `Archive Answers: Search`
 * @throws when the palette does not list it within a minute; the error names what it lists
 */
export async function runCommand(page, title) {
  await choose(page, 'F1', `>${title}`, title);
}

/**
 * Opens a file of the workspace in an editor.
 *
 * @param {Page} page
 * @param {string} name its name, without folders
 * @throws when there is no such file; the error names what is listed
 */
export async function openFile(page, name) {
  await choose(page, 'ControlOrMeta+P', name, name);
  await page.locator('.tab.active').getByText(name).first().waitFor();
}

/**
 * Opens the palette with a key and clicks a row that a query lists.
 *
 * @param {Page} page
 * @param {string} key
 * @param {string} query
 * @param {string} label of the row
 */
async function choose(page, key, query, label) {
  const palette = quickInput(page);
  const end = Date.now() + COMMAND_LIMIT;
  for (;;) {
    await page.keyboard.press(key);
    try {
      await palette.input.fill(query, { timeout: 5_000 });
      await palette.row(label).click({ timeout: 10_000 });
      await clickIsTaken(page, query);
      return;
    } catch (cause) {
      // A webview that takes the focus when it appears closes the palette, and a click on a row that is being rendered
      // again is lost. A user would try again.
      if (Date.now() > end) {
        const shown = await palette.rows.allInnerTexts();
        const list = shown.map((text) => text.replace(/\s+/g, ' ').trim()).join(', ');
        throw new Error(`The palette has no "${label}". It lists: ${list || 'nothing'}.`, { cause });
      }
    }
  }
}

/**
 * Resolves once the palette has closed or another quick pick has replaced it.
 *
 * @param {Page} page
 * @param {string} query
 */
async function clickIsTaken(page, query) {
  const { widget, input } = quickInput(page);
  const end = Date.now() + CLICK_LIMIT;
  while (await widget.isVisible()) {
    // The palette may close, and the window reload, during the check.
    const asked = await input.inputValue({ timeout: 1_000 }).catch(() => undefined);
    if (asked !== query) return;
    if (Date.now() > end) throw new Error('The palette did not react to the click.');
    await delay(50);
  }
}

/**
 * Runs a command that opens a quick pick of its own, and waits until that lists rows.
 *
 * @param {Page} page
 * @param {string} command Its whole title in the palette.
 * @param {string} [title] The quick pick's title, when it is another one.
 * @returns {Promise<void>}
 */
export async function openQuickPick(page, command, title = command) {
  const pick = quickInput(page);
  // A webview that takes the focus when it appears closes the quick pick. A user would open it again.
  for (let tries = 1; ; tries += 1) {
    await runCommand(page, command);
    try {
      await page.locator('.quick-input-title:visible').getByText(title).waitFor({ timeout: 8_000 });
      await pick.rows.first().waitFor({ timeout: 8_000 });
      return;
    } catch (cause) {
      if (tries === 3) throw cause;
      await page.keyboard.press('Escape');
    }
  }
}

/**
 * The quick pick or input box that is open.
 *
 * @param {Page} page
 * @returns {{ widget: Locator, input: Locator, rows: Locator, row: (label: string) => Locator }} `row` finds the row
 *   with exactly that label
 */
export function quickInput(page) {
  const widget = page.locator('.quick-input-widget:visible');
  const rows = widget.locator('.quick-input-list .monaco-list-row');
  return {
    widget,
    input: widget.locator('.quick-input-box input'),
    rows,
    row: (label) =>
      rows.filter({ has: page.locator('.label-name').getByText(label, { exact: true }) }).first(),
  };
}

/**
 * The document of the active webview panel, which is nested two frames deep. Ignores webviews in the side bar.
 *
 * @param {Page} page
 * @param {string} [extension] its id or the start of it, where panels of several extensions can be seen side by side
 * @returns {FrameLocator}
 */
export function webviewFrame(page, extension = '') {
  const panel = `iframe.webview.ready[src*="extensionId=${extension}"]:not([src*="purpose=webviewView"]):visible`;
  return page.locator(panel).last().contentFrame().locator('#active-frame').contentFrame();
}
