import type * as vscode from 'vscode';

const KEY = 'keptTitles';

/**
 * The titles of the panels that keep their entry. A tab that the window kept over a reload tells no more than its title
 * before somebody looks at it.
 */
export class PinnedTitles {
  constructor(private readonly memory: vscode.Memento) {}

  list(): readonly string[] {
    const kept = this.memory.get<unknown>(KEY);
    return Array.isArray(kept) ? kept.filter((title): title is string => typeof title === 'string') : [];
  }

  /**
   * Remembers the titles of the panels that keep their entry now, and forgets those that no tab has any more.
   *
   * @param tabs The titles of all tabs of ours.
   */
  async update(titles: readonly string[], tabs: readonly string[]): Promise<void> {
    const before = this.list();
    const now = [...new Set([...titles, ...before.filter((title) => tabs.includes(title))])];
    if (now.length === before.length && now.every((title) => before.includes(title))) return;
    await this.memory.update(KEY, now);
  }
}
