import { acceptedAnswer } from '../library/acceptedAnswer';
import type { EntryTarget, Post, Variant } from '../model';
import { postTextOf } from '../search/postText';
import { codeKey, errorCodesIn } from './errorCodes';
import { namesAndCodes } from './impliedFacts';
import { isDistinctive } from './messageWords';
import type { RaisedError } from './raisedError';

/** Scores beside that of a message, which is one for each word that a post quotes. */
const CODE_SCORE = 8;
const CLASS_SCORE = 3;
/** Words of a message that are looked for, and the fewest in sequence that count as quoted. */
const MAX_WORDS = 60;
const MIN_WORDS = 2;

/** Punctuation, but not the apostrophe of `can't`. */
const BETWEEN_WORDS = /[^\p{L}\p{N}_\s']+|(?<!\p{L})'|'(?!\p{L})/u;

/** What a post says of an error. */
interface Evidence {
  readonly score: number;
  readonly words: readonly string[];
}

/**
 * Where an entry opens for an error it matches: at the post that says most of its code, class and message, with these
 * highlighted, printed or implied by the message; at its answer where it only declares the error.
 */
export function errorTarget(error: RaisedError, variant: Variant): EntryTarget {
  let best: Evidence = { score: 0, words: [] };
  let post = acceptedAnswer(variant);
  variant.posts.forEach((candidate, at) => {
    const evidence = evidenceIn(candidate, error);
    if (evidence.score > best.score) [best, post] = [evidence, at];
  });
  return { language: variant.language, words: best.words, ...(post === undefined ? {} : { post }) };
}

function evidenceIn(post: Post, error: RaisedError): Evidence {
  const { codes, names: classes } = namesAndCodes(error);
  const { prose, code } = postTextOf(post);
  const text = normalised(`${prose}\n${code}`);
  const inPost = new Set(errorCodesIn(post.markdown).map(codeKey));
  const ownCodes = codes
    .filter((own) => inPost.has(codeKey(own)) || isWordIn(own.code, text))
    .map((own) => own.code.toLowerCase());
  const names = classes.map((name) => name.toLowerCase()).filter((name) => isWordIn(name, text));
  const phrases = quotedPhrases(error.message, text);
  const quoted = phrases.reduce((count, phrase) => count + phrase.split(' ').length, 0);
  return {
    score: ownCodes.length * CODE_SCORE + names.length * CLASS_SCORE + quoted,
    words: [...ownCodes, ...names, ...phrases],
  };
}

/** The longest sequences of words of a message, between punctuation, that are in a normalised text. */
function quotedPhrases(message: string, text: string): readonly string[] {
  const phrases = new Set<string>();
  let left = MAX_WORDS;
  for (const part of message.toLowerCase().split(BETWEEN_WORDS)) {
    const words = part
      .split(/\s+/)
      .filter((word) => word !== '')
      .slice(0, left);
    left -= words.length;
    let start = 0;
    while (start + MIN_WORDS <= words.length) {
      let end = start + MIN_WORDS;
      if (!isWordIn(words.slice(start, end).join(' '), text)) {
        start += 1;
        continue;
      }
      while (end < words.length && isWordIn(words.slice(start, end + 1).join(' '), text)) end += 1;
      const phrase = words.slice(start, end);
      if (phrase.some(isDistinctive)) phrases.add(phrase.join(' '));
      start = end;
    }
  }
  return [...phrases];
}

function normalised(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}

/** Whether a normalised text has words that are not part of longer ones. */
function isWordIn(words: string, text: string): boolean {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + words.length] ?? ' ';
    if (!/[\p{Script=Latin}\p{N}_]/u.test(before) && !/[\p{Script=Latin}\p{N}_]/u.test(after)) return true;
  }
  return false;
}
