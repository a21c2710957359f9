import { SourceError, type ArchiveSource } from '../../src/core/source';

/**
 * An archive in memory: file texts by path. An `Error` in place of a text makes that file unreadable. Pictures are there
 * by their paths; `sizes` has those whose bytes can be told.
 */
export function memorySource(
  files: Readonly<Record<string, string | Error>>,
  { name = 'room', images = [] as readonly string[], sizes = {} as Readonly<Record<string, number>> } = {},
): ArchiveSource {
  return {
    name,
    location: `memory/${name}`,
    root: `memory/${name}`,
    locate: (path) => `memory/${name}/${path}`,
    list: () =>
      Promise.resolve({
        manifest: 'archive.json' in files,
        documents: Object.keys(files)
          .filter((path) => path.endsWith('.md'))
          .sort(),
      }),
    read(path) {
      const file = files[path];
      if (typeof file === 'string') return Promise.resolve(file);
      return Promise.reject(new SourceError(file?.message ?? 'it does not exist.'));
    },
    fileAt(path) {
      const bytes = sizes[path];
      return Promise.resolve(images.includes(path) ? (bytes === undefined ? {} : { bytes }) : undefined);
    },
  };
}
