import type { Cancellation } from '../../core/search/searchIndex';

/** A cancellation that holds as soon as `isOver` does: who gives up the work need not tell it. */
export function abortedWhen(isOver: () => boolean): Cancellation {
  return {
    get aborted() {
      return isOver();
    },
  };
}
