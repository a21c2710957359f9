import type * as vscode from 'vscode';
import type { Library } from '../../core/library/library';
import type { Entry, Variant } from '../../core/model';
import { archiveLocation } from '../library/archiveLocation';
import { SharedValue, type WindowStateEvent } from '../base/sharedValue';

/** The bookmarks' key in the global state; Settings Sync includes it. */
export const BOOKMARKS_KEY = 'bookmarks';

/** A bookmarked entry, as it is stored. */
export interface Bookmark {
  readonly id: string;
  /** Its title at the time, to name it even when it is gone. */
  readonly title: string;
  /**
   * The location of its archive, to distinguish it from others of the same name. Missing for archives that ship, and in
   * bookmarks of older versions.
   */
  readonly place?: string;
}

/** Makes a bookmark of an entry, with the title of a variant. */
export function bookmarkOf(library: Library, entry: Entry, { title }: Variant): Bookmark {
  const { id } = entry;
  const archive = library.archiveOf(entry);
  const place = archive === undefined ? undefined : archiveLocation(archive);
  return place === undefined ? { id, title } : { id, title, place };
}

interface BookmarkList {
  readonly list: readonly Bookmark[];
  readonly ids: ReadonlySet<string>;
}

/** The reader's bookmarks, shared by all windows, the latest first. */
export class Bookmarks implements vscode.Disposable {
  readonly #stored: SharedValue<readonly Bookmark[], BookmarkList>;
  readonly onDidChange: vscode.Event<void>;

  constructor(globalState: vscode.Memento, onDidChangeWindowState?: WindowStateEvent) {
    this.#stored = new SharedValue(globalState, BOOKMARKS_KEY, readBookmarks, onDidChangeWindowState);
    this.onDidChange = this.#stored.onDidChange;
  }

  list(): readonly Bookmark[] {
    return this.#stored.get().list;
  }

  has(id: string): boolean {
    return this.#stored.get().ids.has(id);
  }

  /** Adds bookmarks. An entry that has one keeps it, in its position. */
  add(added: readonly Bookmark[]): Promise<void> {
    const existing = this.list();
    const created = new Map(added.map((bookmark) => [bookmark.id, bookmark]));
    for (const { id } of existing) created.delete(id);
    return this.#stored.set([...created.values(), ...existing]);
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.#stored.set(this.list().filter(({ id }) => !ids.includes(id)));
  }

  /** Checks whether another window has written. */
  refresh(): void {
    this.#stored.refresh();
  }

  dispose(): void {
    this.#stored.dispose();
  }
}

function readBookmarks(stored: unknown): BookmarkList {
  const list = Array.isArray(stored) ? stored.filter(isBookmark) : [];
  return { list, ids: new Set(list.map(({ id }) => id)) };
}

function isBookmark(value: unknown): value is Bookmark {
  if (typeof value !== 'object' || value === null) return false;
  const { id, title, place } = value as Readonly<Record<string, unknown>>;
  return (
    typeof id === 'string' && typeof title === 'string' && (place === undefined || typeof place === 'string')
  );
}
