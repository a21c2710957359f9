import * as vscode from 'vscode';
import type { Library } from '../../core/library/library';
import type { Entry } from '../../core/model';
import { archiveLocation } from '../library/archiveLocation';
import type { Bookmark } from '../entries/bookmarks';
import { t } from '../base/l10n';
import { entryNode, groupNode, type GroupNode, type TreeNode } from './nodes';

/** Rows of the entries that were opened last. */
const MAX_RECENT = 10;

/** The rows above the groups: bookmarks and what was opened last, where there are any. */
export function sectionNodes(
  library: Library,
  bookmarks: readonly Bookmark[],
  recents: () => readonly string[],
): readonly TreeNode[] {
  return [...bookmarkNodes(library, bookmarks), ...recentNodes(library, recents)];
}

/** An archive that is not there at all, such as that of another workspace, keeps its bookmarks for when it is. */
function bookmarkNodes(library: Library, bookmarks: readonly Bookmark[]): readonly TreeNode[] {
  const place = 'bookmarks';
  const rows = bookmarks.flatMap((bookmark) => {
    const entry = library.entry(bookmark.id);
    return entry === undefined && !hasArchiveOf(library, bookmark) ? [] : [{ bookmark, entry }];
  });
  if (rows.length === 0) return [];
  return [
    groupNode(
      {
        id: place,
        parent: undefined,
        label: t('Bookmarks'),
        icon: new vscode.ThemeIcon('star-full'),
        count: rows.length,
        entries: rows.flatMap(({ entry }) => entry ?? []),
        isExpanded: true,
      },
      (parent) =>
        rows.map(({ bookmark, entry }) =>
          entry === undefined
            ? { kind: 'gone', id: `${place}\n${bookmark.id}`, parent, bookmark }
            : entryNode(entry, place, parent),
        ),
    ),
  ];
}

/** Whether a bookmark's archive is there: the one in its place or, where none was kept with it, one of its name. */
function hasArchiveOf({ archives }: Library, { id, place }: Bookmark): boolean {
  return archives.some((archive) =>
    place === undefined ? id.startsWith(`${archive.id}/`) : archiveLocation(archive) === place,
  );
}

/**
 * The row stays the same while entries are opened, so that it alone is drawn anew.
 *
 * @param recents The same list until it changes.
 */
function recentNodes(library: Library, recents: () => readonly string[]): readonly TreeNode[] {
  const place = 'recents';
  let found: { readonly of: readonly string[]; readonly entries: readonly Entry[] } | undefined;
  const entries = (): readonly Entry[] => {
    const ids = recents();
    if (found?.of !== ids) {
      found = { of: ids, entries: ids.flatMap((id) => library.entry(id) ?? []).slice(0, MAX_RECENT) };
    }
    return found.entries;
  };
  if (entries().length === 0) return [];
  const node: GroupNode = {
    kind: 'group',
    id: place,
    parent: undefined,
    label: t('Opened recently'),
    icon: new vscode.ThemeIcon('history'),
    isExpanded: false,
    contextValue: 'recents',
    get entries() {
      return entries();
    },
    get count() {
      return entries().length;
    },
    children: () => entries().map((entry) => entryNode(entry, place, node)),
  };
  return [node];
}
