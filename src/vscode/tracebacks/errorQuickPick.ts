import * as vscode from 'vscode';
import type { Cancellation } from '../../core/search/searchIndex';
import { abortedWhen } from '../base/cancellation';
import { setContext } from '../base/contextKeys';
import type { PanelManager } from '../panel/panelManager';
import type { SearchItem } from '../search/searchItems';
import { setting } from '../base/settings';
import { t } from '../base/l10n';

/** While the list is open, its own keys work. */
const OPEN_CONTEXT = 'errorAnswersAreOpen';
/** Milliseconds until the list is shown, so that one answer that comes at once opens without a flicker. */
const PATIENCE = 150;

/** What was found for an error. */
export interface ErrorResults {
  /** Begin with a separator, as every list whose rows are looked at. */
  readonly items: readonly SearchItem[];
  /** The one answer that is surely right, which opens without being chosen. */
  readonly only?: SearchItem;
}

export interface ChosenEntry {
  readonly item: SearchItem;
  /** In an editor beside the one in use. */
  readonly toSide: boolean;
}

/** A list of what answers an error; moving in it shows each thread, and closing it puts back what was there. */
export class ErrorQuickPick implements vscode.Disposable {
  readonly #pick = vscode.window.createQuickPick<SearchItem>();
  readonly #preview;
  readonly #closed: Promise<void>;
  #isClosed = false;
  #chosen: ChosenEntry | undefined;
  /** Whether the reader has moved in the list; what is active before that was not chosen. */
  #moved = false;

  constructor(title: string, panel: PanelManager) {
    this.#preview = panel.preview();
    const pick = this.#pick;
    // Not in the API's types yet: without it the list is sorted anew by where the label matches.
    (pick as { sortByLabel?: boolean }).sortByLabel = false;
    pick.title = title;
    pick.matchOnDetail = true;
    pick.busy = true;
    pick.placeholder = t('Looking for answers…');
    this.#closed = new Promise((resolve) => {
      pick.onDidHide(() => {
        this.#isClosed = true;
        resolve();
      });
    });
    pick.onDidChangeActive(([item]) => void this.#look(item));
    pick.onDidAccept(() => {
      this.accept(false);
    });
    pick.onDidTriggerItemButton(({ item }) => {
      this.#choose(item, true);
    });
  }

  /**
   * Shows what is found as soon as it is there. Closing the list gives it up.
   *
   * @returns What was chosen; the one answer, where there is only one.
   */
  async run(find: (signal: Cancellation) => Promise<ErrorResults>): Promise<ChosenEntry | undefined> {
    const finding = find(abortedWhen(() => this.#isClosed));
    const early = await Promise.race([finding, after(PATIENCE)]);
    if (early?.only !== undefined) return { item: early.only, toSide: false };
    this.#pick.show();
    await setContext(OPEN_CONTEXT, true);
    try {
      await Promise.race([
        finding.then((found) => {
          this.#fill(found);
        }),
        this.#closed,
      ]);
      await this.#closed;
    } finally {
      await setContext(OPEN_CONTEXT, false);
    }
    if (this.#chosen?.item.entry === undefined) await this.#preview.end();
    return this.#chosen;
  }

  /** Takes the row that is active. */
  accept(toSide: boolean): void {
    const [item] = this.#pick.activeItems;
    if (item !== undefined) this.#choose(item, toSide);
  }

  dispose(): void {
    this.#isClosed = true;
    this.#pick.dispose();
  }

  #fill({ items, only }: ErrorResults): void {
    if (this.#isClosed) return;
    if (only !== undefined) {
      this.#choose(only, false);
      return;
    }
    this.#pick.placeholder = t('Enter opens, typing narrows the list');
    this.#pick.items = items;
    this.#pick.busy = false;
    // Of what has no entry only the search goes on; words alone cannot be chosen.
    const search = items.find(({ query }) => query !== undefined);
    const hasEntries = items.some(({ entry }) => entry !== undefined);
    if (search !== undefined && !hasEntries) this.#pick.activeItems = [search];
  }

  #choose(item: SearchItem, toSide: boolean): void {
    if (item.entry === undefined && item.copies === undefined && item.query === undefined) return;
    this.#chosen = { item, toSide };
    this.#pick.hide();
  }

  /** Shows the row the reader has moved to. A list that has just been filled makes its first row active by itself. */
  async #look(item: SearchItem | undefined): Promise<void> {
    const first = this.#pick.items.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
    if (item?.entry === undefined || item.variant === undefined) return;
    if (item === first && !this.#moved) return;
    this.#moved = true;
    if (setting('search.preview')) await this.#preview.show(item.entry, item.variant, item.marks ?? []);
  }
}

function after(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve(undefined);
    }, milliseconds);
  });
}
