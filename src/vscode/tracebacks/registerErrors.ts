import * as vscode from 'vscode';
import type { EntryTarget } from '../../core/model';
import type { RegisterCommand } from '../base/commands';
import type { DisposableStore } from '../base/disposables';
import type { EntryOpener } from '../entries/openEntry';
import type { LibraryService } from '../library/libraryService';
import type { PanelManager } from '../panel/panelManager';
import type { SearchQuickPick } from '../search/searchQuickPick';
import { ErrorCodeActions } from './codeActions';
import { FindForError } from './findForError';
import { ErrorLinkProvider } from './terminalLinks';
import { TerminalOutput } from './terminalOutput';

interface ErrorServices {
  readonly store: DisposableStore;
  readonly command: RegisterCommand;
  readonly libraryService: LibraryService;
  readonly panels: PanelManager;
  readonly search: SearchQuickPick;
  readonly opener: EntryOpener;
  readonly report: (error: unknown) => void;
}

/** Registers every way from an error to its entries: a command, links in the terminals, and code actions. */
export function registerErrors(services: ErrorServices): FindForError {
  const { store, command, libraryService, panels, search, opener, report } = services;
  const terminals = store.add(new TerminalOutput());
  const find = new FindForError(libraryService, terminals, panels, search);
  command('findForError', (text: unknown) => find.run(typeof text === 'string' ? text : undefined));
  const actions = {
    open: (id: string, target: EntryTarget) => opener.open(id, target),
    findFor: (error: string) => find.run(error),
  };
  const links = store.add(new ErrorLinkProvider(libraryService, actions, report));
  store.add(vscode.window.registerTerminalLinkProvider(links));
  store.add(
    vscode.languages.registerCodeActionsProvider(
      { language: 'python' },
      new ErrorCodeActions(libraryService),
      ErrorCodeActions.metadata,
    ),
  );
  return find;
}
