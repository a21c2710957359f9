import GithubSlugger from 'github-slugger';
import { addToGroup } from '../base/grouping';
import { variantsOf, type Entry, type EntryId } from '../model';
import { decodePath } from './paths';

/** Resolves links between the documents of one archive. */
export interface DocumentLinks {
  /** The entry below the heading that a link's fragment names, in any of the entry's languages. */
  entryAtFragment(document: string, fragment: string): EntryId | undefined;
  /** The first entry of a document. */
  firstEntryOf(document: string): EntryId | undefined;
}

/** The heading of an entry in one of its documents. */
interface Heading {
  readonly id: EntryId;
  readonly title: string;
}

/**
 * Resolves fragments by the ids of entries and by the anchors that sites make of headings. The anchors of a document are
 * made when the first link into it is resolved, since archives have thousands of entries.
 *
 * @param entries Those of one archive, in the order of their documents.
 */
export function documentLinks(entries: readonly Entry[]): DocumentLinks {
  const headingsByDocument = new Map<string, Heading[]>();
  for (const entry of entries) {
    for (const { source, title } of variantsOf(entry)) {
      addToGroup(headingsByDocument, source.document.normalize('NFC'), { id: entry.id, title });
    }
  }
  const anchorsByDocument = new Map<string, ReadonlyMap<string, EntryId>>();
  return {
    entryAtFragment(document, fragment) {
      const path = document.normalize('NFC');
      let anchors = anchorsByDocument.get(path);
      if (anchors === undefined) {
        anchors = anchorsOf(headingsByDocument.get(path) ?? []);
        anchorsByDocument.set(path, anchors);
      }
      const anchor = decodePath(fragment).normalize('NFC').toLowerCase();
      return anchors.get(anchor) ?? anchors.get(lettersOf(anchor));
    },
    firstEntryOf: (document) => headingsByDocument.get(document.normalize('NFC'))?.[0]?.id,
  };
}

/** Entries by their own ids, then by GitHub's anchors, then by letters only: other sites hyphenate differently. */
function anchorsOf(headings: readonly Heading[]): ReadonlyMap<string, EntryId> {
  const anchors = new Map<string, EntryId>();
  const add = (anchor: string, id: EntryId): void => {
    if (anchor !== '' && !anchors.has(anchor)) anchors.set(anchor, id);
  };
  // The last part of an id is pinned or a slug, which distinguishes repeated headings.
  for (const { id } of headings) add((/[^/#]*$/.exec(id)?.[0] ?? '').toLowerCase(), id);
  const slugger = new GithubSlugger();
  for (const { id, title } of headings) add(slugger.slug(title.normalize('NFC').trim()), id);
  for (const { id, title } of headings) add(lettersOf(title.normalize('NFC').toLowerCase()), id);
  return anchors;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
