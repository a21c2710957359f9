/**
 * Runs a VS Code server with its own profile. Its window opens in any browser.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { NEVER, run, startTree, stopTree } from './processes.mjs';
import { createProfile } from './profile.mjs';
import { answer, endOf, portIn, whileStarting } from './startup.mjs';

/** @typedef {import('./install.mjs').Host} Host */
/** @typedef {import('./install.mjs').Log} Log */
/** @typedef {import('./profile.mjs').Profile} Profile */
/** @typedef {import('./profile.mjs').Settings} Settings */
/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {readonly (readonly [name: string, value: string])[]} Payload */

/**
 * @typedef {object} RunningHost
 * @property {string} url the window on `folder`, with the token that the server requires
 * @property {number} port
 * @property {string} token
 * @property {string} userDataDir
 * @property {string} logsDir logs of the server and of its windows; `server.log` is the server's output
 * @property {Promise<Error>} ended resolves when the server exits, for whatever reason
 * @property {() => Promise<void>} stop stops the server with all of its children and removes a temporary profile
 */

const ADDRESS = '127.0.0.1';

/**
 * Starts a server on 127.0.0.1 and resolves when it answers.
 *
 * Rejects when an extension cannot be installed, or when the server exits or does not answer while starting; the error
 * quotes the last lines of its log. No process is left running then.
 *
 * @param {object} options
 * @param {Host} options.host
 * @param {string} options.folder the workspace folder
 * @param {Settings} [options.settings] user settings in addition to those for a clean window
 * @param {string} [options.locale] language of the extensions, such as `ko`
 * @param {readonly string[]} [options.extensions] .vsix files to install
 * @param {readonly string[]} [options.serverArgs] more arguments for the server
 * @param {boolean} [options.trust] when false, workspace trust is enabled and the folder opens in restricted mode
 * @param {boolean} [options.gallery] whether the window offers extensions of the Open VSX gallery, which needs the network
 * @param {string} [options.port] a port, a range such as `8480-8499`, or `0` (the default) for any free one
 * @param {string} [options.profileDir] the folder of a persistent profile; a temporary one without it
 * @param {Log} options.log
 * @param {AbortSignal} [options.signal] aborts starting; `stop` stops a running host
 * @returns {Promise<RunningHost>}
 */
export async function startHost({
  host,
  folder,
  settings = {},
  locale,
  extensions = [],
  serverArgs = [],
  trust = true,
  gallery = false,
  port: wantedPort = '0',
  profileDir,
  log,
  signal = NEVER,
}) {
  const profile = await createProfile({ dir: profileDir, settings, trust, locale });
  const logsDir = join(profile.userDataDir, 'logs');
  /** @type {ChildProcess | undefined} */
  let server;
  const stop = async () => {
    if (server !== undefined) {
      await stopTree(server);
    }
    await profile.dispose();
  };
  try {
    await mkdir(logsDir, { recursive: true });
    await installExtensions(host, profile, extensions, log, signal);
    const token = randomUUID();
    const logFile = join(logsDir, 'server.log');
    await writeFile(logFile, '');
    server = startTree(
      host.node,
      await serverCommand(host, profile, { wantedPort, token, locale, serverArgs }),
      {
        cwd: profile.dir,
        env: { ...environment(profile), ...(gallery ? {} : { EXTENSIONS_GALLERY: '{}' }) },
        logFile,
      },
    );
    const ended = endOf(server);
    const port = await whileStarting({ ended, logFile, signal }, (giveUp) => portIn(logFile, giveUp));
    const url = urlFor({ port, token, folder });
    await whileStarting({ ended, logFile, signal }, (giveUp) => answer(url, giveUp));
    return { url, port, token, userDataDir: profile.userDataDir, logsDir, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The URL of a window.
 *
 * @param {object} options
 * @param {number} options.port
 * @param {string} options.token
 * @param {string} options.folder
 * @param {Payload} [options.payload] what the workbench reads when the server has `--enable-smoke-test-driver`
 * @returns {string}
 */
export function urlFor({ port, token, folder, payload }) {
  const query = new URLSearchParams({ tkn: token, folder: decodeURIComponent(urlPath(folder)) });
  if (payload !== undefined) {
    query.set('payload', JSON.stringify(payload));
  }
  return `http://${ADDRESS}:${String(port)}/?${query.toString()}`;
}

/**
 * The URI of a file of this machine in the window.
 *
 * @param {number} port
 * @param {string} path
 */
export function remoteUri(port, path) {
  return `vscode-remote://${ADDRESS}:${String(port)}${urlPath(path)}`;
}

/** @param {string} path */
function urlPath(path) {
  return pathToFileURL(resolve(path)).pathname;
}

/**
 * @param {Host} host
 * @param {Profile} profile
 * @param {readonly string[]} extensions
 * @param {Log} log
 * @param {AbortSignal} signal
 */
async function installExtensions(host, profile, extensions, log, signal) {
  for (const file of extensions) {
    log(`Installing ${file} …`);
    const args = [host.server, '--install-extension', resolve(file), '--force', ...profileArguments(profile)];
    await run(host.node, args, { env: environment(profile), signal });
  }
}

/** @param {Profile} profile */
function profileArguments({ userDataDir, extensionsDir, serverDataDir }) {
  return [
    ...['--user-data-dir', userDataDir],
    ...['--extensions-dir', extensionsDir],
    ...['--server-data-dir', serverDataDir],
    '--accept-server-license-terms',
  ];
}

/**
 * @param {Host} host
 * @param {Profile} profile
 * @param {{ wantedPort: string, token: string, locale: string | undefined, serverArgs: readonly string[] }} options
 */
async function serverCommand(host, profile, { wantedPort, token, locale, serverArgs }) {
  // In a file, as other users of the machine can read arguments.
  const tokenFile = join(profile.dir, 'token');
  await writeFile(tokenFile, token, { mode: 0o600 });
  return [
    host.server,
    ...['--host', ADDRESS, '--port', wantedPort, '--connection-token-file', tokenFile],
    ...['--telemetry-level', 'off'],
    ...profileArguments(profile),
    ...(locale === undefined ? [] : ['--locale', locale]),
    ...serverArgs,
  ];
}

/** @param {Profile} profile */
function environment(profile) {
  // The variables of a VS Code terminal would connect this server to that window.
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name));
  return { ...Object.fromEntries(own), ...profile.environment };
}
