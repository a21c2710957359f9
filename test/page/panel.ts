import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page, Route } from 'playwright-core';
import { expect } from 'vitest';
import type * as vscode from 'vscode';
import type { HostMessage, VisitTarget } from '../../src/protocol';
import { pageHtml } from '../../src/vscode/panel/pageHtml';
import { playFrame, REPORT, STATE_KEY, type FrameEvent } from './frame';
import { Host } from './host';
import { PICTURES, Room, type RoomContents } from './room';
import { framedHtml, type ThemeName } from './theme';
import { setDisplayLanguage, type DisplayLanguage } from './vscodeStandIn';

const ROOT = join(import.meta.dirname, '..', '..');
/** Screenshots. */
const OUTPUT = join(ROOT, '.test-out', 'pictures');

const ORIGIN = 'https://panel.test';
/** The value of `webview.cspSource` in a window. */
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
  /** Display language of the window. */
  readonly language?: DisplayLanguage;
  /** Of the page, in CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Whether the page has no content security policy, which must not be needed. */
  readonly withoutPolicy?: boolean;
  /** Whether responses for images are held back until `loadPictures`. */
  readonly holdsPictures?: boolean;
}

const extensionUri = { path: '' } as unknown as vscode.Uri;
const webview = {
  cspSource: CSP_SOURCE,
  asWebviewUri: ({ path }: vscode.Uri) => new URL(path, ORIGIN),
} as unknown as vscode.Webview;

/** The panel's real page in a browser, with an archive in memory and a stand-in for the extension. */
export class Panel {
  /** Errors, policy violations and requests to other origins; each fails the test. */
  readonly problems: string[] = [];
  /** Targets of links left to VS Code. */
  readonly openedLinks: string[] = [];
  /** The data of the latest context menu, as VS Code collects it. */
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
    const own = pageHtml(webview, extensionUri);
    const html = framedHtml(
      options.withoutPolicy === true ? own.replace(/<meta http-equiv[^>]*>/, '') : own,
      theme,
    );
    await page.route('**/*', (route) => panel.#answer(route, html));
    await page.exposeFunction(REPORT, (event: FrameEvent) => panel.#report(event));
    await page.addInitScript(playFrame, { stateKey: STATE_KEY, report: REPORT });
    await page.goto(`${ORIGIN}/`);
    await expect.poll(() => host.received('ready').length).toBe(1);
    return panel;
  }

  async close(): Promise<void> {
    await this.page.unrouteAll({ behavior: 'ignoreErrors' });
    await this.page.close();
  }

  /** Opens an entry by its id without the archive's, and waits until the page has processed all messages. */
  async openEntry(id: string, target?: VisitTarget): Promise<void> {
    await this.host.open(id, target);
    await this.settled();
  }

  /** Resolves once the page has processed all messages sent so far. */
  async settled(): Promise<void> {
    const pongs = () => this.host.received('pong').length;
    const before = pongs();
    await this.host.send({ type: 'ping' });
    await expect.poll(pongs).toBe(before + 1);
  }

  /** Resolves after `count` animation frames of the page. */
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

  /** The dialog that enlarges an image. */
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

  /** The post at the top of the viewport and its offset in pixels, such as `post-3 -12`; `top` above all posts. */
  position(): Promise<string> {
    return this.page.evaluate(() => {
      const top = (post: Element): number => post.getBoundingClientRect().top;
      // Scrolling to a post may leave it a fraction of a pixel below the top.
      const post = [...document.querySelectorAll('.post')].findLast((one) => top(one) <= 1);
      return post === undefined ? 'top' : `${post.id} ${String(Math.round(top(post)))}`;
    });
  }

  /** Scrolls as by a mouse wheel; resolves to the position once the page has stored it. */
  async scrollTo(top: number): Promise<string> {
    await this.page.evaluate((to) => {
      dispatchEvent(new WheelEvent('wheel'));
      scrollTo(0, to);
    }, top);
    const position = await this.position();
    await expect.poll(() => this.#storedPosition()).toBe(position);
    return position;
  }

  /** Scrolls to `past` pixels below the top of a post. */
  async scrollToPost(index: number, past = 0): Promise<string> {
    const top = await this.post(index).evaluate((post) => scrollY + post.getBoundingClientRect().top);
    return this.scrollTo(Math.round(top) + past);
  }

  /** Pixels by which the content is wider than the viewport. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  }

  scrollTop(): Promise<number> {
    return this.page.evaluate(() => Math.round(scrollY));
  }

  /** Holds the page's timers back until `runTimers`. */
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

  /** Unloads and reloads the page, as when the panel was hidden; it asks for its entry again. */
  async reload(): Promise<void> {
    const readies = () => this.host.received('ready').length;
    const before = readies();
    this.host.pageIsGone();
    await this.page.reload();
    await expect.poll(readies).toBe(before + 1);
    await this.settled();
  }

  /** Reloads as a window does: only the state that the page stored survives. */
  async restore(): Promise<void> {
    this.host.restore(await this.#state());
    await this.reload();
  }

  /** Holds images back until `loadPictures`. */
  holdPictures(): void {
    this.#holdsPictures = true;
  }

  /** Delivers the images held back. */
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

  /** The position that the page has stored for the current visit. */
  async #storedPosition(): Promise<string | undefined> {
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
    const stored = places.find(([id]) => id === visit)?.[1];
    if (stored === undefined) return undefined;
    // Stored positions count posts in page order, where replies follow the post they answer.
    const ids = await this.locator('.post').evaluateAll((posts) => posts.map(({ id }) => id));
    const id = ids[stored.post];
    return id === undefined ? 'top' : `${id} ${String(Math.round(-stored.offset))}`;
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

/** Posts messages to the page; each arrives as its own task. */
async function deliver(page: Page, messages: readonly HostMessage[]): Promise<void> {
  await page.evaluate((all) => {
    for (const message of all) postMessage(message, '*');
  }, messages);
}
