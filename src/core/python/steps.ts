import type { Cancellation } from '../search/searchIndex';
import type { MaybeYield } from '../archive/archiveSource';

/**
 * Runs work that yields now and then to its end.
 *
 * @param maybeYield Lets other work have its turn; without it the work may hold the thread.
 * @returns What the work gives; `undefined` where it was cancelled, and where a text is nested deeper than the stack:
 *   Lezer builds its tree by recursion.
 */
export async function runInSlices<T>(
  work: Generator<undefined, T>,
  maybeYield?: MaybeYield,
  signal?: Cancellation,
): Promise<T | undefined> {
  for (;;) {
    try {
      const step = work.next();
      if (step.done === true) return step.value;
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
    await maybeYield?.();
    if (signal?.aborted === true) return undefined;
  }
}
