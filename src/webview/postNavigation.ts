import { allPosts, currentPosition, TOP, type ScrollPosition } from './scrollPosition';
import type { ScrollRestoration } from './scrollRestoration';

/** Class of the post that the reader has navigated to. */
const REACHED = 'post-reached';

/** Navigates between the posts of the page. */
export class PostNavigation {
  /** The id of a post to go to once it is on the page. */
  #pending: string | undefined;
  /** The scroll position before posts were previewed. */
  #beforePreview: ScrollPosition | undefined;

  constructor(private readonly scroll: ScrollRestoration) {}

  /** Scrolls to a post, by its index in the entry, and focuses it. */
  goTo(index: number): void {
    this.#beforePreview = undefined;
    this.#pending = `post-${String(index)}`;
    this.goToPending();
  }

  /** Goes to the pending post if it has arrived. */
  goToPending(): void {
    if (this.#pending === undefined) return;
    const post = document.getElementById(this.#pending);
    if (post === null) return;
    this.#pending = undefined;
    this.#reach(post);
  }

  /** All posts have arrived. */
  clearPending(): void {
    this.#pending = undefined;
  }

  /** Scrolls to a post while the reader chooses one; without an index, restores the scroll position. */
  preview(index: number | undefined): void {
    if (index === undefined) {
      if (this.#beforePreview !== undefined) this.scroll.scrollTo(this.#beforePreview);
      this.#beforePreview = undefined;
      return;
    }
    this.#beforePreview ??= currentPosition();
    const at = allPosts().findIndex(({ id }) => id === `post-${String(index)}`);
    if (at >= 0) this.scroll.scrollTo({ post: at, offset: 0 });
  }

  /** The reader continues from the previewed post. */
  commitPreview(): void {
    this.#beforePreview = undefined;
  }

  /** Another entry replaces the one on the page. */
  reset(): void {
    this.#pending = undefined;
    this.#beforePreview = undefined;
  }

  /** Moves some posts forward or back; back from the first one to the title. */
  moveBy(by: number): void {
    const posts = allPosts();
    const to = this.#currentIndex(posts) + by;
    const post = posts[Math.min(posts.length - 1, to)];
    if (post !== undefined) this.#reach(post);
    else if (to < 0) this.#reachTitle();
  }

  /** The post that the reader is at, by its index in the entry; `undefined` above the first one. */
  currentPost(): number | undefined {
    const posts = allPosts();
    const id = posts[this.#currentIndex(posts)]?.id;
    return id === undefined ? undefined : Number(id.slice('post-'.length));
  }

  /** Index on the page of the focused post, if that is in view, else of the first post in view; -1 at the top. */
  #currentIndex(posts: readonly HTMLElement[]): number {
    const focused = posts.findIndex((post) => post.contains(document.activeElement));
    const { top = 0, bottom = 0 } = posts[focused]?.getBoundingClientRect() ?? {};
    return bottom > 0 && top < window.innerHeight ? focused : currentPosition().post;
  }

  #reach(post: HTMLElement): void {
    this.#leave();
    // Scrolling lays the page out without the class, so that its animation runs again for the same post.
    this.scroll.scrollTo({ post: allPosts().indexOf(post), offset: 0 });
    post.classList.add(REACHED);
    post.focus({ preventScroll: true });
  }

  #reachTitle(): void {
    this.#leave();
    this.scroll.scrollTo(TOP);
    const title = document.querySelector('h1');
    if (title === null) return;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }

  #leave(): void {
    for (const post of document.querySelectorAll(`.${REACHED}`)) post.classList.remove(REACHED);
  }
}
