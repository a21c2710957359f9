import type { Disposable } from './disposables';

/** An action that runs once it has not been requested for a while. */
export interface Debounced extends Disposable {
  /** Schedules the action in place of a run that is still pending; `delay` overrides the usual one, in milliseconds. */
  schedule(delay?: number): void;
  /** Drops the pending run, if there is one. */
  cancel(): void;
}

/** Delays an action until `delay` milliseconds have passed since the last request. Disposed of, it never runs again. */
export function debounce(action: () => void, delay: number): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDisposed = false;
  const cancel = (): void => {
    clearTimeout(timer);
  };
  return {
    schedule(ownDelay = delay) {
      cancel();
      if (!isDisposed) timer = setTimeout(action, ownDelay);
    },
    cancel,
    dispose() {
      isDisposed = true;
      cancel();
    },
  };
}
