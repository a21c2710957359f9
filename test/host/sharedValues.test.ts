import { expect } from 'chai';
import * as vscode from 'vscode';
import { Bookmarks } from '../../src/vscode/entries/bookmarks';
import { Recents } from '../../src/vscode/entries/recents';
import { Sidebar } from '../../src/vscode/sidebar/sidebar';
import { keepInSync } from '../../src/vscode/entries/settingsSync';
import { TestView, testMemory } from './sidebarView';

describe('what several windows write', () => {
  const focus = new vscode.EventEmitter<{ readonly focused: boolean }>();
  after(() => {
    focus.dispose();
  });

  /** Counts what a window hears of its list while both write. */
  const heard = async (
    open: (
      memory: vscode.Memento,
    ) => (Bookmarks | Recents) & { readonly write: (id: string) => Promise<void> },
  ): Promise<readonly number[]> => {
    const memory = testMemory();
    const [one, other] = [open(memory), open(memory)];
    let times = 0;
    one.onDidChange(() => (times += 1));
    const counts: number[] = [];
    const note = (): void => void counts.push(times);
    await other.write('a');
    note();
    focus.fire({ focused: false });
    note();
    focus.fire({ focused: true });
    note();
    one.refresh();
    note();
    await one.write('b');
    focus.fire({ focused: true });
    note();
    await other.write('c');
    one.refresh();
    note();
    expect(JSON.stringify(one.list())).to.equal(JSON.stringify(other.list()));
    expect(one.list()).to.have.length(3);
    expect(one.list()).to.equal(one.list());
    one.dispose();
    other.dispose();
    return counts;
  };
  const expected = [0, 0, 1, 1, 2, 3];

  it('of bookmarks is heard of when the window gets the focus, once', async () => {
    const counts = await heard((memory) => {
      const bookmarks = new Bookmarks(memory, focus.event);
      return Object.assign(bookmarks, { write: (id: string) => bookmarks.add([{ id, title: id }]) });
    });
    expect(counts).to.deep.equal(expected);
  });

  it('of what was opened is, too', async () => {
    const counts = await heard((memory) => {
      const recents = new Recents(memory, focus.event);
      return Object.assign(recents, { write: (id: string) => recents.add(id) });
    });
    expect(counts).to.deep.equal(expected);
  });
});

describe('what is kept', () => {
  it("goes with settings sync as far as it is the reader's everywhere", async () => {
    const memory = testMemory();
    const [bookmarks, recents] = [new Bookmarks(memory), new Recents(memory)];
    const nothing = new vscode.EventEmitter<void>();
    const library = () => Promise.reject(new Error('Nobody asked for it.'));
    const answers = { library, onDidChange: nothing.event };
    const fail = (error: unknown): void => {
      throw error;
    };
    const services = {
      libraryService: answers,
      globalState: memory,
      bookmarks,
      recents,
      report: fail,
      log: fail,
    };
    const sidebar = new Sidebar(services, () => new TestView());
    await bookmarks.add([{ id: 'room/a', title: 'A' }]);
    await recents.add('room/a');
    await sidebar.group('status');
    await sidebar.sort('title');
    const synced: string[] = [];
    keepInSync({ setKeysForSync: (keys) => void synced.push(...keys) });
    expect([...synced].sort()).to.deep.equal([...memory.keys()].sort());
    for (const one of [sidebar, bookmarks, recents, nothing]) one.dispose();
  });
});
