import * as vscode from 'vscode';
import { DisposableStore } from '../base/disposables';
import { SharedValue, type WindowStateEvent } from '../base/sharedValue';

/** Their key in the global state; Settings Sync includes it. */
export const RECENTS_KEY = 'recentEntries';
/** Ids that are stored; lists show fewer. */
const MAX_RECENTS = 20;

/** The recently opened entries of all windows, the latest first. */
export class Recents implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #stored: SharedValue<readonly string[], readonly string[]>;
  /** Fires when an entry was opened, in this window or another one, and when the list is cleared. */
  readonly onDidChange: vscode.Event<void>;
  readonly #opened = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires when an entry was opened in this window. */
  readonly onDidOpen = this.#opened.event;

  constructor(globalState: vscode.Memento, onDidChangeWindowState?: WindowStateEvent) {
    this.#stored = this.#disposables.add(
      new SharedValue(globalState, RECENTS_KEY, readIds, onDidChangeWindowState),
    );
    this.onDidChange = this.#stored.onDidChange;
  }

  /** Their ids; the identical list until it changes. */
  list(): readonly string[] {
    return this.#stored.get();
  }

  async add(id: string): Promise<void> {
    await this.#stored.set([id, ...this.list().filter((other) => other !== id)].slice(0, MAX_RECENTS));
    this.#opened.fire();
  }

  clear(): Promise<void> {
    return this.#stored.set([]);
  }

  /** Checks whether another window has written. */
  refresh(): void {
    this.#stored.refresh();
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

function readIds(stored: unknown): readonly string[] {
  return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === 'string') : [];
}
