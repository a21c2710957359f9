import * as vscode from 'vscode';
import type { LibraryService } from './libraryService';
import { notify } from '../base/notify';
import { addSource } from '../base/settings';
import { archiveTitle, displayPath } from '../entries/labels';
import { t } from '../base/l10n';
import { MARKDOWN_EXTENSIONS } from '../../core/archive/paths';
import { withoutTrailing } from '../../core/text/trailing';

/** Asks the user for a folder or a Markdown file and adds it to the settings. */
export async function addArchive(libraryService: LibraryService): Promise<void> {
  const kind = await vscode.window.showQuickPick(
    [
      {
        label: t('Folder of Markdown files…'),
        iconPath: new vscode.ThemeIcon('folder'),
        isFolder: true,
      },
      { label: t('Markdown file…'), iconPath: new vscode.ThemeIcon('markdown'), isFolder: false },
    ],
    { title: t('Add Archive'), placeHolder: t('Choose a folder or file') },
  );
  if (kind === undefined) return;
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  const [uri] =
    (await vscode.window.showOpenDialog({
      title: t('Add Archive'),
      openLabel: t('Add'),
      canSelectFolders: kind.isFolder,
      canSelectFiles: !kind.isFolder,
      ...(kind.isFolder ? {} : { filters: { Markdown: MARKDOWN_EXTENSIONS } }),
      ...(root === undefined ? {} : { defaultUri: root }),
    })) ?? [];
  if (uri !== undefined) await add(libraryService, uri);
}

/** Adds a source inside the workspace to the workspace's settings, by its relative path; any other one to the user's. */
async function add(libraryService: LibraryService, uri: vscode.Uri): Promise<void> {
  const isInWorkspace = vscode.workspace.workspaceFolders?.[0] !== undefined && isInside(uri);
  const path = isInWorkspace ? vscode.workspace.asRelativePath(uri, false) : settingText(uri);
  if (isInWorkspace && !vscode.workspace.isTrusted) {
    await askForTrust(path);
    return;
  }
  const target = isInWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  const undo = await addSource(path, target);
  const undoLabel = t('Undo');
  const actions = undo === undefined ? [] : [undoLabel];
  const { archives, problems } = await libraryService.whole();
  const archive = archives.find(({ location }) => withoutSlash(location) === withoutSlash(uri.toString()));
  const problemsLabel = t('Show Problems');
  const chosen =
    archive === undefined || archive.entries.length === 0
      ? await notify.warn(
          t('No entries found in {0}.', displayPath(uri.toString())),
          ...(problems.length === 0 ? [] : [problemsLabel]),
          ...actions,
        )
      : await notify.info(
          t('Added {0}. Entries: {1}', archiveTitle(archive), archive.entries.length),
          ...actions,
        );
  if (chosen === problemsLabel) await vscode.commands.executeCommand('archiveAnswers.showProblems');
  if (chosen === undoLabel) await undo?.();
}

/** Without trust the workspace's setting cannot be read, so that writing it would discard its sources. */
async function askForTrust(path: string): Promise<void> {
  const trustLabel = t('Manage Trust');
  const chosen = await notify.warn(
    t('{0} was not added: it is inside this workspace, which must be trusted first.', path),
    trustLabel,
  );
  if (chosen === trustLabel) await vscode.commands.executeCommand('workbench.trust.manage');
}

/** Whether a URI is inside the first workspace folder, which relative paths in the setting refer to. */
function isInside(uri: vscode.Uri): boolean {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  return (
    first !== undefined &&
    vscode.workspace.getWorkspaceFolder(uri)?.index === first.index &&
    uri.toString() !== first.uri.toString()
  );
}

/** A URI as the setting expects it: a path for files of the extension host, else the URI. */
function settingText(uri: vscode.Uri): string {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (uri.scheme === 'file') return uri.fsPath;
  const isOnHost = uri.scheme === 'vscode-remote' && uri.authority === root?.authority;
  return isOnHost ? uri.path : uri.toString();
}

function withoutSlash(text: string): string {
  return withoutTrailing(text, /\//);
}
