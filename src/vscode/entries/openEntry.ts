import * as vscode from 'vscode';
import { toPlainQuery } from '../../core/search/query';
import { shorten } from '../../core/text/shorten';
import { t } from '../base/l10n';
import { notify } from '../base/notify';
import type { LibraryService } from '../library/libraryService';
import type { PanelManager } from '../panel/panelManager';
import type { SearchQuickPick } from '../search/searchQuickPick';
import { entryIdOfLink } from './entryActions';
import { readEntryTarget } from './entryTarget';

/** Characters of an id that a message shows: a link may contain anything as an id. */
const MAX_ID_LENGTH = 200;

/** Opens entries by id, as links and commands name them. */
export class EntryOpener implements vscode.UriHandler {
  constructor(
    private readonly libraryService: Pick<LibraryService, 'libraryWith'>,
    private readonly panels: Pick<PanelManager, 'open'>,
    private readonly search: Pick<SearchQuickPick, 'show'>,
    private readonly report: (error: unknown) => void,
  ) {}

  /**
   * Opens an entry; offers a search where no archive has it.
   *
   * @param target An `EntryTarget`, unchecked: it may come from a command's arguments.
   */
  async open(id: string, target?: unknown): Promise<void> {
    const entry = (await this.libraryService.libraryWith(id)).resolveEntry(id);
    if (entry === undefined)
      await this.#offerSearch(
        t('No open archive has the entry “{0}”.', shorten(id, MAX_ID_LENGTH)),
        wordsOfId(id),
      );
    else await this.panels.open(entry, undefined, { target: readEntryTarget(target) });
  }

  /** Opens the entry of a link such as `vscode://archive-answers.archive-answers/entry?id=…`. */
  handleUri(uri: vscode.Uri): void {
    const id = entryIdOfLink(uri);
    const opening =
      id === undefined ? this.#offerSearch(t('This link does not point to an entry.'), '') : this.open(id);
    opening.catch(this.report);
  }

  async #offerSearch(message: string, query: string): Promise<void> {
    const searchLabel = t('Search');
    const chosen = await notify.warn(message, searchLabel);
    if (chosen === searchLabel) await this.search.show(query);
  }
}

/** A query from the last part of an id: `room/a.md#why-is-it` → `why is it`. */
function wordsOfId(id: string): string {
  return toPlainQuery(id.replace(/^.*[/#]/, '').replaceAll(/[-_]+/g, ' '));
}
