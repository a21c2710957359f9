import { expect } from 'chai';
import * as vscode from 'vscode';
import type { Library, LocatedProblem } from '../../src/core/library/library';
import type { Entry } from '../../src/core/model';
import { Bookmarks } from '../../src/vscode/entries/bookmarks';
import { Recents } from '../../src/vscode/entries/recents';
import { registerSidebarCommands } from '../../src/vscode/sidebar/sidebarCommands';
import type { EntryNode, GroupNode, TreeNode } from '../../src/vscode/sidebar/nodes';
import { Sidebar } from '../../src/vscode/sidebar/sidebar';
import { TestView, testMemory } from './sidebarView';
import { eventually } from './workspace';

const fail = (error: unknown): void => {
  throw error;
};

/** An entry as the tree asks for it, in the archive `room`. */
function entryOf(name: string, title = name, topic?: string): Entry {
  const topics = topic === undefined ? [] : [topic];
  const known = { id: `room/${name}`, archive: 'room', title, language: 'en', topics, symbols: [] };
  return { ...known, translations: [], status: 'answered' } as unknown as Entry;
}

/** A library of one archive; words match the titles that have them. */
function libraryOf(
  entries: readonly Entry[],
  { problems = [] as readonly LocatedProblem[], location = 'file:///a/room' } = {},
): Library {
  const archive = { id: 'room', title: 'Room', titles: {}, location, entries };
  const library = {
    archives: [archive],
    problems,
    entries: () => entries,
    entry: (id: string) => entries.find((one) => one.id === id),
    archiveOf: () => archive,
    matching: (words: string) => Promise.resolve(entries.filter(({ title }) => title.includes(words))),
  };
  return library as unknown as Library;
}

/** A window on archives that the test makes and exchanges. */
class TestWindow {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #shown = new vscode.EventEmitter<void>();
  readonly view = new TestView();
  readonly bookmarks: Bookmarks;
  readonly recents: Recents;
  readonly sidebar: Sidebar;
  reads: string | undefined;

  constructor(
    private library: Library,
    readonly memory = testMemory(),
  ) {
    const now = (): { readonly id: string } | undefined =>
      this.reads === undefined ? undefined : { id: this.reads };
    this.bookmarks = new Bookmarks(memory);
    this.recents = new Recents(memory);
    this.sidebar = new Sidebar(
      {
        libraryService: { library: () => Promise.resolve(this.library), onDidChange: this.#changed.event },
        globalState: memory,
        bookmarks: this.bookmarks,
        recents: this.recents,
        currentEntry: { onDidShow: this.#shown.event, visibleEntry: now, openEntry: now },
        report: fail,
        log: fail,
      },
      () => this.view,
    );
  }

  change(library: Library): void {
    this.library = library;
    this.#changed.fire();
  }

  /** The panel shows an entry. */
  read(id: string): void {
    this.reads = id;
    this.#shown.fire();
  }

  children(node?: TreeNode): Promise<TreeNode[]> {
    return this.sidebar.tree.getChildren(node);
  }

  async labels(node?: TreeNode): Promise<readonly unknown[]> {
    return (await this.children(node)).map((one) => this.sidebar.tree.getTreeItem(one).label);
  }

  async row(label: string, node?: TreeNode): Promise<GroupNode> {
    const found = (await this.children(node)).find((one) => one.kind === 'group' && one.label === label);
    if (found?.kind !== 'group') throw new Error(`No group ${label}.`);
    return found;
  }

  async find(id: string): Promise<EntryNode> {
    const found = await this.sidebar.tree.find(id);
    if (found === undefined) throw new Error(`No row of ${id}.`);
    return found;
  }

  async isMarked(id: string): Promise<boolean> {
    return this.sidebar.tree.getTreeItem(await this.find(id)).resourceUri !== undefined;
  }

  /** Runs a command as the view's menu does. */
  async run(name: string): Promise<void> {
    const actions = new Map<string, (first: unknown, second: unknown) => void | Promise<void>>();
    const { sidebar, recents } = this;
    registerSidebarCommands({
      command: (one, action) => void actions.set(one, action),
      sidebar,
      recents,
      entriesOf: () => [],
    });
    await actions.get(name)?.(undefined, undefined);
  }

  dispose(): void {
    this.sidebar.dispose();
    this.bookmarks.dispose();
    this.recents.dispose();
    this.#changed.dispose();
    this.#shown.dispose();
  }
}

const windows: TestWindow[] = [];
const open = (...given: ConstructorParameters<typeof TestWindow>): TestWindow => {
  const window = new TestWindow(...given);
  windows.push(window);
  return window;
};
afterEach(() => {
  for (const window of windows.splice(0)) window.dispose();
});

/** 1,200 entries: in the archive's order those with titles in `z` come first, then `a`, then `m`. */
const MANY = Array.from({ length: 1_200 }, (_, at) => {
  const letter = at < 200 ? 'z' : at < 700 ? 'a' : 'm';
  return entryOf(`e${String(at)}`, `${letter}${String(at).padStart(4, '0')}`);
});

describe('a long list of rows', () => {
  it('is made range by range, when a range is opened', async () => {
    let made = 0;
    const counted = MANY.map((entry): Entry => {
      const { id } = entry;
      return Object.defineProperty({ ...entry }, 'id', {
        get: () => {
          made += 1;
          return id;
        },
      });
    });
    const window = open(libraryOf(counted));
    await window.sidebar.group('status');
    const answered = await window.row('Answered');
    // A visit looks at every entry once; the rows come later.
    made = 0;
    const ranges = await window.children(answered);
    expect([made, ranges.length]).to.deep.equal([0, 3]);
    expect(await window.children(ranges[2])).to.have.length(200);
    expect(made).to.equal(200);
    await window.children(ranges[2]);
    expect(made).to.equal(200);
  });

  it('has its ranges named by numbers, and by letters where it is sorted by title', async () => {
    const window = open(libraryOf(MANY));
    await window.sidebar.group('none');
    expect(await window.labels()).to.deep.equal(['1–500', '501–1000', '1001–1200']);
    const [first] = await window.children();
    if (first === undefined) throw new Error('No range.');
    const item = window.sidebar.tree.getTreeItem(first);
    expect([item.description, item.tooltip]).to.deep.equal(['500', 'Rows 1 to 500 of 1200']);
    await window.sidebar.sort('title');
    expect(await window.labels()).to.deep.equal(['a – a', 'm – m', 'z – z']);
    const [, second] = await window.children();
    if (second === undefined) throw new Error('No range.');
    expect(window.sidebar.tree.getTreeItem(second).description).to.equal('500 · 501–1000');
    expect((await window.labels(second)).slice(0, 2)).to.deep.equal(['m0700', 'm0701']);
  });

  it('is looked through for an entry, whichever range it is in', async () => {
    const window = open(libraryOf(MANY));
    await window.sidebar.group('none');
    const node = await window.find('room/e1100');
    expect(node.parent?.label).to.equal('1001–1200');
    expect(node.parent?.children()).to.include(node);
    expect(await window.sidebar.tree.find('room/nowhere')).to.equal(undefined);
  });
});

describe('the row of what is read', () => {
  it('is selected again where sorting moves it into another range', async () => {
    const window = open(libraryOf(MANY));
    await window.sidebar.group('none');
    window.view.visible = true;
    window.read('room/e0');
    await eventually('the row', () => window.view.revealed.length === 1 || undefined);
    await window.sidebar.sort('title');
    await eventually('the row in its other range', () => window.view.revealed.length === 2 || undefined);
    expect(window.view.selection[0]?.parent?.id).to.equal((await window.find('room/e0')).parent?.id);
  });

  it('is selected again where the archive that was read anew has it elsewhere, and only there', async () => {
    const [a, b] = [entryOf('a', 'A', 'Pools'), entryOf('b', 'B', 'Pools')];
    const window = open(libraryOf([a, b]));
    window.view.visible = true;
    window.read(a.id);
    await eventually('the row', () => window.view.revealed.length === 1 || undefined);
    window.change(libraryOf([{ ...a, title: 'Another title' }, b]));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(window.view.revealed).to.have.length(1);
    window.change(libraryOf([entryOf('a', 'A', 'Sessions'), b]));
    await eventually('the row in its other group', () => window.view.revealed.length === 2 || undefined);
    expect(window.view.selection.map(({ id }) => id)).to.deep.equal([(await window.find(a.id)).id]);
  });

  it('is left alone while another row is selected that stays', async () => {
    const [a, b] = [entryOf('a', 'A', 'Pools'), entryOf('b', 'B', 'Pools')];
    const window = open(libraryOf([a, b]));
    window.view.visible = true;
    window.reads = a.id;
    window.view.selection = [await window.find(b.id)];
    window.change(libraryOf([entryOf('a', 'A', 'Sessions'), b]));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(window.view.revealed).to.deep.equal([]);
  });

  it('is selected from the moment on that the reader wants it', async () => {
    const configuration = vscode.workspace.getConfiguration('archiveAnswers');
    const set = (value: boolean | undefined): Thenable<void> =>
      configuration.update('sidebar.autoReveal', value, vscode.ConfigurationTarget.Global);
    const window = open(libraryOf([entryOf('a'), entryOf('b')]));
    window.view.visible = true;
    try {
      await set(false);
      window.read('room/a');
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(window.view.revealed).to.deep.equal([]);
      await set(true);
      await eventually('the row', () => window.view.revealed.length === 1 || undefined);
      await set(false);
      window.read('room/b');
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(window.view.revealed).to.deep.equal([{ id: 'room/a', select: true, focus: false }]);
    } finally {
      await set(undefined);
    }
  });
});

describe('the problems of archives', () => {
  const problem = (line: number, document = 'a.md'): LocatedProblem => ({
    kind: 'missingImage',
    args: ['x.png'],
    severity: 'warning',
    document,
    line,
    location: `file:///a/room/${document}`,
  });
  const many = Array.from({ length: 600 }, (_, at) => problem(at + 1));

  it('stand in ranges where they are many, and each keeps its row when another one is mended', async () => {
    const window = open(libraryOf([entryOf('a')], { problems: [...many, problem(600)] }));
    const group = await window.row('Archive problems');
    expect(await window.labels(group)).to.deep.equal(['1–500', '501–601']);
    const [, last] = await window.children(group);
    const rows = await window.children(last);
    expect(rows.map(({ parent }) => parent)).to.deep.equal(rows.map(() => last));
    expect(new Set(rows.map(({ id }) => id)).size).to.equal(101);
    const idsOf = (nodes: readonly TreeNode[]): readonly string[] =>
      nodes.flatMap((node) => (node.kind === 'problem' && node.problem.line === 600 ? [node.id] : []));
    window.change(libraryOf([entryOf('a')], { problems: [...many.slice(50), problem(600)] }));
    const [, lastNow] = await window.children(await window.row('Archive problems'));
    const rowsNow = await window.children(lastNow);
    expect(rowsNow).to.have.length(51);
    expect([idsOf(rows).length, idsOf(rowsNow)]).to.deep.equal([2, idsOf(rows)]);
  });

  it('are led to from elsewhere, also while a filter hides them', async () => {
    const window = open(libraryOf([entryOf('a'), entryOf('b')], { problems: [problem(1)] }));
    window.view.visible = true;
    window.reads = 'room/a';
    await window.sidebar.filter.apply('a');
    await eventually('the row under the filter', () => window.view.revealed.length === 1 || undefined);
    await window.run('showProblems');
    expect(window.sidebar.filter.matchingIds).to.equal(undefined);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(window.view.revealed.slice(1)).to.deep.equal([
      { id: 'problems', select: true, focus: true, expand: true },
    ]);
    window.change(libraryOf([entryOf('a')]));
    await window.run('showProblems');
    expect(JSON.stringify(window.view.revealed).match(/"problems"/g)).to.have.length(1);
  });

  it('are told by ear with how bad they are and where', async () => {
    const window = open(libraryOf([entryOf('a')], { problems: [problem(12)] }));
    const [row] = await window.children(await window.row('Archive problems'));
    if (row === undefined) throw new Error('No row.');
    const { accessibilityInformation, tooltip } = window.sidebar.tree.getTreeItem(row);
    expect(accessibilityInformation?.label).to.match(/^Warning: .*x\.png.* .*a\.md:12$/);
    expect(tooltip).to.match(/a\.md:12$/);
  });
});

describe('bookmarks of archives of one name', () => {
  it('are gone only where their own archive is there without them', async () => {
    const memory = testMemory();
    const [kept, lost] = [entryOf('kept'), entryOf('lost')];
    const here = open(libraryOf([kept, lost]), memory);
    await here.sidebar.addBookmarks([kept, lost]);
    expect(here.bookmarks.list()).to.deep.equal([
      { id: 'room/kept', title: 'kept', place: 'file:///a/room' },
      { id: 'room/lost', title: 'lost', place: 'file:///a/room' },
    ]);
    here.change(libraryOf([kept]));
    expect(await here.labels(await here.row('Bookmarks'))).to.deep.equal(['kept', 'lost']);
    const [, gone] = await here.children(await here.row('Bookmarks'));
    if (gone === undefined) throw new Error('No row.');
    expect(here.sidebar.tree.getTreeItem(gone).accessibilityInformation?.label).to.equal(
      'lost, no longer in its archive',
    );
    const elsewhere = open(libraryOf([entryOf('other')], { location: 'file:///b/room' }), memory);
    expect(await elsewhere.labels()).not.to.include('Bookmarks');
  });

  it('of before are told by the name alone', async () => {
    const window = open(libraryOf([entryOf('a')]));
    await window.memory.update('bookmarks', [
      { id: 'room/lost', title: 'Lost' },
      { id: 'room/odd', title: 'Odd', place: 5 },
      { id: 'elsewhere/x', title: 'X' },
    ]);
    expect(await window.labels(await window.row('Bookmarks'))).to.deep.equal(['Lost']);
  });
});

describe('what is new', () => {
  const first = [entryOf('a'), entryOf('b')];
  const later = [...first, entryOf('read'), entryOf('unread')];

  /** A window of later, whose rows nobody has asked for; the first ones were seen in another window. */
  const openLater = async (): Promise<TestWindow> => {
    const memory = testMemory();
    await open(libraryOf(first), memory).children();
    return open(libraryOf(later), memory);
  };

  it('is not what was read before the rows were looked at', async () => {
    const window = await openLater();
    await window.recents.add('room/read');
    expect([await window.isMarked('room/read'), await window.isMarked('room/unread')]).to.deep.equal([
      false,
      true,
    ]);
  });

  it('is nothing after Mark All as Seen, which the rows tell', async () => {
    const window = await openLater();
    expect(await window.isMarked('room/unread')).to.equal(true);
    let drawn = 0;
    const subscription = window.sidebar.tree.onDidChangeTreeData(() => (drawn += 1));
    await window.run('markAllSeen');
    subscription.dispose();
    expect([drawn, await window.isMarked('room/unread')]).to.deep.equal([1, false]);
  });

  it('is nothing after Mark All as Seen before the rows were looked at', async () => {
    const window = await openLater();
    await window.run('markAllSeen');
    expect(await window.isMarked('room/unread')).to.equal(false);
  });

  it('is nothing in another project whose archive has the same name', async () => {
    const memory = testMemory();
    await open(libraryOf(first), memory).children();
    const window = open(libraryOf(later, { location: 'file:///b/room' }), memory);
    expect(await window.isMarked('room/unread')).to.equal(false);
  });
});

describe('what was opened last', () => {
  it('goes with Clear Recent Entries', async () => {
    const window = open(libraryOf([entryOf('a')]));
    await window.recents.add('room/a');
    expect(await window.labels()).to.include('Opened recently');
    await window.run('clearRecents');
    expect(window.recents.list()).to.deep.equal([]);
    window.sidebar.tree.refresh();
    expect(await window.labels()).not.to.include('Opened recently');
  });

  it('keeps a filter that led to it in this window, and only there', async () => {
    const window = open(libraryOf([entryOf('a')]));
    let kept = 0;
    window.sidebar.filter.commit = () => {
      kept += 1;
    };
    const other = open(libraryOf([entryOf('a')]), window.memory);
    await other.recents.add('room/a');
    window.recents.refresh();
    await window.recents.clear();
    expect(kept).to.equal(0);
    await window.recents.add('room/a');
    expect(kept).to.equal(1);
  });
});
