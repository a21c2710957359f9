/** The time that a task takes and holds the thread, where it yields as in the extension. */
import type { MaybeYield } from '../../src/core/archive/archiveSource';

/** Milliseconds of a time slice, after which the extension yields the thread. */
const TIME_SLICE = 8;

/** The cost of a task. */
export interface Cost {
  /** Milliseconds of work, without the time in which the thread was yielded. */
  readonly work: number;
  /** The longest time that the thread was blocked, in milliseconds. */
  readonly hold: number;
}

/** Runs a task that yields the thread after each time slice, as in the extension. */
export async function costOf(run: (maybeYield: MaybeYield) => Promise<unknown>): Promise<Cost> {
  let work = 0;
  let hold = 0;
  let since = performance.now();
  const stop = (): void => {
    const held = performance.now() - since;
    work += held;
    hold = Math.max(hold, held);
  };
  await run(async () => {
    if (performance.now() - since < TIME_SLICE) return;
    stop();
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  });
  stop();
  return { work, hold };
}
