// Captures test/page/themes.json from a real window: node test/page/captureThemes.mjs
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  openBrowser,
  openFile,
  openWorkbench,
  runCommand,
  webviewFrame,
} from '../../scripts/host/browser.mjs';
import { ensureBrowser, ensureHost } from '../../scripts/host/install.mjs';
import { startHost } from '../../scripts/host/server.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ bodyClasses: string[], variables: Record<string, string> }} CapturedTheme */

/** VS Code's default themes: our name and VS Code's id. */
const THEMES = /** @type {const} */ ([
  ['light', 'Light Modern'],
  ['dark', 'Dark Modern'],
  ['light-2026', 'Light 2026'],
  ['dark-2026', 'Dark 2026'],
  ['high-contrast', 'Default High Contrast'],
  ['high-contrast-light', 'Default High Contrast Light'],
]);

const OUTPUT = join(import.meta.dirname, 'themes.json');
const STYLES = join(import.meta.dirname, '..', '..', 'media', 'panel');

const log = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

// All webviews get the same variables and default styles, so the built-in Markdown preview will do.
const folder = await mkdtemp(join(tmpdir(), 'archive-answers-themes-'));
await mkdir(join(folder, '.vscode'));
await writeFile(join(folder, 'note.md'), '# A note\n');
const server = await startHost({ host: await ensureHost({ log }), folder, log });
const { browser, page } = await openBrowser({ browser: await ensureBrowser({ log }) });
try {
  await openWorkbench(page, server.url);
  await openFile(page, 'note.md');
  await runCommand(page, 'Markdown: Open Preview');
  await webviewFrame(page).locator('#_defaultStyles').waitFor({ state: 'attached' });
  const defaultStyles = await webviewFrame(page)
    .locator('#_defaultStyles')
    .evaluate((style) => style.textContent);
  const used = variablesIn(`${await panelStyles()}\n${defaultStyles}`);
  /** @type {Record<string, CapturedTheme>} */
  const themes = {};
  for (const [name, id] of THEMES) {
    const settings = JSON.stringify({ 'workbench.colorTheme': id });
    await writeFile(join(folder, '.vscode', 'settings.json'), settings);
    themes[name] = await captureTheme(page, id, used);
    log(`${name}: ${String(Object.keys(themes[name].variables).length)} variables`);
  }
  const lines = defaultStyles.split('\n').map((line) => line.replace(/^\t\t/, '').trimEnd());
  const fixture = { defaultStyles: lines.filter((line) => line !== ''), themes };
  await writeFile(OUTPUT, `${JSON.stringify(fixture, undefined, 2)}\n`);
} finally {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true });
}

/**
 * @param {Page} page
 * @param {string} id
 * @param {readonly string[]} used
 * @returns {Promise<CapturedTheme>}
 */
async function captureTheme(page, id, used) {
  const body = webviewFrame(page).locator('body');
  await webviewFrame(page).locator(`body[data-vscode-theme-id="${id}"]`).waitFor();
  return body.evaluate(({ classList, ownerDocument }, names) => {
    const { style } = ownerDocument.documentElement;
    const values = names.map((name) => /** @type {const} */ ([name, style.getPropertyValue(name)]));
    return {
      bodyClasses: [...classList].filter((name) => /^vscode-(?:light|dark|high-contrast)/.test(name)),
      variables: Object.fromEntries(values.filter(([, value]) => value !== '')),
    };
  }, used);
}

async function panelStyles() {
  const names = await readdir(STYLES);
  const texts = await Promise.all(names.map((name) => readFile(join(STYLES, name), 'utf8')));
  return texts.join('\n');
}

/** @param {string} css */
function variablesIn(css) {
  const names = Array.from(css.matchAll(/var\(\s*(--[\w-]+)/g), ([, name = '']) => name);
  return [...new Set(names)].sort();
}
