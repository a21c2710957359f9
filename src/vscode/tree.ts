import * as vscode from 'vscode';
import type { Library } from '../core/library';
import type { Entry } from '../core/model';
import { groupByTopic, type TopicGroup } from '../core/topics';
import type { Answers } from './answers';
import { entryTooltip, entryTreeItem, problemTreeItem } from './treeItems';
import type { TreeNode } from './treeNode';
import { t } from './l10n';

export const GROUPINGS = ['topic', 'archive', 'symbol'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The rows of the sidebar: entries in groups, and the archives' problems below them. */
export class EntryTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #subscription: vscode.Disposable;

  constructor(
    private readonly answers: Answers,
    /** What is shown: how it is grouped, and the entries that a filter lets through. */
    private readonly shown: () => {
      readonly grouping: Grouping;
      readonly filtered: ReadonlySet<Entry> | undefined;
    },
  ) {
    this.#subscription = answers.onDidChange(() => {
      this.refresh();
    });
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    switch (node.kind) {
      case 'entry':
        return entryTreeItem(node);
      case 'problem':
        return problemTreeItem(node.problem, node.id);
      case 'group': {
        const item = new vscode.TreeItem(node.label, vscode.TreeItemCollapsibleState.Collapsed);
        item.id = node.id;
        item.description = node.description;
        item.iconPath = new vscode.ThemeIcon(node.icon);
        item.contextValue = 'group';
        item.tooltip = node.tooltip ?? node.label;
        return item;
      }
    }
  }

  async resolveTreeItem(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
    if (node.kind === 'entry') item.tooltip = await entryTooltip(node.entry);
    return item;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node !== undefined) return node.kind === 'group' ? [...node.children] : [];
    const library = await this.answers.library();
    const { grouping, filtered } = this.shown();
    const entries = library.entries().filter((entry) => filtered?.has(entry) ?? true);
    const problems = filtered === undefined ? problemsOf(library) : [];
    return [...GROUPERS[grouping](library, entries), ...problems];
  }
}

const GROUPERS: Readonly<
  Record<Grouping, (library: Library, entries: readonly Entry[]) => readonly TreeNode[]>
> = {
  topic: (_library, entries) => topicNodes('topic', groupByTopic(entries, vscode.env.language)),
  archive: archiveNodes,
  symbol: (_library, entries) => symbolNodes(entries),
};

function topicNodes(place: string, { groups, entries }: Pick<TopicGroup, 'groups' | 'entries'>): TreeNode[] {
  return [
    ...groups.map((group): TreeNode => {
      // A topic may hold any character that could stand between two.
      const id = `topic/${JSON.stringify(group.path)}`;
      return {
        kind: 'group',
        id,
        label: group.topic,
        description: String(group.count),
        icon: 'tag',
        children: topicNodes(id, group),
      };
    }),
    ...entryNodes(place, entries),
  ];
}

function entryNodes(place: string, entries: readonly Entry[]): TreeNode[] {
  return entries.map((entry) => ({ kind: 'entry', id: `${place}\n${entry.id}`, entry }));
}

function archiveNodes(library: Library, entries: readonly Entry[]): readonly TreeNode[] {
  return library.archives.flatMap(({ id, title, titles, description, location }): TreeNode[] => {
    const own = entries.filter(({ archive }) => archive === id);
    if (own.length === 0) return [];
    const place = `archive/${id}`;
    return [
      {
        kind: 'group',
        id: place,
        label: titles[vscode.env.language] ?? title,
        description: String(own.length),
        icon: 'archive',
        tooltip: [description, location].filter((text) => text !== undefined).join('\n'),
        children: topicNodes(place, groupByTopic(own, vscode.env.language)),
      },
    ];
  });
}

function symbolNodes(entries: readonly Entry[]): readonly TreeNode[] {
  const bySymbol = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const name of new Set(entry.symbols.map((symbol) => symbol.name))) {
      const own = bySymbol.get(name);
      if (own === undefined) bySymbol.set(name, [entry]);
      else own.push(entry);
    }
  }
  const groups = [...bySymbol].sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || a.localeCompare(b));
  const without = entries.filter(({ symbols }) => symbols.length === 0);
  return [
    ...groups.map(([name, own]): TreeNode => {
      const id = `symbol/${name}`;
      const dot = name.lastIndexOf('.');
      return {
        kind: 'group',
        id,
        label: name.slice(dot + 1),
        description: [String(own.length), name.slice(0, Math.max(0, dot))].filter(Boolean).join(' · '),
        icon: 'symbol-class',
        tooltip: name,
        children: entryNodes(id, own),
      };
    }),
    ...(without.length === 0
      ? []
      : [
          {
            kind: 'group' as const,
            id: 'symbol',
            label: t('Without a symbol'),
            description: String(without.length),
            icon: 'circle-slash',
            children: entryNodes('symbol', without),
          },
        ]),
  ];
}

/** What is wrong with the archives, the worst first. */
function problemsOf({ problems }: Library): readonly TreeNode[] {
  if (problems.length === 0) return [];
  const order = { error: 0, warning: 1, info: 2 };
  const sorted = [...problems].sort((a, b) => order[a.severity] - order[b.severity]);
  return [
    {
      kind: 'group',
      id: 'problems',
      label: t('Problems of the archives'),
      description: String(problems.length),
      icon: sorted[0]?.severity ?? 'warning',
      children: sorted.map((problem, at) => ({ kind: 'problem', id: `problems/${String(at)}`, problem })),
    },
  ];
}
