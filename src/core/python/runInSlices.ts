import type { Cancellation } from '../base/cancellation';
import type { MaybeYield } from '../archive/archiveSource';

/**
 * Runs a generator to its end, one slice at a time: every `yield` of it ends a slice.
 *
 * @param maybeYield Called between slices, to give other tasks the thread; without it the work holds the thread.
 * @returns What the generator returns; `undefined` if it was cancelled, or if Lezer cannot parse a text: it builds trees
 *   by recursion, up to the end of the stack, and those of some long broken statements have nodes without a type.
 */
export async function runInSlices<T>(
  work: Generator<undefined, T>,
  maybeYield?: MaybeYield,
  signal?: Cancellation,
): Promise<T | undefined> {
  for (;;) {
    try {
      const slice = work.next();
      if (slice.done === true) return slice.value;
    } catch (error) {
      if (error instanceof RangeError || error instanceof TypeError) return undefined;
      throw error;
    }
    await maybeYield?.();
    if (signal?.aborted === true) return undefined;
  }
}
