import { expect } from 'chai';
import * as vscode from 'vscode';
import { LibraryService } from '../../src/vscode/library/libraryService';
import { Bookmarks } from '../../src/vscode/entries/bookmarks';
import {
  FileEntriesTree,
  fileEntryNode,
  type FileNode,
  type DocumentOccurrence,
} from '../../src/vscode/fileEntries/fileEntriesTree';
import { Recents } from '../../src/vscode/entries/recents';
import { entryDrag, entryDrop } from '../../src/vscode/sidebar/drag';
import { NewEntryDecorations } from '../../src/vscode/sidebar/newEntryDecorations';
import type { EntryNode, GroupNode } from '../../src/vscode/sidebar/nodes';
import { Sidebar } from '../../src/vscode/sidebar/sidebar';
import { entriesViewOptions } from '../../src/vscode/sidebar/view';
import { NO_MARKS, TestView, silentLog, testMemory } from './sidebarView';
import { eventually, extension, fixtures, setSources } from './workspace';

const SCOPED = 'fastapi-user-group/scoped-session-threads';
const ASGI = 'fastapi-user-group/asgi-articles';
const NAME = `marked-${vscode.env.uiKind.toString()}`;

const fail = (error: unknown): void => {
  throw error;
};

describe('marks of new entries', () => {
  const folder = fixtures('..', '..', '.test-out', NAME);
  const memory = testMemory();
  const view = new TestView();
  const bookmarks = new Bookmarks(memory);
  const recents = new Recents(memory);
  let answers: LibraryService;
  let sidebar: Sidebar;

  const item = async (id: string, { tree } = sidebar): Promise<vscode.TreeItem> => {
    const node = await tree.find(id);
    if (node === undefined) throw new Error(`No row of ${id}.`);
    return tree.getTreeItem(node);
  };

  const write = (name: string, title: string): Thenable<void> => {
    const text = `# ${title}\n\n> A1. So it is.\n`;
    return vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
  };

  before(async () => {
    await write('a.md', 'Old');
    await setSources([folder.path]);
    answers = new LibraryService(extension().extensionUri, silentLog);
    sidebar = new Sidebar(
      { libraryService: answers, globalState: memory, bookmarks, recents, report: fail, log: fail },
      () => view,
    );
  });
  after(async () => {
    sidebar.dispose();
    bookmarks.dispose();
    recents.dispose();
    answers.dispose();
    await setSources(undefined);
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('begin with what comes after the first visit, and are told on rows, groups and by ear', async () => {
    await sidebar.group('archive');
    expect((await item(`${NAME}/a.md#old`)).resourceUri).to.equal(undefined);
    const changed = new Promise((resolve) => answers.onDidChange(resolve));
    await write('b.md', 'Fresh');
    await changed;
    const fresh = await item(`${NAME}/b.md#fresh`);
    expect(fresh.accessibilityInformation?.label).to.contain('New since your last visit');
    expect((await item(`${NAME}/a.md#old`)).resourceUri).to.equal(undefined);
    // Where it is dropped like a file, it can be read.
    const [old] = (await answers.whole()).entries().filter(({ title }) => title === 'Old');
    if (old === undefined) throw new Error('No entry.');
    const document = await vscode.workspace.openTextDocument(sidebar.decorations.uriOf(old));
    expect(document.getText()).to.match(/^# Old\n/);
    const marks = new NewEntryDecorations(testMemory(), fail);
    const uri = fresh.resourceUri;
    if (uri === undefined) throw new Error('It is not marked.');
    const decoration = marks.provideFileDecoration(uri);
    marks.dispose();
    expect([decoration?.badge, decoration?.tooltip]).to.deep.equal(['●', 'New since your last visit']);
    const group = (await sidebar.tree.getChildren()).find(
      (node): node is GroupNode => node.kind === 'group' && node.label === NAME,
    );
    if (group === undefined) throw new Error('No group.');
    const row = sidebar.tree.getTreeItem(group);
    expect([row.description, row.accessibilityInformation?.label]).to.deep.equal([
      '2 · 1 new',
      `${NAME}, 2 entries, 1 new`,
    ]);
  });

  it('go when the entry is opened, in another window once the view is seen there', async () => {
    const elsewhere = {
      view: new TestView(),
      bookmarks: new Bookmarks(memory),
      recents: new Recents(memory),
    };
    const services = {
      libraryService: answers,
      globalState: memory,
      ...elsewhere,
      report: fail,
      log: fail,
    };
    const other = new Sidebar(services, () => elsewhere.view);
    expect((await item(`${NAME}/b.md#fresh`, other)).resourceUri).not.to.equal(undefined);
    let refreshed = false;
    const subscription = sidebar.tree.onDidChangeTreeData(() => (refreshed = true));
    await recents.add(`${NAME}/b.md#fresh`);
    await eventually('the rows to change', () => refreshed || undefined);
    subscription.dispose();
    expect((await item(`${NAME}/b.md#fresh`)).resourceUri).to.equal(undefined);
    let isDrawn = false;
    other.tree.onDidChangeTreeData(() => (isDrawn = true));
    elsewhere.view.show(true);
    await eventually('the rows of the other window', () => isDrawn || undefined);
    expect((await item(`${NAME}/b.md#fresh`, other)).resourceUri).to.equal(undefined);
    other.dispose();
    elsewhere.bookmarks.dispose();
    elsewhere.recents.dispose();
  });
});

describe('entries that are dragged', () => {
  const answers = new LibraryService(extension().extensionUri, silentLog);
  after(() => {
    answers.dispose();
  });

  const drag = async (...ids: readonly string[]): Promise<vscode.DataTransfer> => {
    const library = await answers.whole();
    const nodes = ids.map((id): EntryNode => {
      const entry = library.entry(id);
      if (entry === undefined) throw new Error(`No entry ${id}.`);
      return { kind: 'entry', id, parent: undefined, entry };
    });
    const data = new vscode.DataTransfer();
    const { token } = new vscode.CancellationTokenSource();
    await entryDrag.handleDrag?.(nodes, data, token);
    return data;
  };
  const drop = async (language: string, content: string, at: number, data: vscode.DataTransfer) => {
    const document = await vscode.workspace.openTextDocument({ language, content });
    const { token } = new vscode.CancellationTokenSource();
    const edit = await entryDrop.provideDocumentDropEdits(document, new vscode.Position(0, at), data, token);
    return Array.isArray(edit) ? undefined : edit?.insertText;
  };

  it('insert their links, as the language of the document has it', async () => {
    const data = await drag(SCOPED);
    const link = `${vscode.env.uriScheme}://${extension().id}/entry?id=${SCOPED}`;
    const title = 'Is a freshly created Session safe across threads without scoped_session?';
    expect(await drop('markdown', 'See ', 4, data)).to.equal(`[${title}](${link})`);
    expect(await drop('python', '', 0, data)).to.equal(`# ${title}\n# ${link}`);
    expect(await drop('plaintext', '', 0, data)).to.equal(`${title}: ${link}`);
    const several = await drop('plaintext', '', 0, await drag(SCOPED, ASGI));
    expect(several).to.match(new RegExp(`: ${link.replace('?', '\\?')}\\n.*: .*${ASGI}$`));
  });

  it('come out of both views of entries, where several may be selected', async () => {
    const library = await answers.whole();
    const [one, other] = [library.entry(SCOPED), library.entry(ASGI)];
    if (one === undefined || other === undefined) throw new Error('No entries.');
    const tree = new FileEntriesTree(answers, NO_MARKS);
    const { canSelectMany, dragAndDropController, treeDataProvider } = entriesViewOptions<FileNode>(tree);
    expect([canSelectMany, treeDataProvider]).to.deep.equal([true, tree]);
    const document = await vscode.workspace.openTextDocument({ language: 'python', content: 'x = 1\n' });
    const use = {
      name: 'x',
      symbol: 'x',
      span: { start: 0, end: 1 },
      document,
    } as unknown as DocumentOccurrence;
    const symbols = [{ symbol: 'x', name: 'x', uses: [use] }];
    const rows = [one, other].map((entry) => fileEntryNode({ entry, symbols, targets: [] }));
    const data = new vscode.DataTransfer();
    const { token } = new vscode.CancellationTokenSource();
    const [place] = rows[0]?.lines ?? [];
    if (place === undefined) throw new Error('No line.');
    await dragAndDropController?.handleDrag?.([...rows, place], data, token);
    expect(await drop('plaintext', '', 0, data)).to.match(/^.+\n.+$/);
    const lines = new vscode.DataTransfer();
    await dragAndDropController?.handleDrag?.([place], lines, token);
    expect([...lines]).to.deep.equal([]);
    tree.dispose();
  });

  it('are the only thing that is dropped', async () => {
    const data = new vscode.DataTransfer();
    expect(await drop('markdown', '', 0, data)).to.equal(undefined);
    data.set('application/vnd.archive-answers.links', new vscode.DataTransferItem('[{"title": 1}, 2'));
    expect(await drop('markdown', '', 0, data)).to.equal(undefined);
    data.set('application/vnd.archive-answers.links', new vscode.DataTransferItem('[{"title": 1}, 2]'));
    expect(await drop('markdown', '', 0, data)).to.equal(undefined);
  });
});
