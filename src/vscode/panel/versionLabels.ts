import * as vscode from 'vscode';
import type { Entry } from '../../core/model';
import type { ProjectVersionFiles } from '../versions/projectVersionFiles';
import { comparisonLabel } from '../entries/labels';

/** Compares the versions of entries with those of the active project. */
export class VersionLabels {
  /** Fires when the versions of projects may have changed. */
  readonly onDidChange: vscode.Event<void>;

  constructor(private readonly files: ProjectVersionFiles) {
    this.onDidChange = files.onDidChange;
  }

  /** A label such as `for 1.4 · you have 2.0.36`; empty where the project has none of the entry's packages. */
  async of({ versions }: Entry): Promise<string> {
    const document = activeProjectDocument();
    if (versions.length === 0 || document === undefined) return '';
    const { compareEntryVersions } = await import('../lazy/library');
    const comparisons = compareEntryVersions(versions, await this.files.of(document));
    return comparisons.some(({ projectVersion }) => projectVersion !== undefined)
      ? comparisonLabel(comparisons)
      : '';
  }
}

/** A document of the project that the reader works on: visible Python code, else any file in the first folder. */
function activeProjectDocument(): vscode.Uri | undefined {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  const python = editors.find((editor) => editor?.document.languageId === 'python');
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return python?.document.uri ?? (folder && vscode.Uri.joinPath(folder.uri, 'main.py'));
}
