import type { EntryTarget, Post, Variant } from '../model';

/** Words of a target that are read, and UTF-16 units of each. */
const MAX_WORDS = 40;
const MAX_WORD_LENGTH = 200;

/** Reads a target that a command or a stored state contains, leaving out what is not valid. */
export function readEntryTarget(value: unknown): EntryTarget {
  const { language, post, words } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const valid = Array.isArray(words) ? words.filter(isWord).slice(0, MAX_WORDS) : [];
  return {
    ...(typeof language === 'string' ? { language } : {}),
    ...(Number.isSafeInteger(post) && (post as number) >= 0 ? { post: post as number } : {}),
    ...(valid.length === 0 ? {} : { words: valid }),
  };
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= MAX_WORD_LENGTH;
}

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
