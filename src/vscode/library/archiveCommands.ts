import type { RegisterCommand } from '../base/commands';
import { readRow } from '../sidebar/rowArguments';
import { addArchive } from './addArchive';
import type { LibraryService } from './libraryService';
import { removeArchive, renameArchive } from './manageArchives';

/** Registers the commands that add, rename, remove and read archives. */
export function registerArchiveCommands(command: RegisterCommand, libraryService: LibraryService): void {
  command('addArchive', () => addArchive(libraryService));
  command('renameArchive', (row) => renameArchive(libraryService, sourceOf(row)));
  command('removeArchive', (row) => removeArchive(libraryService, sourceOf(row)));
  command('readArchives', () => libraryService.readAgain());
}

/** The archive of the row that a command was called on; `undefined` in the command palette and the view's menu. */
function sourceOf(row: unknown): string | undefined {
  const node = readRow(row);
  return node?.kind === 'group' ? node.source : undefined;
}
