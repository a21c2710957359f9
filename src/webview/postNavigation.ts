import { allPosts, currentPosition, TOP, type ScrollPosition } from './scrollPosition';
import type { ScrollRestoration } from './scrollRestoration';

/** Set on the post that the reader was led to. */
const REACHED = 'post-reached';

/** Ways from post to post. */
export class PostNavigation {
  /** A post that was asked for before it was on the page. */
  #awaited: string | undefined;
  /** Where the reader was before they began to look at posts. */
  #before: ScrollPosition | undefined;

  constructor(private readonly places: ScrollRestoration) {}

  /** Goes to a post, by its index in the entry, and gives it the focus. */
  goTo(index: number): void {
    this.#before = undefined;
    this.#awaited = `post-${String(index)}`;
    this.settle();
  }

  /** Goes on to the post that is waited for, once it is there. */
  settle(): void {
    if (this.#awaited === undefined) return;
    const post = document.getElementById(this.#awaited);
    if (post === null) return;
    this.#awaited = undefined;
    this.#reach(post);
  }

  /** Nothing more will come. */
  giveUp(): void {
    this.#awaited = undefined;
  }

  /** Shows a post while the reader chooses; without one, the place where they were. */
  peek(index: number | undefined): void {
    if (index === undefined) {
      if (this.#before !== undefined) this.places.goTo(this.#before);
      this.#before = undefined;
      return;
    }
    this.#before ??= currentPosition();
    const at = allPosts().findIndex(({ id }) => id === `post-${String(index)}`);
    if (at >= 0) this.places.goTo({ post: at, offset: 0 });
  }

  /** The reader goes on from the post that they look at. */
  stay(): void {
    this.#before = undefined;
  }

  /** Another entry takes the place of the one that was shown. */
  forget(): void {
    this.#awaited = undefined;
    this.#before = undefined;
  }

  /** Goes some posts on or back; from the first one back to the title. */
  step(by: number): void {
    const posts = allPosts();
    const to = this.#at(posts) + by;
    const post = posts[Math.min(posts.length - 1, to)];
    if (post !== undefined) this.#reach(post);
    else if (to < 0) this.#reachTitle();
  }

  /** The post that the reader is at, by its index in the entry; none above the first one. */
  post(): number | undefined {
    const posts = allPosts();
    const id = posts[this.#at(posts)]?.id;
    return id === undefined ? undefined : Number(id.slice('post-'.length));
  }

  /** Number on the page of the post that has the focus, where it is in view, else of the first one in view; -1 at the top. */
  #at(posts: readonly HTMLElement[]): number {
    const focused = posts.findIndex((post) => post.contains(document.activeElement));
    const { top = 0, bottom = 0 } = posts[focused]?.getBoundingClientRect() ?? {};
    return bottom > 0 && top < window.innerHeight ? focused : currentPosition().post;
  }

  #reach(post: HTMLElement): void {
    this.#leave();
    // Going there looks at the page without the mark: a post that is reached once more is marked anew.
    this.places.goTo({ post: allPosts().indexOf(post), offset: 0 });
    post.classList.add(REACHED);
    post.focus({ preventScroll: true });
  }

  #reachTitle(): void {
    this.#leave();
    this.places.goTo(TOP);
    const title = document.querySelector('h1');
    if (title === null) return;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }

  #leave(): void {
    for (const other of document.querySelectorAll(`.${REACHED}`)) other.classList.remove(REACHED);
  }
}
