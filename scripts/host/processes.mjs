/**
 * Starts, watches and stops other programs.
 */
import { spawn } from 'node:child_process';
import { accessSync, closeSync, constants, openSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const isWindows = process.platform === 'win32';

/** Output of a program that is stored for errors, in characters. */
const KEPT_OUTPUT = 8_000;

/** Milliseconds for a process group to exit by itself before it is killed. */
const GRACE = 5_000;

/**
 * Runs a program and returns its output: standard output and errors together, the last 8,000
 * characters. Rejects when the program cannot be started, exits with another code than 0, or `signal` aborts.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, signal?: AbortSignal }} [options]
 * @returns {Promise<string>}
 */
export function run(command, args, options = {}) {
  // Windows runs .cmd files only through its shell, which takes the arguments as one quoted line.
  const shell = isWindows && /\.(cmd|bat)$/i.test(command);
  const quote = (/** @type {string} */ word) => (shell ? `"${word}"` : word);
  return new Promise((resolve, reject) => {
    const child = spawn(quote(command), args.map(quote), {
      ...options,
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    const keep = (/** @type {string} */ chunk) => {
      output = (output + chunk).slice(-KEPT_OUTPUT);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.once('error', reject);
    child.once('close', (code, endedBy) => {
      if (code === 0) {
        resolve(output);
      } else {
        const how = code === null ? `was ended by ${String(endedBy)}` : `ended with code ${String(code)}`;
        reject(new Error(`"${[command, ...args].join(' ')}" ${how}.\n${lastLines(output, 15)}`));
      }
    });
  });
}

/**
 * Starts a program in the background as the leader of its own process group, with its output in a file.
 * {@link stopTree} stops it, and so does the exit of this process, unless that is killed.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, logFile: string }} options
 * @returns {ChildProcess}
 */
export function startTree(command, args, { cwd, env, logFile }) {
  const output = openSync(logFile, 'a');
  try {
    const child = spawn(command, args, {
      cwd,
      env,
      detached: !isWindows,
      stdio: ['ignore', output, output],
      windowsHide: true,
    });
    const killNow = () => {
      if (child.pid !== undefined && !signalGroup(child.pid, 'SIGKILL')) {
        child.kill('SIGKILL');
      }
    };
    process.on('exit', killNow);
    child.once('exit', () => process.off('exit', killNow));
    return child;
  } finally {
    closeSync(output);
  }
}

/**
 * Stops a program of {@link startTree} with all its children: gracefully at first, forcibly after five seconds.
 *
 * @param {ChildProcess} child
 */
export async function stopTree({ pid }) {
  if (pid === undefined) {
    return;
  }
  if (isWindows) {
    // Windows has no process groups: taskkill walks the tree. It fails if the program has exited already, which is fine.
    await run('taskkill', ['/pid', String(pid), '/T', '/F']).catch(() => undefined);
    return;
  }
  signalGroup(pid, 'SIGTERM');
  const end = Date.now() + GRACE;
  while (signalGroup(pid, 0)) {
    if (Date.now() > end) {
      signalGroup(pid, 'SIGKILL');
      return;
    }
    await delay(50);
  }
}

/**
 * @param {number} head the leader of the group
 * @param {NodeJS.Signals | 0} signal 0 only checks whether the group exists
 * @returns {boolean} whether there was a group to signal
 */
function signalGroup(head, signal) {
  try {
    return process.kill(-head, signal);
  } catch {
    return false;
  }
}

/**
 * Turns Ctrl+C and other termination signals into an abort, so that everything can be stopped in order. From then on
 * these signals no longer end this process.
 *
 * @returns {AbortSignal} its reason is an Error that names the signal
 */
export function abortOnInterrupt() {
  const controller = new AbortController();
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(name, () => {
      controller.abort(new Error(`Stopped by ${name}.`));
    });
  }
  if (process.env['npm_lifecycle_event'] !== undefined) {
    // A signal to npm alone ends npm and its shell, and does not arrive here.
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid !== parent) {
        controller.abort(new Error('Stopped: npm has ended.'));
      }
    }, 500);
    watch.unref();
  }
  return controller.signal;
}

/** A signal that never aborts, for callers that have none. */
export const NEVER = new AbortController().signal;

/**
 * @param {AbortSignal} signal
 * @returns {Promise<never>} rejects with the signal's reason when it aborts, or immediately if it has
 */
export function rejectOnAbort(signal) {
  return new Promise((_, reject) => {
    const stop = () => {
      const reason = /** @type {unknown} */ (signal.reason);
      reject(reason instanceof Error ? reason : new Error(String(reason)));
    };
    if (signal.aborted) {
      stop();
    } else {
      signal.addEventListener('abort', stop, { once: true });
    }
  });
}

/**
 * Looks up a program on PATH.
 *
 * @param {string} name without an extension; on Windows those of PATHEXT are tried
 * @returns {string | undefined} its absolute path
 */
export function findOnPath(name) {
  const endings = isWindows ? (process.env['PATHEXT'] ?? '.EXE;.CMD').split(';') : [''];
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (folder !== '' && isProgram(file)) {
        return file;
      }
    }
  }
  return undefined;
}

/**
 * @param {string} file
 * @returns {boolean} whether it is a file that this user may run
 */
export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * @param {string} text
 * @param {number} count
 */
export function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
