import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from './children.mjs';
import { OUT } from './out.mjs';

/**
 * Runs one project of `vitest.config.mjs` and reads the counts of its tests from the report.
 *
 * @param {string} project
 * @param {import('./children.mjs').Output} output
 * @returns {Promise<import('./out.mjs').Counts>}
 */
export async function runVitest(project, output) {
  const report = join(OUT, `${project}.json`);
  const vitest = join(dirname(fileURLToPath(import.meta.resolve('vitest/package.json'))), 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  await runNode([vitest, 'run', '--project', project, ...reporters], {
    output,
    mayFail: true,
  });
  const result = /** @type {unknown} */ (JSON.parse(await readFile(report, 'utf8')));
  const number = (/** @type {string} */ name) => {
    const value = /** @type {Record<string, unknown>} */ (result)[name];
    if (typeof value !== 'number') throw new Error(`${report} has no "${name}".`);
    return value;
  };
  // A file that fails to load has no failed test.
  const brokenFiles = number('numFailedTestSuites') > 0 && number('numFailedTests') === 0 ? 1 : 0;
  return {
    passed: number('numPassedTests'),
    failed: number('numFailedTests') + brokenFiles,
    skipped: number('numPendingTests') + number('numTodoTests'),
  };
}
