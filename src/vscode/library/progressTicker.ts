import type { Disposable } from '../base/disposables';

/** Milliseconds between two reports. */
const INTERVAL = 250;

/** Reports progress at intervals, however often it is made. */
export class ProgressTicker implements Disposable {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDisposed = false;

  constructor(private readonly report: () => void) {}

  tick(): void {
    if (this.#timer !== undefined || this.#isDisposed) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.report();
    }, INTERVAL);
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
  }
}
