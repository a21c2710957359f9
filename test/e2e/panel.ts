import type { FrameLocator, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The panel of ours that is on top. */
export class Panel {
  readonly #frame: Locator;
  readonly #outer: FrameLocator;
  /** The page that shows the entry, inside the panel's two frames. */
  readonly content: FrameLocator;

  constructor(private readonly page: Page) {
    this.#frame = page.locator('iframe.webview.ready:not([src*="purpose=webviewView"]):visible').last();
    this.#outer = this.#frame.contentFrame();
    this.content = this.#outer.locator('#active-frame').contentFrame();
  }

  /** The title of the entry, the page's only heading of the first level. */
  get title(): Locator {
    return this.content.locator('h1');
  }

  /** The page of an entry of the archive that ships. */
  entry(id: string): Locator {
    return this.content.locator(`article.entry[data-entry-id="fastapi-user-group/${id}"]`);
  }

  /** Waits until an entry is shown with all of its posts. */
  async waitForEntry(title: string | RegExp): Promise<void> {
    await this.content
      .locator('main:not([aria-busy])')
      .getByRole('heading', { level: 1, name: title, exact: true })
      .waitFor();
  }

  /** Waits until the page has the focus. One that has just been opened takes it late, from whatever is open by then. */
  async waitForFocus(): Promise<void> {
    await expect.poll(() => this.hasFocus()).toBe(true);
  }

  hasFocus(): Promise<boolean> {
    return this.content.locator('body').evaluate(() => document.hasFocus());
  }

  /** Puts the focus into the page by a click on its title. */
  async focus(): Promise<void> {
    await this.title.click();
    await this.waitForFocus();
  }

  /** Clicks the lower left corner of the page, where nothing is to be clicked and no list covers it. */
  async clickMargin(button: 'left' | 'back' | 'forward' = 'left'): Promise<void> {
    const box = await this.#frame.boundingBox();
    if (box === null) throw new Error('The panel is not in sight.');
    // Playwright's own mouse has no buttons that go back and forward.
    const mouse = await this.page.context().newCDPSession(this.page);
    for (const type of ['mousePressed', 'mouseReleased'] as const) {
      await mouse.send('Input.dispatchMouseEvent', {
        type,
        button,
        x: box.x + 6,
        y: box.y + box.height - 12,
        clickCount: 1,
      });
    }
    await mouse.detach();
  }

  /** The post at the top of the view and the pixels to it: what is above may change its height. */
  position(): Promise<string> {
    return this.content.locator('body').evaluate(() => {
      const top = (post: Element): number => post.getBoundingClientRect().top;
      // A post that was gone to may lie a fraction of a pixel below the top.
      const post = [...document.querySelectorAll('.post')].findLast((one) => top(one) <= 1);
      return post === undefined ? 'top' : `${post.id} ${String(Math.round(top(post)))}`;
    });
  }

  /** Waits until the page is where it was: at most a pixel off, since it scrolls by whole ones and lines are no whole ones. */
  async waitForPosition(position: string): Promise<void> {
    const [post, top] = position.split(' ');
    await expect.poll(async () => (await this.position()).split(' ')[0]).toBe(post);
    if (top === undefined) return;
    await expect
      .poll(async () => Math.abs(Number((await this.position()).split(' ')[1]) - Number(top)))
      .toBeLessThanOrEqual(1);
  }

  /** Scrolls as a reader's wheel does, and resolves to the position once the page has told VS Code what to restore. */
  async scrollTo(top: number): Promise<string> {
    await this.#outer.locator('body').evaluate(async (_, to) => {
      const inner = document.querySelector<HTMLIFrameElement>('#active-frame')?.contentWindow;
      if (inner === null || inner === undefined) throw new Error('The panel has no page.');
      const stored = new Promise<void>((resolve) => {
        // VS Code's own frame passes on by a port what the page asks to be stored.
        const ports = MessagePort.prototype;
        const post = Reflect.get(ports, 'postMessage') as (this: MessagePort, ...all: unknown[]) => void;
        ports.postMessage = function (message: { readonly channel?: string }, ...rest: unknown[]) {
          post.call(this, message, ...rest);
          if (message.channel !== 'do-update-state') return;
          ports.postMessage = post;
          resolve();
        };
      });
      inner.dispatchEvent(new WheelEvent('wheel'));
      inner.scrollTo(0, to);
      await stored;
    }, top);
    return this.position();
  }

  /** The id of the element in the page that has the focus. */
  focusedId(): Promise<string | undefined> {
    return this.content.locator('body').evaluate(() => document.activeElement?.id);
  }
}
