import { setContext } from '../base/contextKeys';
import type { Bookmarks } from '../entries/bookmarks';
import type { EntryPanel } from './entryPanel';

/** The context keys of the current panel, for menus and key bindings. */
export class PanelContextKeys {
  readonly #values = new Map<string, boolean>();

  constructor(private readonly bookmarks: Bookmarks) {}

  update(panel: EntryPanel | undefined): void {
    this.#set('isReading', panel?.isPreviewing === false);
    this.#set('panelFocused', panel?.isFocused === true);
    this.#set('canGoBack', panel?.canGo(-1) === true);
    this.#set('canGoForward', panel?.canGo(1) === true);
    this.#set('panelBookmarked', panel !== undefined && this.bookmarks.has(panel.visit.entry));
    this.#set('panelHasLanguages', panel?.hasLanguages === true);
    this.#set('panelKept', panel?.isPinned === true);
  }

  #set(name: string, value: boolean): void {
    if (this.#values.get(name) === value) return;
    this.#values.set(name, value);
    void setContext(name, value);
  }
}
