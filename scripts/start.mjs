/**
 * `npm start`: a VS Code window with the packaged extension on the example project.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { CACHE, PROJECT } from './host/cache.mjs';
import { openDesktop } from './host/desktop.mjs';
import { ensureHost } from './host/install.mjs';
import { abortOnInterrupt, findOnPath, rejectOnAbort } from './host/processes.mjs';
import { startHost } from './host/server.mjs';

const HELP = `Opens VS Code with Archive Answers on an example project.

Usage: npm start -- [options]

  --desktop        use the VS Code installed on this machine ("code" on PATH)
                   instead of one in the browser
  --fresh          forget the settings and data of earlier starts
  --locale LOCALE  language of the extension, such as ko
  --port PORT      port of the window in the browser (default: the first free
                   one from 8480 to 8499)
  --no-open        only print the address
  --help           print this

The window has a profile of its own, in .vscode-test/playground (with
--desktop in .vscode-test/playground-desktop): settings and data survive until
the next start, and your own VS Code is left alone. Ctrl+C ends it.
`;

const FOLDER = join(PROJECT, 'examples', 'fastapi-sqlalchemy');
const EXTENSION = join(PROJECT, 'archive-answers.vsix');

/** A few fixed ports rather than any free one: the browser stores a window's state by its origin. */
const PORTS = '8480-8499';

/** @typedef {{ profileDir: string, port: string, open: boolean, locale: string | undefined }} Play */

class UsageError extends Error {}

const log = (/** @type {string} */ line) => {
  console.log(line);
};

/**
 * @param {readonly string[]} argv
 * @throws {UsageError} for options that are not in {@link HELP}
 */
function readOptions(argv) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        desktop: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        locale: { type: 'string' },
        port: { type: 'string', default: PORTS },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (!/^\d+(-\d+)?$/.test(values.port)) {
      throw new Error(`--port takes a number, not "${values.port}".`);
    }
    return values;
  } catch (error) {
    throw new UsageError(`${message(error)}\n"npm start -- --help" lists the options.`, { cause: error });
  }
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
    extensions: [EXTENSION],
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
  if (!existsSync(EXTENSION)) {
    throw new Error(`The packaged extension is missing (${EXTENSION}). "npm start" packages it first.`);
  }
  const profileDir = join(CACHE, options.desktop ? 'playground-desktop' : 'playground');
  if (options.fresh) {
    await rm(profileDir, { recursive: true, force: true });
  }
  const { locale, port } = options;
  if (options.desktop) {
    await openDesktop({ profileDir, folder: FOLDER, extension: EXTENSION, locale, log });
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
