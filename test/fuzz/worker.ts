/** Runs one reader on mutated texts, in a thread of its own: the thread that started it sees a hang or a crash. */
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { mutations } from './mutations';
import { READERS } from './readers';

interface Task {
  readonly reader: string;
  readonly seeds: readonly string[];
  readonly seed: number;
  /** Ends after so many executions, or so many milliseconds, whichever comes first. */
  readonly executions: number;
  readonly milliseconds: number;
  /** Executions so far, and the length of the text that is being read, in bytes of `text`. */
  readonly progress: Int32Array;
  /** The text that is being read, in UTF-16. */
  readonly text: Uint8Array;
}

/** Executions of one property run. */
const ROUND = 500;

const { reader, seeds, seed, executions, milliseconds, progress, text } = workerData as Task;
const target = READERS[reader];
if (target === undefined) throw new Error(`There is no reader "${reader}".`);

const read = async (input: string): Promise<void> => {
  const bytes = Buffer.from(input, 'utf16le').subarray(0, text.length);
  text.set(bytes);
  Atomics.store(progress, 1, bytes.length);
  await target.read(input);
  Atomics.add(progress, 0, 1);
};

const begun = performance.now();
// What was kept is read first, as it is.
let finding = await firstFailure(seeds);
for (let round = 0; finding === undefined && Atomics.load(progress, 0) < executions; round++) {
  const left = milliseconds - (performance.now() - begun);
  if (left <= 0) break;
  const result = await fc.check(fc.asyncProperty(mutations(seeds, target.words), read), {
    numRuns: Math.min(ROUND, executions - Atomics.load(progress, 0)),
    seed: seed + round,
    ...(Number.isFinite(left) ? { interruptAfterTimeLimit: left } : {}),
  });
  if (result.failed) {
    const [smallest = ''] = result.counterexample ?? [];
    finding = { text: smallest, error: String(result.errorInstance) };
  }
}
parentPort?.postMessage(finding ?? 'done');

async function firstFailure(inputs: readonly string[]): Promise<{ text: string; error: string } | undefined> {
  for (const input of inputs) {
    try {
      await read(input);
    } catch (error) {
      return { text: input, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  }
  return undefined;
}
