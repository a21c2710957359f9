import * as vscode from 'vscode';
import { withoutHidden } from '../../core/text/hiddenCharacters';
import { correctionAddress, correctionDetails } from '../../core/archive/corrections';
import { mailRecipients } from '../../core/archive/mailAddress';
import type { Library } from '../../core/library/library';
import type { Entry, Variant } from '../../core/model';
import { copyText, EXTENSION_ID, openSource } from './entryActions';
import { t } from '../base/l10n';
import { withoutIcons } from '../search/rows';
import { statusLabel, versionLabel } from './labels';

export interface CorrectionChoice extends vscode.QuickPickItem {
  readonly run: () => Promise<void>;
}

/** Opens a URL outside VS Code without re-encoding it. */
export type OpenExternal = (address: string) => Promise<void>;

/**
 * Offers ways to correct an entry that is outdated or wrong, and performs the chosen one.
 *
 * @param viewColumn The group of editors for the source; by default the active one.
 */
export async function proposeCorrection(
  library: Library,
  entry: Entry,
  variant: Variant,
  viewColumn?: vscode.ViewColumn,
): Promise<void> {
  const choices = correctionChoices(library, entry, variant, openAddress, viewColumn);
  const chosen = await vscode.window.showQuickPick(choices, {
    title: t('Outdated or wrong?'),
    placeHolder: withoutHidden(variant.title),
  });
  await chosen?.run();
}

/** The ways to correct an entry of an archive, the most suitable first. Copying the details is always one of them. */
export function correctionChoices(
  library: Library,
  entry: Entry,
  variant: Variant,
  open: OpenExternal,
  viewColumn?: vscode.ViewColumn,
): readonly CorrectionChoice[] {
  const archive = library.archiveOf(entry);
  const details = detailsOf(entry, variant);
  const copyDetails = (): Promise<void> => copyText(details, t('Details copied'));
  const choices: CorrectionChoice[] = [];
  const editors =
    archive?.corrections === undefined
      ? undefined
      : correctionAddress(archive.corrections, entry, variant, details);
  if (editors !== undefined) {
    choices.push({
      label: t('Contact the archive’s editors'),
      iconPath: new vscode.ThemeIcon('mail'),
      // Several recipients have a line of their own, where none is cut off.
      ...(mailRecipients(editors).length > 1
        ? { detail: withoutIcons(destinationOf(editors)) }
        : { description: withoutIcons(destinationOf(editors)) }),
      run: () => open(editors),
    });
  }
  if (isWritable(vscode.Uri.parse(library.locate(entry, variant)))) {
    const { document, startLine } = variant.source;
    choices.push({
      label: t('Open source file at this line'),
      iconPath: new vscode.ThemeIcon('go-to-file'),
      description: withoutIcons(`${document}:${String(startLine)}`),
      run: () => openSource(library, entry, variant, viewColumn),
    });
  }
  const web = archive?.web;
  if (web !== undefined) {
    choices.push({
      label: t('Go to the community'),
      iconPath: new vscode.ThemeIcon('comment-discussion'),
      description: withoutIcons(destinationOf(web)),
      detail: t('The details are copied first, ready to paste there.'),
      run: async () => {
        await copyDetails();
        await open(web);
      },
    });
  }
  choices.push({
    label: t('Copy the details'),
    iconPath: new vscode.ThemeIcon('copy'),
    description: t('Title, ID, location, versions and date'),
    run: copyDetails,
  });
  return choices;
}

function detailsOf(entry: Entry, variant: Variant): string {
  return correctionDetails(entry, variant, {
    title: t('Title'),
    id: t('ID'),
    source: t('Source'),
    language: t('Language'),
    status: t('Status'),
    versions: t('Versions'),
    date: t('Date'),
    wrong: t('What is outdated or wrong'),
    statusOf: statusLabel,
    versionsOf: versionLabel,
  });
}

/** Where a URL leads: its host in ASCII form, or all recipients of a mail. */
function destinationOf(address: string): string {
  try {
    const { protocol, host } = new URL(address);
    return protocol === 'mailto:' ? mailRecipients(address).join(', ') : host;
  } catch {
    return address;
  }
}

/** Whether the reader can edit the file: neither on a read-only file system nor in an archive that ships. */
function isWritable(uri: vscode.Uri): boolean {
  const extensionUri = vscode.extensions.getExtension(EXTENSION_ID)?.extensionUri;
  const shipped =
    extensionUri === undefined ? undefined : vscode.Uri.joinPath(extensionUri, 'archive').toString();
  if (shipped !== undefined && uri.toString().startsWith(`${shipped}/`)) return false;
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false;
}

/**
 * VS Code preserves the encoding of a URL only if it is passed as text, which its types do not allow: as a URI, it would
 * decode `%26` in a title to the `&` that begins the next field.
 */
async function openAddress(address: string): Promise<void> {
  await vscode.env.openExternal(address as unknown as vscode.Uri);
}
