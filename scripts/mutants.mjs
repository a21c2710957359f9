// Mutation testing, room by room: npm run mutants -- [room …]. An interrupted run continues where it stopped.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { ROOT } from './test/out.mjs';

/** The required share of killed and timed-out mutants among those that are not equivalent, in per cent. */
const WANTED = 85;
/** The folder of the reports, which make later runs incremental. */
const REPORTS = join(ROOT, '.mutants');

/** @typedef {Awaited<ReturnType<Stryker['runMutationTest']>>} Mutants */

/** @type {Record<string, { sources: string, tests: string }>} */
const ROOMS = {
  search: { sources: 'src/core/search/**/*.ts', tests: 'test/unit/search/**/*.test.ts' },
  versions: { sources: 'src/core/versions/**/*.ts', tests: 'test/unit/versions/**/*.test.ts' },
  tracebacks: { sources: 'src/core/tracebacks/**/*.ts', tests: 'test/unit/tracebacks/**/*.test.ts' },
  posts: { sources: 'src/core/parse/posts/**/*.ts', tests: 'test/unit/parse/posts/**/*.test.ts' },
};

/**
 * A mutant that no test can kill, with the reason. `line` is the source line's text without indentation.
 *
 * @typedef {{ file: string, line: string, replacement: string, reason: string }} Equivalent
 */

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    concurrency: { type: 'string', default: '2' },
    files: { type: 'string' },
  },
});
const unknown = positionals.filter((name) => ROOMS[name] === undefined);
if (unknown.length > 0) {
  console.error(`No such room: ${unknown.join(', ')}. There are: ${Object.keys(ROOMS).join(', ')}.`);
  process.exit(2);
}
const written = /** @type {unknown} */ (
  JSON.parse(await readFile(join(ROOT, 'test', 'mutants', 'equivalent.json'), 'utf8'))
);
const equivalent = /** @type {Equivalent[]} */ (written);
await mkdir(REPORTS, { recursive: true });

for (const name of positionals.length === 0 ? Object.keys(ROOMS) : positionals) {
  const room = ROOMS[name];
  if (room === undefined) continue;
  process.env['MUTANTS_TESTS'] = room.tests;
  const results = await new Stryker({
    mutate: [values.files ?? room.sources],
    mutator: { plugins: [], excludedMutations: ['StringLiteral'] },
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutants/vitest.config.mjs' },
    coverageAnalysis: 'perTest',
    incremental: true,
    incrementalFile: join(REPORTS, `${name}.json`),
    concurrency: Number(values.concurrency),
    timeoutMS: 10_000,
    tempDirName: '.mutants/tmp',
    ignorePatterns: ['dist', '.vscode-test', '.test-out', '.screenshots', 'docs', 'media', '*.vsix'],
    reporters: ['progress-append-only'],
    allowEmpty: true,
  }).runMutationTest();
  await report(name, results);
}

/**
 * Prints a room's score, and with `--list` the mutants that are still alive.
 *
 * @param {string} room
 * @param {Mutants} results
 */
async function report(room, results) {
  /** @type {Map<string, readonly string[]>} */
  const texts = new Map();
  const counts = { killed: 0, alive: 0, equivalent: 0 };
  for (const { fileName, location, replacement, mutatorName, status } of results) {
    if (status === 'Killed' || status === 'Timeout') counts.killed += 1;
    if (status !== 'Survived' && status !== 'NoCoverage') continue;
    const file = fileName.replaceAll('\\', '/').replace(/^.*\/(?=src\/)/, '');
    const lines = texts.get(file) ?? (await readFile(join(ROOT, file), 'utf8')).split('\n');
    texts.set(file, lines);
    const line = lines[location.start.line - 1]?.trim() ?? '';
    if (equivalent.some((one) => one.file === file && one.line === line && one.replacement === replacement)) {
      counts.equivalent += 1;
      continue;
    }
    counts.alive += 1;
    if (!values.list) continue;
    const place = `${file}:${String(location.start.line)}:${String(location.start.column)}`;
    console.log(`${place} ${mutatorName} ${status}\n  - ${line}\n  + ${replacement}`);
  }
  const share = (100 * counts.killed) / Math.max(1, counts.killed + counts.alive);
  console.log(
    `${room}: ${share.toFixed(1)} % (${String(counts.killed)} killed, ${String(counts.alive)} alive, ${String(counts.equivalent)} equivalent)`,
  );
  if (share < WANTED) process.exitCode = 1;
}
