import type { Cancellation } from '../../core/base/cancellation';

/** A signal that is aborted as soon as `isAborted` returns true. */
export function abortedWhen(isAborted: () => boolean): Cancellation {
  return {
    get aborted() {
      return isAborted();
    },
  };
}

/** Lets only the latest of several runs of the same work take effect. */
export class LatestRun {
  #count = 0;

  /** Starts a run, which aborts the runs before it. */
  start(): Cancellation {
    const run = (this.#count += 1);
    return abortedWhen(() => run !== this.#count);
  }

  /** Aborts the current run. */
  cancel(): void {
    this.#count += 1;
  }
}
