import type { MaybeYield } from '../../core/archive/archiveSource';

/** Milliseconds for which work may block the extension host before it yields. */
const TIME_SLICE = 8;

/**
 * Creates a function that yields to other work on the thread once a time slice is used up. Several pieces of work that
 * share it take turns, a slice each.
 */
export function createYielder(): MaybeYield {
  let start = performance.now();
  const waiting: (() => void)[] = [];
  const resume = (): void => {
    start = performance.now();
    waiting.shift()?.();
    if (waiting.length > 0) setTimeout(resume, 0);
  };
  return async () => {
    if (performance.now() - start < TIME_SLICE) return;
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setTimeout(resume, 0);
    });
  };
}
