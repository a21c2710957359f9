import type { Post } from '../model';
import { plainTextOf, type PlainText } from '../render/plainText';

/** Posts are immutable, so their plain text is cached for as long as they live. */
const cache = new WeakMap<Post, PlainText>();

/** The text of a post as a reader sees it, prose and code apart. */
export function postTextOf(post: Post): PlainText {
  const cached = cache.get(post);
  if (cached !== undefined) return cached;
  const text = plainTextOf(post.markdown);
  cache.set(post, text);
  return text;
}
