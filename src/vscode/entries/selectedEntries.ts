import type { Entry } from '../../core/model';
import { FILE_ENTRIES_VIEW, type FileEntries } from '../fileEntries/fileEntriesView';
import { readRow, readRows } from '../sidebar/rowArguments';
import type { Sidebar } from '../sidebar/sidebar';

/**
 * The entries that a view command applies to.
 *
 * @param target The first argument of the command: the row it was called on, or the id of the view of the file.
 * @param targets The second argument: all selected rows.
 */
export type SelectedEntries = (target: unknown, targets: unknown) => readonly Entry[];

/** Reads the arguments of a command as VS Code passes them for either view of entries. */
export function selectedEntries(
  sidebar: Pick<Sidebar, 'entriesOf'>,
  fileEntries: Pick<FileEntries, 'selected'>,
): SelectedEntries {
  return (target, targets) => {
    if (target === FILE_ENTRIES_VIEW) {
      const selected = fileEntries.selected();
      return selected === undefined ? [] : [selected];
    }
    const row = readRow(target);
    return row === undefined && target !== undefined ? [] : sidebar.entriesOf(row, readRows(targets));
  };
}
