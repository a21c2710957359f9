// Runs the test tiers, all or those named, and prints what ran: "N passed, N failed" on the last line.
import { rm } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { runNode } from './test/children.mjs';
import { OUT } from './test/out.mjs';
import { runHost } from './test/host.mjs';
import { runReaders } from './test/readers.mjs';
import { runVitest } from './test/vitest.mjs';

/** @typedef {import('./test/out.mjs').Counts} Counts */
/** @typedef {import('./test/children.mjs').Output} Output */
/** @typedef {Counts & { tier: string, seconds: number }} Result */

/**
 * `package`: needs the built extension. `alone`: measures, or opens VS Code windows, which need the whole machine; all
 * other tiers run side by side.
 *
 * @type {Record<string, { package: boolean, alone: boolean, run: (output: Output) => Promise<Counts> }>}
 */
const TIERS = {
  unit: { package: false, alone: false, run: (output) => runVitest('unit', output) },
  fuzz: { package: false, alone: false, run: (output) => runVitest('fuzz', output) },
  files: { package: true, alone: false, run: (output) => runVitest('files', output) },
  page: { package: true, alone: false, run: (output) => runVitest('page', output) },
  readers: { package: false, alone: true, run: runReaders },
  growth: { package: false, alone: true, run: (output) => runVitest('growth', output) },
  'host-node': { package: true, alone: true, run: (output) => runHost('node', output) },
  'host-web': { package: true, alone: true, run: (output) => runHost('web', output) },
  e2e: { package: true, alone: true, run: (output) => runVitest('e2e', output) },
};

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((name) => !tierNames(name).length);
if (unknown.length > 0) {
  console.error(
    `No such tier: ${unknown.join(', ')}. There are: ${Object.keys(TIERS).join(', ')}, and host for both hosts.`,
  );
  process.exit(2);
}
const chosen = positionals.length === 0 ? Object.keys(TIERS) : positionals.flatMap(tierNames);

await rm(OUT, { recursive: true, force: true });
const packaged = chosen.some((name) => TIERS[name]?.package === true) ? makePackage() : Promise.resolve();
// A failure is that of each tier that waits for it.
packaged.catch(() => undefined);

const sideBySide = chosen.filter((name) => TIERS[name]?.alone === false);
/** @type {Result[]} */
const results = await Promise.all(
  sideBySide.map((tier) => run(tier, sideBySide.length === 1 ? 'live' : 'at the end')),
);
for (const tier of chosen.filter((name) => TIERS[name]?.alone === true)) {
  results.push(await run(tier, 'live'));
}

console.log('');
for (const { tier, passed, failed, skipped, seconds } of results) {
  const counts = `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`;
  console.log(`${tier.padEnd(10)} ${counts} (${String(seconds)} s)${passed === 0 ? '  NO TEST RAN' : ''}`);
}
console.log(`all tiers in ${String(Math.round(performance.now() / 1000))} s`);
const sum = (/** @type {(counts: Counts) => number} */ of) =>
  results.reduce((total, counts) => total + of(counts), 0);
const failed = sum((counts) => counts.failed);
console.log(`${String(sum((counts) => counts.passed))} passed, ${String(failed)} failed`);
if (failed > 0 || results.some(({ passed }) => passed === 0)) process.exitCode = 1;

/** Builds and packages the extension, once for all tiers: a test of yesterday's package proves nothing. */
async function makePackage() {
  await runNode(['scripts/build.mjs', '--production'], { output: 'on failure' });
  await runNode(['scripts/package.mjs'], { output: 'on failure' });
}

/**
 * Runs one tier. One that breaks down counts as one failed test: it must not vanish from the sum.
 *
 * @param {string} tier
 * @param {Output} output
 * @returns {Promise<Result>}
 */
async function run(tier, output) {
  const definition = TIERS[tier];
  const header = `\n== ${tier}`;
  if (output === 'live') console.log(header);
  let begun = performance.now();
  /** @type {Counts} */
  let counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    if (definition?.package === true) await packaged;
    begun = performance.now();
    counts = (await definition?.run(output)) ?? counts;
  } catch (error) {
    console.error(`${header}: ${error instanceof Error ? error.message : String(error)}`);
    counts = { passed: 0, failed: 1, skipped: 0 };
  }
  return { tier, ...counts, seconds: Math.round((performance.now() - begun) / 1000) };
}

function tierNames(/** @type {string} */ name) {
  return Object.keys(TIERS).filter((tier) => tier === name || tier.startsWith(`${name}-`));
}
