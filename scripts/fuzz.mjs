// Reads mutated texts with each reader of untrusted text, and keeps those that break one. Usage:
//   npm run fuzz -- [reader …] [--seconds 3600] [--executions 200000] [--seed 1]
// A text that breaks a reader is written to .test-out/findings/; one worth keeping moves to test/fuzz/corpus/<reader>/.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { OUT, ROOT } from './test/out.mjs';

/** A reader that does nothing else for so long hangs; a text is at most 16 KB. */
const HANG_MS = 20_000;
/** Bytes of the longest text. */
const TEXT_BYTES = 32_768;
const HEAP_MB = 2048;
/** Executions where neither option says how long: of slow readers, and of fast ones. */
const EXECUTIONS = { slow: 200_000, fast: 2_000_000 };

/** @typedef {{ isSlow: boolean, seeds: readonly string[] }} Reader */
/** @typedef {{ reader: string, executions: number, seconds: number, finding?: { text: string, error: string } }} Result */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string' },
    executions: { type: 'string' },
    seed: { type: 'string', default: '1' },
    report: { type: 'string' },
  },
});

const outdir = join(OUT, 'fuzz');
await build({
  absWorkingDir: ROOT,
  entryPoints: { worker: 'test/fuzz/worker.ts', readers: 'test/fuzz/readers/index.ts' },
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  mainFields: ['module', 'main'],
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  sourcemap: 'inline',
  logLevel: 'warning',
});
const bundle = /** @type {unknown} */ (await import(join(outdir, 'readers.mjs')));
const { READERS } = /** @type {{ READERS: Record<string, Reader> }} */ (bundle);
const unknown = positionals.filter((name) => !(name in READERS));
if (unknown.length > 0) {
  console.error(`No such reader: ${unknown.join(', ')}. There are: ${Object.keys(READERS).join(', ')}.`);
  process.exit(2);
}

const waiting = positionals.length > 0 ? positionals : Object.keys(READERS);
/** @type {Result[]} */
const results = [];
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const result = await fuzz(name, /** @type {Reader} */ (READERS[name]));
      results.push(result);
      await tell(result);
    }
  }),
);
if (values.report !== undefined) await writeFile(values.report, JSON.stringify(results));
if (results.some(({ finding, executions }) => finding !== undefined || executions === 0))
  process.exitCode = 1;

/**
 * @param {string} reader
 * @param {Reader} target
 * @returns {Promise<Result>}
 */
async function fuzz(reader, { isSlow, seeds }) {
  const progress = new Int32Array(new SharedArrayBuffer(8));
  const text = new Uint8Array(new SharedArrayBuffer(TEXT_BYTES));
  const hasTime = values.seconds !== undefined;
  const executions = Number(
    values.executions ?? (hasTime ? Infinity : isSlow ? EXECUTIONS.slow : EXECUTIONS.fast),
  );
  const worker = new Worker(join(outdir, 'worker.mjs'), {
    workerData: {
      reader,
      seeds: await seedTexts(reader, seeds),
      seed: Number(values.seed),
      executions,
      milliseconds: hasTime ? Number(values.seconds) * 1000 : Infinity,
      progress,
      text,
    },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  const begun = Date.now();
  const outcome = await /** @type {Promise<'done' | { text?: string, error: string }>} */ (
    new Promise((resolve) => {
      let last = -1;
      const watch = setInterval(() => {
        const now = Atomics.load(progress, 0);
        if (now === last) resolve({ error: `Nothing was read for ${String(HANG_MS / 1000)} s.` });
        last = now;
      }, HANG_MS);
      worker.once('message', resolve);
      worker.once('error', (error) => {
        resolve({ error: error.stack ?? error.message });
      });
      worker.once('exit', (code) => {
        clearInterval(watch);
        resolve({ error: `The thread ended with code ${String(code)}.` });
      });
    })
  );
  await worker.terminate();
  const done = { reader, executions: Atomics.load(progress, 0), seconds: (Date.now() - begun) / 1000 };
  if (outcome === 'done') return done;
  const inWork = Buffer.from(text.slice(0, Atomics.load(progress, 1))).toString('utf16le');
  return { ...done, finding: { text: outcome.text ?? inWork, error: outcome.error } };
}

/** Prints a result, and keeps the text of a finding. */
async function tell(/** @type {Result} */ { reader, executions, seconds, finding }) {
  console.log(
    `${reader.padEnd(14)} ${String(executions).padStart(9)} executions in ${seconds.toFixed(1)} s${finding === undefined ? '' : '  FOUND'}`,
  );
  if (finding === undefined) return;
  const folder = join(OUT, 'findings', reader);
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${createHash('sha256').update(finding.text).digest('hex').slice(0, 12)}.txt`);
  await writeFile(file, finding.text);
  console.log(
    `${finding.error.split('\n').slice(0, 6).join('\n')}\n${JSON.stringify(finding.text).slice(0, 1000)}\n${file}`,
  );
}

/**
 * The corpus of a reader, and the fixtures that its seeds name by their endings.
 *
 * @param {string} reader
 * @param {readonly string[]} endings
 */
async function seedTexts(reader, endings) {
  const corpus = await filesIn(join('test', 'fuzz', 'corpus', reader));
  const fixtures = await Promise.all(['test/fixtures', 'archive', 'examples'].map(filesIn));
  const seeds = fixtures.flat().filter((file) => endings.some((ending) => file.endsWith(ending)));
  return Promise.all([...corpus, ...seeds].sort().map((file) => readFile(join(ROOT, file), 'utf8')));
}

/** @param {string} folder */
async function filesIn(folder) {
  if (!existsSync(join(ROOT, folder))) return [];
  const items = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return items
    .filter((item) => item.isFile())
    .map((item) => relative(ROOT, join(item.parentPath, item.name)));
}
