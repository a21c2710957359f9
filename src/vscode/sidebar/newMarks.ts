import * as vscode from 'vscode';
import { NewEntries } from '../../core/library/newEntries';
import type { Library } from '../../core/library/library';
import type { Entry } from '../../core/model';
import { archiveLocation } from '../library/archiveLocation';
import { t } from '../base/l10n';

const KEY = 'newEntries';
/** The scheme of a new entry's row, by which it is decorated. */
export const NEW_SCHEME = 'archive-answers-new';

/** Which entries have come since the reader was here last, and how their rows are marked. */
export class NewMarks implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #entries: NewEntries;
  readonly #registration: vscode.Disposable;
  /** What was shown last, and on which day. */
  #library: Library | undefined;
  #day = '';

  constructor(
    memory: vscode.Memento,
    report: (error: unknown) => void,
    private readonly today = localDay,
  ) {
    const store = {
      read: () => memory.get<unknown>(KEY),
      write: (state: unknown) => {
        memory.update(KEY, state).then(undefined, report);
      },
    };
    this.#entries = new NewEntries(store, today);
    this.#registration = vscode.window.registerFileDecorationProvider(this);
  }

  /**
   * The reader sees what the library has.
   *
   * @param opened Ids of what was opened last, be it before the library was ever seen.
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

  /** @returns Whether rows are marked otherwise now. */
  open(id: string): boolean {
    return this.#entries.open(id);
  }

  /**
   * Looks at what another window has written, and at the day.
   *
   * @returns Whether rows are marked otherwise now, or a visit is due.
   */
  reread(): boolean {
    return this.#entries.reread() || (this.#library !== undefined && this.#day !== this.today());
  }

  markAllSeen(): void {
    this.#entries.markAllSeen();
  }

  /** The resource of a new entry's row. */
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

/** Today where the reader is, as `YYYY-MM-DD`. */
function localDay(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
