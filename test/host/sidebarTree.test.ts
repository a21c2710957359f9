import { expect } from 'chai';
import * as vscode from 'vscode';
import type { Library } from '../../src/core/library/library';
import type { Entry } from '../../src/core/model';
import { EntryTree, type TreeOptions } from '../../src/vscode/sidebar/tree';
import { NO_MARKS } from './sidebarView';

/** What the tree asks of an entry. */
function entry(name: string, date: string | undefined): Entry {
  const known = { id: `room/${name}`, archive: 'room', title: name, language: 'en', topics: [], symbols: [] };
  return { ...known, translations: [], status: 'answered', date } as unknown as Entry;
}

describe('the rows of the tree', () => {
  const nothing = new vscode.EventEmitter<void>();
  after(() => {
    nothing.dispose();
  });

  const treeOf = (
    entries: readonly Entry[],
    problems: readonly object[],
    options: Partial<TreeOptions> = {},
  ): EntryTree => {
    const library = { entries: () => entries, problems, archives: [] } as unknown as Library;
    const answers = { library: () => Promise.resolve(library), onDidChange: nothing.event };
    const shown = (): TreeOptions => ({
      grouping: 'none',
      sorting: 'archive',
      filtered: undefined,
      ...options,
    });
    return new EntryTree(answers, shown, { ...NO_MARKS, sections: () => [], visit: () => undefined });
  };
  const labels = async (tree: EntryTree): Promise<readonly unknown[]> =>
    (await tree.getChildren()).map((node) => tree.getTreeItem(node).label);
  const dated = [
    entry('spring', '2023-04'),
    entry('undated', undefined),
    entry('autumn', '2024-10-02'),
    entry('winter', '2023-12-24'),
  ];

  it('are in the order of the dates, the newest first; what has none comes last', async () => {
    expect(await labels(treeOf(dated, []))).to.deep.equal(['spring', 'undated', 'autumn', 'winter']);
    expect(await labels(treeOf(dated, [], { sorting: 'newest' }))).to.deep.equal([
      'autumn',
      'winter',
      'spring',
      'undated',
    ]);
  });

  it('have the sign of their status', async () => {
    const signs = { answered: 'pass', 'self-answered': 'pass-filled', disputed: 'comment-discussion' };
    const open = { unanswered: 'question', link: 'link' };
    const tree = treeOf(
      Object.keys({ ...signs, ...open }).map((status) => ({ ...entry(status, undefined), status }) as Entry),
      [],
    );
    const icons = (await tree.getChildren()).map((node): readonly unknown[] => {
      const { label, iconPath } = tree.getTreeItem(node);
      return [label, iconPath instanceof vscode.ThemeIcon ? iconPath.id : iconPath];
    });
    expect(Object.fromEntries(icons)).to.deep.equal({ ...signs, ...open });
  });

  it('tell the problems at once where there is nothing else to tell', async () => {
    const problem = { kind: 'sourceUnreadable', args: ['x'], severity: 'error', location: '/room' };
    const states = async (entries: readonly Entry[]): Promise<readonly unknown[]> => {
      const tree = treeOf(entries, [problem]);
      const last = (await tree.getChildren()).at(-1);
      if (last === undefined) throw new Error('There are no rows.');
      return [last.id, tree.getTreeItem(last).collapsibleState];
    };
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    expect(await states(dated)).to.deep.equal(['problems', Collapsed]);
    expect(await states([])).to.deep.equal(['problems-only', Expanded]);
  });

  it('lead from a problem to its line, or to the setting where there is no file', async () => {
    const problem = {
      kind: 'sourceUnreadable',
      args: ['x'],
      severity: 'error',
      location: 'file:///room/a.md',
    };
    const tree = treeOf([], [problem, { ...problem, document: 'a.md', line: 3 }]);
    const [group] = await tree.getChildren();
    const commands = (await tree.getChildren(group)).map((node) => tree.getTreeItem(node).command);
    expect(commands.map((command) => [command?.command, command?.arguments])).to.deep.equal([
      ['workbench.action.openSettings', ['archiveAnswers.sources']],
      ['archiveAnswers.openProblem', ['file:///room/a.md', 3]],
    ]);
  });
});
