import * as vscode from 'vscode';
import { NewEntries } from '../../core/library/newEntries';
import type { Library } from '../../core/library/library';
import type { Entry } from '../../core/model';
import { archiveLocation } from '../library/archiveLocation';
import { t } from '../base/l10n';

const KEY = 'newEntries';
/** The scheme of the resource URI that decorates the row of a new entry. */
export const NEW_SCHEME = 'archive-answers-new';

/** Tracks which entries are new since the last visit, and decorates their rows. */
export class NewEntryDecorations implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #entries: NewEntries;
  readonly #registration: vscode.Disposable;
  /** The library that was shown last, and the day. */
  #library: Library | undefined;
  #day = '';

  constructor(
    globalState: vscode.Memento,
    report: (error: unknown) => void,
    private readonly today = localDay,
  ) {
    const store = {
      read: () => globalState.get<unknown>(KEY),
      write: (state: unknown) => {
        globalState.update(KEY, state).then(undefined, report);
      },
    };
    this.#entries = new NewEntries(store, today);
    this.#registration = vscode.window.registerFileDecorationProvider(this);
  }

  /**
   * Records that the user sees the library.
   *
   * @param opened Ids of recently opened entries, even from before the library was first seen.
   */
  visit(library: Library, opened: readonly string[]): void {
    const day = this.today();
    if (this.#library === library && this.#day === day) return;
    this.#library = library;
    this.#day = day;
    const archives = library.archives.map((archive) => ({ ...archive, scope: archiveLocation(archive) }));
    this.#entries.visit(archives, opened);
  }

  isNew(entry: Entry): boolean {
    return this.#entries.isNew(entry);
  }

  countIn(entries: readonly Entry[]): number {
    return this.#entries.countIn(entries);
  }

  /** Records that an entry was opened. Returns whether decorations have changed. */
  open(id: string): boolean {
    return this.#entries.open(id);
  }

  /**
   * Checks whether another window has written, and whether the day has changed.
   *
   * @returns Whether decorations have changed, or another visit is due.
   */
  refresh(): boolean {
    return this.#entries.reread() || (this.#library !== undefined && this.#day !== this.today());
  }

  markAllSeen(): void {
    this.#entries.markAllSeen();
  }

  /** The resource URI of a new entry's row. */
  uriOf({ id }: Entry): vscode.Uri {
    return vscode.Uri.from({ scheme: NEW_SCHEME, path: `/${id}` });
  }

  provideFileDecoration({ scheme }: vscode.Uri): vscode.FileDecoration | undefined {
    if (scheme !== NEW_SCHEME) return undefined;
    return new vscode.FileDecoration(
      '●',
      t('New since your last visit'),
      new vscode.ThemeColor('list.highlightForeground'),
    );
  }

  dispose(): void {
    this.#registration.dispose();
  }
}

/** The current day in local time, as `YYYY-MM-DD`. */
function localDay(): string {
  const now = new Date();
  const twoDigits = (part: number): string => String(part).padStart(2, '0');
  return `${String(now.getFullYear())}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
