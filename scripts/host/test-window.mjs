/**
 * Runs an extension's tests in the extension host of a window, and reports their output and result.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { format } from 'node:util';

import { openBrowser } from './browser.mjs';
import { rejectOnAbort } from './processes.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./chromium.mjs').BrowserProgram} BrowserProgram */
/** @typedef {import('./install.mjs').Log} Log */
/** @typedef {import('./server.mjs').RunningHost} RunningHost */

/** The prefix of the tests' own lines. Other output of the extension host is reported only when they fail. */
const TEST_LINE = '[test] ';

/** Errors of every run of this host that are unrelated to tests: a native module that is not built, no account. */
const HARMLESS = [
  'build/Release/watchdog',
  '[Service Worker] registration',
  'Timed out waiting for authentication provider',
  'Canceled: Canceled',
];

const TOLD_ERRORS = 10;

/**
 * Opens the window, waits for the tests and returns their exit code: 0 when all passed.
 *
 * Rejects when they do not end within `seconds`, or when the window or the server fails.
 *
 * @param {object} options
 * @param {RunningHost} options.server started with `--enable-smoke-test-driver`
 * @param {string} options.url a window whose payload names the extension and the tests
 * @param {BrowserProgram} options.browser
 * @param {number} options.seconds
 * @param {Log} options.print gets the lines of the tests without their mark, and the window's errors on failure
 * @param {AbortSignal} options.signal
 * @returns {Promise<number>}
 */
export async function runTestWindow({ server, url, browser: program, seconds, print, signal }) {
  const lines = new TestLines(print);
  const { browser, page } = await openBrowser({ browser: program });
  const over = new AbortController();
  try {
    const tests = testsIn(page, url, lines);
    const code = await Promise.race([
      tests,
      breakdown(page, server),
      limit(seconds, over.signal),
      rejectOnAbort(signal),
    ]);
    if (code !== 0) {
      lines.tellErrors();
    }
    return code;
  } catch (error) {
    lines.tellErrors();
    throw error;
  } finally {
    over.abort();
    await browser.close();
  }
}

/** Sorts the window's output into lines of the tests, errors and the rest. */
class TestLines {
  /** @type {string[]} */
  #errors = [];
  #print;

  /** @param {Log} print */
  constructor(print) {
    this.#print = print;
  }

  /**
   * @param {string} type `log`, `error`, …
   * @param {readonly unknown[]} args as given to `console`
   */
  add(type, args) {
    const text = format(...args);
    if (text.startsWith(TEST_LINE)) {
      this.#print(text.slice(TEST_LINE.length));
    } else if (type === 'error' && !HARMLESS.some((part) => text.includes(part))) {
      this.#errors.push(text);
    }
  }

  tellErrors() {
    const errors = this.#errors.slice(-TOLD_ERRORS);
    if (errors.length > 0) {
      this.#print(`Errors in the window:\n${errors.join('\n')}`);
    }
  }
}

/**
 * @param {Page} page
 * @param {string} url
 * @param {TestLines} lines
 * @returns {Promise<number>}
 */
function testsIn(page, url, lines) {
  return new Promise((resolve, reject) => {
    // The workbench expects these two functions on its page.
    const exposed = Promise.all([
      page.exposeFunction('codeAutomationExit', resolve),
      page.exposeFunction(
        'codeAutomationLog',
        (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
          lines.add(type, args);
        },
      ),
    ]);
    exposed.then(() => page.goto(url, { timeout: 0 })).catch(reject);
  });
}

/**
 * @param {Page} page
 * @param {RunningHost} server
 * @returns {Promise<never>}
 */
function breakdown(page, server) {
  return new Promise((_, reject) => {
    page.once('crash', () => {
      reject(new Error('The window crashed while the tests ran.'));
    });
    page.once('close', () => {
      reject(new Error('The browser was closed while the tests ran.'));
    });
    void server.ended.then(reject);
  });
}

/**
 * @param {number} seconds
 * @param {AbortSignal} over
 * @returns {Promise<never>}
 */
async function limit(seconds, over) {
  await delay(seconds * 1000, undefined, { signal: over });
  throw new Error(
    `The tests did not end within ${String(seconds)} s. ARCHIVE_ANSWERS_HOST_SECONDS allows more.`,
  );
}
