import * as vscode from 'vscode';
import type { Cancellation } from '../../core/base/cancellation';
import { missingEntryMessage } from '../entries/missingEntry';
import { LatestRun } from '../base/cancellation';
import { t } from '../base/l10n';
import { notify } from '../base/notify';
import { DisposableStore } from '../base/disposables';
import { changesSetting, setting } from '../base/settings';
import type { EntryFilter } from './entryFilter';
import type { TreeNode } from './nodes';
import type { EntryTree } from './tree';

/** The entry that the panel shows. */
export interface CurrentEntry {
  /** Fires when a visible panel shows another entry. */
  readonly onDidShow: vscode.Event<unknown>;
  /** The entry of the current panel, where that is visible. */
  visibleEntry(): { readonly id: string } | undefined;
  /** The entry of the current panel, even where another tab covers it. */
  openEntry(): { readonly id: string } | undefined;
}

/** The part of a `TreeView` that the revealer uses. */
type RevealingView = Pick<
  vscode.TreeView<TreeNode>,
  'visible' | 'selection' | 'reveal' | 'onDidChangeVisibility'
>;

/** Selects the row of the current entry: automatically while the view is visible, and on request. */
export class EntryRevealer implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  /** Requests to select a row: only the latest is honoured. */
  readonly #requests = new LatestRun();
  #following: Promise<void> = Promise.resolve();

  /** @param log Logs errors of automatic selections. */
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

  /** Selects a row of the current entry, if the user has enabled that and no such row is selected. */
  follow(): void {
    const id = this.currentEntry?.visibleEntry()?.id;
    this.#followUnless((node) => node.kind === 'entry' && node.entry.id === id);
  }

  /** Selects the row of the current entry after the rows were rebuilt, unless the selected row still exists. */
  followRows(): void {
    this.#followUnless(() => true);
  }

  /** Reveals the row of the open entry, or explains why there is none. */
  async reveal(): Promise<void> {
    this.#requests.cancel();
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

  /** Reveals and expands the row of the archives' problems, if there are any. */
  async revealProblems(): Promise<void> {
    this.#requests.cancel();
    const node = await this.tree.problems();
    if (node !== undefined) await this.view.reveal(node, { select: true, focus: true, expand: true });
  }

  /** Resolves once no automatic selection is in progress, which would fail if the rows were replaced. */
  whenSettled(): Promise<void> {
    return this.#following;
  }

  dispose(): void {
    this.#requests.cancel();
    this.#disposables.dispose();
  }

  #mayFollow(request: Cancellation): boolean {
    return !request.aborted && this.view.visible && setting('sidebar.autoReveal');
  }

  #followUnless(isSufficient: (selected: TreeNode) => boolean): void {
    // Only logged, as the user did not request it: a row may be replaced while it is being selected.
    this.#following = this.#follow(isSufficient).catch(this.log);
  }

  async #follow(isSufficient: (selected: TreeNode) => boolean): Promise<void> {
    const request = this.#requests.start();
    const entry = this.currentEntry?.visibleEntry();
    if (entry === undefined || !this.#mayFollow(request)) return;
    // The view's selection may contain previous rows until the current ones are rendered.
    for (const selected of this.view.selection.filter(isSufficient)) {
      if (await this.tree.has(selected)) return;
    }
    const node = await this.tree.find(entry.id);
    if (node === undefined || !this.#mayFollow(request)) return;
    const select = { select: true, focus: false };
    try {
      await this.view.reveal(node, select);
    } catch (error) {
      if (request.aborted) return;
      // Rebuilding the rows makes the selection of a previous row fail.
      const again = await this.tree.find(entry.id);
      if (again === undefined || again === node) throw error;
      await this.view.reveal(again, select);
    }
  }
}
