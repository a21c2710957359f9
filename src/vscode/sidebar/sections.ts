import * as vscode from 'vscode';
import type { Library } from '../../core/library/library';
import type { Entry } from '../../core/model';
import { archiveLocation } from '../library/archiveLocation';
import type { Bookmark } from '../entries/bookmarks';
import { t } from '../base/l10n';
import { entryNode, groupNode, type GroupNode, type TreeNode } from './nodes';

/** Rows of recently opened entries. */
const MAX_RECENT = 10;

/** The rows above the groups: bookmarks and recently opened entries, if there are any. */
export function sectionNodes(
  library: Library,
  bookmarks: readonly Bookmark[],
  recents: () => readonly string[],
): readonly TreeNode[] {
  return [...bookmarkNodes(library, bookmarks), ...recentNodes(library, recents)];
}

/** Bookmarks of archives that are not open, such as those of another workspace, are kept but not shown. */
function bookmarkNodes(library: Library, bookmarks: readonly Bookmark[]): readonly TreeNode[] {
  const id = 'bookmarks';
  const rows = bookmarks.flatMap((bookmark) => {
    const entry = library.entry(bookmark.id);
    return entry === undefined && !hasArchiveOf(library, bookmark) ? [] : [{ bookmark, entry }];
  });
  if (rows.length === 0) return [];
  return [
    groupNode(
      {
        id,
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
            ? { kind: 'gone', id: `${id}\n${bookmark.id}`, parent, bookmark }
            : entryNode(entry, id, parent),
        ),
    ),
  ];
}

/** Whether a bookmark's archive is open: the one at its location or, if that was not stored, one with its name. */
function hasArchiveOf({ archives }: Library, { id, place }: Bookmark): boolean {
  return archives.some((archive) =>
    place === undefined ? id.startsWith(`${archive.id}/`) : archiveLocation(archive) === place,
  );
}

/**
 * The row stays the same while entries are opened, so that it can be refreshed alone.
 *
 * @param recents Returns the identical list until it changes.
 */
function recentNodes(library: Library, recents: () => readonly string[]): readonly TreeNode[] {
  const position = 'recents';
  let cache: { readonly ids: readonly string[]; readonly entries: readonly Entry[] } | undefined;
  const entries = (): readonly Entry[] => {
    const ids = recents();
    if (cache?.ids !== ids) {
      cache = { ids, entries: ids.flatMap((id) => library.entry(id) ?? []).slice(0, MAX_RECENT) };
    }
    return cache.entries;
  };
  if (entries().length === 0) return [];
  const node: GroupNode = {
    kind: 'group',
    id: position,
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
    children: () => entries().map((entry) => entryNode(entry, position, node)),
  };
  return [node];
}
