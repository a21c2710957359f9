/**
 * `npm start`: builds and packages the extension, and opens it in a VS Code window on the example project.
 */
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { CACHE, PROJECT } from './host/cache.mjs';
import { openDesktop } from './host/desktop.mjs';
import { ensureHost } from './host/install.mjs';
import { abortOnInterrupt, findOnPath, rejectOnAbort } from './host/processes.mjs';
import { startHost } from './host/server.mjs';
import { HELP, readOptions, UsageError } from './start/options.mjs';
import { runNode } from './test/children.mjs';

const FOLDER = join(PROJECT, 'examples', 'fastapi-sqlalchemy');
const EXTENSION = join(PROJECT, 'archive-answers.vsix');

/** Opens the first editors: see scripts/start/welcome. */
const WELCOME = join(CACHE, 'playground-welcome.vsix');

/** @typedef {{ profileDir: string, port: string, open: boolean, locale: string | undefined }} Play */

const log = (/** @type {string} */ line) => {
  console.log(line);
};

/** Builds and packages the extension, and the companion that opens the first editors. */
async function makePackages() {
  log('Building the extension …');
  await runNode(['scripts/build.mjs', '--production'], { output: 'on failure' });
  await runNode(['scripts/package.mjs'], { output: 'on failure' });
  await runNode(['scripts/start/welcome.mjs', WELCOME], { output: 'on failure' });
}

/**
 * Serves the window until `signal` aborts.
 *
 * @param {Play} options
 * @param {AbortSignal} signal
 */
async function playInBrowser({ profileDir, port, open, locale }, signal) {
  const host = await ensureHost({ log, signal });
  const common = {
    host,
    folder: FOLDER,
    extensions: [EXTENSION, WELCOME],
    gallery: true,
    profileDir,
    port,
    log,
    signal,
  };
  const server = await startHost(locale === undefined ? common : { ...common, locale });
  try {
    log(
      `\nVS Code with Archive Answers is at\n\n  ${server.url}\n\nCtrl+C ends it. Its logs: ${server.logsDir}`,
    );
    if (open) {
      openAddress(server.url);
    }
    throw await Promise.race([server.ended, rejectOnAbort(signal)]);
  } finally {
    await server.stop();
  }
}

/**
 * Opens the user's own browser if there is a display.
 *
 * @param {string} url
 */
function openAddress(url) {
  const [command, ...args] = openerHere();
  if (command !== undefined && !process.env['CI']) {
    const opener = spawn(command, [...args, url], { detached: true, stdio: 'ignore' });
    opener.once('error', () => {
      log('No browser could be started: open the URL yourself.');
    });
    opener.unref();
  }
}

/** @returns {string[]} a program and its arguments; empty where there is no display */
function openerHere() {
  switch (process.platform) {
    case 'darwin':
      return ['open'];
    case 'win32':
      return ['rundll32', 'url.dll,FileProtocolHandler'];
    default: {
      const hasDisplay = ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => process.env[name]);
      const opener = findOnPath('xdg-open');
      return hasDisplay && opener !== undefined ? [opener] : [];
    }
  }
}

/** @param {unknown} error */
function message(error) {
  return error instanceof Error ? error.message : String(error);
}

/** @param {AbortSignal} signal */
async function main(signal) {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    log(HELP);
    return;
  }
  await makePackages();
  signal.throwIfAborted();
  const profileDir = join(CACHE, options.desktop ? 'playground-desktop' : 'playground');
  if (options.fresh) {
    await rm(profileDir, { recursive: true, force: true });
  }
  const { locale, port } = options;
  if (options.desktop) {
    await openDesktop({ profileDir, folder: FOLDER, extensions: [EXTENSION, WELCOME], locale, log });
  } else {
    await playInBrowser({ profileDir, port, locale, open: !options['no-open'] }, signal);
  }
}

const signal = abortOnInterrupt();
try {
  await main(signal);
} catch (error) {
  if (!signal.aborted) {
    console.error(message(error));
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
if (signal.aborted) {
  log('Stopped.');
}
