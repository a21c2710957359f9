import { allPosts, currentPosition, TOP, type ScrollPosition } from './scrollPosition';
import type { ScrollRestoration } from './scrollRestoration';

/** Class of the post that the reader has navigated to. */
const REACHED = 'post-reached';

const idOf = (index: number): string => `post-${String(index)}`;

/** Navigates between the posts of the page. */
export class PostNavigation {
  /** The id of a post to go to once it is on the page. */
  #pending: string | undefined;
  /** The scroll position before posts were previewed. */
  #beforePreview: ScrollPosition | undefined;

  /** The post at which the entry was opened while the page did not have the focus. */
  #unfocused: HTMLElement | undefined;

  constructor(private readonly scroll: ScrollRestoration) {
    window.addEventListener('focus', () => {
      if (document.activeElement === document.body) this.#unfocused?.focus({ preventScroll: true });
      this.#unfocused = undefined;
    });
    window.addEventListener('pointerdown', () => {
      // The press decides where the focus goes.
      this.#unfocused = undefined;
    });
  }

  /**
   * Goes to the post at which the entry was opened.
   *
   * @param findMark Returns the place in a post with the words that it was found by.
   * @returns Whether the entry has such a post.
   */
  arriveAt(index: number, findMark: (post: Element) => DOMRect | undefined): boolean {
    const post = document.getElementById(idOf(index));
    if (post === null) return false;
    this.#leave();
    this.scroll.scrollTo(arrivalPosition(post, findMark(post)));
    post.classList.add(REACHED);
    if (document.hasFocus()) post.focus({ preventScroll: true });
    else this.#unfocused = post;
    return true;
  }

  /** Scrolls to a post, by its index in the entry, and focuses it. */
  goTo(index: number): void {
    this.#beforePreview = undefined;
    this.#pending = idOf(index);
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
    const at = allPosts().findIndex(({ id }) => id === idOf(index));
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
    this.#unfocused = undefined;
  }

  /** Moves some posts forward or back; back from the first one to the title. */
  moveBy(by: number): void {
    const posts = allPosts();
    const to = this.#currentIndex(posts) + by;
    const post = posts[Math.min(posts.length - 1, to)];
    if (post !== undefined) this.#reach(post);
    else if (to < 0) this.goToTop();
  }

  /** The post that the reader is at, by its index in the entry; `undefined` above the first one. */
  currentPost(): number | undefined {
    const posts = allPosts();
    const id = posts[this.#currentIndex(posts)]?.id;
    return id === undefined ? undefined : Number(id.slice('post-'.length));
  }

  /** Scrolls to the title and focuses it. */
  goToTop(): void {
    this.#leave();
    this.scroll.scrollTo(TOP);
    const title = document.querySelector('h1');
    if (title === null) return;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
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

  #leave(): void {
    for (const post of document.querySelectorAll(`.${REACHED}`)) post.classList.remove(REACHED);
  }
}

/** Shares of the view's height: a mark above the first is in view beside its post's beginning; others are moved to the second. */
const COMFORTABLE = 0.6;
const MARK_AT = 0.3;

/**
 * The position at which a post is opened: its beginning, or the mark in it where that is too far below. The head stays
 * in view where the first post and its mark are in view with it.
 */
function arrivalPosition(post: HTMLElement, mark: DOMRect | undefined): ScrollPosition {
  const at = allPosts().indexOf(post);
  const { top } = post.getBoundingClientRect();
  const limit = COMFORTABLE * window.innerHeight;
  const lowest = mark?.bottom ?? top;
  if (at === 0 && lowest + window.scrollY <= limit) return TOP;
  if (mark === undefined || mark.bottom - top <= limit) return { post: at, offset: 0 };
  return { post: at, offset: mark.top - top - MARK_AT * window.innerHeight };
}
