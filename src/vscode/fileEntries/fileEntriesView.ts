import * as vscode from 'vscode';
import type { Entry } from '../../core/model';
import { entriesForFile } from '../../core/symbols/fileEntries';
import type { LibraryService } from '../library/libraryService';
import type { RegisterCommand } from '../base/commands';
import { debounce } from '../base/debounce';
import { DisposableStore } from '../base/disposables';
import { FileEntriesTree, fileEntryNode, type FileNode, type DocumentOccurrence } from './fileEntriesTree';
import type { PythonFiles } from '../python/pythonFiles';
import type { EntryDecorations } from '../sidebar/treeItems';
import { createEntriesView } from '../sidebar/view';
import { t } from '../base/l10n';

/** The view's id; commands get it for what is selected there. */
export const FILE_ENTRIES_VIEW = 'archiveAnswers.file';

/** Milliseconds after which another editor is followed: on the way to it there are moments with none. */
const SWITCHED = 60;
/** Milliseconds without an edit after which a file is looked at again. */
const EDITED = 400;

/** What this needs of a `TreeView`. */
export type FileEntriesTreeView = Pick<
  vscode.TreeView<FileNode>,
  'visible' | 'onDidChangeVisibility' | 'selection' | 'dispose'
> & { message: string | undefined; description: string | undefined };

/** Python in use: a file's document, or a notebook's cells. */
interface PythonFile {
  readonly uri: vscode.Uri;
  readonly documents: readonly vscode.TextDocument[];
}

/** The view of the entries for what the Python file in use uses. While it is hidden, it does nothing. */
export class FileEntries implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly tree: FileEntriesTree;
  readonly #view: FileEntriesTreeView;
  /** What is shown, or was asked for last. */
  #file: PythonFile | undefined;
  readonly #updating = this.#disposables.add(debounce(() => void this.#update(), SWITCHED));
  /** The latest run: only it may show what it found. */
  #run = new vscode.CancellationTokenSource();
  /** A failure is told once, not at each edit. */
  #hasFailed = false;

  /**
   * @param marks How rows of entries are marked.
   * @param createView Makes the view of the rows; another one than the window's is for tests.
   */
  constructor(
    private readonly libraryService: Pick<LibraryService, 'library'>,
    private readonly files: Pick<PythonFiles, 'occurrences' | 'onDidChange'>,
    private readonly report: (error: unknown) => void,
    marks: EntryDecorations,
    createView: (tree: FileEntriesTree) => FileEntriesTreeView = createTreeView,
  ) {
    this.tree = this.#disposables.add(new FileEntriesTree(libraryService, marks));
    this.#view = this.#disposables.add(createView(this.tree));
    const follow = (): void => {
      this.#follow(SWITCHED);
    };
    const followCurrent = (document: vscode.TextDocument): void => {
      if (document === vscode.window.activeTextEditor?.document) follow();
    };
    this.#disposables.addAll(
      this.#view.onDidChangeVisibility(() => {
        this.#follow(0);
      }),
      files.onDidChange(follow),
      vscode.window.onDidChangeActiveTextEditor(follow),
      vscode.window.onDidChangeActiveNotebookEditor(follow),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.length > 0) follow();
      }),
      // A document whose language is changed is opened again.
      vscode.workspace.onDidOpenTextDocument(followCurrent),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const isShown = this.#file?.documents.includes(document) === true;
        if (isShown && contentChanges.length > 0) this.#follow(EDITED);
      }),
      vscode.workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
        const isShown = notebook.uri.toString() === this.#file?.uri.toString();
        if (isShown && contentChanges.length > 0) this.#follow(EDITED);
      }),
    );
    this.#follow(0);
  }

  /** The entry of the selected row. */
  selected(): Entry | undefined {
    const [node] = this.#view.selection;
    const row = node?.kind === 'place' ? this.tree.getParent(node) : node;
    return row?.kind === 'entry' ? row.entry : undefined;
  }

  dispose(): void {
    this.#run.cancel();
    this.#run.dispose();
    this.#disposables.dispose();
  }

  /** Looks at what is in use after a while; what was begun before is given up. */
  #follow(delay: number): void {
    this.#run.cancel();
    if (this.#view.visible) this.#updating.schedule(delay);
    else this.#updating.cancel();
  }

  async #update(): Promise<void> {
    this.#run.dispose();
    this.#run = new vscode.CancellationTokenSource();
    const { token } = this.#run;
    const file = fileInUse(this.#file);
    this.#file = file;
    try {
      const nodes = file === undefined ? [] : await this.#nodesOf(file, token);
      if (nodes === undefined || token.isCancellationRequested) return;
      // Without rows and message, the view says what it is for.
      const hasNothing = file !== undefined && nodes.length === 0;
      this.#say(
        file?.uri.path.split('/').at(-1),
        hasNothing ? t('No answers for what this file uses') : undefined,
      );
      this.tree.show(nodes);
      this.#hasFailed = false;
    } catch (error) {
      if (token.isCancellationRequested) return;
      this.tree.settle();
      if (!this.#hasFailed) this.report(error);
      this.#hasFailed = true;
    }
  }

  /** A text that is set is drawn again, even where it is the same. */
  #say(description: string | undefined, message: string | undefined): void {
    if (this.#view.description !== description) this.#view.description = description;
    if (this.#view.message !== message) this.#view.message = message;
  }

  /** `undefined` where the file was edited or closed meanwhile: that is followed by itself. */
  async #nodesOf({ documents }: PythonFile, token: vscode.CancellationToken) {
    const uses: DocumentOccurrence[] = [];
    const versions = documents.map(({ version }) => version);
    for (const document of documents) {
      const found = await this.files.occurrences(document, token);
      uses.push(...found.map((occurrence) => ({ ...occurrence, document })));
    }
    const library = await this.libraryService.library();
    const isStale = documents.some(({ isClosed, version }, at) => isClosed || version !== versions[at]);
    return isStale || token.isCancellationRequested
      ? undefined
      : entriesForFile(uses, library).map(fileEntryNode);
  }
}

export function registerFileEntriesCommands(command: RegisterCommand): void {
  command('showPlace', async (uri: unknown, range: unknown) => {
    if (uri instanceof vscode.Uri && range instanceof vscode.Range) await revealOccurrence(uri, range);
  });
}

/** Shows a line of a file where it is open; the focus stays where it is, until the line is asked for once more. */
export async function revealOccurrence(uri: vscode.Uri, range: vscode.Range): Promise<void> {
  const notebook = vscode.workspace.notebookDocuments.find((one) => cellOf(one, uri) !== undefined);
  const cell = notebook === undefined ? undefined : cellOf(notebook, uri);
  const editor = vscode.window.visibleTextEditors.find(
    ({ document, viewColumn }) => viewColumn !== undefined && document.uri.toString() === uri.toString(),
  );
  const viewColumn =
    editor?.viewColumn ?? tabOf(notebook?.uri ?? uri)?.group.viewColumn ?? vscode.ViewColumn.Active;
  if (notebook !== undefined && cell !== undefined) {
    const selections = [new vscode.NotebookRange(cell.index, cell.index + 1)];
    await vscode.window.showNotebookDocument(notebook, { viewColumn, preserveFocus: true, selections });
    return;
  }
  const isThere = editor?.selection.isEqual(range) === true;
  await vscode.window.showTextDocument(uri, { viewColumn, preserveFocus: !isThere, selection: range });
}

function createTreeView(tree: FileEntriesTree): FileEntriesTreeView {
  // Both of its texts are optional; `undefined` takes one away.
  return createEntriesView(FILE_ENTRIES_VIEW, tree) as FileEntriesTreeView;
}

/** The Python in the active editor. Where no editor of the editor area is active, what was in use stays so. */
function fileInUse(last: PythonFile | undefined): PythonFile | undefined {
  const notebook = vscode.window.activeNotebookEditor?.notebook;
  if (notebook !== undefined) return pythonOf(notebook);
  const editor = vscode.window.activeTextEditor;
  // An output, a peek or a chat has editors too. A diff's have no column, but a tab.
  const isInArea =
    editor !== undefined && (editor.viewColumn !== undefined || tabOf(editor.document.uri) !== undefined);
  if (isInArea) return pythonIn(editor.document);
  if (last !== undefined && tabOf(last.uri) !== undefined) return last;
  const visible = vscode.window.visibleTextEditors.filter(({ viewColumn }) => viewColumn !== undefined);
  return visible.map(({ document }) => pythonIn(document)).find((file) => file !== undefined);
}

function pythonIn(document: vscode.TextDocument): PythonFile | undefined {
  return document.languageId === 'python' ? { uri: document.uri, documents: [document] } : undefined;
}

function pythonOf(notebook: vscode.NotebookDocument): PythonFile | undefined {
  const documents = notebook
    .getCells()
    .map(({ document }) => document)
    .filter(({ languageId }) => languageId === 'python');
  return documents.length === 0 ? undefined : { uri: notebook.uri, documents };
}

function cellOf(notebook: vscode.NotebookDocument, uri: vscode.Uri): vscode.NotebookCell | undefined {
  return notebook.getCells().find(({ document }) => document.uri.toString() === uri.toString());
}

/** The tab that shows a document, alone or beside another version of it. */
function tabOf(uri: vscode.Uri): vscode.Tab | undefined {
  const wanted = uri.toString();
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input }) => {
      if (input instanceof vscode.TabInputTextDiff) {
        return input.modified.toString() === wanted || input.original.toString() === wanted;
      }
      const isDocument = input instanceof vscode.TabInputText || input instanceof vscode.TabInputNotebook;
      return isDocument && input.uri.toString() === wanted;
    });
}
