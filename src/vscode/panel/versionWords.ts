import * as vscode from 'vscode';
import type { Entry } from '../../core/model';
import type { ProjectVersions } from '../../core/versions/badges';
import { inTime } from '../patience';
import type { ProjectVersionFiles } from '../versions';
import { comparisonWords } from '../words';

/** Milliseconds that an entry waits for the versions of the project. */
const PATIENCE = 300;
const NO_VERSIONS: ProjectVersions = new Map();

/** Tells an entry's versions beside those of the project in use. */
export class VersionWords {
  /** Fires when the project may have other versions. */
  readonly onDidChange: vscode.Event<void>;

  constructor(private readonly files: ProjectVersionFiles) {
    this.onDidChange = files.onDidChange;
  }

  /** Such as `for 1.4 · you have 2.0.36`; empty where the project has none of the entry's packages. */
  async of({ versions }: Entry): Promise<string> {
    const document = documentInUse();
    if (versions.length === 0 || document === undefined) return '';
    const { compareNotes } = await import('../lazy/library');
    const have = await inTime(this.files.of(document), PATIENCE, NO_VERSIONS);
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
