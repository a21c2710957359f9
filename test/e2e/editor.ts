import type { Locator, Page } from 'playwright-core';

/** The text editors of the window. */
export class Editor {
  readonly tabs: Locator;
  readonly activeTab: Locator;
  /** The text editor that has the focus. */
  readonly focused: Locator;
  /** A hover with links, which ours are. */
  readonly hover: Locator;

  constructor(private readonly page: Page) {
    this.tabs = page.locator('.tabs-container .tab');
    this.activeTab = page.locator('.editor-group-container.active .tab.active');
    this.focused = page.locator('.monaco-editor.focused');
    this.hover = page
      .locator('.monaco-hover:visible')
      .filter({ has: page.getByRole('link') })
      .first();
  }

  /** The tabs whose titles begin like that; an entry's is cut short. */
  tab(title: string): Locator {
    return this.tabs.filter({ hasText: title.slice(0, 20) });
  }

  /** A button in the title bar of the group in use that can be pressed, by the beginning of its name. */
  action(name: string): Locator {
    return this.page.locator(
      `.editor-group-container.active .editor-actions a[aria-label^="${name}"]:not(.disabled)`,
    );
  }

  /** Puts the focus into the text by a click on its first line. */
  async focus(): Promise<void> {
    await this.page.locator('.editor-instance .view-line').first().click();
    await this.focused.waitFor();
  }

  /** The text that the editor in use shows. */
  async text(): Promise<string> {
    const lines = this.page.locator('.editor-group-container.active .view-lines .view-line');
    const shown = await lines.evaluateAll((all) =>
      all
        .map((line) => ({ top: Number.parseFloat((line as HTMLElement).style.top), text: line.textContent }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    return shown.join('\n').replaceAll(NO_BREAK_SPACE, ' ');
  }

  /** Double-clicks a name in the line that holds a text. */
  async select(line: string, name: string): Promise<void> {
    const { x, y } = await this.#middleOf(line, name);
    await this.page.mouse.dblclick(x, y);
  }

  /** Rests the mouse on a name in the line that holds a text, and resolves to the hover. */
  async hoverOver(line: string, name: string): Promise<Locator> {
    const { x, y } = await this.#middleOf(line, name);
    await this.page.mouse.move(x - 3, y);
    await this.page.mouse.move(x, y, { steps: 3 });
    await this.hover.waitFor();
    return this.hover;
  }

  /** Where a name is drawn. */
  async #middleOf(line: string, name: string): Promise<{ readonly x: number; readonly y: number }> {
    const row = this.page
      .locator('.editor-instance .view-line')
      .filter({ hasText: drawn(line) })
      .first();
    return row.evaluate(
      (element, text) => {
        const start = element.textContent.replaceAll('\u00a0', ' ').indexOf(text.line);
        const middle = start + text.line.indexOf(text.name) + Math.floor(text.name.length / 2);
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        let passed = 0;
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const { length } = node.textContent ?? '';
          if (passed + length > middle) {
            const range = document.createRange();
            range.setStart(node, middle - passed);
            range.setEnd(node, middle - passed + 1);
            const { x, y, width, height } = range.getBoundingClientRect();
            return { x: x + width / 2, y: y + height / 2 };
          }
          passed += length;
        }
        throw new Error(`The line does not draw "${text.name}".`);
      },
      { line, name },
    );
  }
}

/** An editor draws spaces as these. */
const NO_BREAK_SPACE = '\u00a0';

/** A text as an editor draws it. */
function drawn(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(escaped.replaceAll(' ', `[ ${NO_BREAK_SPACE}]`));
}
