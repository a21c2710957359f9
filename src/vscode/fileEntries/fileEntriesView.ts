import * as vscode from 'vscode';
import type { Entry } from '../../core/model';
import type { LibraryService } from '../library/libraryService';
import type { RegisterCommand } from '../base/commands';
import { debounce } from '../base/debounce';
import { DisposableStore } from '../base/disposables';
import { FileEntriesTree, fileEntryNode, type FileNode, type DocumentOccurrence } from './fileEntriesTree';
import type { PythonFiles } from '../python/pythonFiles';
import type { EntryDecorations } from '../sidebar/treeItems';
import { createEntriesView } from '../sidebar/view';
import { t } from '../base/l10n';

/** The view's id, which its commands receive to apply to its selection. */
export const FILE_ENTRIES_VIEW = 'archiveAnswers.file';

/** Milliseconds after which a change of the active editor is handled: for a moment, none is active. */
const SWITCH_DELAY = 60;
/** Milliseconds without an edit after which a file is analysed again. */
const EDIT_DELAY = 400;

/** The part of a `TreeView` that the view uses. */
export type FileEntriesTreeView = Pick<
  vscode.TreeView<FileNode>,
  'visible' | 'onDidChangeVisibility' | 'selection' | 'dispose'
> & { message: string | undefined; description: string | undefined };

/** A Python file: its document, or the cells of a notebook. */
interface PythonFile {
  readonly uri: vscode.Uri;
  readonly documents: readonly vscode.TextDocument[];
}

/** The view of the entries about symbols in the active Python file. Does nothing while it is hidden. */
export class FileEntries implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly tree: FileEntriesTree;
  readonly #view: FileEntriesTreeView;
  /** The file that is shown or was requested last. */
  #file: PythonFile | undefined;
  readonly #updating = this.#disposables.add(debounce(() => void this.#update(), SWITCH_DELAY));
  /** The latest update: only its rows may be shown. */
  #run = new vscode.CancellationTokenSource();
  /** Whether the last update failed, so that the failure is not reported at every edit. */
  #hasFailed = false;

  /**
   * @param createView Injected by tests.
   */
  constructor(
    private readonly libraryService: Pick<LibraryService, 'library'>,
    private readonly files: Pick<PythonFiles, 'occurrences' | 'onDidChange'>,
    private readonly report: (error: unknown) => void,
    decorations: EntryDecorations,
    createView: (tree: FileEntriesTree) => FileEntriesTreeView = createTreeView,
  ) {
    this.tree = this.#disposables.add(new FileEntriesTree(libraryService, decorations));
    this.#view = this.#disposables.add(createView(this.tree));
    const update = (): void => {
      this.#scheduleUpdate(SWITCH_DELAY);
    };
    const updateIfActive = (document: vscode.TextDocument): void => {
      if (document === vscode.window.activeTextEditor?.document) update();
    };
    this.#disposables.addAll(
      this.#view.onDidChangeVisibility(() => {
        this.#scheduleUpdate(0);
      }),
      files.onDidChange(update),
      vscode.window.onDidChangeActiveTextEditor(update),
      vscode.window.onDidChangeActiveNotebookEditor(update),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.length > 0) update();
      }),
      // Changing the language of a document opens it again.
      vscode.workspace.onDidOpenTextDocument(updateIfActive),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const isShown = this.#file?.documents.includes(document) === true;
        if (isShown && contentChanges.length > 0) this.#scheduleUpdate(EDIT_DELAY);
      }),
      vscode.workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
        const isShown = notebook.uri.toString() === this.#file?.uri.toString();
        if (isShown && contentChanges.length > 0) this.#scheduleUpdate(EDIT_DELAY);
      }),
    );
    this.#scheduleUpdate(0);
  }

  /** The entry of the selected row. */
  selected(): Entry | undefined {
    const [node] = this.#view.selection;
    const row = node?.kind === 'line' ? this.tree.getParent(node) : node;
    return row?.kind === 'entry' ? row.entry : undefined;
  }

  dispose(): void {
    this.#run.cancel();
    this.#run.dispose();
    this.#disposables.dispose();
  }

  /** Schedules an update, and cancels the current one. */
  #scheduleUpdate(delay: number): void {
    this.#run.cancel();
    if (this.#view.visible) this.#updating.schedule(delay);
    else this.#updating.cancel();
  }

  async #update(): Promise<void> {
    this.#run.dispose();
    this.#run = new vscode.CancellationTokenSource();
    const { token } = this.#run;
    const file = activeFile(this.#file);
    this.#file = file;
    try {
      const nodes = file === undefined ? [] : await this.#nodesOf(file, token);
      if (nodes === undefined || token.isCancellationRequested) return;
      // Without rows and a message, the view shows its welcome content.
      const hasNothing = file !== undefined && nodes.length === 0;
      this.#setTexts(
        file?.uri.path.split('/').at(-1),
        hasNothing ? t('No answers for the names used in this file') : undefined,
      );
      this.tree.show(nodes);
      this.#hasFailed = false;
    } catch (error) {
      if (token.isCancellationRequested) return;
      this.tree.stopLoading();
      if (!this.#hasFailed) this.report(error);
      this.#hasFailed = true;
    }
  }

  /** Sets only texts that have changed: setting one renders it again. */
  #setTexts(description: string | undefined, message: string | undefined): void {
    if (this.#view.description !== description) this.#view.description = description;
    if (this.#view.message !== message) this.#view.message = message;
  }

  /** `undefined` if the file was edited or closed meanwhile, which schedules another update. */
  async #nodesOf({ documents }: PythonFile, token: vscode.CancellationToken) {
    const uses: DocumentOccurrence[] = [];
    const versions = documents.map(({ version }) => version);
    for (const document of documents) {
      const occurrences = await this.files.occurrences(document, token);
      uses.push(...occurrences.map((occurrence) => ({ ...occurrence, document })));
    }
    const library = await this.libraryService.library();
    const { entriesForFile } = await import('../lazy/library');
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

/** Shows a line in the editor that its file is open in. Only the second call for the same line moves the focus there. */
export async function revealOccurrence(uri: vscode.Uri, range: vscode.Range): Promise<void> {
  const notebook = vscode.workspace.notebookDocuments.find(
    (candidate) => cellOf(candidate, uri) !== undefined,
  );
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
  const isSelected = editor?.selection.isEqual(range) === true;
  await vscode.window.showTextDocument(uri, { viewColumn, preserveFocus: !isSelected, selection: range });
}

function createTreeView(tree: FileEntriesTree): FileEntriesTreeView {
  // `TreeView` declares its texts as optional; setting `undefined` removes them.
  return createEntriesView(FILE_ENTRIES_VIEW, tree) as FileEntriesTreeView;
}

/** The Python file of the active editor. While no editor of the editor area is active, the last file stays active. */
function activeFile(last: PythonFile | undefined): PythonFile | undefined {
  const notebook = vscode.window.activeNotebookEditor?.notebook;
  if (notebook !== undefined) return pythonOf(notebook);
  const editor = vscode.window.activeTextEditor;
  // Outputs, peeks and chats have text editors too. Those of a diff have no column, but a tab.
  const isInEditorArea =
    editor !== undefined && (editor.viewColumn !== undefined || tabOf(editor.document.uri) !== undefined);
  if (isInEditorArea) return pythonIn(editor.document);
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
  const uriText = uri.toString();
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input }) => {
      if (input instanceof vscode.TabInputTextDiff) {
        return input.modified.toString() === uriText || input.original.toString() === uriText;
      }
      const isDocument = input instanceof vscode.TabInputText || input instanceof vscode.TabInputNotebook;
      return isDocument && input.uri.toString() === uriText;
    });
}
