import type * as vscode from 'vscode';
import type { Library } from '../../core/library/library';
import type { Cancellation } from '../../core/base/cancellation';
import { DisposableStore } from '../base/disposables';
import { t } from '../base/l10n';
import type { Recents } from '../entries/recents';
import type { LibraryService } from '../library/libraryService';
import type { PanelManager } from '../panel/panelManager';
import { PreviewQuickPick } from './previewQuickPick';
import type { SearchItem } from './rows';
import { searchItems } from './searchItems';

const OPEN_CONTEXT = 'searchIsOpen';

/** The search: a quick pick that queries the library on every keystroke and keeps the library's order. */
export class SearchQuickPick implements vscode.Disposable {
  #open: OpenSearch | undefined;
  /** Settles when the previous search is closed and has restored what its previews covered. */
  #previous: Promise<unknown> = Promise.resolve();
  /** Counts calls: of several that wait, only the latest opens. */
  #latest = 0;

  constructor(
    private readonly libraryService: LibraryService,
    private readonly panels: PanelManager,
    private readonly recents: Recents,
  ) {}

  /** Opens the search with a query. Resolves once it is closed and the chosen entry is shown. */
  async show(query = ''): Promise<void> {
    const call = (this.#latest += 1);
    this.#open?.list.close();
    const running = this.#previous.then(() => (call === this.#latest ? this.#run(query) : undefined));
    this.#previous = running.catch(() => undefined);
    await running;
  }

  async #run(query: string): Promise<void> {
    const open = new OpenSearch(this.libraryService, this.panels, this.recents);
    this.#open = open;
    try {
      await open.run(query);
    } finally {
      open.dispose();
      this.#open = undefined;
    }
  }

  /** Opens the active row in an editor beside the active one. */
  openToSide(): void {
    void this.#open?.list.accept(true);
  }

  dispose(): void {
    // A search that waits for the previous one does not open.
    this.#latest += 1;
    this.#open?.list.close();
  }
}

class OpenSearch {
  readonly list: PreviewQuickPick;
  #library: Library | undefined;
  readonly #disposables = new DisposableStore();

  constructor(
    private readonly libraryService: LibraryService,
    panels: PanelManager,
    private readonly recents: Recents,
  ) {
    this.list = new PreviewQuickPick(panels, {
      title: t('Archive Answers: Search'),
      placeholder: t('Type a question, an error or a name, in Korean or English'),
      openContext: OPEN_CONTEXT,
      continueWith: (query) => {
        this.list.quickPick.value = query;
        this.#refresh();
      },
    });
    this.list.quickPick.onDidChangeValue(() => {
      this.#refresh();
    });
  }

  async run(query: string): Promise<void> {
    const { list, libraryService } = this;
    list.quickPick.value = query;
    const filling = list.load(async (signal) => {
      const library = await libraryService.library();
      this.#library = library;
      return this.#find(library, signal);
    });
    this.#disposables.addAll(
      libraryService.onDidChange(() => void this.#replaceLibrary()),
      libraryService.onDidChangeState(() => {
        this.#showProgress();
      }),
    );
    await list.run(
      filling.then(() => {
        this.#showProgress();
      }),
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Searches what has been read meanwhile, unless the reader has moved in the list that is there. */
  async #replaceLibrary(): Promise<void> {
    const loaded = this.libraryService.loadedLibrary;
    if (this.#library === undefined || loaded === undefined || this.list.isClosed) return;
    this.#library = loaded;
    if (!this.list.hasMoved) await this.list.load((signal) => this.#find(loaded, signal));
  }

  #showProgress(): void {
    if (!this.list.isClosed) {
      this.list.quickPick.busy = this.#library === undefined || this.libraryService.isLoading;
    }
  }

  /** Before the archives are open there is nothing to do: the first rows are for what is typed by then. */
  #refresh(): void {
    const library = this.#library;
    if (library !== undefined) void this.list.load((signal) => this.#find(library, signal));
  }

  #find(library: Library, signal: Cancellation): Promise<readonly SearchItem[]> {
    return searchItems(library, this.list.quickPick.value, this.recents.list(), signal);
  }
}
