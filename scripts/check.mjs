// All static checks: types, lint, format, import direction and cycles, unused code. Runs all of them, and fails if any did.
import { spawnSync } from 'node:child_process';
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

/** @type {readonly (readonly [string, string, readonly string[]])[]} */
const checks = [
  ...projects.map((project) => /** @type {const} */ ([`types ${project}`, 'tsc', ['-p', project]])),
  ['lint', 'eslint', ['--max-warnings', '0', '.']],
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['imports', 'depcruise', ['--config', '.dependency-cruiser.mjs', '--output-type', 'err', 'src']],
  ['unused code', 'knip', []],
];

const failed = checks.filter(([name, tool, args]) => {
  const started = Date.now();
  const command = join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${tool}.cmd` : tool);
  if (!existsSync(command)) throw new Error(`${tool} is not installed. Run "npm ci" first.`);
  const { status } = spawnSync(command, [...args], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  return status !== 0;
});
if (failed.length > 0) {
  console.error(`Failed: ${failed.map(([name]) => name).join(', ')}`);
  process.exit(1);
}
