import * as vscode from 'vscode';
import type { Reason } from '../../core/archive/problems';
import { SourceError, type ArchiveSource } from '../../core/archive/archiveSource';
import type * as LibraryBundle from '../lazy/library';
import { workspaceFileSystem } from './workspaceFileSystem';
import { configuredSourcePaths, setting, sourceTitles } from '../base/settings';
import { withoutTrailing } from '../../core/text/trailing';

/** The archives that ship, then those from the settings, in their order. */
export async function openSources(
  extensionUri: vscode.Uri,
  bundle: typeof LibraryBundle,
): Promise<readonly ArchiveSource[]> {
  const shipped = setting('shippedArchive.enabled') ? await shippedSources(extensionUri, bundle) : [];
  const titles = new Map(Object.entries(sourceTitles()).map(([path, title]) => [keyOf(path), title.trim()]));
  const configured = sourceSettings().map(async ({ text, location }): Promise<ArchiveSource> => {
    const source =
      location instanceof vscode.Uri ? await sourceAt(location, bundle) : unresolvedSource(text, location);
    const title = titles.get(keyOf(text));
    return title === undefined ? source : { ...source, title };
  });
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

/** The locations of the archives in the settings, as far as they can be resolved. */
export function configuredSourceUris(): readonly vscode.Uri[] {
  return sourceSettings().flatMap(({ location }) => (location instanceof vscode.Uri ? [location] : []));
}

/** The locations of all archives in the settings; a text that cannot be resolved is its own location. */
export function configuredSourceLocations(): readonly string[] {
  return sourceSettings().map(({ text }) => keyOf(text));
}

/** Whether a path or URI, as the settings write it, is the source at a location. */
export function isSourceAt(location: string): (path: string) => boolean {
  const key = keyOf(location);
  return (path) => keyOf(path) === key;
}

interface SourceSetting {
  /** As it is written in the setting. */
  readonly text: string;
  /** Its location, or why it cannot be resolved. */
  readonly location: vscode.Uri | Reason;
}

/** The archives in the settings, without duplicate locations. */
function sourceSettings(): readonly SourceSetting[] {
  const sources = configuredSourcePaths().map((text): SourceSetting => ({ text, location: resolve(text) }));
  return [...new Map(sources.map((source) => [keyOf(source.text), source])).values()];
}

/** The location of a path or URI in a form that can be compared; the text itself where it cannot be resolved. */
function keyOf(text: string): string {
  const location = resolve(text.trim());
  return location instanceof vscode.Uri ? withoutTrailing(location.toString(), /\//) : text.trim();
}

/** Resolves a path or URI; a relative path refers to the first workspace folder. */
function resolve(text: string): vscode.Uri | Reason {
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

/** A source that cannot be resolved: every request fails with the reason. */
function unresolvedSource(text: string, reason: Reason): ArchiveSource {
  const fail = () => Promise.reject(new SourceError(reason));
  const none = () => Promise.resolve(undefined);
  const base = { name: text, location: text, root: text, locate: () => text };
  return { ...base, list: fail, read: fail, fileAt: none, readStart: none };
}

async function sourceAt(uri: vscode.Uri, bundle: typeof LibraryBundle): Promise<ArchiveSource> {
  const name = withoutTrailing(uri.path, /\//).split('/').at(-1) ?? '';
  const isFile = (await workspaceFileSystem.kind(uri.toString())) === 'file';
  if (!isFile) return bundle.folderSource(workspaceFileSystem, uri.toString(), name);
  return bundle.fileSource(workspaceFileSystem, vscode.Uri.joinPath(uri, '..').toString(), name);
}
