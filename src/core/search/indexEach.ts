import type { MaybeYield } from '../archive/archiveSource';
import type { Entry } from '../model';

export interface IndexingOptions {
  readonly maybeYield?: MaybeYield | undefined;
  /** Called for an entry that an error of ours keeps out of the index; without it, the error is thrown. */
  readonly onFailure?: ((entry: Entry, error: unknown) => void) | undefined;
}

/** Indexes entries one after the other, so that none that fails keeps out the others. */
export async function indexEach(
  entries: readonly Entry[],
  { maybeYield, onFailure }: IndexingOptions,
  index: (entry: Entry) => Promise<void> | void,
): Promise<void> {
  for (const entry of entries) {
    try {
      await index(entry);
    } catch (error) {
      if (onFailure === undefined) throw error;
      onFailure(entry, error);
    }
    await maybeYield?.();
  }
}
