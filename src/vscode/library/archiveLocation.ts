import * as vscode from 'vscode';
import type { Archive } from '../../core/archive/readArchive';
import { EXTENSION_ID } from '../entries/entryActions';
import { withoutTrailing } from '../../core/text/trailing';

/**
 * Distinguishes an archive from others of the same name, such as the `docs` of two projects. An archive that ships has
 * none: its folder changes with each update.
 */
export function archiveLocation({ location }: Pick<Archive, 'location'>): string | undefined {
  const extensionUri = vscode.extensions.getExtension(EXTENSION_ID)?.extensionUri;
  const isShipped =
    extensionUri !== undefined &&
    location.startsWith(`${vscode.Uri.joinPath(extensionUri, 'archive').toString()}/`);
  return isShipped ? undefined : withoutTrailing(location, /\//);
}
