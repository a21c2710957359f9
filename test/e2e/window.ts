import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, onTestFailed } from 'vitest';
import { openBrowser, openWorkbench, waitForWorkbench } from '../../scripts/host/browser.mjs';
import { ensureBrowser, ensureHost } from '../../scripts/host/install.mjs';
import { startHost } from '../../scripts/host/server.mjs';
import { Editor } from './editor';
import { Panel } from './panel';
import { QuickInput } from './quickInput';
import { Sidebar } from './sidebar';
import { ROOT } from './workspace';

/** Pictures of windows in which a test failed. */
const PICTURES = join(ROOT, '.test-out', 'pictures');
/** Milliseconds for what a window shows; a loaded machine needs more than the half minute that is usual. */
const TIMEOUT = 30_000;

export interface WindowOptions {
  readonly folder: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly locale?: 'ko';
  readonly trust?: boolean;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Without motion nothing takes the focus after an animation; rows of a terminal that the page draws are text. */
const SETTINGS = {
  'workbench.reduceMotion': 'on',
  'terminal.integrated.gpuAcceleration': 'off',
  'terminal.integrated.defaultProfile.linux': 'bash',
};

/** CSS pixels. */
const VIEWPORT = { width: 1440, height: 860 };

/** A real VS Code window with the packaged extension, driven as a user would. */
export class Window {
  readonly quickInput: QuickInput;
  readonly panel: Panel;
  readonly sidebar: Sidebar;
  readonly editor: Editor;
  readonly statusBar: Locator;
  readonly toasts: Locator;
  readonly menu: Locator;
  readonly dialog: Locator;
  /** What the browser has reported that the policy of a page does not allow. */
  readonly policyViolations: string[] = [];
  /** Addresses that the browser has asked for on other machines. */
  readonly outsideRequests: string[] = [];

  private constructor(
    readonly page: Page,
    readonly close: () => Promise<void>,
  ) {
    this.quickInput = new QuickInput(page);
    this.panel = new Panel(page);
    this.sidebar = new Sidebar(page);
    this.editor = new Editor(page);
    this.statusBar = page.locator('.statusbar');
    this.toasts = page.locator('.notification-toast');
    this.menu = page.locator('.monaco-menu:visible');
    this.dialog = page.locator('.monaco-dialog-box');
    page.setDefaultTimeout(TIMEOUT);
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) this.policyViolations.push(message.text());
    });
    page.context().on('request', (request) => {
      if (isOutside(new URL(request.url()))) this.outsideRequests.push(request.url());
    });
  }

  static async open({ folder, settings = {}, locale, trust = true }: WindowOptions): Promise<Window> {
    const log = (line: string): void => {
      process.stdout.write(`${line}\n`);
    };
    const host = await ensureHost({ log });
    const browser = await ensureBrowser({ log });
    const server = await startHost({
      host,
      folder,
      settings: { ...SETTINGS, ...settings },
      trust,
      extensions: [join(ROOT, 'archive-answers.vsix')],
      log: () => undefined,
      ...(locale === undefined ? {} : { locale }),
    });
    const opened = await openBrowser({
      browser,
      viewport: VIEWPORT,
      locale: locale === 'ko' ? 'ko-KR' : 'en-US',
    });
    const window = new Window(opened.page, async () => {
      await opened.browser.close();
      await server.stop();
    });
    try {
      await opened.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await openWorkbench(opened.page, server.url);
      return window;
    } catch (error) {
      await window.close();
      throw error;
    }
  }

  /** Call it before each test: keeps a picture should it fail, and closes whatever is open but the sidebar. */
  async reset(): Promise<void> {
    onTestFailed(({ task }) => this.#takePicture(`failed ${task.name}`));
    await this.page.setViewportSize(VIEWPORT);
    await this.page.mouse.move(0, 0);
    for (const key of ['Control', 'Shift']) await this.page.keyboard.up(key);
    if (await this.menu.first().isVisible()) await this.page.keyboard.press('Escape');
    if (await this.quickInput.widget.isVisible()) await this.quickInput.cancel();
    if (await this.dialog.isVisible()) await this.page.keyboard.press('Escape');
    await this.#leaveFrame();
    await this.closeEditors();
    await this.#closeTerminals();
    if ((await this.toasts.count()) > 0) await this.runCommand('Notifications: Clear All Notifications');
    await expect.poll(() => this.toasts.count()).toBe(0);
  }

  /** Runs a command from the palette, by its whole title there. */
  async runCommand(title: string): Promise<void> {
    await this.#settleFocus();
    await this.quickInput.choose('F1', `>${title}`, title);
  }

  /** Opens a file of the workspace, by its name without folders. */
  async openFile(name: string): Promise<void> {
    await this.#settleFocus();
    await this.quickInput.choose('ControlOrMeta+P', name, name);
    await this.editor.activeTab.getByText(name).first().waitFor();
    await this.editor.focused.waitFor();
  }

  /** Opens a file that has no name yet, and types a text into it. */
  async openUntitled(text: string): Promise<void> {
    await this.runCommand('File: New Untitled Text File');
    await this.editor.activeTab
      .getByText(/^Untitled-/)
      .first()
      .waitFor();
    await this.editor.focused.waitFor();
    await this.page.keyboard.insertText(text);
    await expect.poll(() => this.editor.text()).toBe(text);
  }

  /** Closes all editors, and discards what is not saved in them. */
  async closeEditors(): Promise<void> {
    const { tabs } = this.editor;
    if ((await tabs.count()) === 0) return;
    const discard = this.dialog.getByRole('button', { name: "Don't Save" });
    await this.runCommand('View: Close All Editors');
    await expect.poll(async () => (await tabs.count()) === 0 || (await discard.isVisible())).toBe(true);
    if (await discard.isVisible()) await discard.click();
    await expect.poll(() => tabs.count()).toBe(0);
  }

  /** Opens the search by its key and waits until it lists something. */
  async openSearch(title = 'Archive Answers: Search'): Promise<void> {
    await this.#settleFocus();
    await this.page.keyboard.press('ControlOrMeta+K');
    await this.page.keyboard.press('ControlOrMeta+G');
    await this.quickInput.waitForTitle(title);
    await this.quickInput.rows.first().waitFor();
  }

  /** Searches, and waits until the entry with that title comes first. */
  async search(query: string, first: string | RegExp): Promise<void> {
    await this.openSearch();
    await this.quickInput.enter(query);
    await this.quickInput.waitForFirst(first);
  }

  /** Searches for an entry, opens it and waits until its page has the focus. */
  async openEntry(query: string, title: string): Promise<void> {
    await this.search(query, title);
    await this.page.keyboard.press('Enter');
    await this.panel.waitForEntry(title);
    await this.panel.waitForFocus();
  }

  /** Takes an item of the menu that is open. */
  async chooseFromMenu(item: string): Promise<void> {
    await this.menu.getByText(item, { exact: true }).hover();
    await this.menu.locator('.action-item.focused').getByText(item, { exact: true }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.menu.first().waitFor({ state: 'hidden' });
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Loads the window again by its own command, which lets it store what it will restore. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await waitForWorkbench(this.page);
  }

  /**
   * Waits until keys are heard. A panel that is to have the focus again gets it in two steps: first VS Code's own frame,
   * where keys are lost, and a moment later the page inside it, which passes them on.
   */
  async #settleFocus(): Promise<void> {
    await this.quickInput.widget.waitFor({ state: 'hidden' });
    const isInFrame = (): Promise<boolean> =>
      this.page.evaluate(() => document.activeElement instanceof HTMLIFrameElement);
    await expect.poll(async () => !(await isInFrame()) || (await this.panel.hasFocus())).toBe(true);
  }

  /** Takes the focus from VS Code's own frame around a page, where a test may have ended and no key is heard. */
  async #leaveFrame(): Promise<void> {
    await this.page.evaluate(() => {
      if (document.activeElement instanceof HTMLIFrameElement) document.activeElement.blur();
    });
  }

  async #closeTerminals(): Promise<void> {
    const terminals = this.page.locator('.part.panel .terminal-wrapper');
    if ((await terminals.count()) > 0) await this.runCommand('Terminal: Kill All Terminals');
    await expect.poll(() => terminals.count()).toBe(0);
  }

  async #takePicture(name: string): Promise<void> {
    await mkdir(PICTURES, { recursive: true });
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }
}

/**
 * Whether a request leaves this machine. VS Code's names for the files of webviews are not on a network: a service worker
 * answers them.
 */
function isOutside({ protocol, hostname }: URL): boolean {
  if (!/^(?:https?|wss?):$/.test(protocol)) return false;
  return !/^(?:localhost|127\.0\.0\.1|\[::1\])$|\.vscode-resource\.vscode-cdn\.net$/.test(hostname);
}

/** Where an element is drawn, in CSS pixels of the window. */
export async function boxOf(element: Locator): Promise<Box> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('The element is not in sight.');
  return box;
}
