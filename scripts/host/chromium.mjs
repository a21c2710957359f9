/**
 * Finds or fetches a Chromium-based browser for the host's window.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { CACHE } from './cache.mjs';
import { findOnPath, isProgram, NEVER, run } from './processes.mjs';

/**
 * @typedef {object} BrowserProgram
 * @property {string} executablePath
 * @property {readonly string[]} args its arguments on this machine
 */

/** @typedef {(line: string) => void} Log */

const ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const QUIET = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

const FONTS = 'fonts-noto-cjk';

/**
 * Returns a browser that Playwright can drive: the one named by the environment variable ARCHIVE_ANSWERS_BROWSER, else
 * an installed Chromium, Chrome or Edge, else a freshly fetched one (Debian's package where this user may install it,
 * Playwright's own build otherwise).
 *
 * Rejects with an error that says what to do when there is none and none can be fetched.
 *
 * @param {{ cacheDir?: string, log: Log, signal?: AbortSignal }} options `cacheDir` takes Playwright's build
 * @returns {Promise<BrowserProgram>}
 */
export async function ensureBrowser({ cacheDir = CACHE, log, signal = NEVER }) {
  const executablePath = named() ?? (await installed()) ?? (await fetched({ cacheDir, log, signal }));
  await ensureKoreanFont(log, signal);
  const isRoot = process.getuid?.() === 0;
  return { executablePath, args: isRoot ? [...QUIET, '--no-sandbox'] : QUIET };
}

function named() {
  const file = process.env['ARCHIVE_ANSWERS_BROWSER'];
  if (file === undefined || file === '') {
    return undefined;
  }
  if (!isProgram(file)) {
    throw new Error(
      `ARCHIVE_ANSWERS_BROWSER is "${file}", which is not a program. Name a Chromium, Chrome or Edge.`,
    );
  }
  return file;
}

async function installed() {
  for (const file of candidates()) {
    if (process.platform !== 'linux' || (await answers(file))) {
      return file;
    }
  }
  return undefined;
}

/** @returns {string[]} programs that exist, best first */
function candidates() {
  const found = ON_PATH.map(findOnPath).filter((file) => file !== undefined);
  return [...found, ...usualPlaces().filter(isProgram)];
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
      (name) => process.env[name] ?? '',
    );
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return programs.flatMap((program) =>
      roots.filter((root) => root !== '').map((root) => join(root, program)),
    );
  }
  return [];
}

/**
 * Some distributions put a placeholder on PATH that only explains how to install the browser.
 *
 * @param {string} file
 */
async function answers(file) {
  return run(file, ['--version']).then(
    (version) => /\d+\.\d+/.test(version),
    () => false,
  );
}

/** @param {{ cacheDir: string, log: Log, signal: AbortSignal }} options */
async function fetched({ cacheDir, log, signal }) {
  /** @type {string[]} */
  const reasons = [];
  if (canInstallPackages()) {
    try {
      await installPackages(['chromium', FONTS], log, signal);
      const file = findOnPath('chromium');
      if (file !== undefined) {
        return file;
      }
    } catch (error) {
      signal.throwIfAborted();
      reasons.push(String(error));
    }
  }
  try {
    return await playwrightBuild({ cacheDir, log, signal });
  } catch (error) {
    signal.throwIfAborted();
    reasons.push(String(error));
  }
  throw new Error(
    `No browser for the VS Code host, and none could be fetched:\n${reasons.join('\n')}\n` +
      'Install Chromium, Chrome or Edge, or name one in ARCHIVE_ANSWERS_BROWSER.',
  );
}

/** @param {{ cacheDir: string, log: Log, signal: AbortSignal }} options */
async function playwrightBuild({ cacheDir, log, signal }) {
  const cli = join(dirname(fileURLToPath(import.meta.resolve('playwright-core'))), 'cli.js');
  const env = { ...process.env, PLAYWRIGHT_BROWSERS_PATH: join(cacheDir, 'browsers') };
  // In a process of its own, as Playwright reads the variable when it is loaded.
  const where = 'process.stdout.write(require("playwright-core").chromium.executablePath())';
  const file = await run(process.execPath, ['-e', where], { cwd: dirname(cli), env });
  if (!existsSync(file)) {
    log('No browser is installed: fetching Playwright’s Chromium …');
    await run(process.execPath, [cli, 'install', '--no-shell', 'chromium'], { env, signal });
  }
  return file;
}

/**
 * Installs a Korean font, without which Korean text is boxes in screenshots. Never fails: the window works without it.
 *
 * @param {Log} log
 * @param {AbortSignal} signal
 */
async function ensureKoreanFont(log, signal) {
  if (!canInstallPackages()) {
    return;
  }
  const fonts = await run('fc-list', [':lang=ko']).catch(() => '');
  const status = await run('dpkg-query', ['-W', '-f=${Status}', FONTS]).catch(() => '');
  if (fonts !== '' || status.endsWith(' installed')) {
    return;
  }
  await installPackages([FONTS], log, signal).catch((/** @type {unknown} */ error) => {
    log(`No Korean font could be installed, so Korean may be unreadable in screenshots. ${String(error)}`);
  });
}

function canInstallPackages() {
  return process.platform === 'linux' && process.getuid?.() === 0 && findOnPath('apt-get') !== undefined;
}

/**
 * @param {readonly string[]} names Debian packages
 * @param {Log} log
 * @param {AbortSignal} signal
 */
async function installPackages(names, log, signal) {
  log(`Installing ${names.join(' and ')} with apt-get …`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, signal };
  await run('apt-get', ['update'], options);
  await run(
    'apt-get',
    ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', ...names],
    options,
  );
}
