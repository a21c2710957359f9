/** Where the reader is in a thread: told by a post, so that it holds when widths, fonts or pictures change. */
export interface Place {
  /** Number of the first post in view among the page's posts, from 0; -1 above them. */
  readonly post: number;
  /** Pixels from that post's top edge down to the top of the view. */
  readonly offset: number;
}

export const TOP: Place = { post: -1, offset: 0 };

export const allPosts = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.post')];

export const hasPosts = (): boolean => document.querySelector('.post') !== null;

export function currentPlace(): Place {
  const all = allPosts();
  const post = firstInView(all);
  const top = all[post]?.getBoundingClientRect().top ?? -window.scrollY;
  return { post, offset: -top };
}

/** Index of the last post that begins at or above the top of the view, by halving: a thread may be long. */
function firstInView(posts: readonly HTMLElement[]): number {
  let low = 0;
  let high = posts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((posts[middle]?.getBoundingClientRect().top ?? 0) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Scrolls there; to the last post where there are fewer. */
export function goToPlace({ post, offset }: Place): void {
  const all = allPosts();
  const last = all.length - 1;
  const top = all[Math.min(post, last)]?.getBoundingClientRect().top ?? -window.scrollY;
  window.scrollTo({ top: window.scrollY + top + (post > last ? 0 : offset), behavior: 'instant' });
}

/** The pictures whose heights decide where a place is. */
export function picturesAbove({ post }: Place): readonly HTMLImageElement[] {
  return allPosts()
    .slice(0, post + 1)
    .flatMap((element) => [...element.querySelectorAll('img')]);
}

/** Reads a place that was kept; the top for anything that is not one. */
export function readPlace(value: unknown): Place {
  if (typeof value !== 'object' || value === null) return TOP;
  const { post, offset } = value as Readonly<Record<string, unknown>>;
  return typeof post === 'number' && typeof offset === 'number' ? { post, offset } : TOP;
}
