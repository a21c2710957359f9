import type { MaybeYield } from '../../core/archive/archiveSource';

/** Milliseconds for which work may block the extension host before it yields. */
const TIME_SLICE = 8;

/** Creates a function that yields to other work on the thread once a time slice is used up. */
export function createYielder(): MaybeYield {
  let start = performance.now();
  return async () => {
    if (performance.now() - start < TIME_SLICE) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    start = performance.now();
  };
}
