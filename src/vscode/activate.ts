import * as vscode from 'vscode';
import { variantIn, type Entry } from '../core/model';
import { addArchive } from './addArchive';
import { Answers } from './answers';
import { commandRegistrar } from './commands';
import { copyAsMarkdown, copyLink, entryOfLink, openAt, openSource } from './entryActions';
import { registerErrors } from './errors';
import { FILE_ANSWERS_VIEW, FileAnswers, showPlace } from './fileAnswers';
import { AnswerHover } from './hover';
import { notify } from './notify';
import { AnswerPanel } from './panel';
import { PythonFiles } from './pythonFiles';
import { Recents } from './recents';
import { Search } from './search';
import { queryOfSelection } from './selection';
import { Sidebar } from './sidebar';
import { GROUPINGS } from './tree';
import { ProjectVersionFiles } from './versions';
import type { TreeNode } from './treeNode';
import { t } from './l10n';

/** Registers and returns; archives, index and renderer load on first use. */
export function activate(context: vscode.ExtensionContext): void {
  const own = <T extends vscode.Disposable>(disposable: T): T => {
    context.subscriptions.push(disposable);
    return disposable;
  };
  const log = own(vscode.window.createOutputChannel('Archive Answers', { log: true }));
  const report = (error: unknown): void => void reportFailure(log, error);
  const answers = own(new Answers(context.extensionUri, log));
  const recents = new Recents(context.globalState);
  const panel = own(new AnswerPanel(context.extensionUri, answers, recents, report));
  const search = own(new Search(answers, panel, recents));
  const sidebar = own(new Sidebar(answers, context.globalState, report));
  const files = own(new PythonFiles(answers));
  own(
    vscode.languages.registerHoverProvider(
      { language: 'python' },
      new AnswerHover(answers, files, own(new ProjectVersionFiles())),
    ),
  );
  const fileAnswers = own(new FileAnswers(answers, files, report));

  const command = commandRegistrar(own, (error) => reportFailure(log, error));
  const show = (entry: Entry, options: Parameters<AnswerPanel['open']>[2] = {}): Promise<void> =>
    panel.open(entry, variantIn(entry, vscode.env.language), options);
  /** Opens an entry by its id, as links name it; one that no archive has is offered to be searched for. */
  const open = async (id: unknown): Promise<void> => {
    if (typeof id !== 'string') return;
    const entry = (await answers.library()).entry(id);
    if (entry !== undefined) return show(entry);
    const searchLabel = t('Search');
    const message = t('No archive here has the entry “{0}”.', id);
    const chosen = await notify.warn(message, searchLabel);
    if (chosen === searchLabel) await search.show(wordsOfId(id));
  };
  own(
    vscode.window.registerUriHandler({
      handleUri: (uri) => {
        open(entryOfLink(uri)).catch(report);
      },
    }),
  );

  const errors = registerErrors({ own, command, answers, panel, search, open, report });

  command('search', (query: unknown) => search.show(typeof query === 'string' ? query : ''));
  command('searchSelection', () => search.show(queryOfSelection()));
  command('search.openToSide', () => {
    search.openToSide();
    errors.openToSide();
  });
  command('addArchive', () => addArchive(answers));
  command('showLog', () => {
    log.show();
  });

  command('filter', () => sidebar.askForFilter());
  command('clearFilter', () => sidebar.clearFilter());
  for (const grouping of GROUPINGS) command(`groupBy.${grouping}`, () => sidebar.group(grouping));

  command('open', (target: unknown) => open(target));
  const entryCommand = (name: string, action: (entry: Entry) => Promise<void>): void => {
    command(name, async (target: unknown) => {
      const entry =
        target === FILE_ANSWERS_VIEW
          ? fileAnswers.selected()
          : sidebar.entryOf(target as TreeNode | undefined);
      if (entry !== undefined) await action(entry);
    });
  };
  // One click or Enter looks, and leaves the focus in the list; the second one goes there.
  entryCommand('look', (entry) => show(entry, { preserveFocus: !panel.isShowing(entry) }));
  entryCommand('openEntry', (entry) => show(entry));
  entryCommand('openToSide', (entry) => show(entry, { toSide: true }));
  entryCommand('copyLink', copyLink);
  entryCommand('copyAsMarkdown', (entry) => copyAsMarkdown(variantIn(entry, vscode.env.language)));
  entryCommand('openSource', async (entry) =>
    openSource(await answers.library(), entry, variantIn(entry, vscode.env.language)),
  );
  command('showPlace', async (uri: unknown, range: unknown) => {
    if (uri instanceof vscode.Uri && range instanceof vscode.Range) await showPlace(uri, range);
  });
  command('openProblem', async (location: unknown, line: unknown) => {
    if (typeof location !== 'string' || typeof line !== 'number') return;
    await openAt(vscode.Uri.parse(location), line);
  });
}

/** The words of an id's last part: `room/a.md#why-is-it` → `why is it`. */
function wordsOfId(id: string): string {
  return id.replace(/^.*[/#]/, '').replaceAll(/[-_]+/g, ' ');
}

/** A failure of ours: named to the user, with all there is in the log. */
async function reportFailure(log: vscode.LogOutputChannel, error: unknown): Promise<void> {
  log.error(error instanceof Error ? error : String(error));
  const showLog = t('Show Log');
  const message = error instanceof Error ? error.message : String(error);
  const chosen = await notify.error(t('Archive Answers failed: {0}', message), showLog);
  if (chosen === showLog) log.show();
}
