import type { Bookmarks } from '../entries/bookmarks';
import { setContext } from '../base/contextKeys';
import type { EntryPanel } from './entryPanel';

/** What menus and keys know of the panel in use. */
export class PanelContextKeys {
  readonly #told = new Map<string, boolean>();

  constructor(private readonly bookmarks: Bookmarks) {}

  show(page: EntryPanel | undefined): void {
    this.#tell('isReading', page?.isLooking === false);
    this.#tell('panelFocused', page?.isFocused === true);
    this.#tell('canGoBack', page?.canGo(-1) === true);
    this.#tell('canGoForward', page?.canGo(1) === true);
    this.#tell('panelBookmarked', page !== undefined && this.bookmarks.has(page.visit.entry));
    this.#tell('panelKept', page?.isKept === true);
  }

  #tell(name: string, value: boolean): void {
    if (this.#told.get(name) === value) return;
    this.#told.set(name, value);
    void setContext(name, value);
  }
}
