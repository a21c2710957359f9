import type { EntryId } from '../model';
import type { Related } from '../related';
import type { Words } from './words';

/** What the renderer asks of its surface. */
export interface RenderContext {
  readonly words: Words;
  /** Address of an image of the archive that the page may load; `undefined` shows it as missing. */
  image(path: string): string | undefined;
  /** The entry that a document of the archive holds, for links inside the archive. */
  entryAt(document: string): EntryId | undefined;
  /** What to name below the thread. */
  readonly related: readonly Related[];
  /** The archive's title in the reader's language. */
  readonly archive: string;
}
