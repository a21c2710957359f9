import * as vscode from 'vscode';
import type { Reason } from '../../core/archive/problems';
import { SourceError, type ArchiveSource } from '../../core/archive/archiveSource';
import type { UnopenedSource } from '../../core/library/sourceReading';
import { oneLine, shorten } from '../../core/text/shorten';
import type * as LibraryBundle from '../lazy/library';
import { workspaceFileSystem } from './workspaceFileSystem';
import { configuredSourceItems, invalidTitles, setting, sourceTitles } from '../base/settings';
import { withoutTrailing } from '../../core/text/trailing';

/** File systems of the editor itself. Others are allowed where the window has a folder of theirs open. */
const SCHEMES = ['file', 'vscode-remote', 'vscode-vfs'];
/** Code points of a reader's own title. */
const MAX_TITLE_LENGTH = 200;

/** The archives that ship, then those from the settings, in their order, then what else is wrong with the settings. */
export async function configuredSources(
  extensionUri: vscode.Uri,
  bundle: typeof LibraryBundle,
): Promise<readonly UnopenedSource[]> {
  const shipped = setting('shippedArchive.enabled') ? await shippedSources(extensionUri, bundle) : [];
  const titles = new Map(Object.entries(sourceTitles()).map(([path, title]) => [keyOf(path), title]));
  const configured = sourceSettings().map(({ text, location }): UnopenedSource => {
    if (!(location instanceof vscode.Uri)) return unreadable(text, location);
    const title = titles.get(keyOf(text));
    return {
      name: nameOf(location),
      location: location.toString(),
      ...(title === undefined ? {} : { title: shorten(oneLine(title), MAX_TITLE_LENGTH) }),
      open: () => openSource(location, bundle),
    };
  });
  return [
    ...shipped,
    ...configured,
    ...invalidTitles().map(({ where, reason }) => unreadable(where, reason)),
  ];
}

async function shippedSources(
  extensionUri: vscode.Uri,
  { listedSource }: typeof LibraryBundle,
): Promise<readonly UnopenedSource[]> {
  const list = vscode.Uri.joinPath(extensionUri, 'dist', 'shipped.json');
  const archives = JSON.parse(await workspaceFileSystem.readText(list.toString(), Infinity)) as Readonly<
    Record<string, string[]>
  >;
  return Object.entries(archives).map(([name, files]) => {
    const location = vscode.Uri.joinPath(extensionUri, 'archive', name).toString();
    const open = (): Promise<ArchiveSource> =>
      Promise.resolve(listedSource(workspaceFileSystem, location, files));
    return { name, location, isAwaited: true, open };
  });
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
  /** As it is written in the setting, or where that is. */
  readonly text: string;
  /** Its location, or why it cannot be resolved. */
  readonly location: vscode.Uri | Reason;
}

/** The archives in the settings, without duplicate locations. */
function sourceSettings(): readonly SourceSetting[] {
  const sources = configuredSourceItems().map((item): SourceSetting =>
    'text' in item
      ? { text: item.text, location: resolve(item.text) }
      : { text: item.where, location: item.reason },
  );
  return [...new Map(sources.map((source) => [keyOf(source.text), source])).values()];
}

/** The location of a path or URI in a form that can be compared; the text itself where it cannot be resolved. */
function keyOf(text: string): string {
  const location = resolve(text.trim());
  return location instanceof vscode.Uri ? withoutTrailing(location.toString(), /\//) : text.trim();
}

/** Resolves a path or URI; a relative path refers to the first workspace folder, which has to be trusted. */
function resolve(text: string): vscode.Uri | Reason {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  try {
    if (/^[a-z][a-z0-9+.-]+:\//i.test(text)) return allowed(vscode.Uri.parse(text, true));
    const isAbsolute = /^([a-z]:)?[\\/]/i.test(text);
    if (isAbsolute)
      return root?.scheme === 'vscode-remote' ? root.with({ path: text }) : vscode.Uri.file(text);
    if (root === undefined) return { why: 'relative', args: [text] };
    if (!vscode.workspace.isTrusted) return { why: 'untrusted', args: [text] };
    return vscode.Uri.joinPath(root, text);
  } catch {
    return { why: 'notPath', args: [text] };
  }
}

function allowed(uri: vscode.Uri): vscode.Uri | Reason {
  const open = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  return [...SCHEMES, ...open].includes(uri.scheme) ? uri : { why: 'scheme', args: [uri.scheme] };
}

function unreadable(location: string, reason: Reason): UnopenedSource {
  return { name: location, location, open: () => Promise.reject(new SourceError(reason)) };
}

async function openSource(uri: vscode.Uri, bundle: typeof LibraryBundle): Promise<ArchiveSource> {
  const kind = await workspaceFileSystem.kind(uri.toString());
  if (kind === 'other') throw new SourceError({ why: 'notFile' });
  if (kind !== 'file') return bundle.folderSource(workspaceFileSystem, uri.toString(), nameOf(uri));
  return bundle.fileSource(workspaceFileSystem, vscode.Uri.joinPath(uri, '..').toString(), nameOf(uri));
}

function nameOf({ path }: vscode.Uri): string {
  const name = withoutTrailing(path, /\//).split('/').at(-1);
  return name === undefined || name === '' ? path : name;
}
