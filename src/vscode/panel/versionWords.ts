import * as vscode from 'vscode';
import type { Entry } from '../../core/model';
import type { ProjectVersions } from '../../core/versions/badges';
import { inTime } from '../patience';
import type { ProjectVersionFiles } from '../versions';
import { comparisonWords } from '../words';

/** Milliseconds that an entry waits for the versions of the project. */
const PATIENCE = 300;

/** Tells an entry's versions beside those of the project in use. */
export class VersionWords implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when other versions may be told than before. */
  readonly onDidChange = this.#changed.event;
  readonly #subscription: vscode.Disposable;

  constructor(private readonly files: ProjectVersionFiles) {
    this.#subscription = files.onDidChange(() => {
      this.#changed.fire();
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  /** Such as `for 1.4 · you have 2.0.36`; empty where the project has none of the entry's packages. */
  async of({ versions }: Entry): Promise<string> {
    const document = documentInUse();
    if (versions.length === 0 || document === undefined) return '';
    const { compareNotes } = await import('../lazy/library');
    const found = this.files.of(document);
    const have = await inTime<ProjectVersions | undefined>(found, PATIENCE, undefined);
    if (have === undefined) {
      // What comes late is told then.
      void found.then(() => {
        this.#changed.fire();
      });
      return '';
    }
    const comparisons = compareNotes(versions, have);
    return comparisons.some((comparison) => comparison.have !== undefined)
      ? comparisonWords(comparisons)
      : '';
  }
}

/** A document of the project that the reader works on: the Python in sight, else anything in the first folder. */
function documentInUse(): vscode.Uri | undefined {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  const python = editors.find((editor) => editor?.document.languageId === 'python');
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return python?.document.uri ?? (folder && vscode.Uri.joinPath(folder.uri, 'main.py'));
}
