import * as vscode from 'vscode';
import { variantsOf } from '../../core/model';
import type { PageAction } from '../../protocol';
import { t } from '../base/l10n';
import { notify } from '../base/notify';
import { proposeCorrection } from '../entries/corrections';
import { copyAsMarkdown, copyLink, copyText, openSource } from '../entries/entryActions';
import type { EntryPanel, ShownEntry } from './entryPanel';
import { goToPost } from './goToPost';

/** What commands and the page's controls do with the entry of a panel. */
export const PANEL_ACTIONS: Readonly<Record<PageAction, (panel: EntryPanel) => Promise<unknown>>> = {
  back: (panel) => panel.go(-1),
  forward: (panel) => panel.go(1),
  copyLink: withShownEntry(({ entry }) => copyLink(entry)),
  copyMarkdown: withShownEntry(({ variant }) => copyAsMarkdown(variant)),
  openSource: (panel) => openSourceAt(panel, undefined),
  report: withShownEntry(({ library, entry, variant }, { webviewPanel }) =>
    proposeCorrection(library, entry, variant, columnBeside(webviewPanel)),
  ),
  goToPost: withShownEntry(({ variant }, panel) => goToPost(variant, panel)),
};

/**
 * Makes an action for the entry that a panel shows. Where its archive no longer has the entry, the action says so.
 *
 * @returns The action; it returns whether there was an entry to act on.
 */
export function withShownEntry(
  action: (shown: ShownEntry, panel: EntryPanel) => Promise<void>,
): (panel: EntryPanel) => Promise<boolean> {
  return async (panel) => {
    const shown = await panel.shownEntry();
    if (shown === undefined) await notify.info(await panel.missingMessage());
    if (shown === undefined || panel.isDisposed) return false;
    await action(shown, panel);
    return true;
  };
}

/** Opens the source document at a post, or at the entry without one. */
export async function openSourceAt(panel: EntryPanel, post: number | undefined): Promise<void> {
  await withShownEntry(({ library, entry, variant }, { webviewPanel }) => {
    const line = post === undefined ? undefined : variant.posts[post]?.line;
    return openSource(library, entry, variant, columnBeside(webviewPanel), line);
  })(panel);
}

/** Shows the entry in the next of its languages, where the reader stays at the same post. */
export async function switchLanguage(panel: EntryPanel): Promise<void> {
  await withShownEntry(async ({ entry, variant }) => {
    const variants = variantsOf(entry);
    const next = variants[(variants.indexOf(variant) + 1) % variants.length];
    if (next !== undefined && next !== variant) await panel.showLanguage(next.language);
  })(panel);
}

/** Copies a post of the entry that a panel shows. Returns whether the entry has such a post. */
export async function copyPost(panel: EntryPanel, index: number | undefined): Promise<boolean> {
  const post = index === undefined ? undefined : (await panel.shownEntry())?.variant.posts[index];
  if (post === undefined) return false;
  await copyText(`${post.markdown}\n`, t('Post copied as Markdown'));
  return true;
}

/** A group of editors that does not hide the panel. */
function columnBeside({ viewColumn }: vscode.WebviewPanel): vscode.ViewColumn {
  return viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
}
