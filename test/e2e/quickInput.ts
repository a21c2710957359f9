import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The quick pick or input box that is open. */
export class QuickInput {
  readonly widget: Locator;
  readonly input: Locator;
  readonly rows: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator('.quick-input-widget:visible');
    this.input = this.widget.locator('.quick-input-box input');
    this.rows = this.widget.locator('.quick-input-list .monaco-list-row');
  }

  /** The first row with just that label. */
  row(label: string | RegExp): Locator {
    const name = this.page.locator('.label-name').getByText(label, { exact: true });
    return this.rows.filter({ has: name }).first();
  }

  /** The labels of the rows from top to bottom. */
  labels(): Promise<string[]> {
    return this.#texts('.label-name');
  }

  /** The text of a part of each row, from top to bottom; empty where it is hidden, as in rows that are drawn anew. */
  #texts(selector: string): Promise<string[]> {
    return this.rows.evaluateAll(
      (rows, part) =>
        rows
          .sort((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
          .map((row) => row.querySelector(part))
          .map((element) => (element?.checkVisibility() === true ? element.textContent : '')),
      selector,
    );
  }

  /** The names of the sections that are in sight, from top to bottom. */
  async sections(): Promise<string[]> {
    const names = await this.#texts('.quick-input-list-separator');
    return names.filter((name) => name !== '');
  }

  /** Waits for the list or box of that title. */
  async waitForTitle(title: string): Promise<void> {
    await this.widget.locator('.quick-input-title').getByText(title, { exact: true }).waitFor();
  }

  /** Waits until the first row has that label and is the active one. */
  async waitForFirst(label: string | RegExp): Promise<void> {
    await this.row(label).and(this.page.locator('.focused[data-index="0"]')).waitFor();
  }

  /** Types a text at once, so that the list is filled for it and for nothing before it. */
  async enter(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /**
   * Moves down from the first row to the one with that label and accepts it. Not by the mouse: a list that is drawn again
   * between press and release loses the click.
   */
  async accept(label: string): Promise<void> {
    const row = this.row(label);
    await this.rows.and(this.page.locator('.focused[data-index="0"]')).waitFor();
    const index = Number(await row.getAttribute('data-index'));
    for (let at = 0; at < index; at += 1) await this.page.keyboard.press('ArrowDown');
    await row.and(this.page.locator('.focused')).waitFor();
    await this.page.keyboard.press('Enter');
    await row.waitFor({ state: 'hidden' });
  }

  /** Opens the palette with a key, and accepts the row that a query brings. */
  async choose(key: string, query: string, label: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.input.fill(query);
    await this.accept(label);
  }

  /** Closes what is open by Escape. */
  async cancel(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.widget.waitFor({ state: 'hidden' });
  }

  /** Waits until the text in the box is that one. */
  async waitForText(text: string | RegExp): Promise<void> {
    await expect.poll(() => this.input.inputValue()).toMatch(text);
  }
}
