import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../test/out.mjs';

/** In characters: no licence is shorter, and what only points to one is. */
const MIN_LICENCE_LENGTH = 500;

/**
 * The licence of a package as text to pass on: its licence file and, where that refers to others beside it
 * (`LICENSE.apache`), those too.
 *
 * @param {string} folder of the package, relative to the root
 * @returns {Promise<string>}
 * @throws when it has none, or one that only points to a file that is not there
 */
export async function licenceText(folder) {
  const names = (await readdir(join(ROOT, folder))).filter((name) => /^(licen[cs]e|copying)/i.test(name));
  const texts = await Promise.all(names.sort().map((name) => readFile(join(ROOT, folder, name), 'utf8')));
  const text = texts.map((one) => one.trim()).join('\n\n');
  if (text.length < MIN_LICENCE_LENGTH) {
    throw new Error(`${folder} has no licence text to pass on, only: ${JSON.stringify(text)}`);
  }
  return text;
}
