import { SourceError, type ArchiveSource } from '../../src/core/archive/archiveSource';

/** What an image without a body holds. */
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>';

interface MemoryOptions {
  readonly name?: string;
  /** Paths of existing images. */
  readonly images?: readonly string[];
  /** Sizes in bytes, where known. */
  readonly sizes?: Readonly<Record<string, number>>;
  /** Contents of images, where they matter. */
  readonly bodies?: Readonly<Record<string, string | Uint8Array>>;
  /** Times of the last change, where known. */
  readonly changes?: Readonly<Record<string, number>>;
}

/** An archive in memory: file texts by path. An `Error` in place of a text makes that file unreadable. */
export function memorySource(
  files: Readonly<Record<string, string | Error>>,
  { name = 'room', images = [], sizes = {}, bodies = {}, changes = {} }: MemoryOptions = {},
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
      const file = files[path] ?? bodies[path] ?? (images.includes(path) ? SVG : undefined);
      if (file instanceof Uint8Array) return Promise.reject(new SourceError({ why: 'notUtf8' }));
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
    readStart(path, maxBytes) {
      const { [path]: body } = bodies;
      if (!images.includes(path) || body === undefined) return Promise.resolve(undefined);
      return Promise.resolve(
        (typeof body === 'string' ? new TextEncoder().encode(body) : body).subarray(0, maxBytes),
      );
    },
  };
}
