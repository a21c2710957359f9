import * as vscode from 'vscode';
import { Log } from '../../src/vscode/base/log';
import type { EntryDecorations } from '../../src/vscode/sidebar/treeItems';
import type { TreeNode } from '../../src/vscode/sidebar/nodes';
import type { SidebarView } from '../../src/vscode/sidebar/sidebar';

export const silentLog = new Log({
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
} as unknown as vscode.LogOutputChannel);

/**
 * A view that is shown and hidden by the test, and notes which rows it was to reveal. It goes on naming the row that it
 * has selected when the rows are made anew, as VS Code's does until it has drawn them.
 */
export class TestView implements SidebarView {
  readonly #changed = new vscode.EventEmitter<vscode.TreeViewVisibilityChangeEvent>();
  readonly onDidChangeVisibility = this.#changed.event;
  readonly revealed: object[] = [];
  visible = false;
  message: string | undefined;
  description: string | undefined;
  selection: readonly TreeNode[] = [];
  /** What revealing rejects with, as VS Code does for a row that was replaced. */
  failure: Error | undefined;

  show(visible: boolean): void {
    this.visible = visible;
    this.#changed.fire({ visible });
  }

  reveal(node: TreeNode, options: object = {}): Promise<void> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    this.revealed.push({ id: node.kind === 'entry' ? node.entry.id : node.id, ...options });
    this.selection = [node];
    return Promise.resolve();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** For rows that nobody has marked. */
export const NO_MARKS: EntryDecorations = {
  onDidChange: () => new vscode.Disposable(() => undefined),
  isBookmarked: () => false,
  isNew: () => false,
  countNew: () => 0,
  uriOf: ({ id }) => vscode.Uri.from({ scheme: 'archive-answers', path: `/${id}` }),
};

/** What a window remembers, in memory. */
export function testMemory(): vscode.Memento {
  const values = new Map<string, unknown>();
  const memory = {
    keys: () => [...values.keys()],
    get: (key: string, other?: unknown) => (values.has(key) ? values.get(key) : other),
    update: (key: string, value: unknown): Promise<void> => {
      values.set(key, JSON.parse(JSON.stringify(value)));
      return Promise.resolve();
    },
  };
  return memory as vscode.Memento;
}
