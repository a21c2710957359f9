import type { Variant } from '../model';

/**
 * Index in the variant's posts of the answer that a reader of the title looks for: the one that the answer line is from,
 * else the asker's own, else the first; `undefined` where nobody has answered.
 */
export function acceptedAnswer({ posts, answer }: Pick<Variant, 'posts' | 'answer'>): number | undefined {
  const stated = answer?.post;
  if (stated !== undefined && posts[stated]?.kind === 'answer') return stated;
  const own = posts.findIndex(({ kind, byAsker }) => kind === 'answer' && byAsker === true);
  const first = own === -1 ? posts.findIndex(({ kind }) => kind === 'answer') : own;
  return first === -1 ? undefined : first;
}
