// Builds everything that runs into dist/. Options: --production (minified, no source maps), --watch.
import { copyFile, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { context } from 'esbuild';
import { bundledPackages, METAFILE } from './dependencies/bundledPackages.mjs';
import { licenceText } from './dependencies/licenceTexts.mjs';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { production: { type: 'boolean', default: false }, watch: { type: 'boolean', default: false } },
});

/** Modules that are loaded on first use, each from a bundle of its own. */
const LAZY = ['library', 'render'];

/** The font with the panel's icons. It is licensed under CC BY 4.0, so that its notice is included. */
const ICON_FONT = relative(
  root,
  fileURLToPath(import.meta.resolve('@vscode/codicons/dist/codicon.ttf')),
).replaceAll('\\', '/');

/** @type {import('esbuild').Plugin} */
const lazyBundles = {
  name: 'lazy-bundles',
  setup(build) {
    build.onResolve({ filter: /\/lazy\/[a-z]+$/ }, ({ path, kind }) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (kind !== 'dynamic-import' || !LAZY.includes(name)) return undefined;
      return { path: `./${name}.js`, external: true };
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  mainFields: ['module', 'main'],
  minify: values.production,
  sourcemap: !values.production,
  sourcesContent: false,
  legalComments: 'none',
  metafile: true,
  logLevel: 'info',
};

/**
 * Bundles with much Korean text are UTF-8: escapes would take twice the bytes.
 *
 * @type {readonly import('esbuild').BuildOptions[]}
 */
const builds = [
  {
    ...common,
    platform: 'node',
    external: ['vscode'],
    entryPoints: { extension: 'src/vscode/activate.ts' },
    outdir: 'dist',
    plugins: [lazyBundles],
    supported: { 'dynamic-import': false },
  },
  {
    ...common,
    platform: 'node',
    external: ['vscode'],
    charset: 'utf8',
    entryPoints: Object.fromEntries(LAZY.map((name) => [name, `src/vscode/lazy/${name}.ts`])),
    outdir: 'dist',
  },
  {
    ...common,
    platform: 'browser',
    external: ['vscode'],
    charset: 'utf8',
    entryPoints: { extension: 'src/vscode/activate.ts' },
    outdir: 'dist/web',
  },
  {
    ...common,
    platform: 'browser',
    format: 'iife',
    entryPoints: { panel: 'src/webview/panel.ts' },
    outdir: 'dist/webview',
  },
  {
    ...common,
    platform: 'browser',
    // Newer CSS is not transformed: browsers that support it get it unchanged.
    target: 'esnext',
    external: ['codicon.ttf'],
    entryPoints: { panel: 'media/panel/panel.css' },
    outdir: 'dist/webview',
  },
  {
    ...common,
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
  },
];

await rm(join(root, 'dist'), { recursive: true, force: true });
await mkdir(join(root, 'dist', 'webview'), { recursive: true });
await copyFile(join(root, ICON_FONT), join(root, 'dist', 'webview', 'codicon.ttf'));
await writeFile(join(root, 'dist', 'shipped.json'), JSON.stringify(await listShippedArchives()));

const contexts = await Promise.all(builds.map((options) => context(options)));
if (values.watch) {
  await Promise.all(contexts.map((build) => build.watch()));
} else {
  const results = await Promise.all(contexts.map((build) => build.rebuild()));
  const metafiles = results.flatMap(({ metafile }) => (metafile === undefined ? [] : [metafile]));
  await writeFile(METAFILE, JSON.stringify(await mergeMetafiles(metafiles)));
  await writeFile(join(root, 'dist', 'third-party-licenses.txt'), await thirdPartyLicenses());
  await Promise.all(contexts.map((build) => build.dispose()));
}

/**
 * What everything in dist/ is made of, for `scripts/dependencies` and `test/files`; it is not packaged.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {Promise<import('esbuild').Metafile>}
 */
async function mergeMetafiles(metafiles) {
  const { size: bytes } = await stat(join(root, ICON_FONT));
  /** @type {import('esbuild').Metafile} */
  const merged = { inputs: {}, outputs: {} };
  for (const { inputs, outputs } of metafiles) {
    Object.assign(merged.inputs, inputs);
    Object.assign(merged.outputs, outputs);
  }
  const font = { bytes, inputs: { [ICON_FONT]: { bytesInOutput: bytes } }, imports: [], exports: [] };
  merged.outputs['dist/webview/codicon.ttf'] = font;
  return merged;
}

/** The licences of the packages that are bundled into dist/, which require their notices to be included. */
async function thirdPartyLicenses() {
  const notices = bundledPackages().map(
    async ({ name, version, folder }) => `${name} ${version}\n\n${await licenceText(folder)}\n`,
  );
  return (await Promise.all(notices)).join(`\n${'-'.repeat(72)}\n\n`);
}

/** The files of each archive that ships, as folders cannot be listed in a browser. */
async function listShippedArchives() {
  /** @type {Record<string, string[]>} */
  const archives = {};
  for (const folder of await readdir(join(root, 'archive'), { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    const files = await readdir(join(root, 'archive', folder.name), { recursive: true, withFileTypes: true });
    archives[folder.name] = files
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name).slice(join(root, 'archive', folder.name).length + 1))
      .map((path) => path.replaceAll('\\', '/'))
      .sort();
  }
  return archives;
}
