import type { KnownNames } from './evaluator';
import { ModuleStore } from './moduleStore';
import { SourceFile, type Occurrence, type ReadingOptions } from './sourceFile';
import { STUBS } from './stubs';

export type OccurrenceOptions = KnownNames & ReadingOptions;

/** What libraries' calls give; read once for all. */
const LIBRARY_STUBS = new ModuleStore(STUBS);

/**
 * Finds the symbols in a Python text by itself, in order of position. Any text will do: what cannot be understood
 * yields nothing, what stands around it still does. A cancelled reading yields nothing.
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
