import type { MaybeYield } from '../archive/archiveSource';
import type { Entry } from '../model';
import { Searcher } from '../search/searcher';
import type { IndexFactory } from '../search/searchIndex';
import type { Tuning } from '../search/tuning';
import { SYMBOLS } from '../symbolTable/symbolTable';
import { ArgumentIndex } from '../symbols/argumentIndex';
import { NameIndex } from '../symbols/nameIndex';

/** What the entries of a library are found by. */
export interface LibraryIndexes {
  readonly searcher: Searcher;
  readonly arguments: ArgumentIndex;
  readonly names: NameIndex;
}

interface IndexOptions {
  readonly createIndex: IndexFactory;
  readonly tuning: Tuning;
  readonly maybeYield: MaybeYield | undefined;
  /** Called for an entry that an error of ours keeps out of an index. */
  readonly onFailure: (entry: Entry, error: unknown) => void;
}

/** Indexes entries; one that fails is left out of that index. */
export async function indexEntries(
  entries: readonly Entry[],
  { createIndex, tuning, maybeYield, onFailure }: IndexOptions,
): Promise<LibraryIndexes> {
  return {
    searcher: await Searcher.build(entries, createIndex, tuning, { maybeYield, onFailure }),
    arguments: await ArgumentIndex.build(entries, { maybeYield, onFailure }),
    names: await NameIndex.build(entries, SYMBOLS, { maybeYield, onFailure }),
  };
}
