import * as vscode from 'vscode';
import type { RaisedError } from '../../core/tracebacks/raisedError';
import type { Cancellation } from '../../core/base/cancellation';
import type { LibraryService } from '../library/libraryService';
import { createYielder } from '../base/timeSlice';
import type { PanelManager } from '../panel/panelManager';
import type { SearchQuickPick } from '../search/searchQuickPick';
import { withoutIcons } from '../search/rows';
import { setting } from '../base/settings';
import { errorEntryItem, errorEntryItems } from './errorItems';
import { ErrorQuickPick, type ErrorResults } from './errorQuickPick';
import { errorLine, errorName, errorQuery, type TracebackBundle } from './errorText';
import { errorOnClipboard, errorSources, type ErrorSource } from './errorSources';
import type { TerminalOutput } from './terminalOutput';
import { t } from '../base/l10n';

type Errors = ErrorSource['errors'];

/** Finds the entries about an error. */
export class FindForError {
  #open: ErrorQuickPick | undefined;

  constructor(
    private readonly libraryService: LibraryService,
    private readonly terminals: TerminalOutput,
    private readonly panels: PanelManager,
    private readonly search: SearchQuickPick,
  ) {}

  /** Finds entries for the errors in a text; without one, for those in the selection, the terminals or the clipboard. */
  async run(text?: string): Promise<void> {
    const bundle = await import('../lazy/library');
    const errors = text === undefined ? await this.#findErrors(bundle) : await errorsInText(text, bundle);
    if (errors !== undefined) await this.#showEntries(errors, bundle);
    else if (text !== undefined) await this.search.show(text.replace(/\s+/g, ' ').trim());
  }

  /** Opens the active row in an editor beside the active one. */
  openToSide(): void {
    this.#open?.openToSide();
  }

  async #showEntries(errors: Errors, bundle: TracebackBundle): Promise<void> {
    const [error] = errors;
    const pick = new ErrorQuickPick(withoutIcons(t('Answers for {0}', errorName(error))), this.panels);
    this.#open = pick;
    try {
      const query = await pick.run((signal) => this.#find(errors, bundle, signal));
      if (query !== undefined) await this.search.show(query);
    } finally {
      pick.dispose();
      if (this.#open === pick) this.#open = undefined;
    }
  }

  async #find(errors: Errors, bundle: TracebackBundle, signal: Cancellation): Promise<ErrorResults> {
    const library = await this.libraryService.library();
    const matches = await bundle.entriesForErrors(errors, library, { signal, maybeYield: createYielder() });
    const [first] = matches;
    const query = errorQuery(errors[0], bundle);
    const items = await errorEntryItems(errors[0], matches, query, library, bundle);
    const isOnly =
      matches.length === 1 && first?.confidence === 'strong' && isAboutFirst(first.error, errors);
    return isOnly ? { items, only: errorEntryItem(first, library, bundle) } : { items };
  }

  /** The errors of the only source that has any, else of the source that the user chooses. */
  async #findErrors(bundle: TracebackBundle): Promise<Errors | undefined> {
    const sources = await errorSources(this.terminals, bundle);
    const [only, ...others] = sources;
    if (only === undefined) return this.#requestError(bundle);
    if (others.length === 0) return only.errors;
    const chosen = await vscode.window.showQuickPick(sources.map(sourceItem), {
      title: t('Find Answers for Error'),
      placeHolder: t('Choose an error'),
      matchOnDetail: true,
    });
    return chosen?.source.errors;
  }

  /** Explains why there is no error, and offers the clipboard and the search. Stays open while something is copied. */
  async #requestError(bundle: TracebackBundle): Promise<Errors | undefined> {
    const paste = {
      label: t('Paste from the clipboard'),
      detail: t('Copy a traceback or a message first; this list stays open.'),
      iconPath: new vscode.ThemeIcon('clippy'),
    };
    const search = { label: t('Search…'), iconPath: new vscode.ThemeIcon('search') };
    const chosen = await vscode.window.showQuickPick([paste, search], {
      title: t('Find Answers for Error'),
      placeHolder: noErrorReason(),
      ignoreFocusOut: true,
    });
    if (chosen === search) await this.search.show();
    if (chosen !== paste) return undefined;
    const source = await errorOnClipboard(bundle);
    if (source !== undefined) return source.errors;
    // Asks again, so that something can be copied first.
    vscode.window.setStatusBarMessage(t('There is no error on the clipboard.'), 5000);
    return this.#requestError(bundle);
  }
}

/** Whether an error is the first one or led to it, as opposed to errors that were printed before. */
function isAboutFirst(error: RaisedError, errors: Errors): boolean {
  const before = errors.slice(1, errors.indexOf(error) + 1);
  return before.every(({ role }) => role === 'cause' || role === 'context' || role === 'group');
}

async function errorsInText(text: string, { readLongText }: TracebackBundle): Promise<Errors | undefined> {
  const [first, ...others] = await readLongText(text, createYielder());
  return first === undefined ? undefined : [first, ...others];
}

function sourceItem(source: ErrorSource) {
  const { errors, from, command } = source;
  // Below the error, not beside it, where a long message would push it out of view.
  const detail = [from, command].filter((part) => part !== undefined && part !== '').join(' · ');
  return { label: withoutIcons(errorLine(errors[0])), detail: withoutIcons(detail), source };
}

/** Why no error was found: where it was looked for, and what could not be read. */
function noErrorReason(): string {
  const { terminals } = vscode.window;
  if (terminals.length > 0 && !setting('terminal.readOutput')) {
    return t('No error in the selection or on the clipboard. Reading terminal output is turned off.');
  }
  if (terminals.length > 0 && terminals.every(({ shellIntegration }) => shellIntegration === undefined)) {
    return t(
      'No error in the selection or on the clipboard. Terminals without shell integration cannot be read.',
    );
  }
  return t('No error in the selection, in a terminal or on the clipboard.');
}
