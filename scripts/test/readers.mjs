import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runNode } from './children.mjs';
import { OUT } from './out.mjs';

const SECONDS = 10;

/**
 * Reads mutated texts with each reader of untrusted text for ten seconds. Each reader counts as one test.
 *
 * @param {import('./children.mjs').Output} output
 * @returns {Promise<import('./out.mjs').Counts>}
 */
export async function runReaders(output) {
  const report = join(OUT, 'readers.json');
  await mkdir(OUT, { recursive: true });
  await runNode(['scripts/fuzz.mjs', '--seconds', String(SECONDS), '--report', report], {
    output,
    mayFail: true,
  });
  const read = /** @type {unknown} */ (JSON.parse(await readFile(report, 'utf8')));
  const results = /** @type {{ executions: number, finding?: unknown }[]} */ (read);
  const passed = results.filter(({ executions, finding }) => executions > 0 && finding === undefined).length;
  return { passed, failed: results.length - passed, skipped: 0 };
}
