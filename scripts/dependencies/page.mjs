import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../test/out.mjs';
import { bundledPackages } from './bundledPackages.mjs';

export const PAGE = join(ROOT, 'docs', 'dependencies.md');

/**
 * The page about dependencies as it should be: its own words, and in its two tables a row for each package, with licence
 * and size as they are. Reasons stay; a package that has none yet gets an empty one.
 *
 * @param {string} page
 * @returns {Promise<{ text: string, withoutReason: readonly string[] }>}
 */
export async function renewPage(page) {
  const reasons = reasonsIn(page);
  const bundled = bundledPackages();
  const names = new Set(bundled.map(({ name }) => name));
  const manifest = /** @type {{ devDependencies: Record<string, string> }} */ (readJson('package.json'));
  const tools = Object.keys(manifest.devDependencies).filter((name) => !names.has(name));
  const lock = /** @type {{ packages: Record<string, { license?: string }> }} */ (
    readJson('package-lock.json')
  );
  // The modules may be installed elsewhere and linked: the lock file has their folder from `node_modules` on.
  const licence = (/** @type {string} */ folder) =>
    lock.packages[folder.slice(folder.indexOf('node_modules/'))]?.license ?? 'unknown';
  const tables = {
    bundled: table(
      ['Package', 'Licence', 'KB', 'What it does here'],
      bundled.map(({ name, folder, bytes }) => [name, licence(folder), kilobytes(bytes), reasons.get(name)]),
    ),
    tools: table(
      ['Package', 'Licence', 'What it does here'],
      tools.map((name) => [name, licence(`node_modules/${name}`), reasons.get(name)]),
    ),
  };
  let text = page;
  for (const [key, rows] of Object.entries(tables)) {
    const place = new RegExp(`(<!-- ${key} -->\n\n)(?:\\|.*\n)*`);
    if (!place.test(text))
      throw new Error(`docs/dependencies.md has no line "<!-- ${key} -->" above a table.`);
    text = text.replace(place, (_, mark) => `${String(mark)}${rows}`);
  }
  return {
    text: await format(text, { ...(await resolveConfig(PAGE)), parser: 'markdown' }),
    withoutReason: [...names, ...tools].filter((name) => (reasons.get(name) ?? '') === ''),
  };
}

/**
 * The last column of each row that begins with a package's name.
 *
 * @param {string} page
 */
function reasonsIn(page) {
  const rows = [...page.matchAll(/^\| `([^`]+)` .*\| (.*?) *\|$/gm)];
  return new Map(rows.map(([, name = '', reason = '']) => [name, reason]));
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly (string | undefined)[])[]} rows the first column is a package's name
 */
function table(head, rows) {
  const rule = head.map((name) => (name === 'KB' ? '--:' : '---'));
  const named = rows.map(([name, ...rest]) => [`\`${String(name)}\``, ...rest.map((cell) => cell ?? '')]);
  return [head, rule, ...named].map((row) => `| ${row.join(' | ')} |\n`).join('');
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return bytes === 0 ? '0' : bytes < 1000 ? '< 1' : String(Math.round(bytes / 1000));
}

/**
 * @param {string} name
 * @returns {unknown}
 */
function readJson(name) {
  return JSON.parse(readFileSync(join(ROOT, name), 'utf8'));
}
