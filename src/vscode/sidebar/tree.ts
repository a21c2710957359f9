import * as vscode from 'vscode';
import type { Grouping } from '../../core/library/grouping';
import { sortEntries, type Sorting } from '../../core/library/sorting';
import type { Library } from '../../core/library/library';
import type { Entry } from '../../core/model';
import type { MaybeYield } from '../../core/archive/archiveSource';
import type { LibraryService } from '../library/libraryService';
import { createYielder } from '../base/timeSlice';
import { DisposableStore } from '../base/disposables';
import { groupsOf } from './groups';
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

/** Most matches of a filter that are all shown at once. */
const FEW = 30;

/** What the tree shows, and how. */
export interface TreeOptions {
  readonly grouping: Grouping;
  readonly sorting: Sorting;
  /** Ids of the entries that a filter lets through. */
  readonly filtered: ReadonlySet<string> | undefined;
}

/** What stands above the groups, and what the rows are marked with. */
export interface TreeSections extends EntryDecorations {
  sections(library: Library): readonly TreeNode[];
  /** The reader sees what the library has. */
  visit(library: Library): void;
}

/** The top of the tree. */
interface Roots {
  readonly sections: readonly TreeNode[];
  /** The entries, in groups or not. */
  readonly rows: readonly TreeNode[];
  readonly problems: readonly TreeNode[];
}

/** The rows of the sidebar: the reader's own first, then all entries in groups, and the archives' problems below them. */
export class EntryTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<TreeNode | undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  /** The rows as they are shown, until something changes. */
  #roots: Promise<Roots> | undefined;
  /** Sorting thousands of titles takes its time: the last order is kept. */
  #sorted: { readonly of: Library; readonly by: Sorting; readonly entries: readonly Entry[] } | undefined;

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

  /** Draws what was opened last anew, and only that where it is there already: a row below keeps its tooltip. */
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
    const { sections, rows, problems } = await this.#rootsNow();
    return [...sections, ...rows, ...problems];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  /** What the rows are made of. */
  library(): Promise<Library> {
    return this.libraryService.library();
  }

  /** An entry's row among all entries; `undefined` where a filter hides it or no archive has it. */
  async find(id: string): Promise<EntryNode | undefined> {
    let { rows } = await this.#rootsNow();
    for (;;) {
      const entry = rows.find((row): row is EntryNode => row.kind === 'entry' && row.entry.id === id);
      if (entry !== undefined) return entry;
      const group = rows.find(
        (row): row is GroupNode => row.kind === 'group' && row.entries.some((one) => one.id === id),
      );
      if (group === undefined) return undefined;
      rows = group.children();
    }
  }

  /** The row of the archives' problems; `undefined` where there are none or a filter hides them. */
  async problems(): Promise<TreeNode | undefined> {
    return (await this.#rootsNow()).problems[0];
  }

  /** Whether a row, perhaps of before, is still where it was: only the groups above it are looked through. */
  async has(node: TreeNode): Promise<boolean> {
    const { sections, rows, problems } = await this.#rootsNow();
    let level: readonly TreeNode[] = [...sections, ...rows, ...problems];
    for (const id of idsDownTo(node)) {
      const found = level.find((one) => one.id === id);
      if (found === undefined) return false;
      level = found.kind === 'group' ? found.children() : [];
    }
    return true;
  }

  #rootsNow(): Promise<Roots> {
    if (this.#roots === undefined) {
      const roots = this.#make();
      this.#roots = roots;
      // A failed opening is tried anew at the next call.
      roots.catch(() => {
        if (this.#roots === roots) this.#roots = undefined;
      });
    }
    return this.#roots;
  }

  async #make(): Promise<Roots> {
    const { grouping, sorting, filtered } = this.options();
    const library = await this.libraryService.library();
    const maybeYield = createYielder();
    const all = await this.#sort(library, sorting, maybeYield);
    await maybeYield();
    this.sections.visit(library);
    await maybeYield();
    const entries = filtered === undefined ? all : all.filter(({ id }) => filtered.has(id));
    const isFew = filtered !== undefined && entries.length <= FEW;
    // A row keeps whether it is open; under a filter it is another row.
    const place = `${grouping}${filtered === undefined ? '' : isFew ? ' few' : ' many'}`;
    const layout = { isExpanded: isFew, isByTitle: sorting === 'title' };
    const rows = nodesOf(groupsOf(grouping, library, entries), place, layout);
    if (filtered !== undefined) return { sections: [], rows, problems: [] };
    return { sections: this.sections.sections(library), rows, problems: problemNodes(library) };
  }

  async #sort(library: Library, sorting: Sorting, maybeYield: MaybeYield): Promise<readonly Entry[]> {
    if (this.#sorted?.of !== library || this.#sorted.by !== sorting) {
      const entries = await sortEntries(library.entries(), sorting, vscode.env.language, maybeYield);
      this.#sorted = { of: library, by: sorting, entries };
      return entries;
    }
    return this.#sorted.entries;
  }
}

/** The ids on the way from the top to a row. */
function idsDownTo({ id, parent }: TreeNode): readonly string[] {
  return parent === undefined ? [id] : [...idsDownTo(parent), id];
}
