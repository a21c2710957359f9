import type { Locator, Page } from 'playwright-core';

/** The extension's own sidebar: the view of all entries above that of the file in use. */
export class Sidebar {
  readonly tab: Locator;
  /** The view of all entries. */
  readonly entries: Locator;
  /** The view of the entries for the file in use. */
  readonly file: Locator;
  /** The label of the row that keys begin at, while the view of all entries has the focus. */
  readonly focusedLabel: Locator;

  constructor(private readonly page: Page) {
    this.tab = page.locator('.activitybar').getByRole('tab', { name: 'Archive Answers' });
    this.entries = page.locator('.sidebar .pane').first();
    this.file = page.locator('.sidebar .pane').nth(1);
    this.focusedLabel = this.entries.locator('.monaco-list:focus .monaco-list-row.focused .label-name');
  }

  /** Opens the sidebar by its icon, unless it is open. */
  async open(): Promise<void> {
    const title = this.page.locator('.part.sidebar .title-label').getByText('Archive Answers');
    if (!(await title.isVisible())) await this.tab.click();
    await title.waitFor();
  }

  /** The first row of all entries with just that label, or one that the pattern fits. */
  row(label: string | RegExp, view = this.entries): Locator {
    const name = this.page.locator('.label-name').getByText(label, { exact: true });
    const rows = view.locator('.monaco-list-row').filter({ has: name });
    if (typeof label !== 'string') return rows.first();
    // An entry with a short title is read aloud by its whole title.
    return rows.or(view.locator(`.monaco-list-row[aria-label^=${JSON.stringify(`${label}, `)}]`)).first();
  }

  /** The row of an entry for the file in use, by its whole title: the row shows the names and a short title. */
  fileRow(title: string): Locator {
    return this.file.locator(`.monaco-list-row[aria-label*=${JSON.stringify(title)}]`).first();
  }

  /** The labels of the rows that are selected. */
  selected(): Promise<readonly string[]> {
    return this.entries.locator('.monaco-list-row.selected .label-name').allInnerTexts();
  }

  /** Opens a group, unless it is open, and waits for its rows, which come later than its sign of being open. */
  async expand(label: string): Promise<void> {
    await this.#setExpanded(label, true);
    const row = this.row(label);
    const [index, level] = await Promise.all(
      ['data-index', 'aria-level'].map(async (name) => Number(await row.getAttribute(name)) + 1),
    );
    const below = `.monaco-list-row[data-index="${String(index)}"][aria-level="${String(level)}"]`;
    await this.entries.locator(below).waitFor();
  }

  async collapse(label: string): Promise<void> {
    await this.#setExpanded(label, false);
  }

  async #setExpanded(label: string, isExpanded: boolean): Promise<void> {
    const row = this.row(label);
    const wanted = String(isExpanded);
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) !== wanted) await row.click();
    await row.and(this.page.locator(`[aria-expanded="${wanted}"]`)).waitFor();
  }

  /** What the view says above its rows. */
  message(): Promise<string> {
    return this.entries.locator('.tree-explorer-viewlet-tree-view > .message').innerText();
  }
}
