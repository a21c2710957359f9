import * as vscode from 'vscode';

/** Where they are kept; settings sync takes them along. */
export const RECENTS_KEY = 'recentEntries';
/** Ids remembered; a list shows fewer. */
const MOST = 20;

/** The entries that were opened last, over all windows, the latest first. What is kept is read anew each time: another window may have written it. */
export class Recents implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when an entry was opened, and when all are forgotten. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly memory: vscode.Memento) {}

  list(): readonly string[] {
    const kept = this.memory.get<unknown>(RECENTS_KEY);
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
  }

  async add(id: string): Promise<void> {
    await this.#keep([id, ...this.list().filter((other) => other !== id)].slice(0, MOST));
  }

  clear(): Promise<void> {
    return this.#keep([]);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #keep(ids: readonly string[]): Promise<void> {
    await this.memory.update(RECENTS_KEY, ids);
    this.#changed.fire();
  }
}
