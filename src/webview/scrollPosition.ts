import { lowerBound } from '../core/base/lowerBound';

/** A scroll position relative to a post, so that it holds when widths, fonts or images change. */
export interface ScrollPosition {
  /** Index of the first post in view among the page's posts, from 0; -1 above them. */
  readonly post: number;
  /** Pixels from that post's top edge down to the top of the view. */
  readonly offset: number;
}

/** What is stored for a visit: its scroll position and the keys of its open details. */
export interface SavedPosition extends ScrollPosition {
  readonly open: readonly string[];
}

export const TOP: ScrollPosition = { post: -1, offset: 0 };

export const allPosts = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.post')];

export const hasPosts = (): boolean => document.querySelector('.post') !== null;

export function currentPosition(): ScrollPosition {
  const posts = allPosts();
  const post = firstInView(posts);
  const top = posts[post]?.getBoundingClientRect().top ?? -window.scrollY;
  // A post at the top of the view stays there exactly: fractions would add up with each restoration.
  return { post, offset: post >= 0 && Math.abs(top) <= ROUNDING ? 0 : -top };
}

/** Pixels that a post may be below the top of the view and still count as there: browsers scroll by whole pixels. */
const ROUNDING = 1;

/** Index of the last post that begins at or above the top of the view, by binary search: a thread may be long. */
function firstInView(posts: readonly HTMLElement[]): number {
  return lowerBound(posts.length, (at) => (posts[at]?.getBoundingClientRect().top ?? 0) <= ROUNDING) - 1;
}

/** Scrolls to a position: to the last post where there are fewer, and to the end of a post that is shorter now. */
export function restorePosition({ post, offset }: ScrollPosition): void {
  const posts = allPosts();
  const last = posts.length - 1;
  const top = topOf(posts[Math.min(post, last)]) ?? -window.scrollY;
  const end = topOf(posts[post + 1]) ?? Infinity;
  const within = post > last ? 0 : Math.min(offset, end - top);
  window.scrollTo({ top: window.scrollY + top + within, behavior: 'instant' });
}

const topOf = (post: HTMLElement | undefined): number | undefined => post?.getBoundingClientRect().top;

/** Posts above a position that are laid out with it, in a long thread whose posts are laid out on demand. */
const NEARBY = 10;

/** The images whose heights affect a position. */
export function imagesAbove({ post }: ScrollPosition): readonly HTMLImageElement[] {
  const isLong = document.querySelector('.posts.is-long') !== null;
  return allPosts()
    .slice(isLong ? Math.max(0, post - NEARBY) : 0, post + 1)
    .flatMap((element) => [...element.querySelectorAll('img')]);
}

/** Reads a stored position; the top for anything that is not one. */
export function readPosition(value: unknown): SavedPosition {
  const { post, offset, open } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const position = typeof post === 'number' && typeof offset === 'number' ? { post, offset } : TOP;
  const keys = Array.isArray(open) ? open.filter((key) => typeof key === 'string') : [];
  return { ...position, open: keys };
}
