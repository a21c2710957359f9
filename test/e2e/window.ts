import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { expect, onTestFailed, vi } from 'vitest';
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

/** For what is tried again and again until it succeeds, as on a loaded machine. */
export const UNTIL = { timeout: 40_000, interval: 200 };
/** Milliseconds for one of those tries. */
const TRY = 10_000;

export interface WindowOptions {
  readonly folder?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly locale?: string;
  readonly trust?: boolean;
  /** In CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A real VS Code window with the packaged extension, driven as a user would. */
export class Window {
  private constructor(
    readonly page: Page,
    private readonly viewport: { readonly width: number; readonly height: number },
    readonly close: () => Promise<void>,
  ) {}

  static async open({
    folder = example,
    settings = {},
    locale,
    trust = true,
    viewport = { width: 1280, height: 800 },
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
    const opened = await openBrowser({ browser, viewport, locale: locale === 'ko' ? 'ko-KR' : 'en-US' });
    // A loaded machine may need more than the half a minute that is usual.
    opened.page.setDefaultTimeout(60_000);
    const window = new Window(opened.page, viewport, async () => {
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
  async type(query: string, firstTitle: string, wait: { timeout?: number } = {}): Promise<void> {
    await this.page.keyboard.type(query);
    await this.results.first().locator('.label-name').getByText(firstTitle, { exact: true }).waitFor(wait);
  }

  /** Searches for an entry and opens it. */
  async openEntry(query: string, title: string): Promise<void> {
    await this.#retried(async () => {
      await this.openSearch();
      await this.type(query, title, { timeout: TRY });
      await this.page.keyboard.press('Enter');
      await quickInput(this.page).widget.waitFor({ state: 'hidden', timeout: TRY });
      await this.panel.getByRole('heading', { level: 1, name: title }).waitFor({ timeout: TRY });
      await this.panelHasFocus();
    });
  }

  /** Waits until the panel's page has taken the focus: it would take it from what is opened before. */
  async panelHasFocus(): Promise<void> {
    const { panel } = this;
    await vi.waitFor(
      async () => {
        expect(await panel.locator('body').evaluate(() => document.hasFocus())).toBe(true);
      },
      { timeout: TRY },
    );
  }

  /** A webview that takes the focus late closes a quick pick, or takes its keys; a user would begin again. */
  async #retried(act: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await act();
        return;
      } catch (error) {
        if (tries === 3) throw error;
        await this.#leaveQuickInput();
      }
    }
  }

  /** Closes the quick pick or the menu that is open. */
  async #leaveQuickInput(): Promise<void> {
    const open = quickInput(this.page).widget.or(this.page.locator('.monaco-menu:visible'));
    await vi.waitFor(async () => {
      if ((await open.count()) > 0) await this.page.keyboard.press('Escape');
      expect(await open.count()).toBe(0);
    }, UNTIL);
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
    const title = this.page.locator('.part.sidebar .title-label').getByText('Archive Answers');
    // While a window is restored its tabs do not say which one is open, and a click on that one closes it.
    await vi.waitFor(async () => {
      if (!(await title.isVisible())) await tab.click({ timeout: TRY });
      await title.waitFor({ timeout: 5_000 });
    }, UNTIL);
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
    expand: (label: string): Promise<void> => this.#fold(label, true),
    collapse: (label: string): Promise<void> => this.#fold(label, false),
    menu: (label: string, item: string): Promise<void> =>
      this.choose(() => this.tree.row(label).click({ button: 'right', timeout: TRY }), item),
    message: (): Promise<string> =>
      this.tree.pane().locator('.tree-explorer-viewlet-tree-view > .message').innerText(),
  };

  async #fold(label: string, isExpanded: boolean): Promise<void> {
    const row = this.tree.row(label);
    const folded = row.and(this.page.locator(`[aria-expanded="${String(isExpanded)}"]`));
    await row.waitFor();
    await vi.waitFor(async () => {
      if ((await folded.count()) === 0) await row.click({ timeout: TRY });
      await folded.waitFor({ timeout: 5_000 });
    }, UNTIL);
  }

  /** Opens a menu and takes an item of it, after a picture where one is named. */
  async choose(open: () => Promise<void>, item: string, picture?: string): Promise<void> {
    const menu = this.page.locator('.monaco-menu');
    // A view that is drawn anew closes its menu; a user would open it again.
    await vi.waitFor(async () => {
      await this.#leaveQuickInput();
      await open();
      // A menu that has just opened under the mouse does not take its click.
      await menu.getByText(item, { exact: true }).hover({ timeout: 3_000 });
      if (picture !== undefined) await this.picture(picture);
      await menu.locator('.action-item.focused').getByText(item, { exact: true }).waitFor({ timeout: 3_000 });
      await this.page.keyboard.press('Enter');
    }, UNTIL);
  }

  async openUntitled(): Promise<void> {
    const active = this.page.locator('.tab.active');
    const before = await active.evaluateAll((tabs) =>
      tabs.map((tab) => `:not([data-resource-name="${tab.getAttribute('data-resource-name') ?? ''}"])`),
    );
    const opened = active.and(this.page.locator(`[data-resource-name^="Untitled-"]${before.join('')}`));
    await this.#retried(async () => {
      await this.runCommand('Create: New File...');
      await quickInput(this.page).row('Text File').click({ timeout: TRY });
      await opened.first().waitFor({ timeout: TRY });
    });
    const editor = this.page.locator('.editor-group-container.active .monaco-editor.focused');
    await this.#retried(async () => {
      if ((await editor.count()) === 0) await this.runCommand('View: Focus Active Editor Group');
      await editor.waitFor({ timeout: TRY });
    });
  }

  /** Closes all editors, and gives up what is not saved in them. */
  async closeEditors(): Promise<void> {
    const giveUp = this.page.locator('.monaco-dialog-box').getByRole('button', { name: "Don't Save" });
    await this.runCommand('View: Close All Editors');
    await vi.waitFor(async () => {
      if (await giveUp.isVisible()) await giveUp.click({ timeout: TRY });
      expect(await this.page.locator('.tab').count()).toBe(0);
    }, UNTIL);
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

  /** Call it before each test: keeps a picture should it fail, and puts right what a failed one left. */
  async beginTest(): Promise<void> {
    onTestFailed(({ task }) => this.picture(`failed ${task.name}`));
    await this.#leaveQuickInput();
    await this.page.emulateMedia({ reducedMotion: null });
    await this.page.setViewportSize(this.viewport);
  }

  /**
   * Gives the focus to the title of the panel's page. The host learns of the focus a moment after the click; a key of
   * ours that was pressed before has done nothing, and the one to the title may be pressed again.
   */
  async enterPanel(): Promise<void> {
    const title = this.panel.locator('h1');
    await title.click();
    // Once stepped to, a title has the focus by the click alone.
    await title.evaluate((heading) => {
      heading.blur();
    });
    await vi.waitFor(async () => {
      await this.page.keyboard.press('Alt+ArrowUp');
      await this.panel.locator('h1:focus').waitFor({ timeout: 2_000 });
    }, UNTIL);
  }

  /** The panel's page of an entry of the archive that ships. */
  article(id: string): Locator {
    return this.panel.locator(`article.entry[data-entry-id="fastapi-user-group/${id}"]`);
  }

  /** The post at the top of the panel's view and how far it is scrolled past: what is above may change its height. */
  place(): Promise<string> {
    return this.panel.locator('body').evaluate(() => {
      const top = (post: Element) => post.getBoundingClientRect().top;
      // A post that was gone to may lie a fraction of a pixel below the top.
      const post = [...document.querySelectorAll('.post')].findLast((one) => top(one) <= 1);
      return post === undefined ? 'top' : `${post.id} ${String(Math.round(top(post)))}`;
    });
  }

  /** Scrolls the panel as a reader's wheel does, and resolves to the place in the thread that this is. */
  async scrollPanel(top: number): Promise<string> {
    await this.panel.locator('body').evaluate(async (_, to) => {
      dispatchEvent(new WheelEvent('wheel'));
      const before = scrollY;
      const scrolled = new Promise((done) => {
        addEventListener('scroll', done, { once: true });
      });
      globalThis.scrollTo(0, to);
      if (scrollY === before) return;
      await scrolled;
      // The page remembers its place a moment later, by a timer of its own.
      await new Promise((done) => {
        setTimeout(done, 200);
      });
    }, top);
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
