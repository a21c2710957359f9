import type * as vscode from 'vscode';

const KEY = 'recentEntries';
/** Ids remembered; a list shows fewer. */
const MOST = 20;

/** The entries that were opened last, over all windows, the latest first. */
export class Recents {
  constructor(private readonly memory: vscode.Memento) {}

  list(): readonly string[] {
    const kept = this.memory.get<unknown>(KEY);
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
  }

  async add(id: string): Promise<void> {
    await this.memory.update(KEY, [id, ...this.list().filter((other) => other !== id)].slice(0, MOST));
  }
}
