import * as vscode from 'vscode';
import type { Reason } from '../../core/archive/problems';
import { SourceError, type ArchiveSource } from '../../core/archive/archiveSource';
import type * as LibraryBundle from '../lazy/library';
import { workspaceFileSystem } from './workspaceFileSystem';
import { configuredSourcePaths, setting } from '../base/settings';

/** The archive that ships, then the ones from the settings, in order. */
export async function openSources(
  extensionUri: vscode.Uri,
  bundle: typeof LibraryBundle,
): Promise<readonly ArchiveSource[]> {
  const shipped = setting('shippedArchive.enabled') ? await shippedSources(extensionUri, bundle) : [];
  const configured = configuredPlaces().map(async (place) =>
    place.at instanceof vscode.Uri ? sourceAt(place.at, bundle) : misplaced(place.text, place.at),
  );
  return [...shipped, ...(await Promise.all(configured))];
}

async function shippedSources(
  extensionUri: vscode.Uri,
  { listedSource }: typeof LibraryBundle,
): Promise<readonly ArchiveSource[]> {
  const list = vscode.Uri.joinPath(extensionUri, 'dist', 'shipped.json');
  const archives = JSON.parse(await workspaceFileSystem.readText(list.toString())) as Readonly<
    Record<string, string[]>
  >;
  return Object.entries(archives).map(([name, files]) =>
    listedSource(workspaceFileSystem, vscode.Uri.joinPath(extensionUri, 'archive', name).toString(), files),
  );
}

/** Where the archives of the settings are, as far as they can be anywhere. */
export function configuredSourceUris(): readonly vscode.Uri[] {
  return configuredPlaces().flatMap(({ at }) => (at instanceof vscode.Uri ? [at] : []));
}

interface Place {
  /** As the setting has it. */
  readonly text: string;
  /** Where it is, or why it is nowhere. */
  readonly at: vscode.Uri | Reason;
}

/** Every archive of the settings, each place once. */
function configuredPlaces(): readonly Place[] {
  const places = configuredSourcePaths().map((text): Place => ({ text, at: uriOf(text) }));
  const keyOf = ({ text, at }: Place): string =>
    at instanceof vscode.Uri ? at.toString().replace(/\/+$/, '') : text;
  return [...new Map(places.map((place) => [keyOf(place), place])).values()];
}

/** Absolute paths and URIs as they are, else below the first workspace folder. */
function uriOf(text: string): vscode.Uri | Reason {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  try {
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(text)) return vscode.Uri.parse(text, true);
    const isAbsolute = /^([a-z]:)?[\\/]/i.test(text);
    if (isAbsolute)
      return root?.scheme === 'vscode-remote' ? root.with({ path: text }) : vscode.Uri.file(text);
    if (root === undefined) return { why: 'relative', args: [text] };
    return vscode.Uri.joinPath(root, text);
  } catch {
    return { why: 'notPath', args: [text] };
  }
}

/** A source that is nowhere: what it is asked for fails with the reason. */
function misplaced(text: string, reason: Reason): ArchiveSource {
  const fail = () => Promise.reject(new SourceError(reason));
  const nowhere = { name: text, location: text, root: text, locate: () => text };
  return { ...nowhere, list: fail, read: fail, fileAt: () => Promise.resolve(undefined) };
}

async function sourceAt(uri: vscode.Uri, bundle: typeof LibraryBundle): Promise<ArchiveSource> {
  const name = uri.path.replace(/\/+$/, '').split('/').at(-1) ?? '';
  const isFile = (await workspaceFileSystem.kind(uri.toString())) === 'file';
  if (!isFile) return bundle.folderSource(workspaceFileSystem, uri.toString(), name);
  return bundle.fileSource(workspaceFileSystem, vscode.Uri.joinPath(uri, '..').toString(), name);
}
