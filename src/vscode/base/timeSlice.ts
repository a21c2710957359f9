import type { MaybeYield } from '../../core/archive/archiveSource';

/** Milliseconds after which other extensions get the thread. */
const TIME_SLICE = 8;

/** Lets other work on the thread have its turn whenever ours has held it for a turn's length. */
export function createYielder(): MaybeYield {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TIME_SLICE) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  };
}
