import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { onTestFailed } from 'vitest';
import {
  openBrowser,
  openWorkbench,
  quickInput,
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
    await this.page.keyboard.press('ControlOrMeta+P');
    await quickInput(this.page).input.fill(name);
    await quickInput(this.page).row(name).click();
    await this.page.locator('.tab.active').getByText(name).waitFor();
  }

  /** Opens the search and waits for its list. */
  async openSearch(title = 'Archive Answers: Search'): Promise<void> {
    await this.runCommand(title);
    await this.page.locator('.quick-input-title:visible').getByText(title).waitFor();
    await this.results.first().waitFor();
  }

  /** Types into the open search, key by key, and waits until the first result is that one. */
  async type(query: string, firstTitle: string): Promise<void> {
    await this.page.keyboard.type(query);
    await this.results.first().locator('.label-name').getByText(firstTitle, { exact: true }).waitFor();
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

  /** The panel's page, inside its two frames. */
  get panel(): FrameLocator {
    return webviewFrame(this.page);
  }

  /** Call it before each test: keeps a picture should it fail, and closes what a failed one left open. */
  async beginTest(): Promise<void> {
    onTestFailed(({ task }) => this.picture(`failed ${task.name}`));
    if (await quickInput(this.page).widget.isVisible()) await this.page.keyboard.press('Escape');
  }

  async picture(name: string): Promise<void> {
    await mkdir(PICTURES, { recursive: true });
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }
}
