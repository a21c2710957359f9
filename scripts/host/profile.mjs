/**
 * The folders that one VS Code window lives in: user data, installed extensions, the server's own data.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * @typedef {object} Profile
 * @property {string} dir holds all of the others
 * @property {string} userDataDir
 * @property {string} extensionsDir
 * @property {string} serverDataDir
 * @property {NodeJS.ProcessEnv} environment variables for the server on top of this process's own
 * @property {() => Promise<void>} dispose removes a temporary profile, leaves a kept one
 */

/** @typedef {Readonly<Record<string, unknown>>} Settings user settings by their full name */

/**
 * A window without welcome pages, tips, chat and telemetry.
 *
 * @type {Settings}
 */
const CLEAN_WINDOW = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'update.mode': 'none',
};

/**
 * Makes a profile.
 *
 * @param {object} options
 * @param {string | undefined} options.dir where to keep it between runs; a fresh temporary one when undefined
 * @param {Settings} options.settings on top of those for a clean window; a kept profile's own settings file wins
 * @param {boolean} options.trust whether every folder is trusted; otherwise new folders open in restricted mode
 * @param {string | undefined} options.locale such as `ko`
 * @returns {Promise<Profile>}
 */
export async function createProfile({ dir: kept, settings, trust, locale }) {
  const dir = kept ?? (await mkdtemp(join(tmpdir(), 'archive-answers-host-')));
  const sockets = await socketFolder();
  const userDataDir = join(dir, 'user');
  const settingsFile = join(userDataDir, 'User', 'settings.json');
  await mkdir(join(userDataDir, 'User'), { recursive: true });
  if (!existsSync(settingsFile)) {
    await writeJson(settingsFile, { ...CLEAN_WINDOW, ...trustSettings(trust), ...settings });
  }
  if (locale !== undefined) {
    await registerLanguage(userDataDir, locale);
  }
  return {
    dir,
    userDataDir,
    extensionsDir: join(dir, 'extensions'),
    serverDataDir: join(dir, 'server'),
    environment: sockets === undefined ? {} : { TMPDIR: sockets },
    dispose: async () => {
      for (const folder of [sockets, kept === undefined ? dir : undefined]) {
        if (folder !== undefined) {
          await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
        }
      }
    },
  };
}

/**
 * A folder of their own for the sockets that a server leaves in the temporary folder when it ends. It is not inside the
 * profile, for a socket's path must be short; macOS's temporary folder leaves no room for it at all.
 */
async function socketFolder() {
  return process.platform === 'linux' ? mkdtemp(join(tmpdir(), 'archive-answers-')) : undefined;
}

/**
 * @param {boolean} trust
 * @returns {Settings}
 */
function trustSettings(trust) {
  return trust
    ? { 'security.workspace.trust.enabled': false }
    : { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };
}

/**
 * Tells the server that a language pack is installed, with no translations in it: the workbench stays English, and
 * extensions get `env.language` and their own `package.nls.<locale>.json` and `l10n` bundles.
 *
 * @param {string} userDataDir
 * @param {string} locale
 */
async function registerLanguage(userDataDir, locale) {
  const translations = join(userDataDir, `${locale}.json`);
  await writeJson(translations, { contents: {} });
  await writeJson(join(userDataDir, 'languagepacks.json'), {
    [locale]: {
      hash: '1',
      extensions: [{ extensionIdentifier: { id: `test.language-pack-${locale}` }, version: '1.0.0' }],
      translations: { vscode: translations },
      label: new Intl.DisplayNames([locale], { type: 'language' }).of(locale),
    },
  });
}

/**
 * @param {string} file
 * @param {unknown} value
 */
async function writeJson(file, value) {
  await writeFile(file, JSON.stringify(value, undefined, 2));
}
