import * as vscode from 'vscode';
import type { SourceReading } from '../../core/library/sourceReading';
import { debounce } from '../base/debounce';
import { DisposableStore } from '../base/disposables';
import { t } from '../base/l10n';
import { withoutIcons } from '../search/rows';
import type { LibraryService } from './libraryService';

/** Milliseconds of loading until it is slow. */
const SHOW_DELAY = 400;

/** What is shown of the loading of archives. */
export type LoadingState = Pick<
  LibraryService,
  'isLoading' | 'loadedLibrary' | 'onDidChangeState' | 'readings'
>;

/** Whether loading takes so long that it should be shown, and how far it has come. */
export class SlowLoading implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires when the state of loading changes. */
  readonly onDidChange = this.#changed.event;
  #isLoading = false;
  #isSlow = false;
  readonly #waiting = this.#disposables.add(
    debounce(() => {
      this.#isSlow = true;
      this.#changed.fire();
    }, SHOW_DELAY),
  );

  constructor(private readonly state: LoadingState) {
    this.#disposables.add(
      state.onDidChangeState(() => {
        this.#update();
      }),
    );
    this.#update();
  }

  get isSlow(): boolean {
    return this.#isSlow;
  }

  /** One line for each archive that is being read; none while nothing is slow. */
  get lines(): readonly string[] {
    return this.#isSlow ? this.state.readings.map(progressLine) : [];
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #update(): void {
    const { isLoading } = this.state;
    if (isLoading && !this.#isLoading) this.#waiting.schedule();
    if (!isLoading) {
      this.#waiting.cancel();
      this.#isSlow = false;
    }
    this.#isLoading = isLoading;
    this.#changed.fire();
  }
}

/** How far the reading of an archive has come: `room: 120 of 4,000 files`. */
export function progressLine({ source, progress }: SourceReading): string {
  const name = withoutIcons(source.title ?? source.name);
  const { found, read } = progress;
  return read === 0 ? t('{0}: {1} files found', name, found) : t('{0}: {1} of {2} files', name, read, found);
}
