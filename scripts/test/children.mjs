import { spawn } from 'node:child_process';
import { ROOT } from './out.mjs';

/**
 * Runs Node on arguments, in the project's root. `quiet` shows the output only when the program fails.
 *
 * Rejects when it fails, unless `mayFail` is set.
 *
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, mayFail?: boolean }} [options]
 * @returns {Promise<string>} what it printed on standard output
 */
export function runNode(args, { quiet = false, mayFail = false } = {}) {
  const child = spawn(process.execPath, [...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let all = '';
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    out += text;
    all += text;
    if (!quiet) process.stdout.write(text);
  });
  child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    all += text;
    if (!quiet) process.stderr.write(text);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0 || mayFail) {
        resolve(out);
        return;
      }
      if (quiet) process.stderr.write(all);
      reject(new Error(`node ${args.join(' ')} ended with code ${String(code)}.`));
    });
  });
}
