import { expect } from 'chai';
import * as vscode from 'vscode';
import { LibraryService } from '../../src/vscode/library/libraryService';
import {
  FileEntries,
  revealOccurrence,
  type FileEntriesTreeView,
} from '../../src/vscode/fileEntries/fileEntriesView';
import type { FileNode } from '../../src/vscode/fileEntries/fileEntriesTree';
import { PythonFiles } from '../../src/vscode/python/pythonFiles';
import { NO_MARKS, silentLog } from './sidebarView';
import { eventually, extension, fixtures, setSources } from './workspace';

const SCOPED = 'fastapi-user-group/scoped-session-threads';
const NOTHING = 'No answers for the names used in this file';

/** A view that is shown and hidden by the test. */
class TestView implements FileEntriesTreeView {
  readonly #changed = new vscode.EventEmitter<vscode.TreeViewVisibilityChangeEvent>();
  readonly onDidChangeVisibility = this.#changed.event;
  visible = false;
  message: string | undefined;
  description: string | undefined;
  selection: readonly FileNode[] = [];

  show(visible: boolean): void {
    this.visible = visible;
    this.#changed.fire({ visible });
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

describe("the view of a file's answers", () => {
  const answers = new LibraryService(extension().extensionUri, silentLog);
  const files = new PythonFiles(answers);
  const view = new TestView();
  const failures: unknown[] = [];
  let asked = 0;
  let refreshed = 0;
  let fileAnswers: FileEntries;
  let subscription: vscode.Disposable;

  const entries = async (): Promise<readonly string[]> =>
    (await fileAnswers.tree.getChildren()).map((node) => (node.kind === 'entry' ? node.entry.id : node.id));
  const node = async (id: string): Promise<FileNode> => {
    const found = (await fileAnswers.tree.getChildren()).find(
      (one) => one.kind === 'entry' && one.entry.id === id,
    );
    if (found === undefined) throw new Error(`No row of ${id}.`);
    return found;
  };
  const shown = (description: string | undefined): Promise<boolean> =>
    eventually(`the answers for ${String(description)}`, () => view.description === description || undefined);
  const open = async (content: string, language = 'python'): Promise<vscode.TextEditor> =>
    vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }), {
      preview: false,
    });
  const nameOf = ({ document }: vscode.TextEditor): string => document.uri.path.split('/').at(-1) ?? '';
  const closeAll = (): Thenable<unknown> =>
    vscode.commands.executeCommand('workbench.action.closeAllEditors');

  before(async () => {
    await setSources(undefined);
    await closeAll();
    const counted = {
      library: () => {
        asked += 1;
        return answers.library();
      },
    };
    fileAnswers = new FileEntries(
      counted,
      files,
      (error) => failures.push(error),
      NO_MARKS,
      () => view,
    );
    subscription = fileAnswers.tree.onDidChangeTreeData(() => (refreshed += 1));
  });
  after(async () => {
    subscription.dispose();
    fileAnswers.dispose();
    files.dispose();
    answers.dispose();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
    expect(failures).to.deep.equal([]);
  });

  it('does nothing while it is hidden, and opens no archive for another language', async () => {
    await open('from sqlalchemy.orm import scoped_session\n');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(asked).to.equal(0);
    await closeAll();
    await open('# Title\n', 'markdown');
    view.show(true);
    expect(await fileAnswers.tree.getChildren()).to.deep.equal([]);
    expect([view.description, view.message, asked]).to.deep.equal([undefined, undefined, 0]);
  });

  it('names the entries for what the active file uses, and where it does', async () => {
    await vscode.window.showTextDocument(fixtures('hover', 'names.py'));
    await shown('names.py');
    expect(await entries()).to.include(SCOPED);
    expect(view.message).to.equal(undefined);
    const row = await node(SCOPED);
    const item = fileAnswers.tree.getTreeItem(row);
    expect(item.label).to.contain('scoped_session');
    expect(item.description).to.not.equal('');
    expect(item.contextValue).to.equal('entry');
    expect(item.command?.command).to.equal('archiveAnswers.look');
    expect(item.accessibilityInformation?.label).to.contain('scoped_session');
    const { tooltip } = await fileAnswers.tree.resolveTreeItem(item, row);
    expect(tooltip instanceof vscode.MarkdownString ? tooltip.value : '').to.contain('In this file, by line');
    const [place] = await fileAnswers.tree.getChildren(row);
    const line = place === undefined ? {} : fileAnswers.tree.getTreeItem(place);
    expect(JSON.stringify(line.label)).to.contain('scoped_session');
    expect(place === undefined ? undefined : fileAnswers.tree.getParent(place)).to.equal(row);
  });

  it('gives a command the entry of what is selected, also of a line below it', async () => {
    const row = await node(SCOPED);
    view.selection = [row];
    expect(fileAnswers.selected()?.id).to.equal(SCOPED);
    view.selection = (await fileAnswers.tree.getChildren(row)).slice(0, 1);
    expect(fileAnswers.selected()?.id).to.equal(SCOPED);
    view.selection = [];
    expect(fileAnswers.selected()).to.equal(undefined);
  });

  it('shows a line where the file is open', async () => {
    const [place] = await fileAnswers.tree.getChildren(await node(SCOPED));
    if (place?.kind !== 'line') throw new Error('No line.');
    await revealOccurrence(place.uri, place.range);
    const editor = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === place.uri.toString(),
    );
    expect(editor?.selection.isEqual(place.range)).to.equal(true);
    expect(vscode.window.visibleTextEditors).to.have.length(1);
  });

  it('follows edits, keeps a row what it is, and leaves alone what stays the same', async () => {
    const editor = await open('from sqlalchemy.orm import scoped_session\n\n');
    await shown(nameOf(editor));
    const { id } = await node(SCOPED);
    const before = refreshed;
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(1, 0), 'x = 1\n');
    });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(refreshed).to.equal(before);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(2, 0), 'registry = scoped_session(x)\n');
    });
    await eventually('the second line', () => refreshed > before || undefined);
    const row = await node(SCOPED);
    expect(row.id).to.equal(id);
    expect(await fileAnswers.tree.getChildren(row)).to.have.length(2);
  });

  it('keeps what is shown until the new result is there', async () => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) throw new Error('No editor.');
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => {
      edit.insert(end, 'another = scoped_session(x)\n');
    });
    expect(await entries()).to.include(SCOPED);
    const before = refreshed;
    await eventually('the third line', () => refreshed > before || undefined);
    expect(await fileAnswers.tree.getChildren(await node(SCOPED))).to.have.length(3);
  });

  it('keeps the answers of the last file while an editor without text has the focus', async () => {
    const name = view.description;
    const panel = vscode.window.createWebviewPanel('test', 'Test', vscode.ViewColumn.Beside);
    try {
      await eventually('the panel', () => panel.active || undefined);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(view.description).to.equal(name);
      expect(await entries()).to.include(SCOPED);
    } finally {
      panel.dispose();
    }
  });

  it('says quietly that a file uses nothing of an archive, or is no Python', async () => {
    const editor = await open('import json\n\njson.dumps({})\n');
    await shown(nameOf(editor));
    expect(await entries()).to.deep.equal([]);
    expect(view.message).to.equal(NOTHING);
    await open('plain', 'plaintext');
    await shown(undefined);
    expect(view.message).to.equal(undefined);
    expect(await entries()).to.deep.equal([]);
  });

  it('follows archives that come and go', async () => {
    const editor = await open('from fastapi import BackgroundTasks\n');
    await shown(nameOf(editor));
    const ofRoom = async (): Promise<boolean> => (await entries()).some((id) => id.startsWith('room/'));
    expect(await ofRoom()).to.equal(false);
    const before = refreshed;
    await setSources(['room']);
    await eventually("the room's entries", () => refreshed > before || undefined);
    expect(await ofRoom()).to.equal(true);
    await setSources(undefined);
    await eventually('them gone', () => refreshed > before + 1 || undefined);
    expect(await ofRoom()).to.equal(false);
  });

  it('never shows what was found for a file that is in use no more', async () => {
    const own = new TestView();
    const finding = new Map<vscode.TextDocument, () => void>();
    const slow: Pick<PythonFiles, 'occurrences' | 'onDidChange'> = {
      onDidChange: files.onDidChange,
      occurrences: async (document, token) => {
        await new Promise<void>((resolve) => finding.set(document, resolve));
        return files.occurrences(document, token);
      },
    };
    const slowAnswers = new FileEntries(
      answers,
      slow,
      (error) => failures.push(error),
      NO_MARKS,
      () => own,
    );
    try {
      const first = await open('from sqlalchemy.orm import scoped_session\n');
      own.show(true);
      const finishFirst = await eventually('the first file', () => finding.get(first.document));
      const second = await open('import json\n');
      const finishSecond = await eventually('the second file', () => finding.get(second.document));
      finishFirst();
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(own.description).to.equal(undefined);
      finishSecond();
      await eventually('its answers', () => own.description);
      expect([own.description, own.message]).to.deep.equal([nameOf(second), NOTHING]);
      expect(await slowAnswers.tree.getChildren()).to.deep.equal([]);
    } finally {
      slowAnswers.dispose();
    }
  });

  it('tells a failure once, and goes on', async () => {
    const own = new TestView();
    const told: unknown[] = [];
    let asked = 0;
    const failing: Pick<PythonFiles, 'occurrences' | 'onDidChange'> = {
      onDidChange: files.onDidChange,
      occurrences: () => {
        asked += 1;
        return Promise.reject(new Error('broken'));
      },
    };
    const failingAnswers = new FileEntries(
      answers,
      failing,
      (error) => told.push(error),
      NO_MARKS,
      () => own,
    );
    try {
      const editor = await open('import json\n');
      own.show(true);
      await eventually('the first attempt', () => asked === 1 || undefined);
      expect(await failingAnswers.tree.getChildren()).to.deep.equal([]);
      await editor.edit((edit) => {
        edit.insert(new vscode.Position(1, 0), 'x = 1\n');
      });
      await eventually('the second attempt', () => asked === 2 || undefined);
      expect(told.map(String)).to.deep.equal(['Error: broken']);
    } finally {
      failingAnswers.dispose();
    }
  });

  it('takes the cells of a notebook together', async () => {
    const cell = (text: string): vscode.NotebookCellData =>
      new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, 'python');
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([
        cell('from sqlalchemy.orm import scoped_session\n'),
        cell('registry = scoped_session(x)\n'),
      ]),
    );
    await vscode.window.showNotebookDocument(notebook);
    await shown(notebook.uri.path.split('/').at(-1));
    const places = await fileAnswers.tree.getChildren(await node(SCOPED));
    expect(places.map((place) => (place.kind === 'line' ? place.uri.toString() : ''))).to.deep.equal(
      notebook.getCells().map(({ document }) => document.uri.toString()),
    );
  });
});
