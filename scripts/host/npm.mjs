/**
 * The npm that runs this script, else the one on PATH.
 */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { findOnPath, run } from './processes.mjs';

const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Fetches one package from the registry, without its dependencies, and unpacks it into `package` in `folder`.
 * Rejects as {@link run} does.
 *
 * @param {string} name
 * @param {string} version
 * @param {string} folder
 * @param {AbortSignal} signal
 */
export async function npmUnpack(name, version, folder, signal) {
  const { command, args } = npm();
  const archive = `${name}-${version}.tgz`;
  await run(command, [...args, 'pack', `${name}@${version}`, ...QUIET], { cwd: folder, signal });
  await run('tar', ['-xzf', archive], { cwd: folder, signal });
  await rm(join(folder, archive));
}

/**
 * Installs the dependencies of a package, in the versions of its lock file. Rejects as {@link run} does.
 *
 * @param {string} folder the one with its package.json
 * @param {AbortSignal} signal
 */
export async function npmInstall(folder, signal) {
  const { command, args } = npm();
  await run(command, [...args, 'install', '--omit=dev', '--no-save', ...QUIET], { cwd: folder, signal });
}

/** @returns {{ command: string, args: readonly string[] }} */
function npm() {
  const running = process.env['npm_execpath'];
  if (running !== undefined && basename(running).startsWith('npm') && existsSync(running)) {
    return { command: process.execPath, args: [running] };
  }
  const command = findOnPath('npm');
  if (command === undefined) {
    throw new Error(
      'npm is not on PATH. It comes with Node: install Node with it, or start this with "npm run".',
    );
  }
  return { command, args: [] };
}
