import { SourceError, type ArchiveSource } from '../../src/core/archive/archiveSource';

interface MemoryOptions {
  readonly name?: string;
  /** Paths of existing images. */
  readonly images?: readonly string[];
  /** Sizes in bytes, where known. */
  readonly sizes?: Readonly<Record<string, number>>;
  /** Times of the last change, where known. */
  readonly changes?: Readonly<Record<string, number>>;
}

/** An archive in memory: file texts by path. An `Error` in place of a text makes that file unreadable. */
export function memorySource(
  files: Readonly<Record<string, string | Error>>,
  { name = 'room', images = [], sizes = {}, changes = {} }: MemoryOptions = {},
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
      return Promise.reject(file instanceof SourceError ? file : new SourceError(file ?? { why: 'missing' }));
    },
    fileAt(path) {
      if (!images.includes(path)) return Promise.resolve(undefined);
      const { [path]: bytes } = sizes;
      const { [path]: modified } = changes;
      return Promise.resolve({
        ...(bytes === undefined ? {} : { bytes }),
        ...(modified === undefined ? {} : { modified }),
      });
    },
  };
}
