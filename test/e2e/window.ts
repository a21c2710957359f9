import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { onTestFailed } from 'vitest';
import {
  openBrowser,
  openFile,
  openQuickPick,
  openWorkbench,
  quickInput,
  reloadWorkbench,
  runCommand,
  webviewFrame,
} from '../../scripts/host/browser.mjs';
import { ensureBrowser, ensureHost } from '../../scripts/host/install.mjs';
import { startHost } from '../../scripts/host/server.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
/** Pictures of what the tests saw. */
const PICTURES = join(ROOT, '.test-out', 'pictures');

export const fixtures = join(ROOT, 'test', 'fixtures');
const example = join(ROOT, 'examples', 'fastapi-sqlalchemy');

export interface WindowOptions {
  readonly folder?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly locale?: string;
  readonly trust?: boolean;
}

/** A real VS Code window with the packaged extension, driven as a user would. */
export class Window {
  private constructor(
    readonly page: Page,
    readonly close: () => Promise<void>,
  ) {}

  static async open({
    folder = example,
    settings = {},
    locale,
    trust = true,
  }: WindowOptions = {}): Promise<Window> {
    const log = (line: string): void => {
      process.stdout.write(`${line}\n`);
    };
    const host = await ensureHost({ log });
    const browser = await ensureBrowser({ log });
    const server = await startHost({
      host,
      folder,
      settings: { ...settings },
      trust,
      extensions: [join(ROOT, 'archive-answers.vsix')],
      log,
      ...(locale === undefined ? {} : { locale }),
    });
    const opened = await openBrowser({ browser, locale: locale === 'ko' ? 'ko-KR' : 'en-US' });
    const window = new Window(opened.page, async () => {
      await opened.browser.close();
      await server.stop();
    });
    try {
      await openWorkbench(opened.page, server.url);
      return window;
    } catch (error) {
      await window.close();
      throw error;
    }
  }

  /** Runs a command from the palette, once whatever quick pick was open is gone. */
  async runCommand(title: string): Promise<void> {
    await quickInput(this.page).widget.waitFor({ state: 'hidden' });
    await runCommand(this.page, title);
  }

  /** Opens a file of the workspace in the editor, by its name. */
  async openFile(name: string): Promise<void> {
    await openFile(this.page, name);
  }

  /** Opens the search and waits for its list. */
  openSearch(title = 'Archive Answers: Search'): Promise<void> {
    return openQuickPick(this.page, title);
  }

  /** Runs a command that asks for a text, and waits for its box. */
  async openInput(command: string, title: string): Promise<void> {
    await this.runCommand(command);
    await this.page.locator('.quick-input-title:visible').getByText(title, { exact: true }).waitFor();
  }

  /** Types into the open search, key by key, and waits until the first result is that one. */
  async type(query: string, firstTitle: string): Promise<void> {
    await this.page.keyboard.type(query);
    await this.results.first().locator('.label-name').getByText(firstTitle, { exact: true }).waitFor();
  }

  /** Searches for an entry and opens it. */
  async openEntry(query: string, title: string): Promise<void> {
    await this.openSearch();
    await this.type(query, title);
    await this.page.keyboard.press('Enter');
    await this.panel.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  get results(): Locator {
    return quickInput(this.page).rows;
  }

  /** The titles of the results, in the order in which they are shown. */
  titles(): Promise<string[]> {
    return this.results.evaluateAll((rows) =>
      rows
        .sort((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
        .map((row) => row.querySelector('.label-name')?.textContent ?? ''),
    );
  }

  /** Opens the extension's sidebar and waits for its tree, or what stands there without one. */
  async openSidebar(): Promise<void> {
    const tab = this.page.locator('.activitybar').getByRole('tab', { name: 'Archive Answers' });
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    await this.page.locator('.pane-body .monaco-list-row:visible, .welcome-view:visible').first().waitFor();
  }

  /** The sidebar's view of all entries; the other view lists some of them too. */
  readonly tree = {
    pane: (): Locator => this.page.locator('.sidebar .pane').first(),
    /** The row with just that label, or one that the pattern fits. */
    row: (label: string | RegExp): Locator => {
      const exact = typeof label === 'string';
      return this.tree
        .pane()
        .locator('.monaco-list-row')
        .filter({ has: this.page.locator('.label-name').getByText(label, { exact }) })
        .first();
    },
    focused: (): Locator => this.tree.pane().locator('.monaco-list-row.focused .label-name'),
    expand: async (label: string): Promise<void> => {
      const row = this.tree.row(label);
      if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
    },
    menu: async (label: string, item: string): Promise<void> => {
      await this.tree.row(label).click({ button: 'right' });
      // A menu that has just opened under the mouse does not take its click.
      await this.page.locator('.monaco-menu').getByText(item, { exact: true }).hover();
      await this.page.keyboard.press('Enter');
    },
    message: (): Promise<string> =>
      this.tree.pane().locator('.tree-explorer-viewlet-tree-view > .message').innerText(),
  };

  async openUntitled(): Promise<void> {
    await this.runCommand('Create: New File...');
    await quickInput(this.page).row('Text File').click();
    await this.page
      .locator('.tab.active')
      .getByText(/^Untitled-\d/)
      .first()
      .waitFor();
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** The lines that the editor in use shows. */
  async editorText(): Promise<string> {
    const lines = this.page.locator('.editor-group-container.active .view-lines .view-line');
    const shown = await lines.evaluateAll((all) =>
      all
        .map((line) => ({ top: Number.parseFloat((line as HTMLElement).style.top), text: line.textContent }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    // Spaces are drawn as no-break spaces.
    return shown.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Rests the mouse on a name in the line that holds a text, and resolves to the hover that has links. */
  async hover(line: string, name: string): Promise<Locator> {
    const hover = this.page
      .locator('.monaco-hover:visible')
      .filter({ has: this.page.getByRole('link') })
      .first();
    // While the extension is starting nobody answers the mouse; a reader would move it again.
    for (let tries = 0; tries < 5; tries += 1) {
      await this.#pointAt(line, name);
      const isThere = hover.waitFor({ timeout: 4_000 });
      if (
        await isThere.then(
          () => true,
          () => false,
        )
      )
        break;
    }
    await hover.waitFor();
    return hover;
  }

  /** Whether an answer shows when the mouse rests on a name, after a time in which one would have come. */
  async hasHover(line: string, name: string): Promise<boolean> {
    await this.#pointAt(line, name);
    const link = this.page.locator('.monaco-hover:visible').getByRole('link').first();
    return link.waitFor({ timeout: 4_000 }).then(
      () => true,
      () => false,
    );
  }

  async #pointAt(line: string, name: string): Promise<void> {
    await this.page.mouse.move(0, 0);
    await this.page.locator('.monaco-hover:visible').waitFor({ state: 'hidden' });
    const row = this.page
      .locator('.editor-instance .view-line')
      .filter({ hasText: spaced(line) })
      .first();
    const box = await row.evaluate(
      (element, text) => {
        const all = element.textContent.replaceAll('\u00a0', ' ');
        const at = all.indexOf(text.line) + text.line.indexOf(text.name);
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        let passed = 0;
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const { length } = node.textContent ?? '';
          const middle = at + Math.floor(text.name.length / 2);
          if (passed + length > middle) {
            const range = document.createRange();
            range.setStart(node, middle - passed);
            range.setEnd(node, middle - passed + 1);
            const { x, y, width, height } = range.getBoundingClientRect();
            return { x: x + width / 2, y: y + height / 2 };
          }
          passed += length;
        }
        throw new Error(`No "${text.name}" in this line.`);
      },
      { line, name },
    );
    await this.page.mouse.move(box.x - 3, box.y);
    await this.page.mouse.move(box.x, box.y, { steps: 3 });
  }

  /** Loads the window anew. */
  async reload(): Promise<void> {
    await reloadWorkbench(this.page);
  }

  /** The panel's page, inside its two frames. */
  get panel(): FrameLocator {
    return webviewFrame(this.page);
  }

  /** Call it before each test: keeps a picture should it fail, and closes what a failed one left open. */
  async beginTest(): Promise<void> {
    onTestFailed(({ task }) => this.picture(`failed ${task.name}`));
    if (await quickInput(this.page).widget.isVisible()) await this.page.keyboard.press('Escape');
  }

  /** The panel's page of an entry of the archive that ships. */
  article(id: string): Locator {
    return this.panel.locator(`article.entry[data-entry-id="fastapi-user-group/${id}"]`);
  }

  /** The post at the top of the panel's view and how far it is scrolled past: what is above may change its height. */
  place(): Promise<string> {
    return this.panel.locator('body').evaluate(() => {
      const top = (post: Element) => Math.round(post.getBoundingClientRect().top);
      const post = [...document.querySelectorAll('.post')].findLast((one) => top(one) <= 0);
      return post === undefined ? 'top' : `${post.id} ${String(top(post))}`;
    });
  }

  /** Scrolls the panel as a reader's wheel does, and resolves to the place in the thread that this is. */
  async scrollPanel(top: number): Promise<string> {
    await this.panel.locator('body').evaluate((_, to) => {
      dispatchEvent(new WheelEvent('wheel'));
      globalThis.scrollTo(0, to);
    }, top);
    // The page remembers its place a moment later.
    await this.page.waitForTimeout(300);
    return this.place();
  }

  async picture(name: string): Promise<void> {
    await mkdir(PICTURES, { recursive: true });
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }
}

/** A text as the editor draws it: its spaces may be no-break ones. */
function spaced(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \u00a0]'));
}
