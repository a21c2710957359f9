import * as vscode from 'vscode';
import { variantIn, type Entry } from '../core/model';
import { toPlainQuery } from '../core/search/query';
import { addArchive } from './library/addArchive';
import { LibraryService } from './library/libraryService';
import { Bookmarks } from './entries/bookmarks';
import { commandRegistrar } from './base/commands';
import { copyAsMarkdown, copyLink, entryOfLink, openAt, openSource } from './entries/entryActions';
import { registerErrors } from './tracebacks/registerErrors';
import { FILE_ENTRIES_VIEW, FileEntries, revealOccurrence } from './fileEntries/fileEntriesView';
import { registerGettingStarted } from './walkthrough/gettingStarted';
import { HoverProvider } from './hover/hoverProvider';
import { notify } from './base/notify';
import { PanelManager } from './panel/panelManager';
import { registerPanelCommands } from './panel/panelCommands';
import { KeptTitles } from './panel/keptTitles';
import { VersionLabels } from './panel/versionLabels';
import { PythonFiles } from './python/pythonFiles';
import { Recents } from './entries/recents';
import { SearchQuickPick } from './search/searchQuickPick';
import { queryOfSelection } from './search/selectionQuery';
import { registerSidebarCommands } from './sidebar/sidebarCommands';
import { registerEntryDrop } from './sidebar/drag';
import type { TreeNode } from './sidebar/nodes';
import { Sidebar } from './sidebar/sidebar';
import { ArchiveStatus } from './library/statusBar';
import { keepInSync } from './entries/settingsSync';
import { ProjectVersionFiles } from './versions/projectVersionFiles';
import { t } from './base/l10n';

/** Registers and returns; archives, index and renderer load on first use. */
export function activate(context: vscode.ExtensionContext): void {
  const own = <T extends vscode.Disposable>(disposable: T): T => {
    context.subscriptions.push(disposable);
    return disposable;
  };
  const log = own(vscode.window.createOutputChannel('Archive Answers', { log: true }));
  const report = (error: unknown): void => void reportFailure(log, error);
  const note = (error: unknown): void => {
    log.error(error instanceof Error ? error : String(error));
  };
  const answers = own(new LibraryService(context.extensionUri, log));
  own(new ArchiveStatus(answers));
  const memory = context.globalState;
  keepInSync(memory);
  const recents = own(new Recents(memory));
  const bookmarks = own(new Bookmarks(memory));
  const versionFiles = own(new ProjectVersionFiles());
  const pages = {
    extensionUri: context.extensionUri,
    answers,
    versions: new VersionLabels(versionFiles),
    report,
  };
  const panel = own(new PanelManager(pages, recents, bookmarks, new KeptTitles(context.workspaceState)));
  own(registerEntryDrop(answers));
  const search = own(new SearchQuickPick(answers, panel, recents));
  const reading = {
    onDidShow: panel.onDidShow,
    shown: () => (panel.page?.isVisible === true ? { id: panel.page.visit.entry } : undefined),
    open: () => (panel.page === undefined ? undefined : { id: panel.page.visit.entry }),
  };
  const sidebar = own(new Sidebar({ answers, memory, bookmarks, recents, reading, report, log: note }));
  const files = own(new PythonFiles(answers));
  own(
    vscode.languages.registerHoverProvider(
      { language: 'python' },
      new HoverProvider(answers, files, versionFiles),
    ),
  );
  const fileAnswers = own(new FileEntries(answers, files, report, sidebar.marks));

  const command = commandRegistrar(own, (error) => reportFailure(log, error));
  const show = (entry: Entry, options: Parameters<PanelManager['open']>[2] = {}): Promise<void> =>
    panel.open(entry, undefined, options);
  /** Opens an entry by its id, as links name it; one that no archive has is offered to be searched for. */
  const open = async (id: unknown): Promise<void> => {
    if (typeof id !== 'string') return;
    const entry = (await answers.library()).resolveEntry(id);
    if (entry !== undefined) return show(entry);
    const searchLabel = t('Search');
    const message = t('No archive here has the entry “{0}”.', id);
    const chosen = await notify.warn(message, searchLabel);
    if (chosen === searchLabel) await search.show(wordsOfId(id));
  };
  const openLink = async (uri: vscode.Uri): Promise<void> => {
    const id = entryOfLink(uri);
    if (id !== undefined) return open(id);
    const searchLabel = t('Search');
    const chosen = await notify.warn(t('This link names no entry.'), searchLabel);
    if (chosen === searchLabel) await search.show('');
  };
  own(
    vscode.window.registerUriHandler({
      handleUri: (uri) => {
        openLink(uri).catch(report);
      },
    }),
  );

  registerPanelCommands({ own, command, panel, bookmarks, report });
  const errors = registerErrors({ own, command, answers, panel, search, open, report });

  command('search', (query: unknown) => search.show(typeof query === 'string' ? query : ''));
  command('searchSelection', () => search.show(queryOfSelection()));
  command('search.openToSide', () => {
    search.openToSide();
    errors.openToSide();
  });
  command('addArchive', () => addArchive(answers));
  registerGettingStarted(command, context.extension.id);
  command('showLog', () => {
    log.show();
  });

  command('open', (target: unknown) => open(target));
  const entriesOf = (target: unknown, targets: unknown): readonly Entry[] => {
    if (target !== FILE_ENTRIES_VIEW) {
      return sidebar.entriesOf(target as TreeNode | undefined, targets as readonly TreeNode[] | undefined);
    }
    const selected = fileAnswers.selected();
    return selected === undefined ? [] : [selected];
  };
  registerSidebarCommands({ command, sidebar, recents, entriesOf });
  /** A command for one entry: of several selected rows, that of the row it was called on. */
  const entryCommand = (name: string, action: (entry: Entry) => Promise<void>): void => {
    command(name, async (target: unknown) => {
      const [entry] = entriesOf(target, undefined);
      if (entry !== undefined) await action(entry);
    });
  };
  // One click or Enter looks, and leaves the focus in the list; the second one goes there.
  entryCommand('look', (entry) => show(entry, { preserveFocus: !panel.isShowing(entry) }));
  entryCommand('openEntry', (entry) => show(entry));
  entryCommand('openToSide', (entry) => show(entry, { toSide: true }));
  command('copyLink', async (target, targets) => {
    const entries = entriesOf(target, targets);
    if (entries.length > 0) await copyLink(...entries);
  });
  command('copyAsMarkdown', async (target, targets) => {
    const variants = entriesOf(target, targets).map((entry) => variantIn(entry, vscode.env.language));
    if (variants.length > 0) await copyAsMarkdown(...variants);
  });
  entryCommand('openSource', async (entry) =>
    openSource(await answers.library(), entry, variantIn(entry, vscode.env.language)),
  );
  command('showPlace', async (uri: unknown, range: unknown) => {
    if (uri instanceof vscode.Uri && range instanceof vscode.Range) await revealOccurrence(uri, range);
  });
  command('openProblem', async (location: unknown, line: unknown) => {
    if (typeof location !== 'string' || typeof line !== 'number') return;
    await openAt(vscode.Uri.parse(location), line);
  });
}

/** A query for the words of an id's last part: `room/a.md#why-is-it` → `why is it`. */
function wordsOfId(id: string): string {
  return toPlainQuery(id.replace(/^.*[/#]/, '').replaceAll(/[-_]+/g, ' '));
}

/** A failure of ours: named to the user, with all there is in the log. */
async function reportFailure(log: vscode.LogOutputChannel, error: unknown): Promise<void> {
  log.error(error instanceof Error ? error : String(error));
  const showLog = t('Show Log');
  const message = error instanceof Error ? error.message : String(error);
  const chosen = await notify.error(t('Archive Answers failed: {0}', message), showLog);
  if (chosen === showLog) log.show();
}
