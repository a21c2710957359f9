import type { Entry, EntryId } from './model';
import { decodePath } from './paths';
import { slugOf } from './parse/slug';

/** Where links between the documents of one archive lead. */
export interface DocumentLinks {
  /** The entry below that heading of a document, by a link's fragment; in whichever language it is written. */
  entryBelow(document: string, fragment: string): EntryId | undefined;
  /** The first entry of a document. */
  firstEntryOf(document: string): EntryId | undefined;
}

/**
 * Links into documents as the sites that show them make their anchors: from the heading, in lower case, with hyphens.
 *
 * @param entries Those of one archive, in the order of their documents.
 */
export function documentLinks(entries: readonly Entry[]): DocumentLinks {
  const firsts = new Map<string, EntryId>();
  const headings = new Map<string, EntryId>();
  const set = (map: Map<string, EntryId>, key: string, id: EntryId): void => {
    if (!map.has(key)) map.set(key, id);
  };
  for (const entry of entries) {
    for (const { source, title } of [entry, ...entry.translations]) {
      const document = source.document.normalize('NFC');
      set(firsts, document, entry.id);
      set(headings, `${document}#${slugOf(title)}`, entry.id);
    }
    // Of headings that repeat, each entry's own id has what tells it apart.
    const { 1: slug } = entry.id.split('#');
    if (slug !== undefined)
      set(headings, `${entry.source.document.normalize('NFC')}#${slugOf(slug)}`, entry.id);
  }
  return {
    entryBelow: (document, fragment) =>
      headings.get(`${document.normalize('NFC')}#${slugOf(decodePath(fragment).normalize('NFC'))}`),
    firstEntryOf: (document) => firsts.get(document.normalize('NFC')),
  };
}
