import * as vscode from 'vscode';
import type { LibraryService } from '../library/libraryService';
import { abortedWhen } from '../base/cancellation';
import { DisposableStore } from '../base/disposables';
import { t } from '../base/l10n';

/** What of the entries is shown: those that match what the reader has typed. */
export class EntryFilter implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires when other entries pass. */
  readonly onDidChange = this.#changed.event;
  /** What is to be shown, also while it is being looked for. */
  #wanted = '';
  /** What the box leaves when it is closed without Enter. */
  #kept = '';
  /** The box that asks, while it is open. */
  #input: vscode.InputBox | undefined;
  #passing: ReadonlySet<string> | undefined;
  #message: string | undefined;
  /** Counts filterings: only the latest one's result is shown. */
  #latest = 0;

  constructor(
    private readonly libraryService: Pick<LibraryService, 'library' | 'onDidChange'>,
    private readonly report: (error: unknown) => void,
    private readonly createInput: () => vscode.InputBox = () => vscode.window.createInputBox(),
  ) {
    this.#disposables.add(
      libraryService.onDidChange(() => {
        if (this.#wanted !== '') void this.apply(this.#wanted);
      }),
    );
  }

  /** Ids of the entries that pass; `undefined` where nothing is filtered. */
  get matchingIds(): ReadonlySet<string> | undefined {
    return this.#passing;
  }

  /** How many match; without a message an empty tree says what to do. */
  get message(): string | undefined {
    return this.#message;
  }

  /**
   * Asks for a filter and follows it as it is typed; Escape leaves the one that was there, or that was kept meanwhile.
   * Matches may be opened while it is typed.
   */
  async ask(): Promise<void> {
    if (this.#input !== undefined) {
      this.#input.show();
      return;
    }
    this.#kept = this.#wanted;
    const input = this.createInput();
    this.#input = input;
    input.ignoreFocusOut = true;
    input.title = t('Filter Entries');
    input.placeholder = t('Words, or topic: symbol: status: archive: lang:');
    input.value = this.#wanted;
    input.onDidChangeValue((value) => void this.apply(value));
    const wanted = await new Promise<string>((resolve) => {
      input.onDidAccept(() => {
        resolve(input.value);
      });
      // After an acceptance this comes too late to matter.
      input.onDidHide(() => {
        resolve(this.#kept);
      });
      input.show();
    });
    input.dispose();
    this.#input = undefined;
    await this.apply(wanted);
  }

  /** What is typed has led to what was looked for: Escape leaves it now. */
  keep(): void {
    this.#kept = this.#wanted;
  }

  /** Shows all entries again, also while the box is open. */
  clear(): Promise<void> {
    this.#kept = '';
    if (this.#input !== undefined) this.#input.value = '';
    return this.apply('');
  }

  /** Never rejects: a failure is reported, and what was shown stays. */
  async apply(text: string): Promise<void> {
    const run = (this.#latest += 1);
    const filter = text.trim();
    this.#wanted = filter;
    try {
      const library = await this.libraryService.library();
      const signal = abortedWhen(() => run !== this.#latest);
      const found = filter === '' ? [] : await library.matching(filter, signal);
      if (signal.aborted) return;
      this.#passing = filter === '' ? undefined : new Set(found.map(({ id }) => id));
      const message = t('{0} of {1} entries match “{2}”', found.length, library.entries().length, filter);
      this.#message = found.length === 0 ? undefined : message;
      this.#changed.fire();
    } catch (error) {
      this.report(error);
    }
  }

  dispose(): void {
    this.#latest += 1;
    this.#input?.dispose();
    this.#disposables.dispose();
  }
}
