import * as vscode from 'vscode';
import { VIEW_TYPE } from './entryPanel';
import type { PinnedTitles } from './pinnedTitles';
import { webviewTabs } from './tabs';

/** Tabs that the window has restored and that were never shown since, so that they have no panel yet. */
export class RestoredTabs {
  #tabs: readonly vscode.Tab[] = [];

  constructor(private readonly pinnedTitles: PinnedTitles) {}

  /** Looks for tabs that are neither pinned nor those of open panels. */
  find(openTitles: readonly string[]): void {
    const known = [...this.pinnedTitles.list(), ...openTitles];
    this.#tabs = webviewTabs(VIEW_TYPE).filter(({ label }) => !known.includes(label));
  }

  forget(): void {
    this.#tabs = [];
  }

  /** Closes the tabs that were found: the panel that was opened since takes their place. */
  async close(): Promise<void> {
    const tabs = webviewTabs(VIEW_TYPE).filter((tab) => this.#tabs.includes(tab));
    this.#tabs = [];
    if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true);
  }
}
