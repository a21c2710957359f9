/** Structurally an `AbortSignal`, which is not among the core's types. */
export interface Cancellation {
  readonly aborted: boolean;
}

/** Work was cancelled before it was done. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
}

/** @throws {CancelledError} when the work is cancelled. */
export function throwIfCancelled(signal: Cancellation | undefined): void {
  if (signal?.aborted === true) throw new CancelledError();
}

/** A signal that its owner aborts, once and for all. */
export class CancellationSource implements Cancellation {
  #aborted = false;
  #announce: () => void = () => undefined;
  /** Resolves when it is aborted. */
  readonly whenAborted = new Promise<void>((resolve) => {
    this.#announce = resolve;
  });

  get aborted(): boolean {
    return this.#aborted;
  }

  abort(): void {
    this.#aborted = true;
    this.#announce();
  }
}
