import * as vscode from 'vscode';
import type { ErrorEntry } from '../../core/tracebacks/errorEntry';
import { variantIn } from '../../core/model';
import type { LibraryService } from '../library/libraryService';
import { createYielder } from '../base/timeSlice';
import { withTimeout } from '../base/timeout';
import { DisposableStore } from '../base/disposables';
import { changesSetting, setting } from '../base/settings';
import { truncate, type TracebackBundle } from './errorText';
import { t } from '../base/l10n';

/** A stretch of a terminal's line that leads to answers. */
export class ErrorLink extends vscode.TerminalLink {
  constructor(
    startIndex: number,
    length: number,
    tooltip: string,
    /** The stretch's own text. */
    readonly error: string,
    /** The one entry that surely answers; `undefined` where there are several. */
    readonly entry: string | undefined,
  ) {
    super(startIndex, length, tooltip);
  }
}

/** Entries that surely answer an error. */
type Sure = readonly ErrorEntry[];

const NOTHING: Sure = [];

/** What a link does when it is chosen. */
export interface ErrorLinkActions {
  readonly open: (entry: string) => Promise<void>;
  readonly findFor: (error: string) => Promise<void>;
}

/** What may be an exception, or an address that explains one; loading what can tell is not worth it for other lines. */
const PERHAPS =
  /sqlalche\.me\/e\/|[A-Z]\w{0,100}: \S|[a-z]error: \S|^\s*(?:E\s+)?(?:\w{1,80}\.){1,12}[A-Z]\w{0,80}\s*$/;
/** A longer line is not for reading. */
const MAX_LINE_LENGTH = 2000;
/** Milliseconds after which a line has no links: VS Code's own, such as those to files, wait for ours. */
const PATIENCE = 400;
const MAX_CACHED_LINES = 300;
const MAX_TITLE_LENGTH = 80;

/** Makes links of exceptions and of addresses that explain one, where an entry surely speaks of them. */
export class ErrorLinkProvider implements vscode.TerminalLinkProvider<ErrorLink>, vscode.Disposable {
  /** By the text that leads there. */
  readonly #known = new Map<string, Promise<Sure>>();
  readonly #disposables = new DisposableStore();
  /** Whether a failure was reported, and nothing has worked since. */
  #hasFailed = false;

  constructor(
    private readonly libraryService: LibraryService,
    private readonly actions: ErrorLinkActions,
    private readonly report: (error: unknown) => void,
  ) {
    const forget = (): void => {
      this.#known.clear();
    };
    this.#disposables.addAll(
      libraryService.onDidChange(forget),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (changesSetting(event, 'terminal.readOutput')) forget();
      }),
    );
  }

  provideTerminalLinks(
    { line }: Pick<vscode.TerminalLinkContext, 'line'>,
    token: vscode.CancellationToken,
  ): vscode.ProviderResult<ErrorLink[]> {
    return line.length > MAX_LINE_LENGTH || !PERHAPS.test(line) ? undefined : this.#linksIn(line, token);
  }

  async handleTerminalLink({ entry, error }: ErrorLink): Promise<void> {
    await (entry === undefined ? this.actions.findFor(error) : this.actions.open(entry));
  }

  dispose(): void {
    this.#disposables.dispose();
    this.#known.clear();
  }

  async #linksIn(line: string, token: vscode.CancellationToken): Promise<ErrorLink[]> {
    const reader = await import('../lazy/library');
    const links: ErrorLink[] = [];
    for (const { start, end, text } of reader.errorsInLine(line)) {
      const sure = await withTimeout(this.#sureAnswers(text, reader), PATIENCE, NOTHING);
      if (token.isCancellationRequested) return [];
      const [first] = sure;
      if (first === undefined) continue;
      const entry = sure.length === 1 ? first.entry.id : undefined;
      links.push(new ErrorLink(start, end - start, tooltipOf(first, sure.length), text, entry));
    }
    return links;
  }

  #sureAnswers(text: string, reader: TracebackBundle): Promise<Sure> {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const found = this.#find(text, reader);
    // What terminals print is kept with the reader's leave only.
    if (!setting('terminal.readOutput')) return found;
    this.#known.set(text, found);
    if (this.#known.size > MAX_CACHED_LINES) this.#known.delete(this.#known.keys().next().value ?? '');
    return found;
  }

  /** Never rejects: what failed is reported, and looked for anew the next time. */
  async #find(text: string, { parseErrors, entriesForErrors }: TracebackBundle): Promise<Sure> {
    try {
      const library = await this.libraryService.library();
      const found = await entriesForErrors(parseErrors(text), library, { maybeYield: createYielder() });
      this.#hasFailed = false;
      return found.filter(({ confidence }) => confidence === 'strong');
    } catch (error) {
      this.#known.delete(text);
      if (!this.#hasFailed) this.report(error);
      this.#hasFailed = true;
      return [];
    }
  }
}

function tooltipOf({ entry }: ErrorEntry, count: number): string {
  // VS Code makes Markdown of it: a stranger's title must not become a link there.
  const title = truncate(variantIn(entry, vscode.env.language).title, MAX_TITLE_LENGTH).replace(
    /[[\]()<>`\\$]/g,
    ' ',
  );
  return count === 1 ? title : t('{0} and {1} more', title, count - 1);
}
