import { expect } from 'chai';
import * as vscode from 'vscode';
import type { Library } from '../../src/core/library/library';
import type { Entry } from '../../src/core/model';
import { EntryTree, type TreeOptions } from '../../src/vscode/sidebar/tree';
import { entryTooltip, entryTreeItem } from '../../src/vscode/sidebar/treeItems';
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

  it('are in the archive’s order where the newest are to be first and none has a date', async () => {
    const undated = [entry('b', undefined), entry('a', undefined)];
    expect(await labels(treeOf(undated, [], { sorting: 'newest' }))).to.deep.equal(['b', 'a']);
  });

  it('have the short title; the whole one is in the tooltip and read aloud', async () => {
    const long = {
      ...entry('A whole title', undefined),
      shortTitle: 'Short',
      posts: [],
      versions: [],
    } as Entry;
    const item = entryTreeItem({ kind: 'entry', id: 'x', entry: long }, NO_MARKS);
    expect(item.label).to.equal('Short');
    expect(item.accessibilityInformation?.label).to.equal('A whole title, Answered');
    const library = { archiveOf: () => undefined } as unknown as Library;
    expect((await entryTooltip(long, library, NO_MARKS)).value).to.match(/^\*\*A whole title\*\*/);
  });

  it('have the answer line in the tooltip, escaped, in place of the question', async () => {
    const tooltipOf = async (text: string): Promise<string> => {
      const posts = [{ kind: 'question', markdown: 'Which one?' }];
      const answered = { ...entry('A', undefined), posts, versions: [], answer: { text, from: 'declared' } };
      const library = { archiveOf: () => undefined } as unknown as Library;
      return (await entryTooltip(answered as unknown as Entry, library, NO_MARKS)).value;
    };
    expect(await tooltipOf('Use `a_b` there, **not** [x](command:y) <img>.')).to.equal(
      '**A**\n\nUse `a_b` there, \\*\\*not\\*\\* &#91;x&#93;\\(command\\:y\\) \\<img\\>\\.\n\nAnswered · room',
    );
    expect(await tooltipOf('Use `$(pwd)` here')).to.contain('Use &#36;\\(pwd\\) here');
    expect(await tooltipOf('세션을 '.repeat(200))).to.match(/ 세션을…\n\n/);
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
