import type { ShowMessage } from '../protocol';

/** What becomes of the page while an entry arrives. */
interface Reader {
  /** How many posts have to be there before an entry takes the place of what is shown. */
  postsNeeded(message: ShowMessage): number;
  /** An entry is on the page now, with its first posts; `isSame` when nothing around the posts has changed. */
  replaced(message: ShowMessage, isSame: boolean): void;
  /** More posts are on the page. */
  grown(elements: readonly Element[]): void;
  /** All of the entry is on the page. */
  completed(): void;
}

interface DrawnPart {
  readonly html: string;
  readonly elements: readonly Element[];
}

/**
 * Puts entries onto the page as their pieces arrive. What was there stays until as much is here as the reader is to see,
 * and what is the same is not touched: nothing flickers.
 */
export class Chunks {
  #message: ShowMessage | undefined;
  #parts: string[] = [];
  /** How many posts the parts hold. */
  #posts = 0;
  #isWhole = false;
  /** Whether the entry that arrives has taken the place of the one before. */
  #isShown = false;
  #shell: string | undefined;
  #drawn: DrawnPart[] = [];
  /** Parts of the arriving entry that were compared with what is drawn. */
  #compared = 0;

  constructor(
    private readonly page: Element,
    private readonly reader: Reader,
  ) {}

  /** The showing that is on the page. */
  get run(): number | undefined {
    return this.#isShown ? this.#message?.run : undefined;
  }

  show(message: ShowMessage): void {
    this.#message = message;
    this.#parts = [message.part];
    this.#posts = postsIn(message.part);
    this.#isWhole = false;
    this.#isShown = false;
    this.#compared = 0;
    this.#advance(message);
  }

  add(run: number, html: string): void {
    if (this.#message?.run !== run) return;
    this.#parts.push(html);
    this.#posts += postsIn(html);
    this.#advance(this.#message);
  }

  end(run: number): void {
    if (this.#message?.run !== run) return;
    this.#isWhole = true;
    this.#advance(this.#message);
    this.reader.completed();
  }

  #advance(message: ShowMessage): void {
    if (this.#isShown) {
      this.reader.grown(this.#draw());
      return;
    }
    if (!this.#isWhole && this.#posts < this.reader.postsNeeded(message)) return;
    this.#isShown = true;
    const isSame = this.#shell === message.shell;
    if (!isSame) {
      this.#shell = message.shell;
      this.page.innerHTML = message.shell;
      this.#drawn = [];
    }
    const elements = this.#draw();
    this.reader.replaced(message, isSame);
    this.reader.grown(elements);
  }

  /** Draws what has come and is not there yet. */
  #draw(): readonly Element[] {
    const posts = this.page.querySelector('.posts');
    const fresh: Element[] = [];
    for (; this.#compared < this.#parts.length; this.#compared += 1) {
      const html = this.#parts[this.#compared] ?? '';
      if (this.#drawn[this.#compared]?.html === html) continue;
      this.#removeFrom(this.#compared);
      const template = document.createElement('template');
      template.innerHTML = html;
      const elements = [...template.content.children];
      posts?.append(...elements);
      fresh.push(...elements);
      this.#drawn.push({ html, elements });
    }
    if (this.#isWhole) this.#removeFrom(this.#parts.length);
    return fresh;
  }

  #removeFrom(at: number): void {
    for (const { elements } of this.#drawn.splice(at)) for (const element of elements) element.remove();
  }
}

function postsIn(html: string): number {
  return html.match(/ id="post-\d+"/g)?.length ?? 0;
}
