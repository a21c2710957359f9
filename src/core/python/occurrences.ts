import type { KnownNames } from './knownNames';
import { ModuleStore } from './moduleStore';
import { SourceFile, type Occurrence, type ReadingOptions } from './sourceFile';
import { STUBS } from './stubs';

export type OccurrenceOptions = KnownNames & ReadingOptions;

/** Shared by all texts, so that stubs are read once. */
const LIBRARY_STUBS = new ModuleStore(STUBS);

/**
 * Finds the symbols in a Python text of its own, in order of position. Imports of other modules are not followed.
 * Invalid code is skipped; the code around it still resolves.
 *
 * @returns No occurrences if cancelled.
 */
export async function readOccurrences(
  text: string,
  { maybeYield, signal, ...known }: OccurrenceOptions,
): Promise<readonly Occurrence[]> {
  const file = new SourceFile('', LIBRARY_STUBS, known);
  return (await file.update(text, { maybeYield, signal })) ? file.occurrences({ maybeYield, signal }) : [];
}

export { occurrenceAt } from './sourceFile';
export type { Occurrence } from './sourceFile';
