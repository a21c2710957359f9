import { readQuery } from '../../protocol';
import type { RegisterCommand } from '../base/commands';
import type { FindForError } from '../tracebacks/findForError';
import type { SearchQuickPick } from './searchQuickPick';
import { selectionQuery } from './selectionQuery';

interface SearchCommandServices {
  readonly command: RegisterCommand;
  readonly search: SearchQuickPick;
  readonly findForError: FindForError;
}

/** Registers the commands that open the search, and the one that works in every list of results. */
export function registerSearchCommands({ command, search, findForError }: SearchCommandServices): void {
  command('search', (query: unknown) => search.show(readQuery(query)));
  command('searchSelection', () => search.show(selectionQuery()));
  command('search.openToSide', () => {
    search.openToSide();
    findForError.openToSide();
  });
}
