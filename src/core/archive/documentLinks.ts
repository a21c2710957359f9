import { variantsOf, type Entry, type EntryId } from '../model';
import { decodePath } from './paths';

/** Where links between the documents of one archive lead. */
export interface DocumentLinks {
  /** The entry below that heading of a document, by a link's fragment; in whichever language it is written. */
  entryAtFragment(document: string, fragment: string): EntryId | undefined;
  /** The first entry of a document. */
  firstEntryOf(document: string): EntryId | undefined;
}

/** An entry's heading in one of its documents. */
interface Heading {
  readonly id: EntryId;
  readonly title: string;
}

/**
 * Links into documents: by the ids that entries have, and by the anchors that sites which show them make of headings.
 * Anchors are made for a document when the first link into it is asked for: archives have thousands of entries.
 *
 * @param entries Those of one archive, in the order of their documents.
 */
export function documentLinks(entries: readonly Entry[]): DocumentLinks {
  const documents = new Map<string, Heading[]>();
  for (const entry of entries) {
    for (const { source, title } of variantsOf(entry)) {
      const document = source.document.normalize('NFC');
      const headings = documents.get(document);
      if (headings === undefined) documents.set(document, [{ id: entry.id, title }]);
      else headings.push({ id: entry.id, title });
    }
  }
  const anchors = new Map<string, ReadonlyMap<string, EntryId>>();
  return {
    entryAtFragment(document, fragment) {
      const path = document.normalize('NFC');
      let known = anchors.get(path);
      if (known === undefined) {
        known = anchorsOf(documents.get(path) ?? []);
        anchors.set(path, known);
      }
      const wanted = decodePath(fragment).normalize('NFC').toLowerCase();
      return known.get(wanted) ?? known.get(lettersOf(wanted));
    },
    firstEntryOf: (document) => documents.get(document.normalize('NFC'))?.[0]?.id,
  };
}

/** Entries by their own ids, then by GitHub's anchors, then by nothing but letters: other sites hyphenate otherwise. */
function anchorsOf(headings: readonly Heading[]): ReadonlyMap<string, EntryId> {
  const anchors = new Map<string, EntryId>();
  const add = (anchor: string, id: EntryId): void => {
    if (anchor !== '' && !anchors.has(anchor)) anchors.set(anchor, id);
  };
  // What stands last in an id is a slug or pinned, and tells headings that repeat apart.
  for (const { id } of headings) add((/[^/#]*$/.exec(id)?.[0] ?? '').toLowerCase(), id);
  const times = new Map<string, number>();
  for (const { id, title } of headings) {
    const anchor = githubAnchor(title);
    const before = times.get(anchor) ?? 0;
    times.set(anchor, before + 1);
    add(before === 0 ? anchor : `${anchor}-${String(before)}`, id);
  }
  for (const { id, title } of headings) add(lettersOf(title.normalize('NFC').toLowerCase()), id);
  return anchors;
}

/** https://github.com/Flet/github-slugger: punctuation goes, each space is a hyphen. */
function githubAnchor(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
