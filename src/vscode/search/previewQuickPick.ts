import * as vscode from 'vscode';
import type { Cancellation } from '../../core/base/cancellation';
import { abortedWhen } from '../base/cancellation';
import { setContext } from '../base/contextKeys';
import { t } from '../base/l10n';
import { setting } from '../base/settings';
import { copyText } from '../entries/entryActions';
import type { PanelManager } from '../panel/panelManager';
import type { SearchItem } from './rows';

interface PreviewQuickPickOptions {
  readonly title: string;
  readonly placeholder: string;
  /** Context key that is set while the list is open, so that its own key bindings work. */
  readonly openContext: string;
  /** Continues with the query of a chosen row in the same list; without it, such a row closes the list. */
  readonly continueWith?: (query: string) => void;
}

/**
 * A list of entries that previews the active one in the panel. Enter commits the preview, Ctrl+Enter opens the entry to
 * the side, and Escape restores what the panel showed before.
 *
 * Every list of rows must begin with a separator: a quick pick reports its active row by index, and a late event about
 * the previous rows must not pass for a move within the new ones.
 */
export class PreviewQuickPick implements vscode.Disposable {
  readonly quickPick = vscode.window.createQuickPick<SearchItem>();
  readonly #preview;
  readonly #closed: Promise<void>;
  #isClosed = false;
  #chosen: { readonly item: SearchItem; readonly toSide: boolean } | undefined;
  /** Counts loads: only the rows of the latest one are listed. */
  #latest = 0;
  /** Resolves when the rows that were requested last are listed. */
  #loading: Promise<void> = Promise.resolve();
  /** Whether the reader has moved since the list was filled: the row that is active before that was not chosen. */
  #hasMoved = false;

  constructor(
    private readonly panels: PanelManager,
    private readonly options: PreviewQuickPickOptions,
  ) {
    this.#preview = panels.preview();
    const pick = this.quickPick;
    // Not yet in the API's types: otherwise the rows are sorted by where the label matches.
    (pick as { sortByLabel?: boolean }).sortByLabel = false;
    pick.title = options.title;
    pick.placeholder = options.placeholder;
    pick.busy = true;
    this.#closed = new Promise((resolve) => {
      pick.onDidHide(() => {
        this.#isClosed = true;
        resolve();
      });
    });
    pick.onDidChangeActive(([item]) => void this.#previewRow(item));
    pick.onDidAccept(() => void this.accept(false));
    pick.onDidTriggerItemButton(({ item }) => {
      this.choose(item, true);
    });
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Whether the reader has moved in the rows since they were listed. */
  get hasMoved(): boolean {
    return this.#hasMoved;
  }

  /** Replaces the rows. */
  setItems(items: readonly SearchItem[]): void {
    this.#hasMoved = false;
    this.quickPick.items = items;
  }

  /** Requests rows. Enter waits for them; they are discarded when others are requested or the list is closed. */
  load(getItems: (signal: Cancellation) => Promise<readonly SearchItem[]>): Promise<void> {
    this.#loading = this.#load(getItems);
    return this.#loading;
  }

  /**
   * Opens the list and waits until it is closed. Then opens the chosen entry, or restores what the panel showed before.
   *
   * @param filling The first rows. When it fails, the list closes and the error is thrown.
   * @returns The chosen row.
   */
  async run(filling: Promise<void>): Promise<SearchItem | undefined> {
    this.quickPick.show();
    try {
      await Promise.all([
        // The list can be closed before the archives are read.
        Promise.race([filling, this.#closed]),
        setContext(this.options.openContext, true),
      ]);
      await this.#closed;
    } finally {
      this.dispose();
      await setContext(this.options.openContext, false);
    }
    const { item, toSide = false } = this.#chosen ?? {};
    if (item?.entry !== undefined) {
      await this.open(item, toSide);
    } else {
      await this.#preview.restore();
      if (item?.copyText !== undefined) await copyText(item.copyText, t('Question copied'));
      if (item?.sidebarFilter !== undefined)
        await vscode.commands.executeCommand('archiveAnswers.filter', item.sidebarFilter);
    }
    return item;
  }

  /** Opens a row's entry, which makes its preview permanent. */
  async open({ entry, variant, target = {} }: SearchItem, toSide: boolean): Promise<void> {
    if (entry !== undefined) await this.panels.open(entry, variant, { toSide, target });
  }

  /** Chooses the active row. Typing and pressing Enter means what the typed words find, not what is still listed. */
  async accept(toSide: boolean): Promise<void> {
    const query = this.quickPick.value;
    await this.#loading;
    if (this.quickPick.value !== query) return;
    const [active] = this.quickPick.activeItems;
    const isListed = active !== undefined && this.quickPick.items.includes(active);
    const item = isListed ? active : this.#firstRow();
    if (item !== undefined) this.choose(item, toSide);
  }

  choose(item: SearchItem, toSide: boolean): void {
    const { continueWith } = this.options;
    const { entry, copyText: copies, sidebarFilter, query } = item;
    const isFinal = entry !== undefined || copies !== undefined || sidebarFilter !== undefined;
    if (isFinal || (query !== undefined && continueWith === undefined)) {
      this.#chosen = { item, toSide };
      this.close();
    } else if (query !== undefined) {
      continueWith?.(query);
    }
  }

  close(): void {
    this.quickPick.hide();
  }

  dispose(): void {
    this.#isClosed = true;
    this.quickPick.dispose();
  }

  async #load(getItems: (signal: Cancellation) => Promise<readonly SearchItem[]>): Promise<void> {
    const run = (this.#latest += 1);
    const signal = abortedWhen(() => this.#isClosed || run !== this.#latest);
    const items = await getItems(signal);
    if (!signal.aborted) this.setItems(items);
  }

  /** Previews the row that the reader has moved to. A list that was just filled makes its first row active by itself. */
  async #previewRow(item: SearchItem | undefined): Promise<void> {
    if (item?.entry === undefined || item.variant === undefined) return;
    // A late event about rows that have been replaced.
    if (!this.quickPick.items.includes(item)) return;
    if (item === this.#firstRow() && !this.#hasMoved) return;
    this.#hasMoved = true;
    if (setting('search.preview')) await this.#preview.show(item.entry, item.variant, item.target);
  }

  #firstRow(): SearchItem | undefined {
    return this.quickPick.items.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
  }
}
