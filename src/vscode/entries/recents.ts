import * as vscode from 'vscode';
import { DisposableStore } from '../base/disposables';
import { SharedValue, type WindowStateEvent } from '../base/sharedValue';

/** Where they are kept; settings sync takes them along. */
export const RECENTS_KEY = 'recentEntries';
/** Ids remembered; a list shows fewer. */
const MAX_RECENTS = 20;

/** The entries that were opened last, over all windows, the latest first. */
export class Recents implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #kept: SharedValue<readonly string[], readonly string[]>;
  /** Fires when an entry was opened, in this window or in another one, and when all are forgotten. */
  readonly onDidChange: vscode.Event<void>;
  readonly #opened = this.#disposables.add(new vscode.EventEmitter<void>());
  /** Fires when an entry was opened in this window. */
  readonly onDidOpen = this.#opened.event;

  constructor(memory: vscode.Memento, onDidChangeWindowState?: WindowStateEvent) {
    this.#kept = this.#disposables.add(new SharedValue(memory, RECENTS_KEY, readIds, onDidChangeWindowState));
    this.onDidChange = this.#kept.onDidChange;
  }

  /** Their ids: the same list until it changes. */
  list(): readonly string[] {
    return this.#kept.get();
  }

  async add(id: string): Promise<void> {
    await this.#kept.set([id, ...this.list().filter((other) => other !== id)].slice(0, MAX_RECENTS));
    this.#opened.fire();
  }

  clear(): Promise<void> {
    return this.#kept.set([]);
  }

  /** Looks whether another window has written. */
  refresh(): void {
    this.#kept.refresh();
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

function readIds(kept: unknown): readonly string[] {
  return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
}
