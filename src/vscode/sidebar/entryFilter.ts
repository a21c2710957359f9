import * as vscode from 'vscode';
import type { LibraryService } from '../library/libraryService';
import { LatestRun } from '../base/cancellation';
import { DisposableStore } from '../base/disposables';
import { t } from '../base/l10n';
import { unknownValueText } from '../search/filterItems';

/** Filters the entries of the sidebar by a query. */
export class EntryFilter implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires when the matching entries have changed. */
  readonly onDidChange = this.#changed.event;
  /** The current filter, whose matches may still be loading. */
  #filter = '';
  /** The filter to restore when the input box is closed without Enter. */
  #committed = '';
  /** The input box, while it is open. */
  #input: vscode.InputBox | undefined;
  #matchingIds: ReadonlySet<string> | undefined;
  #message: string | undefined;
  readonly #runs = new LatestRun();

  constructor(
    private readonly libraryService: Pick<LibraryService, 'library' | 'onDidChange'>,
    private readonly report: (error: unknown) => void,
    private readonly createInput: () => vscode.InputBox = () => vscode.window.createInputBox(),
  ) {
    this.#disposables.add(
      libraryService.onDidChange(() => {
        if (this.#filter !== '') void this.apply(this.#filter);
      }),
    );
  }

  /** Ids of the matching entries; `undefined` without a filter. */
  get matchingIds(): ReadonlySet<string> | undefined {
    return this.#matchingIds;
  }

  /** The number of matches, or which filter value no entry has; `undefined` where the empty tree shows what to do. */
  get message(): string | undefined {
    return this.#message;
  }

  /**
   * Asks for a filter and applies it as it is typed. Escape restores the previous one, or the one that was committed
   * meanwhile. The box stays open while matches are opened.
   */
  async ask(): Promise<void> {
    if (this.#input !== undefined) {
      this.#input.show();
      return;
    }
    this.#committed = this.#filter;
    const input = this.createInput();
    this.#input = input;
    input.ignoreFocusOut = true;
    input.title = t('Filter Entries');
    input.placeholder = t('Words, or topic: symbol: status: archive: lang:');
    input.value = this.#filter;
    input.onDidChangeValue((value) => void this.apply(value));
    const filter = await new Promise<string>((resolve) => {
      input.onDidAccept(() => {
        resolve(input.value);
      });
      // Has no effect once the filter was accepted.
      input.onDidHide(() => {
        resolve(this.#committed);
      });
      input.show();
    });
    input.dispose();
    this.#input = undefined;
    await this.apply(filter);
  }

  /** Makes Escape keep the typed filter, which has led to what the reader looked for. */
  commit(): void {
    this.#committed = this.#filter;
  }

  /** Removes the filter, also while the box is open. */
  clear(): Promise<void> {
    this.#committed = '';
    if (this.#input !== undefined) this.#input.value = '';
    return this.apply('');
  }

  /** Never rejects: a failure is reported, and the previous matches stay. */
  async apply(text: string): Promise<void> {
    const signal = this.#runs.start();
    const filter = text.trim();
    this.#filter = filter;
    try {
      const library = await this.libraryService.library();
      const { matchingWithErrors } = await import('../lazy/library');
      const matching = filter === '' ? [] : await matchingWithErrors(library, filter, signal);
      if (signal.aborted) return;
      this.#matchingIds = filter === '' ? undefined : new Set(matching.map(({ id }) => id));
      const total = library.entries().length;
      this.#message =
        filter === ''
          ? undefined
          : matching.length === 0
            ? unknownValueText(library, filter)
            : t('{0} of {1} entries match “{2}”', matching.length, total, filter);
      this.#changed.fire();
    } catch (error) {
      this.report(error);
    }
  }

  dispose(): void {
    this.#runs.cancel();
    this.#input?.dispose();
    this.#disposables.dispose();
  }
}
