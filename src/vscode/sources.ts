import * as vscode from 'vscode';
import type { ArchiveSource } from '../core/source';
import type * as LibraryBundle from './lazy/library';
import { workspaceFiles } from './files';
import { configuredSources, setting } from './settings';

/** The archive that ships, then the ones from the settings, in order. */
export async function openSources(
  extensionUri: vscode.Uri,
  bundle: typeof LibraryBundle,
): Promise<readonly ArchiveSource[]> {
  const shipped = setting('shippedArchive.enabled') ? await shippedSources(extensionUri, bundle) : [];
  return [...shipped, ...(await Promise.all(configuredUris().map((uri) => sourceAt(uri, bundle))))];
}

async function shippedSources(
  extensionUri: vscode.Uri,
  { listedSource }: typeof LibraryBundle,
): Promise<readonly ArchiveSource[]> {
  const list = vscode.Uri.joinPath(extensionUri, 'dist', 'shipped.json');
  const archives = JSON.parse(await workspaceFiles.readText(list.toString())) as Readonly<
    Record<string, string[]>
  >;
  return Object.entries(archives).map(([name, files]) =>
    listedSource(workspaceFiles, vscode.Uri.joinPath(extensionUri, 'archive', name).toString(), files),
  );
}

/** Where the archives of the settings are: absolute paths and URIs as they are, else below the first workspace folder. */
export function configuredUris(): readonly vscode.Uri[] {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uris = configuredSources().flatMap((path) => {
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return [vscode.Uri.parse(path)];
    const isAbsolute = /^([a-z]:)?[\\/]/i.test(path);
    if (isAbsolute) return [root?.scheme === 'vscode-remote' ? root.with({ path }) : vscode.Uri.file(path)];
    return root === undefined ? [] : [vscode.Uri.joinPath(root, path)];
  });
  return [...new Map(uris.map((uri) => [uri.toString().replace(/\/+$/, ''), uri])).values()];
}

async function sourceAt(uri: vscode.Uri, bundle: typeof LibraryBundle): Promise<ArchiveSource> {
  const name = uri.path.replace(/\/+$/, '').split('/').at(-1) ?? '';
  const isFile = (await workspaceFiles.kind(uri.toString())) === 'file';
  if (!isFile) return bundle.folderSource(workspaceFiles, uri.toString(), name);
  return bundle.fileSource(workspaceFiles, vscode.Uri.joinPath(uri, '..').toString(), name);
}
