import type { Post } from '../model';
import { plainTextOf, type PlainText } from '../render/plainText';

/** Entries are immutable: what a post says is worked out once, and goes with the post. */
const texts = new WeakMap<Post, PlainText>();

/** The words a reader sees of a post, prose and code apart. */
export function textOf(post: Post): PlainText {
  const known = texts.get(post);
  if (known !== undefined) return known;
  const text = plainTextOf(post.markdown);
  texts.set(post, text);
  return text;
}
