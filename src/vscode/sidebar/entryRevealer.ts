import * as vscode from 'vscode';
import { missingEntryMessage } from '../entries/missingEntry';
import { t } from '../base/l10n';
import { notify } from '../base/notify';
import { DisposableStore } from '../base/disposables';
import { changesSetting, setting } from '../base/settings';
import type { EntryFilter } from './entryFilter';
import type { TreeNode } from './nodes';
import type { EntryTree } from './tree';

/** What the reader reads at the moment. */
export interface CurrentEntry {
  /** Fires when the panel in sight shows another entry. */
  readonly onDidShow: vscode.Event<unknown>;
  /** The entry that the panel in sight shows. */
  visibleEntry(): { readonly id: string } | undefined;
  /** The entry that the panel shows, be it covered. */
  openEntry(): { readonly id: string } | undefined;
}

/** What this needs of a `TreeView`. */
type RevealingView = Pick<
  vscode.TreeView<TreeNode>,
  'visible' | 'selection' | 'reveal' | 'onDidChangeVisibility'
>;

/** Selects the row of the entry that is read: by itself while the view is in sight, and when asked to. */
export class EntryRevealer implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  /** Counts what asks for a row: only the latest is selected. */
  #latest = 0;
  #following: Promise<void> = Promise.resolve();

  /** @param log Told what goes wrong when a row is selected unasked. */
  constructor(
    private readonly view: RevealingView,
    private readonly tree: Pick<EntryTree, 'find' | 'has' | 'library' | 'problems'>,
    private readonly filter: Pick<EntryFilter, 'matchingIds' | 'clear'>,
    private readonly currentEntry: CurrentEntry | undefined,
    private readonly log: (error: unknown) => void,
  ) {
    const follow = (): void => {
      this.follow();
    };
    this.#disposables.addAll(
      ...(currentEntry === undefined ? [] : [currentEntry.onDidShow(follow)]),
      view.onDidChangeVisibility(follow),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (changesSetting(event, 'sidebar.autoReveal')) follow();
      }),
    );
  }

  /** Selects a row of the entry that is read, if the reader wants that and none is selected. */
  follow(): void {
    const id = this.currentEntry?.visibleEntry()?.id;
    this.#followUnless((node) => node.kind === 'entry' && node.entry.id === id);
  }

  /** The rows were made anew: where nothing that was selected is among them, the row of what is read is selected. */
  followRows(): void {
    this.#followUnless(() => true);
  }

  /** Goes to the row of the entry that is read, or says why there is none. */
  async reveal(): Promise<void> {
    this.#latest += 1;
    const entry = this.currentEntry?.openEntry();
    if (entry === undefined) {
      await notify.info(t('No entry is open.'));
      return;
    }
    const node = await this.tree.find(entry.id);
    if (node !== undefined) {
      await this.view.reveal(node, { select: true, focus: true });
    } else if (this.filter.matchingIds === undefined) {
      await notify.info(missingEntryMessage(await this.tree.library(), entry.id));
    } else {
      const clear = t('Clear Filter');
      const chosen = await notify.info(t('The filter of the sidebar hides the open entry.'), clear);
      if (chosen !== clear) return;
      await this.filter.clear();
      await this.reveal();
    }
  }

  /** Goes to the row of the archives' problems, where there are any, and unfolds it. */
  async revealProblems(): Promise<void> {
    this.#latest += 1;
    const node = await this.tree.problems();
    if (node !== undefined) await this.view.reveal(node, { select: true, focus: true, expand: true });
  }

  /** Resolves once no row is being selected: rows that are replaced meanwhile would not be. */
  revealed(): Promise<void> {
    return this.#following;
  }

  dispose(): void {
    this.#latest += 1;
    this.#disposables.dispose();
  }

  #mayFollow(): boolean {
    return this.view.visible && setting('sidebar.autoReveal');
  }

  #followUnless(isEnough: (selected: TreeNode) => boolean): void {
    // Nobody asked for it: a row may be replaced while it is being selected.
    this.#following = this.#follow(isEnough).catch(this.log);
  }

  async #follow(isEnough: (selected: TreeNode) => boolean): Promise<void> {
    const run = (this.#latest += 1);
    const entry = this.currentEntry?.visibleEntry();
    if (entry === undefined || !this.#mayFollow()) return;
    // The view names rows of before, until it has drawn those of now.
    for (const selected of this.view.selection.filter(isEnough)) {
      if (await this.tree.has(selected)) return;
    }
    const node = await this.tree.find(entry.id);
    if (node === undefined || run !== this.#latest || !this.#mayFollow()) return;
    const select = { select: true, focus: false };
    try {
      await this.view.reveal(node, select);
    } catch (error) {
      if (run !== this.#latest) return;
      // Rows that are made anew while one of them is selected take it along.
      const again = await this.tree.find(entry.id);
      if (again === undefined || again === node) throw error;
      await this.view.reveal(again, select);
    }
  }
}
