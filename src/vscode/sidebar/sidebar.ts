import * as vscode from 'vscode';
import { GROUPINGS, type Grouping } from '../../core/library/grouping';
import { hasDates, SORTINGS, type Sorting } from '../../core/library/sorting';
import type { Library } from '../../core/library/library';
import { variantIn, type Entry } from '../../core/model';
import type { LibraryService } from '../library/libraryService';
import { SlowLoading, type LoadingState } from '../library/slowLoading';
import { bookmarkOf, type Bookmarks } from '../entries/bookmarks';
import { setContext } from '../base/contextKeys';
import { debounce, type Debounced } from '../base/debounce';
import { notify } from '../base/notify';
import { DisposableStore } from '../base/disposables';
import { t } from '../base/l10n';
import type { Recents } from '../entries/recents';
import { EntryFilter } from './entryFilter';
import type { EntryDecorations } from './treeItems';
import { NewEntryDecorations } from './newEntryDecorations';
import type { TreeNode } from './nodes';
import { EntryRevealer, type CurrentEntry } from './entryRevealer';
import { sectionNodes } from './sections';
import { EntryTree } from './tree';
import { createEntriesView } from './view';

const VIEW = 'archiveAnswers.entries';
export const GROUPING_KEY = 'grouping';
export const SORTING_KEY = 'sorting';

/** Milliseconds until the rows show that an entry was opened: they must not move between two clicks. */
const DOUBLE_CLICK_DELAY = 600;

/** The part of a `TreeView` that the sidebar uses. */
export type SidebarView = Pick<
  vscode.TreeView<TreeNode>,
  'visible' | 'onDidChangeVisibility' | 'selection' | 'reveal' | 'dispose'
> & { message: string | undefined; description: string | undefined };

export interface SidebarServices {
  readonly libraryService: Pick<LibraryService, 'library' | 'onDidChange'>;
  /** Shown in the view while archives are being read. */
  readonly loading?: LoadingState;
  readonly globalState: vscode.Memento;
  readonly bookmarks: Bookmarks;
  readonly recents: Recents;
  readonly currentEntry?: CurrentEntry;
  readonly report: (error: unknown) => void;
  /** Logs errors of background work, which the user did not request. */
  readonly log: (error: unknown) => void;
}

/** The view of all entries: its grouping, sorting and filter, with bookmarks, recent and new entries. */
export class Sidebar implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly tree: EntryTree;
  readonly filter: EntryFilter;
  /** The decorations of entries, in this view and in others. */
  readonly decorations: EntryDecorations;
  readonly #decorated = this.#disposables.add(new vscode.EventEmitter<void>());
  readonly #view: SidebarView;
  readonly #newEntries: NewEntryDecorations;
  readonly #revealer: EntryRevealer;
  readonly #bookmarks: Bookmarks;
  readonly #recents: Recents;
  readonly #globalState: vscode.Memento;
  readonly #libraryService: SidebarServices['libraryService'];
  #grouping: Grouping;
  #sorting: Sorting;
  #hasOpenedNew = false;
  /** Whether no entry has a date. */
  #isUndated = false;
  readonly #showingOpened: Debounced;

  /** @param createView Injected by tests. */
  constructor(
    { libraryService, loading, globalState, bookmarks, recents, currentEntry, report, log }: SidebarServices,
    createView: (tree: EntryTree) => SidebarView = createTreeView,
  ) {
    this.#libraryService = libraryService;
    this.#globalState = globalState;
    this.#bookmarks = bookmarks;
    this.#recents = recents;
    this.#grouping = oneOf(GROUPINGS, globalState.get<unknown>(GROUPING_KEY)) ?? 'topic';
    this.#sorting = oneOf(SORTINGS, globalState.get<unknown>(SORTING_KEY)) ?? 'archive';
    const disposables = this.#disposables;
    this.#newEntries = disposables.add(new NewEntryDecorations(globalState, report));
    this.filter = disposables.add(new EntryFilter(libraryService, report));
    this.decorations = {
      onDidChange: this.#decorated.event,
      isBookmarked: ({ id }) => bookmarks.has(id),
      isNew: (entry) => this.#newEntries.isNew(entry),
      countNew: (entries) => this.#newEntries.countIn(entries),
      uriOf: (entry) => this.#newEntries.uriOf(entry),
    };
    const options = () => ({
      grouping: this.#grouping,
      sorting: this.#sorting,
      filtered: this.filter.matchingIds,
    });
    const sections = {
      ...this.decorations,
      sections: (library: Library) => sectionNodes(library, bookmarks.list(), () => recents.list()),
      visit: (library: Library) => {
        this.#setUndated(library.entries().length > 0 && !hasDates(library.entries()));
        this.#newEntries.visit(library, recents.list());
      },
    };
    this.tree = disposables.add(new EntryTree(libraryService, options, sections));
    this.#view = disposables.add(createView(this.tree));
    const slowLoading = loading === undefined ? undefined : disposables.add(new SlowLoading(loading));
    const showMessage = (): void => {
      this.#view.message = this.filter.message ?? loadingMessage(slowLoading?.lines ?? []);
    };
    if (slowLoading !== undefined) disposables.add(slowLoading.onDidChange(showMessage));
    this.#showingOpened = disposables.add(
      debounce(() => {
        this.#showOpened().catch(report);
      }, DOUBLE_CLICK_DELAY),
    );
    disposables.addAll(
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) this.#refresh();
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused && this.#view.visible) this.#refresh();
      }),
      this.filter.onDidChange(() => {
        showMessage();
        this.#rebuild();
        void setContext('isFiltered', this.filter.matchingIds !== undefined);
      }),
      // The tree subscribed first, so that its rows are invalidated already.
      libraryService.onDidChange(() => {
        this.#revealer.followRows();
      }),
      bookmarks.onDidChange(() => {
        this.#decorated.fire();
      }),
      recents.onDidOpen(() => {
        this.filter.commit();
      }),
      recents.onDidChange(() => {
        const [opened] = recents.list();
        if (opened !== undefined && this.#newEntries.open(opened)) this.#hasOpenedNew = true;
        this.#showingOpened.schedule();
      }),
    );
    // Subscribes last: it selects a row after the rows were replaced.
    this.#revealer = disposables.add(
      new EntryRevealer(this.#view, this.tree, this.filter, currentEntry, log),
    );
    this.#describe();
  }

  /**
   * The entries that a command applies to: the selected ones if it was called on one of them or on no row, else only
   * that of the row it was called on.
   */
  entriesOf(node: TreeNode | undefined, nodes: readonly TreeNode[] | undefined): readonly Entry[] {
    const entries = this.#targetsOf(node, nodes).flatMap((target) =>
      target.kind === 'entry' ? [target.entry] : [],
    );
    return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  }

  async addBookmarks(entries: readonly Entry[]): Promise<void> {
    const library = await this.#libraryService.library();
    await this.#bookmarks.add(
      entries.map((entry) => bookmarkOf(library, entry, variantIn(entry, vscode.env.language))),
    );
  }

  /** Also removes bookmarks whose entry is missing. */
  async removeBookmarks(node: TreeNode | undefined, nodes: readonly TreeNode[] | undefined): Promise<void> {
    const ids = this.#targetsOf(node, nodes).flatMap((target) => {
      if (target.kind === 'gone') return [target.bookmark.id];
      return target.kind === 'entry' ? [target.entry.id] : [];
    });
    await this.#bookmarks.remove(ids);
  }

  async group(grouping: Grouping): Promise<void> {
    this.#grouping = grouping;
    this.#describe();
    this.#rebuild();
    await this.#globalState.update(GROUPING_KEY, grouping);
  }

  /** Sorts the rows. By date only where there are dates: the command has keys where the menu has no item. */
  async sort(sorting: Sorting): Promise<void> {
    if (sorting === 'newest' && !hasDates((await this.#libraryService.library()).entries())) {
      void notify.info(t('No entry has a date, so the list cannot be sorted by date.'));
      return;
    }
    this.#sorting = sorting;
    this.#describe();
    this.#rebuild();
    await this.#globalState.update(SORTING_KEY, sorting);
  }

  /** Shows the view and applies a filter; without one, asks for it. */
  async applyFilter(text?: string): Promise<void> {
    await vscode.commands.executeCommand(`${VIEW}.focus`);
    await (text === undefined ? this.filter.ask() : this.filter.apply(text));
  }

  clearFilter(): Promise<void> {
    return this.filter.clear();
  }

  /** Marks all entries as seen, even before the rows were first shown. */
  async markAllSeen(): Promise<void> {
    this.#newEntries.visit(await this.#libraryService.library(), this.#recents.list());
    this.#newEntries.markAllSeen();
    this.#decorated.fire();
  }

  revealEntry(): Promise<void> {
    return this.#revealer.reveal();
  }

  /** Shows the view and reveals the archives' problems, which a filter would hide. */
  async showProblems(): Promise<void> {
    await vscode.commands.executeCommand(`${VIEW}.focus`);
    await this.filter.clear();
    await this.#revealer.revealProblems();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Rebuilds the rows with other ids or ranges, and selects the current entry again. */
  #rebuild(): void {
    this.tree.refresh();
    this.#revealer.followRows();
  }

  /** Another window may have written, or another day may have begun. */
  #refresh(): void {
    this.#bookmarks.refresh();
    this.#recents.refresh();
    if (this.#newEntries.refresh()) this.#decorated.fire();
  }

  /** Updates the rows after an entry was opened. */
  async #showOpened(): Promise<void> {
    await this.#revealer.whenSettled();
    const hasOpenedNew = this.#hasOpenedNew;
    this.#hasOpenedNew = false;
    if (hasOpenedNew) this.#decorated.fire();
    else if (this.filter.matchingIds === undefined) await this.tree.refreshRecents();
  }

  #targetsOf(node: TreeNode | undefined, nodes: readonly TreeNode[] | undefined): readonly TreeNode[] {
    if (node === undefined) return this.#view.selection;
    return nodes?.includes(node) === true ? nodes : [node];
  }

  #setUndated(isUndated: boolean): void {
    if (this.#isUndated === isUndated) return;
    this.#isUndated = isUndated;
    this.#describe();
    void setContext('isUndated', isUndated);
  }

  /** Describes the grouping and sorting next to the view's name. The archives' own order is the default and omitted. */
  #describe(): void {
    const sorting = this.#sorting === 'newest' && this.#isUndated ? 'archive' : this.#sorting;
    const isDefault = sorting === 'archive' && this.#grouping !== 'none';
    const labels = [groupingLabel(this.#grouping), isDefault ? '' : sortingLabel(sorting)];
    this.#view.description = labels.filter((label) => label !== '').join(' · ');
  }
}

/** What the view says while archives are being read; `undefined` for none. */
function loadingMessage(lines: readonly string[]): string | undefined {
  return lines.length === 0 ? undefined : t('Reading {0}', lines.join(', '));
}

function groupingLabel(grouping: Grouping): string {
  switch (grouping) {
    case 'topic':
      return t('by topic');
    case 'archive':
      return t('by archive');
    case 'symbol':
      return t('by symbol');
    case 'status':
      return t('by status');
    case 'none':
      return '';
  }
}

function sortingLabel(sorting: Sorting): string {
  switch (sorting) {
    case 'archive':
      return t('archive order');
    case 'newest':
      return t('newest first');
    case 'title':
      return t('by title');
  }
}

function createTreeView(tree: EntryTree): SidebarView {
  // `TreeView` declares its texts as optional; setting `undefined` removes them.
  return createEntriesView(VIEW, tree) as SidebarView;
}

/** A stored value, if it is one of the known ones. */
function oneOf<T>(values: readonly T[], stored: unknown): T | undefined {
  return values.find((value) => value === stored);
}
