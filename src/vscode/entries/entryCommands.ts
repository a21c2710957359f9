import * as vscode from 'vscode';
import { variantIn, type Entry } from '../../core/model';
import { readEntryId } from '../../protocol';
import type { RegisterCommand } from '../base/commands';
import type { LibraryService } from '../library/libraryService';
import type { PanelManager } from '../panel/panelManager';
import { copyAsMarkdown, copyLink, openSource } from './entryActions';
import { readEntryTarget } from './entryTarget';
import type { EntryOpener } from './openEntry';
import type { SelectedEntries } from './selectedEntries';

interface EntryCommandServices {
  readonly command: RegisterCommand;
  readonly libraryService: LibraryService;
  readonly panels: PanelManager;
  readonly opener: EntryOpener;
  readonly entriesOf: SelectedEntries;
}

/** Registers the commands for entries that are named by id or selected in a view. */
export function registerEntryCommands(services: EntryCommandServices): void {
  const { command, libraryService, panels, opener, entriesOf } = services;
  /** Of several selected rows, the one that the command was called on. */
  const entryCommand = (name: string, action: (entry: Entry) => Promise<void>): void => {
    command(name, async (target: unknown) => {
      const [entry] = entriesOf(target, undefined);
      if (entry !== undefined) await action(entry);
    });
  };
  command('open', async (value: unknown, target: unknown) => {
    const id = readEntryId(value);
    if (id !== undefined) await opener.open(id, target);
  });
  // The first click or Enter leaves the focus in the list; the second one moves it to the panel.
  command('look', async (row: unknown) => {
    const [entry] = entriesOf(row, undefined);
    if (entry === undefined) return;
    const { target } = (row ?? {}) as { readonly target?: unknown };
    const preserveFocus = !panels.isShowing(entry);
    await panels.open(entry, undefined, { preserveFocus, target: readEntryTarget(target) });
  });
  entryCommand('openEntry', (entry) => panels.open(entry, undefined));
  entryCommand('openToSide', (entry) => panels.open(entry, undefined, { toSide: true }));
  entryCommand('openSource', async (entry) =>
    openSource(await libraryService.library(), entry, variantIn(entry, vscode.env.language)),
  );
  command('copyLink', async (target, targets) => {
    const entries = entriesOf(target, targets);
    if (entries.length > 0) await copyLink(...entries);
  });
  command('copyAsMarkdown', async (target, targets) => {
    const variants = entriesOf(target, targets).map((entry) => variantIn(entry, vscode.env.language));
    if (variants.length > 0) await copyAsMarkdown(...variants);
  });
}
