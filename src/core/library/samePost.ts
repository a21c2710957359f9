import type { Post, Variant } from '../model';

/**
 * The index in another variant of an entry of the post with that index in this one: the same where the kinds of the
 * posts up to it are the same; `undefined` where they differ, or where there is no such post.
 */
export function samePostIn(
  other: Pick<Variant, 'posts'>,
  post: number | undefined,
  own: Pick<Variant, 'posts'>,
): number | undefined {
  if (post === undefined || own.posts[post] === undefined) return undefined;
  const isSame = ({ kind }: Post, at: number): boolean => kind === other.posts[at]?.kind;
  return own === other || own.posts.slice(0, post + 1).every(isSame) ? post : undefined;
}
