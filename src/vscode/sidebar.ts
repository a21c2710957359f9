import * as vscode from 'vscode';
import type { Entry } from '../core/model';
import type { Answers } from './answers';
import { EntryTree, GROUPINGS, type Grouping } from './tree';
import type { TreeNode } from './treeNode';
import { t } from './l10n';

const VIEW = 'archiveAnswers.entries';
const GROUPING_KEY = 'grouping';

/** The view of all entries: how they are grouped, and which of them a filter lets through. */
export class Sidebar implements vscode.Disposable {
  readonly #tree: EntryTree;
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #subscription: vscode.Disposable;
  #grouping: Grouping;
  #filter = '';
  #filtered: ReadonlySet<Entry> | undefined;
  /** Counts filterings: only the latest one's result is shown. */
  #latest = 0;

  constructor(
    private readonly answers: Answers,
    private readonly memory: vscode.Memento,
    private readonly report: (error: unknown) => void,
  ) {
    const kept = memory.get<unknown>(GROUPING_KEY);
    this.#grouping = GROUPINGS.find((grouping) => grouping === kept) ?? 'topic';
    this.#tree = new EntryTree(answers, () => ({ grouping: this.#grouping, filtered: this.#filtered }));
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this.#tree, showCollapseAll: true });
    this.#subscription = answers.onDidChange(() => {
      if (this.#filter !== '') void this.#applyFilter(this.#filter);
    });
    void setContext('grouping', this.#grouping);
  }

  /** The entry a command is meant for: that of the row it was called on, else the selected one. */
  entryOf(node: TreeNode | undefined): Entry | undefined {
    const meant = node ?? this.#view.selection[0];
    return meant?.kind === 'entry' ? meant.entry : undefined;
  }

  async group(grouping: Grouping): Promise<void> {
    this.#grouping = grouping;
    this.#tree.refresh();
    await setContext('grouping', grouping);
    await this.memory.update(GROUPING_KEY, grouping);
  }

  /** Asks for a filter and follows it as it is typed; Escape leaves the one that was there. */
  async askForFilter(): Promise<void> {
    await vscode.commands.executeCommand(`${VIEW}.focus`);
    const before = this.#filter;
    const input = vscode.window.createInputBox();
    input.title = t('Filter Entries');
    input.placeholder = t('Words, or topic: symbol: status: archive: lang:');
    input.value = before;
    input.onDidChangeValue((value) => void this.#applyFilter(value));
    const wanted = await new Promise<string>((resolve) => {
      input.onDidAccept(() => {
        resolve(input.value);
      });
      // After an acceptance this comes too late to matter.
      input.onDidHide(() => {
        resolve(before);
      });
      input.show();
    });
    input.dispose();
    await this.#applyFilter(wanted);
  }

  clearFilter(): Promise<void> {
    return this.#applyFilter('');
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#view.dispose();
    this.#tree.dispose();
  }

  async #applyFilter(text: string): Promise<void> {
    const run = (this.#latest += 1);
    const filter = text.trim();
    try {
      const library = await this.answers.library();
      const isStale = (): boolean => run !== this.#latest;
      const signal = {
        get aborted() {
          return isStale();
        },
      };
      const found = filter === '' ? [] : await library.matching(filter, signal);
      if (isStale()) return;
      this.#filter = filter;
      this.#filtered = filter === '' ? undefined : new Set(found);
      const all = library.entries().length;
      const message = t('{0} of {1} entries match “{2}”', found.length, all, filter);
      // Without a message an empty tree says what to do. (The property is optional; `undefined` takes it away.)
      (this.#view as { message: string | undefined }).message = found.length === 0 ? undefined : message;
      this.#tree.refresh();
      await setContext('isFiltered', filter !== '');
    } catch (error) {
      this.report(error);
    }
  }
}

async function setContext(key: string, value: unknown): Promise<void> {
  await vscode.commands.executeCommand('setContext', `archiveAnswers.${key}`, value);
}
