import type { OtherFiles } from '../core/archive/archiveSource';

/** Images belong to documents. */
const IMAGE = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp)$/i;
/** Texts that belong to a project rather than to its archive. */
const PROJECT_TEXT = /^(?:requirements.*|licen[cs]e.*|copying.*|notice.*|robots|humans|cmakelists)\.txt$/i;

/** Counts the files of a folder that are no documents. */
export class OtherFileCounter {
  readonly #counts = new Map<string, number>();

  add(name: string): void {
    if (IMAGE.test(name) || PROJECT_TEXT.test(name)) return;
    const extension = /.(\.[^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? name;
    this.#counts.set(extension, (this.#counts.get(extension) ?? 0) + 1);
  }

  counts(): OtherFiles {
    const extensions = [...this.#counts].sort(([, a], [, b]) => b - a);
    const count = extensions.reduce((sum, [, number]) => sum + number, 0);
    return { count, extensions: new Map(extensions) };
  }
}
