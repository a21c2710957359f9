import * as vscode from 'vscode';

/** Where bookmarks are kept; settings sync takes them along. */
export const BOOKMARKS_KEY = 'bookmarks';

/** A bookmarked entry. The title is what it was called then: it names what is gone. */
export interface Bookmark {
  readonly id: string;
  readonly title: string;
}

/** The reader's bookmarks, over all windows, the latest first. What is kept is read anew each time: another window may have written it. */
export class Bookmarks implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor(private readonly memory: vscode.Memento) {}

  list(): readonly Bookmark[] {
    const kept = this.memory.get<unknown>(BOOKMARKS_KEY);
    return Array.isArray(kept) ? kept.filter(isBookmark) : [];
  }

  has(id: string): boolean {
    return this.list().some((bookmark) => bookmark.id === id);
  }

  /** Adds bookmarks; what has one keeps it where it is. */
  add(added: readonly Bookmark[]): Promise<void> {
    const kept = this.list();
    const fresh = new Map(added.map(({ id, title }) => [id, { id, title }]));
    for (const { id } of kept) fresh.delete(id);
    return this.#keep([...fresh.values(), ...kept]);
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.#keep(this.list().filter(({ id }) => !ids.includes(id)));
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #keep(bookmarks: readonly Bookmark[]): Promise<void> {
    await this.memory.update(BOOKMARKS_KEY, bookmarks);
    this.#changed.fire();
  }
}

function isBookmark(value: unknown): value is Bookmark {
  if (typeof value !== 'object' || value === null) return false;
  const { id, title } = value as Readonly<Record<string, unknown>>;
  return typeof id === 'string' && typeof title === 'string';
}
