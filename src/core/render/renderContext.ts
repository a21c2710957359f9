import type { DocumentLinks } from '../archive/documentLinks';
import type { Related } from '../library/relatedEntries';
import type { EntryLabels } from './entryLabels';

/** What a surface provides for rendering an entry. */
export interface RenderContext {
  readonly labels: EntryLabels;
  /**
   * The URL by which the page may load an image of the archive; `undefined` renders it as missing. The time of the file's
   * last change is part of the URL where it is known, since a page caches what it has loaded.
   */
  imageUrl(path: string, modified: number | undefined): string | undefined;
  /** Targets of links inside the archive. */
  readonly links: DocumentLinks;
  readonly related: readonly Related[];
  /** In the reader's language. */
  readonly archiveTitle: string;
}
