import * as vscode from 'vscode';
import type { Library } from '../../core/library/library';
import type { LibraryService } from '../library/libraryService';
import { abortedWhen } from '../base/cancellation';
import { setContext } from '../base/contextKeys';
import { copyText } from '../entries/entryActions';
import type { PanelManager } from '../panel/panelManager';
import type { Recents } from '../entries/recents';
import { itemsFor, type SearchItem } from './searchItems';
import { setting } from '../base/settings';
import { t } from '../base/l10n';

/** While the search is open, its own keys work. */
const OPEN_CONTEXT = 'searchIsOpen';

/** The search: a quick pick that asks the library on every keystroke and keeps the library's order. */
export class SearchQuickPick implements vscode.Disposable {
  #open: OpenSearch | undefined;
  /** Ends when the search before has put back what it showed. */
  #before: Promise<unknown> = Promise.resolve();
  /** Counts calls: of several that wait only the latest opens. */
  #latest = 0;

  constructor(
    private readonly answers: LibraryService,
    private readonly panel: PanelManager,
    private readonly recents: Recents,
  ) {}

  /** Opens the search, with a query already typed. Resolves once it is closed and what was chosen is shown. */
  async show(query = ''): Promise<void> {
    const call = (this.#latest += 1);
    this.#open?.close();
    const running = this.#before.then(() => (call === this.#latest ? this.#run(query) : undefined));
    this.#before = running.catch(() => undefined);
    await running;
  }

  async #run(query: string): Promise<void> {
    const open = new OpenSearch(this.panel, this.recents);
    this.#open = open;
    try {
      await open.run(query, this.answers.library());
    } finally {
      this.#open = undefined;
    }
  }

  /** Opens the row that is chosen in an editor beside the one in use. */
  openToSide(): void {
    void this.#open?.accept(true);
  }

  dispose(): void {
    this.#open?.close();
  }
}

class OpenSearch {
  readonly #pick = vscode.window.createQuickPick<SearchItem>();
  readonly #preview;
  #library: Library | undefined;
  #chosen: { readonly item: SearchItem; readonly toSide: boolean } | undefined;
  /** Counts queries: only the latest one's results are shown. */
  #latest = 0;
  /** Whether the reader has moved in the list since it was filled; what is active before that was not chosen. */
  #moved = false;
  /** Done when the list shows what the words find that were typed last. */
  #listing: Promise<void> = Promise.resolve();

  constructor(
    private readonly panel: PanelManager,
    private readonly recents: Recents,
  ) {
    this.#preview = panel.preview();
    const pick = this.#pick;
    // Not in the API's types yet: without it the list is sorted anew by where the label matches.
    (pick as { sortByLabel?: boolean }).sortByLabel = false;
    pick.title = t('Archive Answers: Search');
    pick.placeholder = t('Type a question, an error or a name, in Korean or English');
    pick.onDidChangeValue(() => {
      this.#list();
    });
    pick.onDidChangeActive(([item]) => void this.#look(item));
    pick.onDidAccept(() => void this.accept(false));
    pick.onDidTriggerItemButton(({ item }) => {
      this.#choose(item, true);
    });
  }

  async run(query: string, opening: Promise<Library>): Promise<void> {
    const pick = this.#pick;
    const closed = new Promise<void>((resolve) => {
      pick.onDidHide(() => {
        resolve();
      });
    });
    pick.value = query;
    pick.busy = true;
    pick.show();
    // At once: whoever presses Enter now waits for the list.
    this.#listing = this.#fill(opening);
    try {
      await Promise.all([
        // Closing it does not wait for the archives.
        Promise.race([this.#listing, closed]),
        setContext(OPEN_CONTEXT, true),
      ]);
      await closed;
    } finally {
      this.#latest += 1;
      pick.dispose();
      await setContext(OPEN_CONTEXT, false);
    }
    const { item, toSide = false } = this.#chosen ?? {};
    if (item?.entry !== undefined && item.variant !== undefined) {
      await this.panel.open(item.entry, item.variant, { toSide, marks: item.marks ?? [] });
    } else {
      await this.#preview.end();
      if (item?.copies !== undefined) await copyText(item.copies, t('Question copied'));
    }
  }

  async #fill(opening: Promise<Library>): Promise<void> {
    this.#library = await opening;
    await this.#update(this.#library);
    this.#pick.busy = false;
  }

  close(): void {
    this.#pick.hide();
  }

  /** Chooses the row that is active. Who types and presses Enter means what the words find, not what is listed still. */
  async accept(toSide: boolean): Promise<void> {
    const query = this.#pick.value;
    await this.#listing;
    if (this.#pick.value !== query) return;
    const [active] = this.#pick.activeItems;
    const item = active !== undefined && this.#pick.items.includes(active) ? active : this.#first();
    if (item !== undefined) this.#choose(item, toSide);
  }

  #first(): SearchItem | undefined {
    return this.#pick.items.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
  }

  #choose(item: SearchItem, toSide: boolean): void {
    if (item.entry !== undefined || item.copies !== undefined) {
      this.#chosen = { item, toSide };
      this.close();
    } else if (item.query !== undefined) {
      this.#pick.value = item.query;
      this.#list();
    }
  }

  /** What is typed before the archives are open is listed when they are. */
  #list(): void {
    if (this.#library !== undefined) this.#listing = this.#update(this.#library);
  }

  async #update(library: Library): Promise<void> {
    const run = (this.#latest += 1);
    const signal = abortedWhen(() => run !== this.#latest);
    const items = await itemsFor(library, this.#pick.value, this.recents.list(), signal);
    if (signal.aborted) return;
    this.#moved = false;
    this.#pick.items = items;
  }

  /** Shows the row the reader has moved to. A list that has just been filled makes its first row active by itself. */
  async #look(item: SearchItem | undefined): Promise<void> {
    if (item?.entry === undefined || item.variant === undefined || !this.#pick.items.includes(item)) return;
    if (item === this.#first() && !this.#moved) return;
    this.#moved = true;
    if (setting('search.preview')) await this.#preview.show(item.entry, item.variant, item.marks ?? []);
  }
}
