// All static checks: types, lint, format, import direction and cycles, unused code. Runs all of them, and fails if any did.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const projects = [
  'src/core',
  'src/sources',
  'src/node',
  'src/vscode',
  'src/webview',
  'src/cli',
  'src',
  'test',
  '.',
];

/** @typedef {readonly [name: string, tool: string, args: readonly string[]]} Check */

/** @type {readonly Check[]} */
const checks = [
  ...projects.map((project) => /** @type {const} */ ([`types ${project}`, 'tsc', ['-p', project]])),
  ['lint', 'eslint', ['--max-warnings', '0', '.']],
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['imports', 'depcruise', ['--config', '.dependency-cruiser.mjs', '--output-type', 'err', 'src']],
  ['unused code', 'knip', []],
];

// Lint takes as long as all others together: it runs beside them.
const [lint, others] = [
  checks.filter(([name]) => name === 'lint'),
  checks.filter(([name]) => name !== 'lint'),
];
const failed = (await Promise.all([runAll(lint), runAll(others)])).flat();
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`);
  process.exit(1);
}

/**
 * Runs checks one after the other; the output of each is printed when it ends.
 *
 * @param {readonly Check[]} some
 * @returns {Promise<string[]>} the names of those that failed
 */
async function runAll(some) {
  const names = [];
  for (const [name, tool, args] of some) {
    const started = Date.now();
    const { status, output } = await run(tool, args);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    process.stdout.write(`${output}${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
    if (status !== 0) names.push(name);
  }
  return names;
}

/**
 * @param {string} tool
 * @param {readonly string[]} args
 * @returns {Promise<{ status: number | null, output: string }>}
 */
function run(tool, args) {
  const command = join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${tool}.cmd` : tool);
  if (!existsSync(command)) throw new Error(`${tool} is not installed. Run "npm ci" first.`);
  const child = spawn(command, [...args], { cwd: root, shell: process.platform === 'win32' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (/** @type {string} */ text) => (output += text));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      resolve({ status, output });
    });
  });
}
