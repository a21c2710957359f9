import * as vscode from 'vscode';
import type { Act } from '../../protocol';
import { bookmarkOf, type Bookmarks } from '../entries/bookmarks';
import type { RegisterCommand } from '../base/commands';
import { proposeCorrection } from '../entries/corrections';
import { copyAsMarkdown, copyLink, copyText, openSource } from '../entries/entryActions';
import type { DisposableStore } from '../base/disposables';
import { t } from '../base/l10n';
import { notify } from '../base/notify';
import type { PanelManager, PageIntent } from './panelManager';
import type { EntryPanel, ShownEntry } from './entryPanel';
import { goToPost } from './goToPost';

interface PanelCommands {
  readonly store: DisposableStore;
  readonly command: RegisterCommand;
  readonly panel: PanelManager;
  readonly bookmarks: Bookmarks;
  readonly report: (error: unknown) => void;
}

/** What can be done with the entry that a page shows. */
const ACTIONS: Readonly<Record<Act, (page: EntryPanel) => Promise<unknown>>> = {
  back: (page) => page.go(-1),
  forward: (page) => page.go(1),
  copyLink: withEntry(({ entry }) => copyLink(entry)),
  copyMarkdown: withEntry(({ variant }) => copyAsMarkdown(variant)),
  openSource: withEntry((shown, { panel }) => openAtPost(shown, panel, undefined)),
  report: withEntry(({ library, entry, variant }, { panel }) =>
    proposeCorrection(library, entry, variant, columnBeside(panel)),
  ),
  goToPost: withEntry(({ variant }, page) => goToPost(variant, page)),
};

/** Registers the commands that act on the panel in use, and answers what its page asks for. */
export function registerPanelCommands({ store, command, panel, bookmarks, report }: PanelCommands): void {
  const onPage = (
    name: string,
    action: (page: EntryPanel, context: unknown) => Promise<void> | void,
  ): void => {
    command(`panel.${name}`, async (context) => {
      const { page } = panel;
      if (page !== undefined) await action(page, context);
    });
  };
  for (const [act, action] of Object.entries(ACTIONS)) {
    if (act === 'openSource') continue;
    onPage(act, async (page) => {
      await action(page);
    });
  }
  onPage('openSource', async (page, context) => {
    const post = postOf(context);
    // The page knows which post the reader is at, and answers.
    if (post === undefined && page.send({ type: 'locate' })) return;
    await withEntry((shown) => openAtPost(shown, page.panel, post))(page);
  });
  onPage('copyPost', async (page, context) => {
    await copyPost(page, postOf(context));
  });
  onPage('keepOpen', (page) => {
    panel.keep(page);
  });
  onPage('addBookmark', async (page) => {
    await withEntry(({ library, entry, variant }) => bookmarks.add([bookmarkOf(library, entry, variant)]))(
      page,
    );
  });
  onPage('removeBookmark', ({ visit }) => bookmarks.remove([visit.entry]));
  onPage('nextPost', (page) => void page.send({ type: 'step', by: 1 }));
  onPage('previousPost', (page) => void page.send({ type: 'step', by: -1 }));
  store.add(
    panel.onIntent(({ page, intent }) => {
      answer(page, intent).catch(report);
    }),
  );
}

async function answer(page: EntryPanel, intent: PageIntent): Promise<void> {
  switch (intent.type) {
    case 'act': {
      const { act, request } = intent;
      const isCopy = act === 'copyLink' || act === 'copyMarkdown';
      await confirm(page, request, async () => (await ACTIONS[act](page)) === true && isCopy);
      return;
    }
    case 'located':
      await withEntry((shown) => openAtPost(shown, page.panel, intent.post))(page);
      return;
    case 'search':
      await vscode.commands.executeCommand('archiveAnswers.search', intent.query);
      return;
    case 'copyText':
      await confirm(page, intent.request, async () => {
        await copyText(intent.text, t('Code copied'));
        return true;
      });
      return;
    case 'copyPost':
      await confirm(page, intent.request, () => copyPost(page, intent.post));
  }
}

/** Does what a control asks for, and tells it whether something is on the clipboard now; also when that has failed. */
async function confirm(
  page: EntryPanel,
  request: number | undefined,
  action: () => Promise<boolean>,
): Promise<void> {
  let isDone = false;
  try {
    isDone = await action();
  } finally {
    if (request !== undefined) page.send({ type: 'copied', request, isDone });
  }
}

/** Copies a post of the entry that a page shows. Returns whether it has such a post. */
async function copyPost(page: EntryPanel, index: number | undefined): Promise<boolean> {
  const post = index === undefined ? undefined : (await page.shown())?.variant.posts[index];
  if (post === undefined) return false;
  await copyText(`${post.markdown}\n`, t('Post copied as Markdown'));
  return true;
}

/** Does something with the entry that a page shows, and tells whether there was one to do it with. */
function withEntry(
  action: (shown: ShownEntry, page: EntryPanel) => Promise<void>,
): (page: EntryPanel) => Promise<boolean> {
  return async (page) => {
    const shown = await page.shown();
    if (shown === undefined) await notify.info(await page.whyGone());
    if (shown === undefined || page.isDisposed) return false;
    await action(shown, page);
    return true;
  };
}

/** Opens the document where a post begins; without one, where the entry does. */
function openAtPost(
  { library, entry, variant }: ShownEntry,
  panel: vscode.WebviewPanel,
  post: number | undefined,
): Promise<void> {
  const line = post === undefined ? undefined : variant.posts[post]?.line;
  return openSource(library, entry, variant, columnBeside(panel), line);
}

/** The post that a menu of the page was opened on: see `data-vscode-context`. */
function postOf(context: unknown): number | undefined {
  if (typeof context !== 'object' || context === null) return undefined;
  const { post } = context as { readonly post?: unknown };
  return typeof post === 'number' ? post : undefined;
}

/** A group of editors that does not hide the panel. */
function columnBeside({ viewColumn }: vscode.WebviewPanel): vscode.ViewColumn {
  return viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
}
