import { expect } from 'chai';
import * as vscode from 'vscode';
import { LibraryService } from '../../src/vscode/library/libraryService';
import { Bookmarks } from '../../src/vscode/entries/bookmarks';
import { Recents } from '../../src/vscode/entries/recents';
import type { EntryNode, GroupNode, TreeNode } from '../../src/vscode/sidebar/nodes';
import { Sidebar } from '../../src/vscode/sidebar/sidebar';
import { TestView, silentLog, testMemory } from './sidebarView';
import { eventually, extension, setSources } from './workspace';

const ROOM = 'fastapi-user-group';
const SCOPED = `${ROOM}/scoped-session-threads`;
const ASGI = `${ROOM}/asgi-articles`;
const LIFECYCLE = `${ROOM}/request-lifecycle`;

describe('the tree of entries', () => {
  const answers = new LibraryService(extension().extensionUri, silentLog);
  const memory = testMemory();
  const failures: unknown[] = [];
  const logged: unknown[] = [];
  const shown = new vscode.EventEmitter<void>();
  const reading = {
    onDidShow: shown.event,
    visibleEntry: () => (isCovered ? undefined : open),
    openEntry: () => open,
  };
  let isCovered = false;
  let open: { readonly id: string } | undefined;
  let view: TestView;
  let bookmarks: Bookmarks;
  let recents: Recents;
  let sidebar: Sidebar;

  const start = (): void => {
    view = new TestView();
    bookmarks = new Bookmarks(memory);
    recents = new Recents(memory);
    const report = (error: unknown): void => void failures.push(error);
    const log = (error: unknown): void => void logged.push(error);
    sidebar = new Sidebar(
      {
        libraryService: answers,
        globalState: memory,
        bookmarks,
        recents,
        currentEntry: reading,
        report,
        log,
      },
      () => view,
    );
  };
  const stop = (): void => {
    sidebar.dispose();
    bookmarks.dispose();
    recents.dispose();
  };
  const children = (node?: TreeNode): Promise<TreeNode[]> => sidebar.tree.getChildren(node);
  const labelOf = (node: TreeNode): string => {
    const { label } = sidebar.tree.getTreeItem(node);
    return typeof label === 'string' ? label : '';
  };
  const labels = async (node?: TreeNode): Promise<readonly string[]> => (await children(node)).map(labelOf);
  const row = async (label: string, node?: TreeNode): Promise<GroupNode> => {
    const found = (await children(node)).find((one) => labelOf(one) === label);
    if (found?.kind !== 'group') throw new Error(`No group ${label}: ${(await labels(node)).join(', ')}.`);
    return found;
  };
  const find = async (id: string): Promise<EntryNode> => {
    const found = await sidebar.tree.find(id);
    if (found === undefined) throw new Error(`No row of ${id}.`);
    return found;
  };
  const selectedIds = (): readonly string[] => view.selection.map(({ id }) => id);
  const spoken = (node: TreeNode): string | undefined =>
    sidebar.tree.getTreeItem(node).accessibilityInformation?.label;

  before(async () => {
    await setSources(undefined);
    start();
  });
  after(() => {
    stop();
    shown.dispose();
    answers.dispose();
    expect(failures).to.deep.equal([]);
  });
  afterEach(async () => {
    open = undefined;
    isCovered = false;
    view.visible = false;
    view.selection = [];
    view.failure = undefined;
    view.revealed.length = 0;
    await sidebar.clearFilter();
    await bookmarks.remove(bookmarks.list().map(({ id }) => id));
    await recents.clear();
    await sidebar.group('topic');
    await sidebar.sort('archive');
  });

  it('groups in each way, says so beside its name, and remembers it', async () => {
    expect(await labels()).to.include.members(['SQLAlchemy', 'FastAPI']);
    expect(view.description).to.equal('by topic');
    await sidebar.group('status');
    expect(await labels()).to.include.members(['Answered', 'Self-answered']);
    expect(spoken(await row('Self-answered'))).to.match(/^Self-answered, (1 entry|\d+ entries)$/);
    await sidebar.group('archive');
    const archive = await row('FastAPI User Group (Korea)');
    expect(archive.count).to.equal(8);
    expect(await labels(archive)).to.include('SQLAlchemy');
    await sidebar.group('symbol');
    expect(sidebar.tree.getTreeItem(await row('Depends')).description).to.match(/^\d+ · fastapi/);
    await sidebar.group('none');
    await sidebar.sort('title');
    expect(view.description).to.equal('by title');
    expect((await children()).filter(({ kind }) => kind === 'entry')).to.have.length(8);
    stop();
    start();
    expect(view.description).to.equal('by title');
  });

  it('names a filter value that no entry has, and those there are', async () => {
    await sidebar.filter.apply('status:foo');
    expect(view.message).to.match(/^No entry has the status “foo”\. Known values: .*disputed/);
    await sidebar.filter.apply('qqqqzzzz');
    expect(view.message).to.equal(undefined);
  });

  it('counts in a group what the search finds by its topic', async () => {
    const library = await answers.whole();
    const { count } = await row('FastAPI');
    expect(await library.search('topic:FastAPI', { limit: 500 })).to.have.length(count);
  });

  it('does not sort by date where no entry has one, and says why', async () => {
    const { showInformationMessage } = vscode.window;
    const told: string[] = [];
    Object.assign(vscode.window, {
      showInformationMessage: (text: string) => {
        told.push(text);
        return Promise.resolve(undefined);
      },
    });
    try {
      await sidebar.sort('newest');
    } finally {
      Object.assign(vscode.window, { showInformationMessage });
    }
    expect(told).to.deep.equal(['No entry has a date, so the list cannot be sorted by date.']);
    expect(view.description).to.equal('by topic');
  });

  it('sorts by title, in groups as well', async () => {
    await sidebar.sort('title');
    expect(view.description).to.equal('by topic · by title');
    const titles = (await children(await row('FastAPI'))).filter(({ kind }) => kind === 'entry').map(labelOf);
    expect(titles).to.deep.equal([...titles].sort(new Intl.Collator(vscode.env.language).compare));
  });

  it('makes the rows of a group when it is opened, and gives each row its place', async () => {
    const node = await find(SCOPED);
    const { parent } = node;
    if (parent === undefined) throw new Error('It stands in no group.');
    expect(parent.children()).to.include(node);
    expect(sidebar.tree.getParent(node)).to.equal(parent);
    const top = await children();
    expect(top.map(({ id }) => id)).to.include((parent.parent ?? parent).id);
    // The same rows, as long as nothing changes.
    expect(await children()).to.deep.equal(top);
    await sidebar.group('archive');
    const ids = new Set<string>();
    const collect = async (below?: TreeNode): Promise<void> => {
      for (const one of await children(below)) {
        expect(ids).not.to.include(one.id);
        ids.add(one.id);
        await collect(one);
      }
    };
    await collect();
  });

  it('filters, shows few matches at once, and keeps the filter when it is grouped otherwise', async () => {
    await sidebar.filter.apply('scoped_session');
    expect(view.message).to.match(/^\d of 8 entries match “scoped_session”$/);
    const group = (await children()).find(({ kind }) => kind === 'group');
    if (group === undefined) throw new Error('No group.');
    expect(sidebar.tree.getTreeItem(group).collapsibleState).to.equal(
      vscode.TreeItemCollapsibleState.Expanded,
    );
    await sidebar.group('none');
    const matches = await children();
    expect(matches.length).to.be.within(1, 7);
    expect(view.message).to.contain(String(matches.length));
    await sidebar.filter.apply('qqqqzzzz');
    expect([await children(), view.message]).to.deep.equal([[], undefined]);
  });

  it('has sections of bookmarks and of what was opened last, where there are any and no filter is on', async () => {
    expect(await labels()).not.to.include.members(['Bookmarks']);
    const { entry } = await find(SCOPED);
    await sidebar.addBookmarks([entry]);
    await recents.add(ASGI);
    await recents.add(LIFECYCLE);
    sidebar.tree.refresh();
    expect((await labels()).slice(0, 2)).to.deep.equal(['Bookmarks', 'Opened recently']);
    const recent = await children(await row('Opened recently'));
    expect(recent.map((node) => (node.kind === 'entry' ? node.entry.id : ''))).to.deep.equal([
      LIFECYCLE,
      ASGI,
    ]);
    const item = sidebar.tree.getTreeItem(await find(SCOPED));
    expect(item.contextValue).to.equal('entry bookmarked');
    expect(item.accessibilityInformation?.label).to.match(/, Bookmarked$/);
    await sidebar.filter.apply('scoped_session');
    expect(await labels()).not.to.include.members(['Bookmarks']);
    await sidebar.clearFilter();
    await sidebar.removeBookmarks(await find(SCOPED), undefined);
    expect(await labels()).not.to.include.members(['Bookmarks']);
    await recents.clear();
    await eventually('the recent entries to go', () => (recents.list().length === 0 ? true : undefined));
  });

  it('shows a bookmark whose entry is gone, to be removed; not one of an archive that is not there', async () => {
    await bookmarks.add([
      { id: `${ROOM}/gone`, title: 'What was it' },
      { id: 'elsewhere/x', title: 'Elsewhere' },
    ]);
    const [gone, ...others] = await children(await row('Bookmarks'));
    if (gone === undefined) throw new Error('No row.');
    expect(others).to.deep.equal([]);
    expect([labelOf(gone), sidebar.tree.getTreeItem(gone).description]).to.deep.equal([
      'What was it',
      'no longer in its archive',
    ]);
    await sidebar.removeBookmarks(gone, undefined);
    expect(bookmarks.list().map(({ id }) => id)).to.deep.equal(['elsewhere/x']);
    // An archive that has gone is not found under another one's name.
    await bookmarks.add([{ id: 'scoped-session-threads', title: 'Of an archive of another name' }]);
    expect(await labels()).not.to.include('Bookmarks');
  });

  it('keeps what is no bookmark out, and what another window has written', async () => {
    await memory.update('bookmarks', [1, { id: 2 }, { id: ASGI, title: 'ASGI' }]);
    await sidebar.addBookmarks([(await find(SCOPED)).entry, (await find(SCOPED)).entry]);
    expect(bookmarks.list().map(({ id }) => id)).to.deep.equal([SCOPED, ASGI]);
  });

  it('means all selected rows where a command is called on one of them, else that row', async () => {
    const [one, two, three] = [await find(SCOPED), await find(ASGI), await find(LIFECYCLE)];
    const idsOf = (...args: Parameters<Sidebar['entriesOf']>): readonly string[] =>
      sidebar.entriesOf(...args).map(({ id }) => id);
    expect(idsOf(one, [one, two])).to.deep.equal([SCOPED, ASGI]);
    expect(idsOf(three, [one, two])).to.deep.equal([LIFECYCLE]);
    expect(idsOf(one, undefined)).to.deep.equal([SCOPED]);
    view.selection = [two, one, two, await row('FastAPI')];
    expect(idsOf(undefined, undefined)).to.deep.equal([ASGI, SCOPED]);
  });

  it('selects the row of the entry that is read, while the view is in sight, and only if it is not selected', async () => {
    open = { id: SCOPED };
    shown.fire();
    view.show(true);
    await eventually('the row', () => (view.revealed.length > 0 ? true : undefined));
    expect(view.revealed).to.deep.equal([{ id: SCOPED, select: true, focus: false }]);
    view.selection = [await find(SCOPED)];
    shown.fire();
    await sidebar.filter.apply('qqqqzzzz');
    open = { id: ASGI };
    shown.fire();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(view.revealed).to.have.length(1);
  });

  it('selects it again when the rows are others: grouped otherwise, filtered, or filtered no more', async () => {
    open = { id: SCOPED };
    view.visible = true;
    view.selection = [await find(SCOPED)];
    const selected = { id: SCOPED, select: true, focus: false };
    await sidebar.group('status');
    await eventually('the row in its group', () => (view.revealed.length > 0 ? true : undefined));
    expect(selectedIds()).to.deep.equal([(await find(SCOPED)).id]);
    await sidebar.filter.apply('scoped_session');
    await eventually('the row under the filter', () => (view.revealed.length > 1 ? true : undefined));
    expect(selectedIds()).to.deep.equal([(await find(SCOPED)).id]);
    await sidebar.clearFilter();
    await eventually('the row without the filter', () => (view.revealed.length > 2 ? true : undefined));
    expect(selectedIds()).to.deep.equal([(await find(SCOPED)).id]);
    expect(view.revealed).to.deep.equal([selected, selected, selected]);
  });

  it('leaves what is selected alone where its row stays', async () => {
    open = { id: SCOPED };
    view.visible = true;
    view.selection = [await find(ASGI)];
    await sidebar.sort('title');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect([selectedIds(), view.revealed]).to.deep.equal([[(await find(ASGI)).id], []]);
  });

  it('notes only in the log that it could not select it unasked', async () => {
    open = { id: SCOPED };
    view.failure = new Error('It was replaced.');
    view.show(true);
    await eventually('the note', () => (logged.length > 0 ? true : undefined));
    expect(logged).to.deep.equal([view.failure]);
    const told = await sidebar.revealEntry().catch((error: unknown) => error);
    expect([told, failures]).to.deep.equal([view.failure, []]);
  });

  it('goes to that row when asked to, be the panel covered or not', async () => {
    const row = { id: LIFECYCLE, select: true, focus: true };
    open = { id: LIFECYCLE };
    await sidebar.revealEntry();
    isCovered = true;
    await sidebar.revealEntry();
    expect(view.revealed).to.deep.equal([row, row]);
  });
});
