/** Where the reader is in a thread: told by a post, so that it holds when widths, fonts or pictures change. */
export interface Place {
  /** Index among the page's posts of the first one in view; -1 above them. */
  readonly post: number;
  /** Pixels from that post's top edge down to the top of the view. */
  readonly offset: number;
}

export const TOP: Place = { post: -1, offset: 0 };

const posts = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.post')];

export function currentPlace(): Place {
  const all = posts();
  const post = all.findLastIndex((element) => element.getBoundingClientRect().top <= 0);
  const top = all[post]?.getBoundingClientRect().top ?? -window.scrollY;
  return { post, offset: -top };
}

export function goTo({ post, offset }: Place): void {
  const top = posts()[post]?.getBoundingClientRect().top ?? -window.scrollY;
  window.scrollTo({ top: window.scrollY + top + offset, behavior: 'instant' });
}

/** The pictures whose heights decide where a place is. */
export function picturesAbove({ post }: Place): readonly HTMLImageElement[] {
  return posts()
    .slice(0, post + 1)
    .flatMap((element) => [...element.querySelectorAll('img')]);
}

/** Reads a place that was kept; the top for anything that is not one. */
export function readPlace(value: unknown): Place {
  if (typeof value !== 'object' || value === null) return TOP;
  const { post, offset } = value as Readonly<Record<string, unknown>>;
  return typeof post === 'number' && typeof offset === 'number' ? { post, offset } : TOP;
}
