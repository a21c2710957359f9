import * as vscode from 'vscode';
import type { RaisedError } from '../../core/tracebacks/raisedError';
import type { Cancellation } from '../../core/search/searchIndex';
import type { LibraryService } from '../library/libraryService';
import { createYielder } from '../base/timeSlice';
import type { PanelManager } from '../panel/panelManager';
import type { SearchQuickPick } from '../search/searchQuickPick';
import { withoutIcons } from '../search/searchItems';
import { setting } from '../base/settings';
import { errorEntryItem, errorEntryItems } from './errorItems';
import { ErrorQuickPick, type ErrorResults } from './errorQuickPick';
import { errorLine, errorName, errorQuery, type TracebackBundle } from './errorText';
import { errorOnClipboard, errorSources, type ErrorSource } from './errorSources';
import type { TerminalOutput } from './terminalOutput';
import { t } from '../base/l10n';

type Errors = ErrorSource['errors'];

/** Leads from an error to the entries that speak of it. */
export class FindForError {
  #open: ErrorQuickPick | undefined;

  constructor(
    private readonly libraryService: LibraryService,
    private readonly terminals: TerminalOutput,
    private readonly panels: PanelManager,
    private readonly search: SearchQuickPick,
  ) {}

  /** Answers the errors in a text; without one, those in the selection, the terminals or on the clipboard. */
  async run(text?: string): Promise<void> {
    const reader = await import('../lazy/library');
    const errors = text === undefined ? await this.#errorsAtHand(reader) : inText(text, reader);
    if (errors !== undefined) await this.#answer(errors, reader);
    else if (text !== undefined) await this.search.show(text.replace(/\s+/g, ' ').trim());
  }

  /** Opens the row that is chosen in an editor beside the one in use. */
  openToSide(): void {
    this.#open?.openToSide();
  }

  async #answer(errors: Errors, reader: TracebackBundle): Promise<void> {
    const [error] = errors;
    const pick = new ErrorQuickPick(withoutIcons(t('Answers for {0}', errorName(error))), this.panels);
    this.#open = pick;
    try {
      const query = await pick.run((signal) => this.#find(errors, reader, signal));
      if (query !== undefined) await this.search.show(query);
    } finally {
      pick.dispose();
      if (this.#open === pick) this.#open = undefined;
    }
  }

  async #find(errors: Errors, reader: TracebackBundle, signal: Cancellation): Promise<ErrorResults> {
    const library = await this.libraryService.library();
    const answers = await reader.entriesForErrors(errors, library, { signal, maybeYield: createYielder() });
    const [first] = answers;
    const items = await errorEntryItems(errors[0], answers, errorQuery(errors[0], reader), library);
    const isOnly =
      answers.length === 1 && first?.confidence === 'strong' && isAboutFirst(first.error, errors);
    return isOnly ? { items, only: errorEntryItem(first) } : { items };
  }

  /** Those of the one place that has any, else of the place that is chosen. */
  async #errorsAtHand(reader: TracebackBundle): Promise<Errors | undefined> {
    const sources = await errorSources(this.terminals, reader);
    const [only, ...others] = sources;
    if (only === undefined) return this.#askForError(reader);
    if (others.length === 0) return only.errors;
    const chosen = await vscode.window.showQuickPick(sources.map(sourceItem), {
      title: t('Find Answers for Error'),
      placeHolder: t('Which error?'),
      matchOnDetail: true,
    });
    return chosen?.source.errors;
  }

  /** Says what can be used, and offers the clipboard, also after something was copied elsewhere, and the search. */
  async #askForError(reader: TracebackBundle): Promise<Errors | undefined> {
    const paste = {
      label: t('Paste from the clipboard'),
      detail: t('Copy a traceback or a message first; this list stays open.'),
      iconPath: new vscode.ThemeIcon('clippy'),
    };
    const search = { label: t('Search…'), iconPath: new vscode.ThemeIcon('search') };
    const chosen = await vscode.window.showQuickPick([paste, search], {
      title: t('Find Answers for Error'),
      placeHolder: whyNothing(),
      ignoreFocusOut: true,
    });
    if (chosen === search) await this.search.show();
    if (chosen !== paste) return undefined;
    const source = await errorOnClipboard(reader);
    if (source !== undefined) return source.errors;
    // Once more, as something has to be copied first.
    vscode.window.setStatusBarMessage(t('There is no error on the clipboard.'), 5000);
    return this.#askForError(reader);
  }
}

/** Whether an error is the first one, or what led to it: what was printed before that is another matter. */
function isAboutFirst(error: RaisedError, errors: Errors): boolean {
  const before = errors.slice(1, errors.indexOf(error) + 1);
  return before.every(({ role }) => role === 'cause' || role === 'context' || role === 'group');
}

function inText(text: string, { parseErrors }: TracebackBundle): Errors | undefined {
  const [first, ...others]: readonly RaisedError[] = parseErrors(text);
  return first === undefined ? undefined : [first, ...others];
}

function sourceItem(source: ErrorSource) {
  const { errors, from, command } = source;
  // Below the error, not beside it: a long message would push it out of sight.
  const detail = [from, command].filter((part) => part !== undefined && part !== '').join(' · ');
  return { label: withoutIcons(errorLine(errors[0])), detail: withoutIcons(detail), source };
}

/** Where an error was looked for, and what could not be read. */
function whyNothing(): string {
  const { terminals } = vscode.window;
  if (terminals.length > 0 && !setting('terminal.readOutput')) {
    return t('No error in the selection or on the clipboard. Reading the terminals is turned off.');
  }
  if (terminals.length > 0 && terminals.every(({ shellIntegration }) => shellIntegration === undefined)) {
    return t(
      'No error in the selection or on the clipboard. Terminals without shell integration cannot be read.',
    );
  }
  return t('No error in the selection, the terminals or on the clipboard.');
}
