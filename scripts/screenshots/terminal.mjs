/**
 * Operates a terminal in a window, and the links in it.
 */
import { runCommand } from '../host/browser.mjs';

/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {import('playwright-core').Page} Page */

/** Settings for a terminal with rows in the DOM, and with the shell integration that links and errors need. */
export const TERMINAL_SETTINGS = {
  'terminal.integrated.defaultProfile.linux': 'bash',
  'terminal.integrated.gpuAcceleration': 'off',
};

/**
 * Opens a terminal with a short prompt and runs a command in it.
 *
 * @param {Page} page
 * @param {string} command
 * @param {string} printed a part of what it prints
 */
export async function openTerminal(page, command, printed) {
  await runCommand(page, 'Terminal: Create New Terminal');
  const rows = page.locator('.xterm-rows');
  await rows.getByText('$').or(rows.getByText('#')).first().waitFor();
  await page.keyboard.type("PS1='$ '; clear\n");
  await page.waitForTimeout(700);
  await page.keyboard.type(`${command}\n`);
  await rows.getByText(printed).first().waitFor();
}

/**
 * Hovers over the beginning of a link.
 *
 * @param {Page} page
 * @param {string} text what the link's line holds, near its beginning
 */
export async function pointAtTerminalLink(page, text) {
  const line = page.locator('.xterm-rows > div').filter({ hasText: text }).last();
  const { x, y, height } = (await line.boundingBox()) ?? { x: 0, y: 0, height: 0 };
  await page.mouse.move(x + 200, y - 60);
  await page.mouse.move(x + 60, y + height / 2, { steps: 4 });
  await page.waitForTimeout(1_500);
}

/**
 * Clicks a link until its target is open.
 *
 * @param {Page} page
 * @param {string} text what the link's line holds, near its beginning
 * @param {Locator} opened
 */
export async function clickTerminalLink(page, text, opened) {
  // There are no links until the archives are read; a user would try again.
  for (let tries = 0; tries < 6 && !(await opened.isVisible()); tries += 1) {
    await pointAtTerminalLink(page, text);
    await page.keyboard.down('ControlOrMeta');
    await page.mouse.down();
    await page.mouse.up();
    await page.keyboard.up('ControlOrMeta');
    await opened.waitFor({ timeout: 4_000 }).catch(() => undefined);
  }
  await opened.waitFor();
}
