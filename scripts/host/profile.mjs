/**
 * The folders of one VS Code window: user data, installed extensions, the server's data.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * @typedef {object} Profile
 * @property {string} dir contains all others
 * @property {string} userDataDir
 * @property {string} extensionsDir
 * @property {string} serverDataDir
 * @property {NodeJS.ProcessEnv} environment variables for the server in addition to this process's own
 * @property {() => Promise<void>} dispose removes a temporary profile
 */

/** @typedef {Readonly<Record<string, unknown>>} Settings user settings by their full name */

/**
 * Settings for a window without welcome pages, tips, chat and telemetry.
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
 * Creates a profile.
 *
 * @param {object} options
 * @param {string | undefined} options.dir the folder of a persistent profile; a temporary one when undefined
 * @param {Settings} options.settings in addition to those for a clean window; the settings file of a persistent profile wins
 * @param {boolean} options.trust whether every folder is trusted; otherwise new folders open in restricted mode
 * @param {string | undefined} options.locale such as `ko`
 * @returns {Promise<Profile>}
 */
export async function createProfile({ dir: persistentDir, settings, trust, locale }) {
  const dir = persistentDir ?? (await mkdtemp(join(tmpdir(), 'archive-answers-host-')));
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
      for (const folder of [sockets, persistentDir === undefined ? dir : undefined]) {
        if (folder !== undefined) {
          await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
        }
      }
    },
  };
}

/**
 * A folder for the sockets that a server leaves in the temporary folder when it exits. It is not inside the profile, as the
 * path of a socket must be short; on macOS even the temporary folder's path is too long.
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
 * Makes the server believe that a language pack is installed, without translations: the workbench stays English, and
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
