import { spawn } from 'node:child_process';
import { ROOT } from './out.mjs';

/**
 * When a program's output is shown: as it comes, in one piece once the program has ended, or in one piece if it fails.
 *
 * @typedef {'live' | 'at the end' | 'on failure'} Output
 */

/**
 * Runs Node on arguments, in the project's root.
 *
 * Rejects when it fails, unless `mayFail` is set.
 *
 * @param {readonly string[]} args
 * @param {{ output?: Output, mayFail?: boolean }} [options]
 * @returns {Promise<string>} what it printed on standard output
 */
export function runNode(args, { output = 'live', mayFail = false } = {}) {
  const child = spawn(process.execPath, [...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let all = '';
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    out += text;
    all += text;
    if (output === 'live') process.stdout.write(text);
  });
  child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    all += text;
    if (output === 'live') process.stderr.write(text);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (output === 'at the end') process.stdout.write(all);
      if (code === 0 || mayFail) {
        resolve(out);
        return;
      }
      if (output === 'on failure') process.stderr.write(all);
      reject(new Error(`node ${args.join(' ')} ended with code ${String(code)}.`));
    });
  });
}
