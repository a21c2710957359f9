import * as vscode from 'vscode';
import { createCommandRegistrar } from './base/commands';
import { DisposableStore } from './base/disposables';
import { Log } from './base/log';
import { reportFailure } from './base/reportFailure';
import { Bookmarks } from './entries/bookmarks';
import { registerEntryCommands } from './entries/entryCommands';
import { EntryOpener } from './entries/openEntry';
import { Recents } from './entries/recents';
import { selectedEntries } from './entries/selectedEntries';
import { keepInSync } from './entries/settingsSync';
import { FileEntries, registerFileEntriesCommands } from './fileEntries/fileEntriesView';
import { HoverProvider } from './hover/hoverProvider';
import { registerArchiveCommands } from './library/archiveCommands';
import { LibraryService } from './library/libraryService';
import { SlowSources } from './library/slowSources';
import { ArchiveStatusBarItem } from './library/statusBar';
import { registerPanelCommands } from './panel/panelCommands';
import { PanelManager } from './panel/panelManager';
import { PinnedTitles } from './panel/pinnedTitles';
import { VersionLabels } from './panel/versionLabels';
import { PythonFiles } from './python/pythonFiles';
import { registerSearchCommands } from './search/searchCommands';
import { SearchQuickPick } from './search/searchQuickPick';
import { registerEntryDrop } from './sidebar/drag';
import { Sidebar } from './sidebar/sidebar';
import { registerSidebarCommands } from './sidebar/sidebarCommands';
import { registerErrors } from './tracebacks/registerErrors';
import { ProjectVersionFiles } from './versions/projectVersionFiles';
import { ExampleFile } from './walkthrough/exampleFile';
import { registerGettingStarted } from './walkthrough/gettingStarted';

/** Composes the extension. It only registers: archives, index and renderer load on first use. */
export function activate({
  extension,
  extensionUri,
  globalState,
  subscriptions,
  workspaceState,
}: vscode.ExtensionContext): void {
  const store = new DisposableStore();
  subscriptions.push(store);
  const log = store.add(new Log());
  const report = (error: unknown): void => void reportFailure(log, error);
  const command = createCommandRegistrar(store, (error) => reportFailure(log, error));

  const libraryService = store.add(new LibraryService(extensionUri, log));
  store.add(new ArchiveStatusBarItem(libraryService));
  store.add(new SlowSources(libraryService));

  keepInSync(globalState);
  const recents = store.add(new Recents(globalState));
  const bookmarks = store.add(new Bookmarks(globalState));

  const versionFiles = store.add(new ProjectVersionFiles());
  const versions = new VersionLabels(versionFiles);
  const panelServices = { extensionUri, libraryService, versions, report };
  const pinnedTitles = new PinnedTitles(workspaceState);
  const panels = store.add(new PanelManager(panelServices, recents, bookmarks, pinnedTitles));

  const search = store.add(new SearchQuickPick(libraryService, panels, recents));
  const opener = new EntryOpener(libraryService, panels, search, report);
  store.add(vscode.window.registerUriHandler(opener));

  const sidebar = store.add(
    new Sidebar({
      libraryService,
      loading: libraryService,
      globalState,
      bookmarks,
      recents,
      currentEntry: panels,
      report,
      log: (error) => {
        log.error(error);
      },
    }),
  );
  store.add(registerEntryDrop(libraryService));

  const pythonFiles = store.add(new PythonFiles(libraryService));
  const fileEntries = store.add(new FileEntries(libraryService, pythonFiles, report, sidebar.decorations));
  const hovers = new HoverProvider(libraryService, pythonFiles, versionFiles);
  store.add(vscode.languages.registerHoverProvider({ language: 'python' }, hovers));

  const findForError = registerErrors({ store, command, libraryService, panels, search, opener, report });
  const entriesOf = selectedEntries(sidebar, fileEntries);
  registerEntryCommands({ command, libraryService, panels, opener, entriesOf });
  registerPanelCommands({ store, command, panels, bookmarks, report });
  registerSearchCommands({ command, search, findForError });
  registerSidebarCommands({ command, sidebar, recents, entriesOf });
  registerFileEntriesCommands(command);
  registerGettingStarted(command, extension.id, store.add(new ExampleFile()));
  registerArchiveCommands(command, libraryService);
  command('showLog', () => {
    log.show();
  });
}
