import GithubSlugger from 'github-slugger';
import { addToGroup } from '../base/grouping';
import { variantsOf, type Entry, type EntryId } from '../model';
import { lettersOf, normaliseAnchor } from '../parse/anchors';
import { folderOf, stemOf } from './paths';
import { trailingStart } from '../text/trailing';

/** Resolves links between the documents of one archive. */
export interface DocumentLinks {
  /** The entry below the heading that a link's fragment names, in any of the entry's languages. */
  entryAtFragment(document: string, fragment: string): EntryId | undefined;
  /** The first entry of a document. */
  firstEntryOf(document: string): EntryId | undefined;
  /**
   * The document that a name such as `House rules` or `guide/setup` means, wherever it is: one with that stem, as
   * Obsidian's links have it, or one in the folders that dots separate, as Dendron's. Of several it is the one in the
   * folder of the document that links to it, else that with the shortest path.
   *
   * @param from Path of the document that has the link.
   */
  documentNamed(name: string, from: string): string | undefined;
}

/** The heading of an entry in one of its documents. */
interface Heading {
  readonly id: EntryId;
  readonly title: string;
  readonly anchors: readonly string[];
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
      addToGroup(headingsByDocument, source.document.normalize('NFC'), {
        id: entry.id,
        title,
        anchors: source.anchors ?? [],
      });
    }
  }
  let byName: ReadonlyMap<string, readonly string[]> | undefined;
  const anchorsByDocument = new Map<string, ReadonlyMap<string, EntryId>>();
  return {
    entryAtFragment(document, fragment) {
      const path = document.normalize('NFC');
      let anchors = anchorsByDocument.get(path);
      if (anchors === undefined) {
        anchors = anchorsOf(headingsByDocument.get(path) ?? []);
        anchorsByDocument.set(path, anchors);
      }
      const anchor = normaliseAnchor(fragment);
      return anchors.get(anchor) ?? anchors.get(lettersOf(anchor));
    },
    firstEntryOf: (document) => headingsByDocument.get(document.normalize('NFC'))?.[0]?.id,
    documentNamed(name, from) {
      byName ??= documentsByName([...headingsByDocument.keys()]);
      const path = nameOf(name.normalize('NFC'));
      return findNamed(byName, path, from) ?? findNamed(byName, path.replaceAll('.', '/'), from);
    },
  };
}

/** Documents by the last part of their names, shortest paths first. */
function documentsByName(documents: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>();
  for (const document of [...documents].sort((a, b) => a.length - b.length)) {
    const name = nameOf(document);
    addToGroup(byName, lastPart(name), document);
    // The page of a folder bears the folder's name.
    if (/(?:^|\/)(?:index|_index|readme)$/.test(name)) addToGroup(byName, lastPart(folderOf(name)), document);
  }
  return byName;
}

function findNamed(
  byName: ReadonlyMap<string, readonly string[]>,
  name: string,
  from: string,
): string | undefined {
  const named = (byName.get(lastPart(name)) ?? []).filter((document) => {
    const path = `/${nameOf(document)}`;
    return path.endsWith(`/${name}`) || folderOf(path).endsWith(`/${name}`);
  });
  return named.find((document) => folderOf(document) === folderOf(from)) ?? named[0];
}

/** A path in lower case, without its extension and the slashes at its ends. */
function nameOf(path: string): string {
  const trimmed = path.trim().replace(/^\/+/, '').replace(/\/$/, '');
  const folder = folderOf(trimmed);
  return (folder === '' ? stemOf(trimmed) : `${folder}/${stemOf(trimmed)}`).toLowerCase();
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/**
 * Entries by their own ids, then by the anchors that authors declare, then by GitHub's, then by letters only, since other
 * sites hyphenate differently.
 */
function anchorsOf(headings: readonly Heading[]): ReadonlyMap<string, EntryId> {
  const anchors = new Map<string, EntryId>();
  const add = (anchor: string, id: EntryId): void => {
    if (anchor !== '' && !anchors.has(anchor)) anchors.set(anchor, id);
  };
  // The last part of an id is pinned or a slug, which distinguishes repeated headings.
  for (const { id } of headings) add(id.slice(trailingStart(id, /[^/#]/)).toLowerCase(), id);
  for (const { id, anchors: declared } of headings) {
    for (const anchor of declared) add(normaliseAnchor(anchor), id);
  }
  const slugger = new GithubSlugger();
  for (const { id, title } of headings) add(slugger.slug(title.normalize('NFC').trim()), id);
  for (const { id, title } of headings) add(lettersOf(title.normalize('NFC').toLowerCase()), id);
  for (const { id, anchors: declared } of headings) {
    for (const anchor of declared) add(lettersOf(normaliseAnchor(anchor)), id);
  }
  return anchors;
}
