import { lowerBound } from '../core/base/lowerBound';

/** Where the reader is in a thread: told by a post, so that it holds when widths, fonts or pictures change. */
export interface ScrollPosition {
  /** Number of the first post in view among the page's posts, from 0; -1 above them. */
  readonly post: number;
  /** Pixels from that post's top edge down to the top of the view. */
  readonly offset: number;
}

/** What is kept of a visit: where the reader was, and which folded parts were open. */
export interface SavedPosition extends ScrollPosition {
  readonly open: readonly string[];
}

export const TOP: ScrollPosition = { post: -1, offset: 0 };

export const allPosts = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.post')];

export const hasPosts = (): boolean => document.querySelector('.post') !== null;

export function currentPosition(): ScrollPosition {
  const all = allPosts();
  const post = firstInView(all);
  const top = all[post]?.getBoundingClientRect().top ?? -window.scrollY;
  return { post, offset: -top };
}

/** Pixels by which a post may stand below the top of the view and still be at it: the browser scrolls by whole ones. */
const ROUNDING = 1;

/** Index of the last post that begins at or above the top of the view, by halving: a thread may be long. */
function firstInView(posts: readonly HTMLElement[]): number {
  return lowerBound(posts.length, (at) => (posts[at]?.getBoundingClientRect().top ?? 0) <= ROUNDING) - 1;
}

/** Scrolls there; to the last post where there are fewer, and within a post that is shorter now to its end. */
export function restorePosition({ post, offset }: ScrollPosition): void {
  const all = allPosts();
  const last = all.length - 1;
  const top = topOf(all[Math.min(post, last)]) ?? -window.scrollY;
  const end = topOf(all[post + 1]) ?? Infinity;
  const within = post > last ? 0 : Math.min(offset, end - top);
  window.scrollTo({ top: window.scrollY + top + within, behavior: 'instant' });
}

const topOf = (post: HTMLElement | undefined): number | undefined => post?.getBoundingClientRect().top;

/** Posts above a place that are laid out along with it in a thread that is laid out where it is looked at only. */
const NEARBY = 10;

/** The pictures whose heights decide where a place is. */
export function imagesAbove({ post }: ScrollPosition): readonly HTMLImageElement[] {
  const isLong = document.querySelector('.posts.is-long') !== null;
  return allPosts()
    .slice(isLong ? Math.max(0, post - NEARBY) : 0, post + 1)
    .flatMap((element) => [...element.querySelectorAll('img')]);
}

/** Reads a place that was kept; the top for anything that is not one. */
export function readPosition(value: unknown): SavedPosition {
  const { post, offset, open } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const place = typeof post === 'number' && typeof offset === 'number' ? { post, offset } : TOP;
  const keys = Array.isArray(open) ? open.filter((key) => typeof key === 'string') : [];
  return { ...place, open: keys };
}
