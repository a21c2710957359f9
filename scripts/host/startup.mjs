/**
 * Waits for a server that has just been started.
 */
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

import { lastLines } from './processes.mjs';

/** Milliseconds until a starting server must answer. */
const START_LIMIT = 60_000;

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<Error>} resolves when it exits or cannot be started
 */
export function endOf(server) {
  return new Promise((done) => {
    server.once('error', done);
    server.once('exit', (code, endedBy) => {
      done(
        new Error(`The VS Code server ended (${code === null ? String(endedBy) : `code ${String(code)}`}).`),
      );
    });
  });
}

/**
 * Performs `work` unless the server exits first, a minute passes, or the caller aborts. Errors quote the server's log.
 *
 * @template T
 * @param {{ ended: Promise<Error>, logFile: string, signal: AbortSignal }} server
 * @param {(giveUp: AbortSignal) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function whileStarting({ ended, logFile, signal }, work) {
  const seconds = START_LIMIT / 1000;
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new Error(`The VS Code server did not answer within ${String(seconds)} s.`));
  }, START_LIMIT);
  void ended.then((error) => {
    controller.abort(error);
  });
  try {
    return await work(AbortSignal.any([controller.signal, signal]));
  } catch (error) {
    signal.throwIfAborted();
    const why = /** @type {unknown} */ (controller.signal.aborted ? controller.signal.reason : error);
    const reason = why instanceof Error ? why.message : String(why);
    const log = await readFile(logFile, 'utf8');
    throw new Error(`${reason} The last lines of its log:\n${lastLines(log, 20)}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Waits until the server says which port it has. A port chosen before could be taken in between.
 *
 * @param {string} logFile
 * @param {AbortSignal} giveUp
 * @returns {Promise<number>}
 */
export async function portIn(logFile, giveUp) {
  for (;;) {
    const printed = await readFile(logFile, 'utf8');
    const found = /^Extension host agent listening on (\d+)/m.exec(printed);
    if (found !== null) {
      return Number(found[1]);
    }
    if (printed.includes('EADDRINUSE')) {
      // The server says so and goes on without a port.
      throw new Error('The port is taken by another program. Choose another one.');
    }
    await delay(50, undefined, { signal: giveUp });
  }
}

/**
 * Asks for the window once. Rejects when the answer is an error.
 *
 * @param {string} url
 * @param {AbortSignal} giveUp
 */
export async function answer(url, giveUp) {
  const response = await fetch(url, { redirect: 'manual', signal: giveUp });
  if (response.status >= 400) {
    throw new Error(`The VS Code server answered with status ${String(response.status)}.`);
  }
}
