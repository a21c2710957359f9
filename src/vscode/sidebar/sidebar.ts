import * as vscode from 'vscode';
import { GROUPINGS, type Grouping } from '../../core/library/grouping';
import { SORTINGS, type Sorting } from '../../core/library/sorting';
import type { Library } from '../../core/library/library';
import { variantIn, type Entry } from '../../core/model';
import type { LibraryService } from '../library/libraryService';
import { bookmarkOf, type Bookmarks } from '../entries/bookmarks';
import { setContext } from '../base/contextKeys';
import { debounce, type Debounced } from '../base/debounce';
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

/** Milliseconds after which an opening is seen in the rows: they must not move between two clicks. */
const CLICKED = 600;

/** What this needs of a `TreeView`. */
export type SidebarView = Pick<
  vscode.TreeView<TreeNode>,
  'visible' | 'onDidChangeVisibility' | 'selection' | 'reveal' | 'dispose'
> & { message: string | undefined; description: string | undefined };

export interface SidebarServices {
  readonly libraryService: Pick<LibraryService, 'library' | 'onDidChange'>;
  readonly globalState: vscode.Memento;
  readonly bookmarks: Bookmarks;
  readonly recents: Recents;
  readonly currentEntry?: CurrentEntry;
  readonly report: (error: unknown) => void;
  /** For what goes wrong with what nobody asked for. */
  readonly log: (error: unknown) => void;
}

/** The view of all entries: how they are grouped and sorted, which a filter lets through, and what is the reader's own. */
export class Sidebar implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly tree: EntryTree;
  readonly filter: EntryFilter;
  /** How rows of entries are marked, in this view and in others. */
  readonly decorations: EntryDecorations;
  readonly #marked = this.#disposables.add(new vscode.EventEmitter<void>());
  readonly #view: SidebarView;
  readonly #newMarks: NewEntryDecorations;
  readonly #revealer: EntryRevealer;
  readonly #bookmarks: Bookmarks;
  readonly #recents: Recents;
  readonly #memory: vscode.Memento;
  readonly #answers: SidebarServices['libraryService'];
  #grouping: Grouping;
  #sorting: Sorting;
  #hasOpenedNew = false;
  readonly #drawingOpened: Debounced;

  /** @param createView Makes the view of the rows; another one than the window's is for tests. */
  constructor(
    {
      libraryService: answers,
      globalState: memory,
      bookmarks,
      recents,
      currentEntry: reading,
      report,
      log,
    }: SidebarServices,
    createView: (tree: EntryTree) => SidebarView = createTreeView,
  ) {
    this.#answers = answers;
    this.#memory = memory;
    this.#bookmarks = bookmarks;
    this.#recents = recents;
    this.#grouping = oneOf(GROUPINGS, memory.get<unknown>(GROUPING_KEY)) ?? 'topic';
    this.#sorting = oneOf(SORTINGS, memory.get<unknown>(SORTING_KEY)) ?? 'archive';
    const disposables = this.#disposables;
    this.#newMarks = disposables.add(new NewEntryDecorations(memory, report));
    this.filter = disposables.add(new EntryFilter(answers, report));
    this.decorations = {
      onDidChange: this.#marked.event,
      isBookmarked: ({ id }) => bookmarks.has(id),
      isNew: (entry) => this.#newMarks.isNew(entry),
      countNew: (entries) => this.#newMarks.countIn(entries),
      uriOf: (entry) => this.#newMarks.uriOf(entry),
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
        this.#newMarks.visit(library, recents.list());
      },
    };
    this.tree = disposables.add(new EntryTree(answers, options, sections));
    this.#view = disposables.add(createView(this.tree));
    this.#drawingOpened = disposables.add(
      debounce(() => {
        this.#drawOpened().catch(report);
      }, CLICKED),
    );
    disposables.addAll(
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) this.#reread();
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused && this.#view.visible) this.#reread();
      }),
      this.filter.onDidChange(() => {
        this.#view.message = this.filter.message;
        this.#layOut();
        void setContext('isFiltered', this.filter.matchingIds !== undefined);
      }),
      // The tree has heard of it before, and makes its rows anew.
      answers.onDidChange(() => {
        this.#revealer.followRows();
      }),
      bookmarks.onDidChange(() => {
        this.#marked.fire();
      }),
      recents.onDidOpen(() => {
        this.filter.keep();
      }),
      recents.onDidChange(() => {
        const [opened] = recents.list();
        if (opened !== undefined && this.#newMarks.open(opened)) this.#hasOpenedNew = true;
        this.#drawingOpened.schedule();
      }),
    );
    // After the rows were replaced by those of now, not before, it selects one of them.
    this.#revealer = disposables.add(new EntryRevealer(this.#view, this.tree, this.filter, reading, log));
    this.#describe();
  }

  /**
   * The entries a command is meant for: all that are selected where it was called on one of them, else that of its row;
   * called on no row, those that are selected.
   */
  entriesOf(node: TreeNode | undefined, nodes: readonly TreeNode[] | undefined): readonly Entry[] {
    const entries = this.#meant(node, nodes).flatMap((one) => (one.kind === 'entry' ? [one.entry] : []));
    return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  }

  async addBookmarks(entries: readonly Entry[]): Promise<void> {
    const library = await this.#answers.library();
    await this.#bookmarks.add(
      entries.map((entry) => bookmarkOf(library, entry, variantIn(entry, vscode.env.language))),
    );
  }

  /** Also removes the bookmarks of what is gone, which are rows without an entry. */
  async removeBookmarks(node: TreeNode | undefined, nodes: readonly TreeNode[] | undefined): Promise<void> {
    const ids = this.#meant(node, nodes).flatMap((one) => {
      if (one.kind === 'gone') return [one.bookmark.id];
      return one.kind === 'entry' ? [one.entry.id] : [];
    });
    await this.#bookmarks.remove(ids);
  }

  async group(grouping: Grouping): Promise<void> {
    this.#grouping = grouping;
    this.#describe();
    this.#layOut();
    await this.#memory.update(GROUPING_KEY, grouping);
  }

  async sort(sorting: Sorting): Promise<void> {
    this.#sorting = sorting;
    this.#describe();
    this.#layOut();
    await this.#memory.update(SORTING_KEY, sorting);
  }

  /** Asks for a filter, with the view in sight. */
  async askForFilter(): Promise<void> {
    await vscode.commands.executeCommand(`${VIEW}.focus`);
    await this.filter.ask();
  }

  clearFilter(): Promise<void> {
    return this.filter.clear();
  }

  /** Also of what came before the rows were ever looked at. */
  async markAllSeen(): Promise<void> {
    this.#newMarks.visit(await this.#answers.library(), this.#recents.list());
    this.#newMarks.markAllSeen();
    this.#marked.fire();
  }

  revealEntry(): Promise<void> {
    return this.#revealer.reveal();
  }

  /** Shows what is wrong with the archives, with the view in sight: no filter hides it. */
  async showProblems(): Promise<void> {
    await vscode.commands.executeCommand(`${VIEW}.focus`);
    await this.filter.clear();
    await this.#revealer.revealProblems();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Makes the rows anew, by other ids or in other ranges: what was selected is to be selected again. */
  #layOut(): void {
    this.tree.refresh();
    this.#revealer.followRows();
  }

  /** Another window may have written meanwhile, or another day begun. */
  #reread(): void {
    this.#bookmarks.refresh();
    this.#recents.refresh();
    if (this.#newMarks.refresh()) this.#marked.fire();
  }

  /** Shows in the rows that an entry was opened. */
  async #drawOpened(): Promise<void> {
    await this.#revealer.revealed();
    const hasOpenedNew = this.#hasOpenedNew;
    this.#hasOpenedNew = false;
    if (hasOpenedNew) this.#marked.fire();
    else if (this.filter.matchingIds === undefined) await this.tree.refreshRecents();
  }

  #meant(node: TreeNode | undefined, nodes: readonly TreeNode[] | undefined): readonly TreeNode[] {
    if (node === undefined) return this.#view.selection;
    return nodes?.includes(node) === true ? nodes : [node];
  }

  /** Says beside the view's name how the entries are laid out. The archives' own order goes without saying. */
  #describe(): void {
    const order = this.#sorting === 'archive' && this.#grouping !== 'none' ? '' : sortingWord(this.#sorting);
    const words = [groupingWord(this.#grouping), order];
    this.#view.description = words.filter((word) => word !== '').join(' · ');
  }
}

function groupingWord(grouping: Grouping): string {
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

function sortingWord(sorting: Sorting): string {
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
  // Both of its texts are optional; `undefined` takes one away.
  return createEntriesView(VIEW, tree) as SidebarView;
}

function oneOf<T>(values: readonly T[], kept: unknown): T | undefined {
  return values.find((value) => value === kept);
}
