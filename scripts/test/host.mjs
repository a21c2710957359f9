import { join } from 'node:path';
import { build } from 'esbuild';
import { runNode } from './children.mjs';
import { OUT, ROOT } from './out.mjs';

/**
 * Runs the tests of `test/host` in an extension host, that of Node or of a web worker, and reads their counts from its
 * report.
 *
 * @param {'node' | 'web'} kind
 * @param {import('./children.mjs').Output} output
 * @returns {Promise<import('./out.mjs').Counts>}
 */
export async function runHost(kind, output) {
  const tests = join(OUT, 'host', kind, 'index.js');
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['test/host/index.ts'],
    outfile: tests,
    bundle: true,
    format: 'cjs',
    platform: kind === 'web' ? 'browser' : 'node',
    mainFields: ['module', 'main'],
    target: 'es2022',
    external: ['vscode', 'node:*'],
    // Otherwise Mocha's browser build would assign itself to this bundle's exports.
    define: { exports: 'undefined' },
    logLevel: 'warning',
  });
  // In a process of its own, because test-electron writes the host's output directly to its standard output.
  const printed = await runNode([join(import.meta.dirname, 'host-window.mjs'), kind, tests], {
    output,
    mayFail: true,
  });
  const counts = /^RESULT (\{.*\})$/m.exec(printed)?.[1];
  if (counts === undefined) throw new Error(`The ${kind} extension host ended before its tests did.`);
  const read = /** @type {unknown} */ (JSON.parse(counts));
  return /** @type {import('./out.mjs').Counts} */ (read);
}
