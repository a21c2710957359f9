import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../test/out.mjs';

/**
 * A package of which something is in dist/.
 *
 * @typedef {object} BundledPackage
 * @property {string} name
 * @property {string} version
 * @property {string} folder relative to the root, with slashes
 * @property {number} bytes its minified share of the bundles of the extension, apart from those of the web and the command line
 */

/** What the build leaves for the checks: every file that went into dist/, and how much of each. */
export const METAFILE = join(ROOT, 'dist', 'metafile.json');

/** The bundles whose sizes count: what VS Code's own host loads, and the panel's page. */
const COUNTED = /^dist\/(extension|library|render)\.js$|^dist\/webview\//;

/**
 * The packages that are bundled, by name. A version that is installed in two folders is one package.
 *
 * @returns {readonly BundledPackage[]}
 */
export function bundledPackages() {
  if (!existsSync(METAFILE))
    throw new Error('dist/ is not built: run "npm run build -- --production" first.');
  /** @type {Map<string, BundledPackage>} */
  const packages = new Map();
  for (const [output, { inputs }] of Object.entries(readMetafile().outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = packageFolder(path);
      if (folder === undefined) continue;
      const { name, version } = manifestOf(folder);
      const key = `${name} ${version}`;
      const known = packages.get(key) ?? { name, version, folder, bytes: 0 };
      const bytes = known.bytes + (COUNTED.test(output) ? bytesInOutput : 0);
      packages.set(key, { ...known, bytes });
    }
  }
  return [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** @returns {import('esbuild').Metafile} */
export function readMetafile() {
  const value = /** @type {unknown} */ (JSON.parse(readFileSync(METAFILE, 'utf8')));
  return /** @type {import('esbuild').Metafile} */ (value);
}

/**
 * The folder of the package that a bundled file belongs to; undefined for a file of our own.
 *
 * @param {string} path relative to the root
 */
export function packageFolder(path) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
}

/**
 * @param {string} folder
 * @returns {{ name: string, version: string }}
 */
function manifestOf(folder) {
  const text = readFileSync(join(ROOT, folder, 'package.json'), 'utf8');
  const manifest = /** @type {unknown} */ (JSON.parse(text));
  const { name, version } = /** @type {{ name: string, version: string }} */ (manifest);
  return { name, version };
}
