import type { ShowMessage } from '../protocol';

interface ChunkListener {
  /** How many posts, or the id of the post, must have arrived before the entry replaces what is shown. */
  needed(message: ShowMessage): number | string;
  /** The entry is on the page with its first posts; `isSame` when nothing but posts has changed. */
  replaced(message: ShowMessage, isSame: boolean): void;
  /** More posts are on the page. */
  added(elements: readonly Element[]): void;
  /** The whole entry is on the page. */
  completed(): void;
}

interface RenderedChunk {
  readonly html: string;
  readonly elements: readonly Element[];
}

/**
 * Puts entries onto the page as their chunks arrive. Nothing flickers: the previous entry stays until enough of the next
 * one has arrived, and unchanged chunks are left alone.
 */
export class Chunks {
  #message: ShowMessage | undefined;
  #chunks: string[] = [];
  /** The number of posts in the chunks. */
  #posts = 0;
  #isComplete = false;
  /** Whether the arriving entry has replaced the previous one. */
  #isShown = false;
  #shell: string | undefined;
  #rendered: RenderedChunk[] = [];
  /** The number of arrived chunks that were compared with those on the page. */
  #compared = 0;

  constructor(
    private readonly page: Element,
    private readonly listener: ChunkListener,
  ) {}

  /** The rendering that is on the page. */
  get run(): number | undefined {
    return this.#isShown ? this.#message?.run : undefined;
  }

  show(message: ShowMessage): void {
    this.#message = message;
    this.#chunks = [message.firstChunk];
    this.#posts = countPosts(message.firstChunk);
    this.#isComplete = false;
    this.#isShown = false;
    this.#compared = 0;
    this.#advance(message);
  }

  add(run: number, html: string): void {
    if (this.#message?.run !== run) return;
    this.#chunks.push(html);
    this.#posts += countPosts(html);
    this.#advance(this.#message);
  }

  end(run: number): void {
    if (this.#message?.run !== run) return;
    this.#isComplete = true;
    this.#advance(this.#message);
    this.listener.completed();
  }

  #advance(message: ShowMessage): void {
    if (this.#isShown) {
      this.listener.added(this.#render());
      return;
    }
    if (!this.#isComplete && !this.#hasArrived(this.listener.needed(message))) return;
    this.#isShown = true;
    const isSame = this.#shell === message.shell;
    if (!isSame) {
      this.#shell = message.shell;
      this.page.innerHTML = message.shell;
      this.#rendered = [];
    }
    const elements = this.#render();
    this.listener.replaced(message, isSame);
    this.listener.added(elements);
  }

  #hasArrived(needed: number | string): boolean {
    if (typeof needed === 'number') return this.#posts >= needed;
    return this.#chunks.some((html) => html.includes(` id="${needed}"`));
  }

  /** Renders the chunks that have arrived since. Returns the new elements. */
  #render(): readonly Element[] {
    const posts = this.page.querySelector('.posts');
    const added: Element[] = [];
    for (; this.#compared < this.#chunks.length; this.#compared += 1) {
      const html = this.#chunks[this.#compared] ?? '';
      if (this.#rendered[this.#compared]?.html === html) continue;
      this.#removeFrom(this.#compared);
      const template = document.createElement('template');
      template.innerHTML = html;
      const elements = [...template.content.children];
      posts?.append(...elements);
      added.push(...elements);
      this.#rendered.push({ html, elements });
    }
    if (this.#isComplete) this.#removeFrom(this.#chunks.length);
    return added;
  }

  #removeFrom(index: number): void {
    for (const { elements } of this.#rendered.splice(index)) for (const element of elements) element.remove();
  }
}

function countPosts(html: string): number {
  return html.match(/ id="post-\d+"/g)?.length ?? 0;
}
