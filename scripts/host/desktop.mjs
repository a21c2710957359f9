/**
 * Runs the VS Code that is installed on this machine, with a separate profile.
 */
import { findOnPath, run } from './processes.mjs';
import { createProfile } from './profile.mjs';

/** @typedef {import('./install.mjs').Log} Log */

/**
 * Opens a new window on `folder` with packaged extensions, and resolves when the window has been requested.
 *
 * Rejects when there is no `code` on PATH, or when it rejects an extension.
 *
 * @param {object} options
 * @param {string} options.profileDir the folder of its settings and extensions, separate from the user's own
 * @param {string} options.folder
 * @param {readonly string[]} options.extensions .vsix files
 * @param {string | undefined} options.locale
 * @param {Log} options.log
 */
export async function openDesktop({ profileDir, folder, extensions, locale, log }) {
  const code = findOnPath('code');
  if (code === undefined) {
    throw new Error(
      'There is no "code" on PATH. In VS Code, run "Shell Command: Install \'code\' command in PATH" (on Windows and ' +
        'Linux the installer does it), or leave out --desktop to have a window in the browser.',
    );
  }
  const profile = await createProfile({ dir: profileDir, settings: {}, trust: true, locale: undefined });
  try {
    const folders = ['--user-data-dir', profile.userDataDir, '--extensions-dir', profile.extensionsDir];
    for (const extension of extensions) {
      log(`Installing ${extension} …`);
      await run(code, [...folders, '--install-extension', extension, '--force']);
    }
    await run(code, [
      ...folders,
      ...(locale === undefined ? [] : ['--locale', locale]),
      '--new-window',
      folder,
    ]);
    log('VS Code opens in a window of its own. Its profile stays in ' + profile.dir);
  } finally {
    await profile.dispose();
  }
}
