import type * as vscode from 'vscode';
import type { Cancellation } from '../../core/base/cancellation';
import { abortedWhen } from '../base/cancellation';
import { t } from '../base/l10n';
import { withTimeout } from '../base/timeout';
import type { PanelManager } from '../panel/panelManager';
import { PreviewQuickPick } from '../search/previewQuickPick';
import type { SearchItem } from '../search/rows';

const OPEN_CONTEXT = 'errorAnswersAreOpen';
/** Milliseconds until the list is shown, so that a single answer that arrives at once opens without a flicker. */
const SHOW_DELAY = 150;

/** The rows for an error. */
export interface ErrorResults {
  /** Begin with a separator, as in every list that previews its rows. */
  readonly items: readonly SearchItem[];
  /** The only answer that is certain, which opens without being chosen. */
  readonly only?: SearchItem;
}

/** A list of the entries for an error. */
export class ErrorQuickPick implements vscode.Disposable {
  readonly #list: PreviewQuickPick;

  constructor(title: string, panels: PanelManager) {
    this.#list = new PreviewQuickPick(panels, {
      title,
      placeholder: t('Looking for answers…'),
      openContext: OPEN_CONTEXT,
    });
    this.#list.quickPick.matchOnDescription = true;
    this.#list.quickPick.matchOnDetail = true;
  }

  /**
   * Lists what `find` returns and opens the chosen entry, or the only one. Closing the list aborts `find`.
   *
   * @returns The query of the chosen row, to continue with in the search.
   */
  async run(find: (signal: Cancellation) => Promise<ErrorResults>): Promise<string | undefined> {
    const finding = find(abortedWhen(() => this.#list.isClosed));
    const early = await withTimeout<ErrorResults | undefined>(finding, SHOW_DELAY, undefined);
    if (early?.only !== undefined) {
      await this.#list.open(early.only, false);
      return undefined;
    }
    const chosen = await this.#list.run(
      finding.then((results) => {
        this.#fill(results);
      }),
    );
    return chosen?.query;
  }

  /** Opens the active row in an editor beside the active one. */
  openToSide(): void {
    void this.#list.accept(true);
  }

  dispose(): void {
    this.#list.dispose();
  }

  #fill({ items, only }: ErrorResults): void {
    const { quickPick } = this.#list;
    if (this.#list.isClosed) return;
    if (only !== undefined) {
      this.#list.choose(only, false);
      return;
    }
    quickPick.placeholder = t('Type to filter, press Enter to open');
    this.#list.setItems(items);
    quickPick.busy = false;
    // Without entries the search is the only way to continue: message rows cannot be chosen.
    const search = items.find(({ query }) => query !== undefined);
    const hasEntries = items.some(({ entry }) => entry !== undefined);
    if (search !== undefined && !hasEntries) quickPick.activeItems = [search];
  }
}
