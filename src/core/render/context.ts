import type { DocumentLinks } from '../archive/documentLinks';
import type { Related } from '../library/relatedEntries';
import type { EntryLabels } from './labels';

/** What the renderer asks of its surface. */
export interface RenderContext {
  readonly words: EntryLabels;
  /**
   * Address of an image of the archive that the page may load; `undefined` shows it as missing. It is another one once the
   * file was changed, given when that was: a page keeps what it has loaded.
   */
  image(path: string, modified: number | undefined): string | undefined;
  /** Where links inside the archive lead. */
  readonly links: DocumentLinks;
  /** What to name below the thread. */
  readonly related: readonly Related[];
  /** The archive's title in the reader's language. */
  readonly archive: string;
}
