import * as vscode from 'vscode';
import { withoutHidden } from '../../core/text/hiddenCharacters';
import type { ErrorEntry } from '../../core/tracebacks/errorEntry';
import { variantIn, type EntryTarget } from '../../core/model';
import type { LibraryService } from '../library/libraryService';
import { createYielder } from '../base/timeSlice';
import { withTimeout } from '../base/timeout';
import { DisposableStore } from '../base/disposables';
import { changesSetting, setting } from '../base/settings';
import { truncate, type TracebackBundle } from './errorText';
import { t } from '../base/l10n';

/** A link in a terminal line that opens entries about an error. */
export class ErrorLink extends vscode.TerminalLink {
  constructor(
    startIndex: number,
    length: number,
    tooltip: string,
    /** The text of the link. */
    readonly error: string,
    /** The only strong match; `undefined` where there are several. */
    readonly match: ErrorEntry | undefined,
  ) {
    super(startIndex, length, tooltip);
  }
}

/** The strong matches for an error. */
type StrongMatches = readonly ErrorEntry[];

const NO_MATCHES: StrongMatches = [];

/** What activating a link does. */
export interface ErrorLinkActions {
  readonly open: (entry: string, target: EntryTarget) => Promise<void>;
  readonly findFor: (error: string) => Promise<void>;
}

/**
 * Lines that may contain an exception, a known message (four words) or a URL that explains an error: others do not
 * justify loading the parser.
 */
const CANDIDATE =
  /sqlalche\.me\/e\/|[A-Z]\w{0,100}: \S|[a-z]error: \S|^\s*(?:E\s+)?(?:\w{1,80}\.){1,12}[A-Z]\w{0,80}\s*$|(?:[A-Za-z_'’()]{1,40}[,;.:]? ){3}[A-Za-z]/;
/** In characters: longer lines are ignored. */
const MAX_LINE_LENGTH = 2000;
/** Milliseconds after which a line gets no links: VS Code's own links, such as those to files, wait for these. */
const MATCH_TIMEOUT = 400;
const MAX_CACHED_LINES = 300;
const MAX_TITLE_LENGTH = 80;

/** Links exceptions, known messages, and the text beside URLs that explain one, to entries that are certainly about them. */
export class ErrorLinkProvider implements vscode.TerminalLinkProvider<ErrorLink>, vscode.Disposable {
  /** Cached matches by the text of the link. */
  readonly #cache = new Map<string, Promise<StrongMatches>>();
  readonly #disposables = new DisposableStore();
  /** Whether the last attempt failed, so that its failure is not reported again. */
  #hasFailed = false;

  constructor(
    private readonly libraryService: LibraryService,
    private readonly actions: ErrorLinkActions,
    private readonly report: (error: unknown) => void,
  ) {
    const forget = (): void => {
      this.#cache.clear();
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
    return line.length > MAX_LINE_LENGTH || !CANDIDATE.test(line) ? undefined : this.#linksIn(line, token);
  }

  async handleTerminalLink({ match, error }: ErrorLink): Promise<void> {
    if (match === undefined) {
      await this.actions.findFor(error);
      return;
    }
    const { errorTarget } = await import('../lazy/library');
    const { entry } = match;
    const target = errorTarget(match.error, variantIn(entry, vscode.env.language));
    await this.actions.open(entry.id, target);
  }

  dispose(): void {
    this.#disposables.dispose();
    this.#cache.clear();
  }

  async #linksIn(line: string, token: vscode.CancellationToken): Promise<ErrorLink[]> {
    const bundle = await import('../lazy/library');
    const links: ErrorLink[] = [];
    for (const { start, end, text } of bundle.errorsInLine(line)) {
      const matches = await withTimeout(this.#matchesFor(text, bundle), MATCH_TIMEOUT, NO_MATCHES);
      if (token.isCancellationRequested) return [];
      const [first] = matches;
      if (first === undefined) continue;
      const match = matches.length === 1 ? first : undefined;
      links.push(new ErrorLink(start, end - start, errorLinkTooltip(first, matches.length), text, match));
    }
    return links;
  }

  #matchesFor(text: string, bundle: TracebackBundle): Promise<StrongMatches> {
    const cached = this.#cache.get(text);
    if (cached !== undefined) return cached;
    const finding = this.#find(text, bundle);
    // Terminal output is stored only with the user's permission.
    if (!setting('terminal.readOutput')) return finding;
    this.#cache.set(text, finding);
    if (this.#cache.size > MAX_CACHED_LINES) this.#cache.delete(this.#cache.keys().next().value ?? '');
    return finding;
  }

  /** Never rejects: a failure is reported, and the next call tries again. */
  async #find(text: string, { readErrors, entriesForErrors }: TracebackBundle): Promise<StrongMatches> {
    try {
      const library = await this.libraryService.library();
      const entries = await entriesForErrors(readErrors(text), library, { maybeYield: createYielder() });
      this.#hasFailed = false;
      return entries.filter(({ confidence }) => confidence === 'strong');
    } catch (error) {
      this.#cache.delete(text);
      if (!this.#hasFailed) this.report(error);
      this.#hasFailed = true;
      return [];
    }
  }
}

/** The tooltip of a link: the title of the first of `count` entries. */
export function errorLinkTooltip({ entry }: Pick<ErrorEntry, 'entry'>, count: number): string {
  // VS Code renders the tooltip as Markdown, in which an archive's title must not become a link.
  const { title: whole } = variantIn(entry, vscode.env.language);
  const title = truncate(withoutHidden(whole), MAX_TITLE_LENGTH).replace(/[[\]()<>`\\$]/g, ' ');
  return count === 1 ? title : t('{0} and {1} more', title, count - 1);
}
