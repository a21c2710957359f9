import * as vscode from 'vscode';
import type { Entry } from '../../core/model';
import type { ProjectVersionFiles } from '../versions/projectVersionFiles';
import { comparisonLabel } from '../entries/labels';

/** Tells an entry's versions beside those of the project in use. */
export class VersionLabels {
  /** Fires when the project may have other versions. */
  readonly onDidChange: vscode.Event<void>;

  constructor(private readonly files: ProjectVersionFiles) {
    this.onDidChange = files.onDidChange;
  }

  /** Such as `for 1.4 · you have 2.0.36`; empty where the project has none of the entry's packages. May take its time. */
  async of({ versions }: Entry): Promise<string> {
    const document = documentInUse();
    if (versions.length === 0 || document === undefined) return '';
    const { compareEntryVersions } = await import('../lazy/library');
    const comparisons = compareEntryVersions(versions, await this.files.of(document));
    return comparisons.some(({ projectVersion }) => projectVersion !== undefined)
      ? comparisonLabel(comparisons)
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
