import * as vscode from 'vscode';
import type { Archive } from '../../core/archive/readArchive';
import { EXTENSION_ID } from '../entries/entryActions';

/**
 * What tells an archive from others of its name, as the `docs` of another project. One that ships has none: its folder is
 * another one after each update.
 */
export function archiveLocation({ location }: Pick<Archive, 'location'>): string | undefined {
  const own = vscode.extensions.getExtension(EXTENSION_ID)?.extensionUri;
  const isShipped =
    own !== undefined && location.startsWith(`${vscode.Uri.joinPath(own, 'archive').toString()}/`);
  return isShipped ? undefined : location.replace(/\/+$/, '');
}
