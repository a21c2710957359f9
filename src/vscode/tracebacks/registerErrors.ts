import * as vscode from 'vscode';
import type { LibraryService } from '../library/libraryService';
import type { commandRegistrar } from '../base/commands';
import type { PanelManager } from '../panel/panelManager';
import type { SearchQuickPick } from '../search/searchQuickPick';
import { ErrorCodeActions } from './codeActions';
import { FindForError } from './findForError';
import { ErrorLinkProvider } from './terminalLinks';
import { TerminalOutput } from './terminalOutput';

/** What answers to errors are made of. */
export interface ErrorParts {
  readonly own: <T extends vscode.Disposable>(disposable: T) => T;
  readonly command: ReturnType<typeof commandRegistrar>;
  readonly answers: LibraryService;
  readonly panel: PanelManager;
  readonly search: SearchQuickPick;
  /** Opens an entry by its id. */
  readonly open: (id: string) => Promise<void>;
  readonly report: (error: unknown) => void;
}

/** Registers everything that leads from an error to its answers: a command, links in the terminals, code actions. */
export function registerErrors({
  own,
  command,
  answers,
  panel,
  search,
  open,
  report,
}: ErrorParts): FindForError {
  const find = new FindForError(answers, own(new TerminalOutput()), panel, search);
  command('findForError', (text: unknown) => find.run(typeof text === 'string' ? text : undefined));
  const findFor = (error: string): Promise<void> => find.run(error);
  const links = own(new ErrorLinkProvider(answers, { open, findFor }, report));
  own(vscode.window.registerTerminalLinkProvider(links));
  own(
    vscode.languages.registerCodeActionsProvider(
      { language: 'python' },
      new ErrorCodeActions(answers),
      ErrorCodeActions.metadata,
    ),
  );
  return find;
}
