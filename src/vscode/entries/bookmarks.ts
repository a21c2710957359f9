import type * as vscode from 'vscode';
import type { Library } from '../../core/library/library';
import type { Entry, Variant } from '../../core/model';
import { archiveLocation } from '../library/archiveLocation';
import { SharedValue, type WindowStateEvent } from '../base/sharedValue';

/** Where bookmarks are kept; settings sync takes them along. */
export const BOOKMARKS_KEY = 'bookmarks';

/** A bookmarked entry. */
export interface Bookmark {
  readonly id: string;
  /** What it was called then: it names what is gone. */
  readonly title: string;
  /** Where its archive was, to tell it from others of the same name. Not kept of what ships, nor by older versions. */
  readonly place?: string;
}

/** A bookmark of an entry, by the title that it is read under. */
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

/** The reader's bookmarks, over all windows, the latest first. */
export class Bookmarks implements vscode.Disposable {
  readonly #kept: SharedValue<readonly Bookmark[], BookmarkList>;
  readonly onDidChange: vscode.Event<void>;

  constructor(memory: vscode.Memento, onDidChangeWindowState?: WindowStateEvent) {
    this.#kept = new SharedValue(memory, BOOKMARKS_KEY, readBookmarks, onDidChangeWindowState);
    this.onDidChange = this.#kept.onDidChange;
  }

  list(): readonly Bookmark[] {
    return this.#kept.get().list;
  }

  has(id: string): boolean {
    return this.#kept.get().ids.has(id);
  }

  /** Adds bookmarks; what has one keeps it where it is. */
  add(added: readonly Bookmark[]): Promise<void> {
    const kept = this.list();
    const fresh = new Map(added.map((bookmark) => [bookmark.id, bookmark]));
    for (const { id } of kept) fresh.delete(id);
    return this.#kept.set([...fresh.values(), ...kept]);
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.#kept.set(this.list().filter(({ id }) => !ids.includes(id)));
  }

  /** Looks whether another window has written. */
  refresh(): void {
    this.#kept.refresh();
  }

  dispose(): void {
    this.#kept.dispose();
  }
}

function readBookmarks(kept: unknown): BookmarkList {
  const list = Array.isArray(kept) ? kept.filter(isBookmark) : [];
  return { list, ids: new Set(list.map(({ id }) => id)) };
}

function isBookmark(value: unknown): value is Bookmark {
  if (typeof value !== 'object' || value === null) return false;
  const { id, title, place } = value as Readonly<Record<string, unknown>>;
  return (
    typeof id === 'string' && typeof title === 'string' && (place === undefined || typeof place === 'string')
  );
}
