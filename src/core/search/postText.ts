import type { Post } from '../model';
import { plainTextOf, type PlainText } from '../render/plain';
import { analyse, type Token } from '../text/analyser';

/** Entries are immutable: what a post says and how it is analysed is worked out once, and goes with the post. */
const texts = new WeakMap<Post, PlainText>();
const passages = new WeakMap<Post, AnalysedText>();

/** A text with its tokens. */
export interface AnalysedText {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** The words a reader sees of a post, prose and code apart. */
export function textOf(post: Post): PlainText {
  const known = texts.get(post);
  if (known !== undefined) return known;
  const text = plainTextOf(post.markdown);
  texts.set(post, text);
  return text;
}

/** What passages of a post are taken from: its prose, or its code where there is nothing else. */
export function analysedTextOf(post: Post): AnalysedText {
  const known = passages.get(post);
  if (known !== undefined) return known;
  const { prose, code } = textOf(post);
  const text = prose === '' ? code : prose;
  const analysed = { text, tokens: analyse(text) };
  passages.set(post, analysed);
  return analysed;
}
