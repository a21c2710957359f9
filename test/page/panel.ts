import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page, Route } from 'playwright-core';
import { expect } from 'vitest';
import type * as vscode from 'vscode';
import type { HostMessage } from '../../src/protocol';
import { pageHtml } from '../../src/vscode/panel/pageHtml';
import { playFrame, REPORT, STATE_KEY, type FrameEvent } from './frame';
import { Host } from './host';
import { PICTURES, Room, type RoomContents } from './room';
import { framedHtml, type ThemeName } from './theme';
import { setDisplayLanguage, type DisplayLanguage } from './vscodeStandIn';

const ROOT = join(import.meta.dirname, '..', '..');
/** Pictures of what the tests saw. */
const OUTPUT = join(ROOT, '.test-out', 'pictures');

const ORIGIN = 'https://panel.test';
/** As in a window. */
const CSP_SOURCE = "'self' https://*.vscode-cdn.net";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
};

export interface PanelOptions {
  readonly theme?: ThemeName;
  /** The window's. */
  readonly language?: DisplayLanguage;
  /** Of the page, in CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Whether pictures wait for `loadPictures`. */
  readonly holdsPictures?: boolean;
}

const extensionUri = { path: '' } as unknown as vscode.Uri;
const webview = {
  cspSource: CSP_SOURCE,
  asWebviewUri: ({ path }: vscode.Uri) => new URL(path, ORIGIN),
} as unknown as vscode.Webview;

/** The panel's real page in a browser, with a room to read and the extension's side played. */
export class Panel {
  /** What is wrong with the page, whatever is tested: errors, policy violations, requests to elsewhere. */
  readonly problems: string[] = [];
  /** Targets of the links that VS Code was asked to open. */
  readonly openedLinks: string[] = [];
  /** What VS Code was told of the place that its latest context menu was asked for. */
  menuContext: Readonly<Record<string, unknown>> | undefined;
  readonly #heldPictures: (() => Promise<void>)[] = [];
  #holdsPictures: boolean;

  private constructor(
    readonly page: Page,
    readonly room: Room,
    readonly host: Host,
    { holdsPictures = false }: PanelOptions,
  ) {
    this.#holdsPictures = holdsPictures;
  }

  static async open(
    context: BrowserContext,
    contents: RoomContents,
    options: PanelOptions = {},
  ): Promise<Panel> {
    const { theme = 'light', language = 'en', viewport = { width: 1000, height: 760 } } = options;
    setDisplayLanguage(language);
    const room = await Room.open(contents);
    const page = await context.newPage();
    await page.setViewportSize(viewport);
    const host = new Host(room, language, (messages) => deliver(page, messages));
    const panel = new Panel(page, room, host, options);
    page.on('pageerror', (error) => panel.problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') panel.problems.push(message.text());
    });
    const html = framedHtml(pageHtml(webview, extensionUri), theme);
    await page.route('**/*', (route) => panel.#answer(route, html));
    await page.exposeFunction(REPORT, (event: FrameEvent) => panel.#report(event));
    await page.addInitScript(playFrame, { stateKey: STATE_KEY, report: REPORT });
    await page.goto(`${ORIGIN}/`);
    await expect.poll(() => host.received('ready').length).toBe(1);
    return panel;
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  /** Opens an entry by its id within the room, and waits until all of it is there. */
  async openEntry(id: string, marks?: readonly string[]): Promise<void> {
    await this.host.open(id, marks);
    await this.settled();
  }

  /** Resolves once the page has done with all that it was sent. */
  async settled(): Promise<void> {
    const pongs = () => this.host.received('pong').length;
    const before = pongs();
    await this.host.send({ type: 'ping' });
    await expect.poll(pongs).toBe(before + 1);
  }

  /** Resolves after so many frames of the page: what it does by frames is done by then. */
  async frames(count: number): Promise<void> {
    await this.page.evaluate(async (left) => {
      for (; left > 0; left -= 1) await new Promise(requestAnimationFrame);
    }, count);
  }

  locator(selector: string): Locator {
    return this.page.locator(selector);
  }

  post(index: number): Locator {
    return this.locator(`#post-${String(index)}`);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name, exact: true });
  }

  /** The image that is shown above the page. */
  get dialog(): Locator {
    return this.locator('dialog.large-image[open]');
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Presses a key, and waits until the element with that id has the focus. */
  async pressTo(key: string, focused: string): Promise<void> {
    await this.press(key);
    await expect.poll(() => this.focusedId()).toBe(focused);
  }

  focusedId(): Promise<string | undefined> {
    return this.page.evaluate(() => document.activeElement?.id);
  }

  /** The post at the top of the view and where it begins, such as `post-3 -12`; `top` above all posts. */
  position(): Promise<string> {
    return this.page.evaluate(() => {
      const top = (post: Element): number => post.getBoundingClientRect().top;
      // A post that was gone to may lie a fraction of a pixel below the top.
      const post = [...document.querySelectorAll('.post')].findLast((one) => top(one) <= 1);
      return post === undefined ? 'top' : `${post.id} ${String(Math.round(top(post)))}`;
    });
  }

  /** Scrolls as a reader's wheel does, and resolves to the position once the page has kept it. */
  async scrollTo(top: number): Promise<string> {
    await this.page.evaluate((to) => {
      dispatchEvent(new WheelEvent('wheel'));
      scrollTo(0, to);
    }, top);
    const position = await this.position();
    await expect.poll(() => this.#keptPosition()).toBe(position);
    return position;
  }

  /** Scrolls to so many pixels past the beginning of a post. */
  async scrollToPost(index: number, past = 0): Promise<string> {
    const top = await this.post(index).evaluate((post) => scrollY + post.getBoundingClientRect().top);
    return this.scrollTo(Math.round(top) + past);
  }

  /** Pixels by which the page is wider than the view. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  }

  scrollTop(): Promise<number> {
    return this.page.evaluate(() => Math.round(scrollY));
  }

  /** From now on the page's timers wait for `runTimers`. */
  async holdTimers(): Promise<void> {
    await this.page.evaluate(() => {
      const timers: (() => void)[] = [];
      const hold = (timer: () => void): number => timers.push(timer);
      const runTimers = (): void => {
        for (const run of timers.splice(0)) run();
      };
      Object.assign(globalThis, { setTimeout: hold, runTimers });
    });
  }

  async runTimers(): Promise<void> {
    await this.page.evaluate(() => {
      (globalThis as unknown as { runTimers(): void }).runTimers();
    });
  }

  /** Hides the page and shows it again: it loads anew and asks for its entry. */
  async reload(): Promise<void> {
    const readies = () => this.host.received('ready').length;
    const before = readies();
    this.host.pageIsGone();
    await this.page.reload();
    await expect.poll(readies).toBe(before + 1);
    await this.settled();
  }

  /** Loads the window anew: only the state that the page has kept is left. */
  async restore(): Promise<void> {
    this.host.restore(await this.#state());
    await this.reload();
  }

  /** From now on pictures wait for `loadPictures`. */
  holdPictures(): void {
    this.#holdsPictures = true;
  }

  /** Lets the pictures come that were held. */
  async loadPictures(): Promise<void> {
    this.#holdsPictures = false;
    await Promise.all(this.#heldPictures.splice(0).map((load) => load()));
  }

  async picture(name: string): Promise<void> {
    await mkdir(OUTPUT, { recursive: true });
    await this.page.screenshot({ path: join(OUTPUT, `page-${name}.png`) });
  }

  #state(): Promise<unknown> {
    return this.page.evaluate(
      (key) => JSON.parse(sessionStorage.getItem(key) ?? 'null') as unknown,
      STATE_KEY,
    );
  }

  /** The position that the page has kept for what it shows. */
  async #keptPosition(): Promise<string | undefined> {
    const {
      places = [],
      visits,
      at,
    } = ((await this.#state()) ?? {}) as {
      readonly places?: readonly (readonly [number, { readonly post: number; readonly offset: number }])[];
      readonly visits?: readonly { readonly id: number }[];
      readonly at?: number;
    };
    const visit = visits?.[at ?? 0]?.id;
    const kept = places.find(([id]) => id === visit)?.[1];
    if (kept === undefined) return undefined;
    // Positions are told by posts in the order of the page, which is that of their replies.
    const ids = await this.locator('.post').evaluateAll((posts) => posts.map(({ id }) => id));
    const id = ids[kept.post];
    return id === undefined ? 'top' : `${id} ${String(Math.round(-kept.offset))}`;
  }

  async #report(event: FrameEvent): Promise<void> {
    switch (event.type) {
      case 'message':
        return this.host.receive(event.message);
      case 'key':
        return this.host.pressed(event.key);
      case 'link':
        this.openedLinks.push(event.target);
        return;
      case 'contextMenu':
        this.menuContext = event.context;
        return;
      case 'violation':
        this.problems.push(event.text);
    }
  }

  async #answer(route: Route, html: string): Promise<void> {
    const { origin, pathname } = new URL(route.request().url());
    if (origin !== ORIGIN) {
      this.problems.push(`A request to ${route.request().url()}`);
      await route.abort();
    } else if (pathname === '/') {
      await route.fulfill({ contentType: 'text/html', body: html });
    } else if (pathname.startsWith(PICTURES)) {
      await this.#answerPicture(route, decodeURI(pathname.slice(PICTURES.length)));
    } else if (pathname.startsWith('/dist/webview/')) {
      await route.fulfill({ contentType: typeOf(pathname), body: await readFile(join(ROOT, pathname)) });
    } else {
      await route.fulfill({ status: 404 });
    }
  }

  async #answerPicture(route: Route, path: string): Promise<void> {
    const picture = this.room.pictures[path];
    const load = (): Promise<void> =>
      picture === undefined
        ? route.fulfill({ status: 404 })
        : route.fulfill({ contentType: typeOf(path), body: picture.body });
    if (this.#holdsPictures) this.#heldPictures.push(load);
    else await load();
  }
}

function typeOf(path: string): string {
  return CONTENT_TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

/** Hands messages to the page, each by a task of its own. */
async function deliver(page: Page, messages: readonly HostMessage[]): Promise<void> {
  await page.evaluate((all) => {
    for (const message of all) postMessage(message, '*');
  }, messages);
}
