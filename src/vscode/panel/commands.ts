import * as vscode from 'vscode';
import type { Act } from '../../protocol';
import type { Bookmarks } from '../bookmarks';
import type { RegisterCommand } from '../commands';
import { proposeCorrection } from '../corrections';
import { copyAsMarkdown, copyLink, copyText, openSource } from '../entryActions';
import { t } from '../l10n';
import type { AnswerPanel, PageIntent } from './answerPanel';
import type { EntryPage, ShownEntry } from './entryPage';
import { goToPost } from './goToPost';

interface PanelCommands {
  readonly own: (disposable: vscode.Disposable) => unknown;
  readonly command: RegisterCommand;
  readonly panel: AnswerPanel;
  readonly bookmarks: Bookmarks;
  readonly report: (error: unknown) => void;
}

/** What can be done with the entry that a page shows; nothing where it is gone from its archive. */
const ACTIONS: Readonly<Record<Act, (page: EntryPage) => Promise<void>>> = {
  back: (page) => page.go(-1),
  forward: (page) => page.go(1),
  copyLink: withEntry(({ entry }) => copyLink(entry)),
  copyMarkdown: withEntry(({ variant }) => copyAsMarkdown(variant)),
  openSource: withEntry(({ library, entry, variant }, { panel }) =>
    openSource(library, entry, variant, columnBeside(panel)),
  ),
  report: withEntry(({ library, entry, variant }) => proposeCorrection(library, entry, variant)),
  goToPost: withEntry(({ variant }, page) => goToPost(variant, page)),
};

/** Registers the commands that act on the panel in use, and answers what its page asks for. */
export function registerPanelCommands({ own, command, panel, bookmarks, report }: PanelCommands): void {
  const onPage = (name: string, action: (page: EntryPage) => Promise<void> | void): void => {
    command(`panel.${name}`, async () => {
      const { page } = panel;
      if (page !== undefined) await action(page);
    });
  };
  for (const [act, action] of Object.entries(ACTIONS)) onPage(act, action);
  onPage('keepOpen', (page) => page.keep());
  onPage('addBookmark', ({ visit }) => bookmarks.add([{ id: visit.entry, title: visit.title }]));
  onPage('removeBookmark', ({ visit }) => bookmarks.remove([visit.entry]));
  onPage('nextPost', (page) => {
    page.send({ type: 'step', by: 1 });
  });
  onPage('previousPost', (page) => {
    page.send({ type: 'step', by: -1 });
  });
  own(
    panel.onIntent(({ page, intent }) => {
      answer(page, intent).catch(report);
    }),
  );
}

async function answer(page: EntryPage, intent: PageIntent): Promise<void> {
  switch (intent.type) {
    case 'act':
      return ACTIONS[intent.act](page);
    case 'search':
      await vscode.commands.executeCommand('archiveAnswers.search', intent.query);
      return;
    case 'copyText':
      await copyText(intent.text, t('Code copied'));
      page.send({ type: 'copied', request: intent.request });
      return;
    case 'copyPost': {
      const post = (await page.shown())?.variant.posts[intent.post];
      if (post === undefined) return;
      await copyText(`${post.markdown}\n`, t('Post copied as Markdown'));
      page.send({ type: 'copied', request: intent.request });
    }
  }
}

function withEntry(
  action: (shown: ShownEntry, page: EntryPage) => Promise<void>,
): (page: EntryPage) => Promise<void> {
  return async (page) => {
    const shown = await page.shown();
    if (shown !== undefined) await action(shown, page);
  };
}

/** A group of editors that does not hide the panel. */
function columnBeside({ viewColumn }: vscode.WebviewPanel): vscode.ViewColumn {
  return viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
}
