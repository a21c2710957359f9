import type { ArchiveSource } from '../archive/archiveSource';
import type { LibraryOptions } from './buildLibrary';
import type { Library } from './library';
import { LibraryReading } from './libraryReading';
import { SourceReading, type UnopenedSource } from './sourceReading';

/**
 * Reads and indexes archives. A source that cannot be read is reported as a problem; the others are loaded.
 *
 * @param sources In the order of their archives.
 */
export function openLibrary(
  sources: readonly (ArchiveSource | UnopenedSource)[],
  options: LibraryOptions,
): Promise<Library> {
  const readings = sources.map((source) => new SourceReading(unopened(source), options));
  return openWhole(new LibraryReading(readings, options));
}

async function openWhole(reading: LibraryReading): Promise<Library> {
  await reading.finished;
  return reading.build();
}

function unopened(source: ArchiveSource | UnopenedSource): UnopenedSource {
  if ('open' in source) return source;
  const { name, location } = source;
  return { name, location, open: () => Promise.resolve(source) };
}
