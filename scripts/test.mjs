// Runs the test tiers, all of them or those named, and prints what really ran: "N passed, N failed" on the last line.
import { rm } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { runNode } from './test/children.mjs';
import { OUT } from './test/out.mjs';
import { runHost } from './test/host.mjs';
import { runVitest } from './test/vitest.mjs';

/** @typedef {import('./test/out.mjs').Counts} Counts */

/** @type {Record<string, { needs: 'nothing' | 'package', run: () => Promise<Counts> }>} */
const TIERS = {
  unit: { needs: 'nothing', run: () => runVitest('unit') },
  files: { needs: 'package', run: () => runVitest('files') },
  'host-node': { needs: 'package', run: () => runHost('node') },
  'host-web': { needs: 'package', run: () => runHost('web') },
  e2e: { needs: 'package', run: () => runVitest('e2e') },
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
if (chosen.some((name) => TIERS[name]?.needs === 'package')) {
  // Always anew: a test of yesterday's package proves nothing.
  await runNode(['scripts/build.mjs', '--production'], { quiet: true });
  await runNode(['scripts/package.mjs'], { quiet: true });
}

/** @type {(Counts & { tier: string, seconds: number })[]} */
const results = [];
for (const tier of chosen) {
  console.log(`\n== ${tier}`);
  const begun = performance.now();
  const counts = await run(tier);
  results.push({ tier, ...counts, seconds: Math.round((performance.now() - begun) / 1000) });
}

console.log('');
for (const { tier, passed, failed, skipped, seconds } of results) {
  const counts = `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`;
  console.log(`${tier.padEnd(10)} ${counts} (${String(seconds)} s)${passed === 0 ? '  NO TEST RAN' : ''}`);
}
const sum = (/** @type {(counts: Counts) => number} */ of) =>
  results.reduce((total, counts) => total + of(counts), 0);
const failed = sum((counts) => counts.failed);
console.log(`${String(sum((counts) => counts.passed))} passed, ${String(failed)} failed`);
if (failed > 0 || results.some(({ passed }) => passed === 0)) process.exitCode = 1;

/** A tier that breaks down counts as one failed test: it must not vanish from the sum. */
async function run(/** @type {string} */ tier) {
  try {
    return (await TIERS[tier]?.run()) ?? { passed: 0, failed: 0, skipped: 0 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function tierNames(/** @type {string} */ name) {
  return Object.keys(TIERS).filter((tier) => tier === name || tier.startsWith(`${name}-`));
}
