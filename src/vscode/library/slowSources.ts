import * as vscode from 'vscode';
import type { SourceReading } from '../../core/library/sourceReading';
import { DisposableStore } from '../base/disposables';
import { t } from '../base/l10n';
import { withoutIcons } from '../search/rows';
import type { LoadingState } from './slowLoading';
import { progressLine } from './slowLoading';

/** Milliseconds for which an archive is read until the user can leave it out. */
const OFFER_DELAY = 10_000;

/** Offers to cancel the reading of an archive that takes long, which leaves that archive out. */
export class SlowSources implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #timers = new Map<SourceReading, ReturnType<typeof setTimeout>>();

  /** @param delay Injected by tests. */
  constructor(
    private readonly state: LoadingState,
    private readonly delay = OFFER_DELAY,
  ) {
    this.#disposables.add(
      state.onDidChangeState(() => {
        this.#update();
      }),
    );
    this.#update();
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#disposables.dispose();
  }

  #update(): void {
    const current = new Set(this.state.readings);
    for (const [reading, timer] of this.#timers) {
      if (current.has(reading)) continue;
      clearTimeout(timer);
      this.#timers.delete(reading);
    }
    for (const reading of current) {
      if (this.#timers.has(reading)) continue;
      const offer = (): void => void this.#offer(reading);
      this.#timers.set(reading, setTimeout(offer, this.delay));
    }
  }

  async #offer(reading: SourceReading): Promise<void> {
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: t('Reading {0}', withoutIcons(reading.source.title ?? reading.source.name)),
      cancellable: true,
    };
    await vscode.window.withProgress(options, async (progress, token) => {
      const listeners = new DisposableStore();
      const report = (): void => {
        progress.report({ message: progressLine(reading) });
      };
      listeners.addAll(
        token.onCancellationRequested(() => {
          reading.cancel();
        }),
        this.state.onDidChangeState(report),
      );
      report();
      await reading.start();
      listeners.dispose();
    });
  }
}
