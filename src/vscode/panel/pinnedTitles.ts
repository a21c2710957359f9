import type * as vscode from 'vscode';

/** Stored by earlier versions too, hence the name. */
const KEY = 'keptTitles';

/** The titles of pinned panels. A tab that the window restores has nothing but its title until it is first shown. */
export class PinnedTitles {
  constructor(private readonly workspaceState: vscode.Memento) {}

  list(): readonly string[] {
    const stored = this.workspaceState.get<unknown>(KEY);
    return Array.isArray(stored) ? stored.filter((title): title is string => typeof title === 'string') : [];
  }

  /**
   * Stores the titles of the panels that are pinned now, and drops those that no tab has any more.
   *
   * @param tabs The titles of all tabs with panels of ours.
   */
  async update(titles: readonly string[], tabs: readonly string[]): Promise<void> {
    const before = this.list();
    const now = [...new Set([...titles, ...before.filter((title) => tabs.includes(title))])];
    if (now.length === before.length && now.every((title) => before.includes(title))) return;
    await this.workspaceState.update(KEY, now);
  }
}
