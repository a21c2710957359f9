import * as vscode from 'vscode';
import type { Grouping } from '../../core/library/grouping';
import { hasDates, sortEntries, type Sorting } from '../../core/library/sorting';
import type { Library } from '../../core/library/library';
import type { Entry } from '../../core/model';
import type { MaybeYield } from '../../core/archive/archiveSource';
import type { LibraryService } from '../library/libraryService';
import { createYielder } from '../base/timeSlice';
import { DisposableStore } from '../base/disposables';
import { groupEntries } from './groups';
import {
  entryTooltip,
  entryTreeItem,
  missingEntryTreeItem,
  groupTreeItem,
  problemTreeItem,
  type EntryDecorations,
} from './treeItems';
import type { EntryNode, GroupNode, TreeNode } from './nodes';
import { problemNodes } from './problemNodes';
import { nodesOf } from './rows';

/** Matches of a filter up to which all groups are expanded. */
const MAX_EXPANDED = 30;

/** How the tree arranges and filters the entries. */
export interface TreeOptions {
  readonly grouping: Grouping;
  readonly sorting: Sorting;
  /** Ids of the entries that match the filter; `undefined` without a filter. */
  readonly filtered: ReadonlySet<string> | undefined;
}

/** The rows above the groups, and the decorations of entries. */
export interface TreeSections extends EntryDecorations {
  sections(library: Library): readonly TreeNode[];
  /** Records that the user sees the library. */
  visit(library: Library): void;
}

/** The top-level rows. */
interface Roots {
  readonly sections: readonly TreeNode[];
  /** The entries, grouped or not. */
  readonly rows: readonly TreeNode[];
  readonly problems: readonly TreeNode[];
}

/** The rows of the sidebar: bookmarks and recent entries, then all entries in groups, then the archives' problems. */
export class EntryTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<TreeNode | undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  /** The current rows, until something changes. */
  #roots: Promise<Roots> | undefined;
  /** The last sorted entries, as sorting thousands of titles is slow. */
  #sorted:
    { readonly library: Library; readonly by: Sorting; readonly entries: readonly Entry[] } | undefined;

  constructor(
    private readonly libraryService: Pick<LibraryService, 'library' | 'onDidChange'>,
    private readonly options: () => TreeOptions,
    private readonly sections: TreeSections,
  ) {
    const refresh = (): void => {
      this.refresh();
    };
    this.#disposables.addAll(libraryService.onDidChange(refresh), sections.onDidChange(refresh));
  }

  refresh(): void {
    this.#roots = undefined;
    this.#changed.fire(undefined);
  }

  /** Refreshes only the recent entries if they have a row already, so that other rows keep their tooltips. */
  async refreshRecents(): Promise<void> {
    const roots = await this.#roots;
    const recents = roots?.sections.find(
      (node) => node.kind === 'group' && node.contextValue === 'recents' && node.count > 0,
    );
    if (recents === undefined) this.refresh();
    else this.#changed.fire(recents);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    switch (node.kind) {
      case 'group':
        return groupTreeItem(node, this.sections);
      case 'entry':
        return entryTreeItem(node, this.sections);
      case 'gone':
        return missingEntryTreeItem(node);
      case 'problem':
        return problemTreeItem(node);
    }
  }

  async resolveTreeItem(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
    if (node.kind !== 'entry') return item;
    item.tooltip = await entryTooltip(node.entry, await this.libraryService.library(), this.sections);
    return item;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node !== undefined) return node.kind === 'group' ? [...node.children()] : [];
    const { sections, rows, problems } = await this.#currentRoots();
    return [...sections, ...rows, ...problems];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  /** The library that the rows are made from. */
  library(): Promise<Library> {
    return this.libraryService.library();
  }

  /** An entry's row in the main list; `undefined` where a filter hides it or no archive has it. */
  async find(id: string): Promise<EntryNode | undefined> {
    let { rows } = await this.#currentRoots();
    for (;;) {
      const entry = rows.find((row): row is EntryNode => row.kind === 'entry' && row.entry.id === id);
      if (entry !== undefined) return entry;
      const group = rows.find(
        (row): row is GroupNode => row.kind === 'group' && row.entries.some((entry) => entry.id === id),
      );
      if (group === undefined) return undefined;
      rows = group.children();
    }
  }

  /** The row of the archives' problems; `undefined` if there are none or a filter hides them. */
  async problems(): Promise<TreeNode | undefined> {
    return (await this.#currentRoots()).problems[0];
  }

  /** Whether a row, which may be a previous one, still exists in its position. Searches only its ancestors. */
  async has(node: TreeNode): Promise<boolean> {
    const { sections, rows, problems } = await this.#currentRoots();
    let level: readonly TreeNode[] = [...sections, ...rows, ...problems];
    for (const id of pathTo(node)) {
      const ancestor = level.find((sibling) => sibling.id === id);
      if (ancestor === undefined) return false;
      level = ancestor.kind === 'group' ? ancestor.children() : [];
    }
    return true;
  }

  #currentRoots(): Promise<Roots> {
    if (this.#roots === undefined) {
      const roots = this.#createRoots();
      this.#roots = roots;
      // After a failure, the next call tries again.
      roots.catch(() => {
        if (this.#roots === roots) this.#roots = undefined;
      });
    }
    return this.#roots;
  }

  async #createRoots(): Promise<Roots> {
    const { grouping, sorting, filtered } = this.options();
    const library = await this.libraryService.library();
    const maybeYield = createYielder();
    // The reader's choice stays for archives that have dates.
    const isUndated = sorting === 'newest' && !hasDates(library.entries());
    const all = await this.#sort(library, isUndated ? 'archive' : sorting, maybeYield);
    await maybeYield();
    this.sections.visit(library);
    await maybeYield();
    const entries = filtered === undefined ? all : all.filter(({ id }) => filtered.has(id));
    const isExpanded = filtered !== undefined && entries.length <= MAX_EXPANDED;
    // VS Code remembers by id whether a row is expanded, so filtered rows need other ids.
    const position = `${grouping}${filtered === undefined ? '' : isExpanded ? ' few' : ' many'}`;
    const layout = { isExpanded, isByTitle: sorting === 'title' };
    const rows = nodesOf(groupEntries(grouping, library, entries), position, layout);
    if (filtered !== undefined) return { sections: [], rows, problems: [] };
    return { sections: this.sections.sections(library), rows, problems: problemNodes(library) };
  }

  async #sort(library: Library, sorting: Sorting, maybeYield: MaybeYield): Promise<readonly Entry[]> {
    if (this.#sorted?.library !== library || this.#sorted.by !== sorting) {
      const entries = await sortEntries(library.entries(), sorting, vscode.env.language, maybeYield);
      this.#sorted = { library, by: sorting, entries };
      return entries;
    }
    return this.#sorted.entries;
  }
}

/** The ids from the top level down to a row. */
function pathTo({ id, parent }: TreeNode): readonly string[] {
  return parent === undefined ? [id] : [...pathTo(parent), id];
}
