// Runs for hours what the tests run for minutes: all readers of untrusted text with all of their executions, the full
// product of the attacks, and the extension's surfaces opened and closed 500 times. Prints a summary. Usage:
//   npm run soak -- [fuzz] [attacks] [host-node] [host-web]
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { runNode } from './test/children.mjs';
import { ROOT } from './test/out.mjs';

/** Folders whose tests know more attacks than an ordinary run performs. */
const ATTACK_FOLDERS = ['attack', 'page', 'unit'];
/** The projects of vitest that these tests belong to. */
const ATTACK_PROJECTS = ['unit', 'page'];
/** Files of tests that honour `SOAK=1`. */
const ATTACK_NAME = /attack/i;
/** Seconds for the tests in one extension host. */
const HOST_SECONDS = 4 * 3600;

/** @typedef {{ name: string, run: () => Promise<void> }} Step */

/** @type {readonly Step[]} */
const STEPS = [
  { name: 'fuzz', run: () => node('scripts/fuzz.mjs') },
  { name: 'attacks', run: attacks },
  { name: 'host-node', run: () => node('scripts/test.mjs', 'host-node') },
  { name: 'host-web', run: () => node('scripts/test.mjs', 'host-web') },
];

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => STEPS.every((step) => step.name !== name));
if (unknown.length > 0) {
  console.error(
    `No such step: ${unknown.join(', ')}. There are: ${STEPS.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

// The programs below inherit these.
process.env['SOAK'] = '1';
process.env['ARCHIVE_ANSWERS_SOAK'] = '1';
process.env['ARCHIVE_ANSWERS_HOST_SECONDS'] ??= String(HOST_SECONDS);

/** @type {{ name: string, error: string | undefined, seconds: number }[]} */
const results = [];
for (const { name, run } of STEPS.filter(
  (step) => positionals.length === 0 || positionals.includes(step.name),
)) {
  console.log(`\n== soak: ${name}`);
  const begun = performance.now();
  // A step that fails does not keep the others from running.
  const error = await run().then(
    () => undefined,
    (/** @type {unknown} */ reason) => (reason instanceof Error ? reason.message : String(reason)),
  );
  results.push({ name, error, seconds: Math.round((performance.now() - begun) / 1000) });
}

console.log('');
for (const { name, error, seconds } of results) {
  console.log(
    `${name.padEnd(10)} ${error === undefined ? 'passed' : `FAILED: ${error}`} (${String(seconds)} s)`,
  );
}
if (results.some(({ error }) => error !== undefined)) process.exitCode = 1;

/**
 * Runs a program of this project; rejects when it fails.
 *
 * @param {string[]} args
 */
async function node(...args) {
  await runNode(args);
}

/** Runs the tests of attacks that are there, all that they know. */
async function attacks() {
  const files = (await Promise.all(ATTACK_FOLDERS.map(attackFilesIn))).flat();
  if (files.length === 0) throw new Error('There are no tests of attacks.');
  await node('scripts/build.mjs', '--production');
  const projects = ATTACK_PROJECTS.flatMap((project) => ['--project', project]);
  await node(join('node_modules', 'vitest', 'vitest.mjs'), 'run', ...projects, ...files);
}

/** @param {string} folder in `test` */
async function attackFilesIn(folder) {
  const path = join(ROOT, 'test', folder);
  if (!existsSync(path)) return [];
  const items = await readdir(path, { recursive: true });
  const tests = items.filter((item) => item.endsWith('.test.ts'));
  return tests
    .map((item) => join('test', folder, item).replaceAll('\\', '/'))
    .filter((item) => ATTACK_NAME.test(item));
}
