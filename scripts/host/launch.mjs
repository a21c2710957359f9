/**
 * Runs an extension's tests, given VS Code's own arguments.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { ensureBrowser, ensureHost } from './install.mjs';
import { NEVER } from './processes.mjs';
import { remoteUri, startHost, urlFor } from './server.mjs';
import { runTestWindow } from './test-window.mjs';

/** @typedef {import('./install.mjs').Log} Log */
/** @typedef {import('./profile.mjs').Settings} Settings */

/**
 * @typedef {object} TestRun what the arguments ask for
 * @property {readonly string[]} extensions folders of the extensions under test
 * @property {string} tests the module with `run`
 * @property {boolean} web whether the extensions run in the web worker host, as in a browser without a server
 * @property {boolean} trust
 * @property {string | undefined} locale
 * @property {string | undefined} userDataDir
 * @property {string | undefined} folder the workspace folder; an empty one when undefined
 */

/**
 * Runs the tests that VS Code's arguments name, in a window with a fresh profile.
 *
 * It reads `--extensionDevelopmentPath`, `--extensionTestsPath`, `--extensionDevelopmentKind=web`,
 * `--disable-workspace-trust`, `--locale`, a folder to open, and the `User/settings.json` in `--user-data-dir`. The
 * environment variable ARCHIVE_ANSWERS_HOST_SECONDS limits the run, 300 when unset.
 *
 * Rejects when arguments are missing, the host is unavailable, or the run fails or takes too long.
 *
 * @param {readonly string[]} argv without the program itself
 * @param {{ print?: Log, log?: Log, signal?: AbortSignal }} [options] `print` gets the lines of the tests,
 *   `log` the progress
 * @returns {Promise<number>} the exit code: 0 when all tests passed
 */
export async function launch(argv, { print = console.log, log = console.error, signal = NEVER } = {}) {
  const asked = readArguments(argv);
  const seconds = secondsAllowed();
  const settings = await settingsFor(asked);
  const host = await ensureHost({ log, signal });
  const browser = await ensureBrowser({ log, signal });
  const {
    extensions,
    tests,
    trust,
    locale,
    folder = await mkdtemp(join(tmpdir(), 'archive-answers-empty-')),
  } = asked;
  const serverArgs = ['--enable-smoke-test-driver'];
  try {
    const server = await startHost({ host, folder, settings, locale, trust, serverArgs, log, signal });
    try {
      const payload = [
        ...extensions.map(
          (path) => /** @type {const} */ (['extensionDevelopmentPath', remoteUri(server.port, path)]),
        ),
        /** @type {const} */ (['extensionTestsPath', remoteUri(server.port, tests)]),
      ];
      const url = urlFor({ port: server.port, token: server.token, folder, payload });
      return await runTestWindow({ server, url, browser, seconds, print, signal });
    } finally {
      await server.stop();
    }
  } finally {
    if (asked.folder === undefined) {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/**
 * @param {readonly string[]} argv
 * @returns {TestRun}
 */
function readArguments(argv) {
  const { values, positionals } = parseArgs({
    args: [...argv],
    strict: false,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
      extensionDevelopmentKind: { type: 'string' },
      'disable-workspace-trust': { type: 'boolean' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
      locale: { type: 'string' },
    },
  });
  const extensions = (values.extensionDevelopmentPath ?? []).filter((path) => typeof path === 'string');
  const tests = text(values.extensionTestsPath);
  if (extensions.length === 0 || tests === undefined) {
    throw new Error(
      'This program only runs tests: give it --extensionDevelopmentPath=FOLDER and --extensionTestsPath=FILE.',
    );
  }
  const [folder] = positionals;
  if (folder !== undefined && !existsSync(folder)) {
    throw new Error(`There is no folder "${resolve(folder)}" to open.`);
  }
  return {
    extensions,
    tests,
    folder,
    web: values.extensionDevelopmentKind === 'web',
    trust: values['disable-workspace-trust'] === true,
    locale: text(values.locale),
    userDataDir: text(values['user-data-dir']),
  };
}

/** @param {unknown} value */
function text(value) {
  return typeof value === 'string' ? value : undefined;
}

function secondsAllowed() {
  const seconds = Number(process.env['ARCHIVE_ANSWERS_HOST_SECONDS'] ?? 300);
  if (!(seconds > 0)) {
    throw new Error('ARCHIVE_ANSWERS_HOST_SECONDS is not a number of seconds.');
  }
  return seconds;
}

/**
 * @param {TestRun} run
 * @returns {Promise<Settings>}
 */
async function settingsFor({ extensions, web, userDataDir }) {
  const file = join(userDataDir ?? '', 'User', 'settings.json');
  /** @type {Settings} */
  const own = userDataDir !== undefined && existsSync(file) ? await readJson(file) : {};
  if (!web) {
    return own;
  }
  // A window on a server ignores the development kind of an extension that has a `main`, but respects this setting.
  const manifests = await Promise.all(extensions.map((path) => readJson(join(path, 'package.json'))));
  const kinds = manifests.map(
    ({ publisher, name }) => /** @type {const} */ ([`${String(publisher)}.${String(name)}`, ['web']]),
  );
  return { ...own, 'remote.extensionKind': Object.fromEntries(kinds) };
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, unknown>>}
 */
async function readJson(file) {
  const value = /** @type {unknown} */ (JSON.parse(await readFile(file, 'utf8')));
  if (typeof value !== 'object' || value === null) {
    throw new Error(`${file} does not hold a JSON object.`);
  }
  return { ...value };
}
