import type { PostKind } from '../../model';
import { ADDRESSES_ASKER, ADDRESSES_ROOM, askingScore, MIN_ASKING_SCORE } from './askerWording';
import { isOnlyThanks } from './courtesy';
import { isOnlyLinks } from './linkPosts';
import { matchesAny } from './matchCount';

/**
 * Whether the first quote below a heading continues the question or is already an answer, as in half of the threads
 * seen. This is about quotes without a label: a label states the kind.
 */

/** The shortest heading that proves anything when a quote repeats it word for word, in characters. */
const MIN_REPEATED_HEADING_LENGTH = 12;

/** The smallest share of a heading's words that relates a quote to it. */
const MIN_SHARED_WORDS = 1 / 3;

/** The asker adds to what they have said. */
const ADDING =
  /^\s*((아|참|아 참)[,.…~]*\s*)?(그리고|추가로|참고로|덧붙이|덧붙여|추신)(?=[\s,:])|^\s*(edit|update|ps|p\.s\.|also|one more thing)\b/i;

/**
 * The kind of the first quote.
 *
 * @param isAsked Whether plain text above it has asked the question.
 */
export function kindOfFirstQuote(heading: string, text: string, isAsked: boolean): PostKind {
  if (!isAsked && continuesQuestion(heading, text)) return 'question';
  return isOnlyThanks(text) ? 'reply' : 'answer';
}

/** Whether the first quote continues the heading's question: it restates it, gives details or reports what was tried. */
function continuesQuestion(heading: string, text: string): boolean {
  if (isOnlyLinks(text)) return false;
  const score = askingScore(text) + (endsAsking(text) ? 1 : 0);
  if (repeats(heading, text)) return score >= 0;
  // An answer shares words with its question too: they count only beside a sign that somebody asks.
  return score >= MIN_ASKING_SCORE || (score === MIN_ASKING_SCORE - 1 && sharesWords(heading, text));
}

/** Whether a quote right below the asker's own, before anybody has answered, is the asker's as well. */
export function addsToQuestion(text: string): boolean {
  if (isOnlyLinks(text)) return false;
  const score = askingScore(text);
  return score >= MIN_ASKING_SCORE || (ADDING.test(text) && score >= 0);
}

/** Whether a text ends with a question that is not one back to the asker. */
function endsAsking(text: string): boolean {
  return (
    /[?？][\s\p{P}~ㅠㅜ]{0,9}$/u.test(text.trimEnd()) &&
    (!matchesAny(text, ADDRESSES_ASKER) || ADDRESSES_ROOM.test(text))
  );
}

/** Whether a text contains the heading word for word. */
function repeats(heading: string, text: string): boolean {
  const words = (from: string): string => (from.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []).join(' ');
  return heading.length >= MIN_REPEATED_HEADING_LENGTH && words(text).includes(words(heading));
}

/** Whether a text contains at least `MIN_SHARED_WORDS` of the heading's words. */
function sharesWords(heading: string, text: string): boolean {
  const words = [...new Set(heading.toLowerCase().match(/[\p{L}\p{N}_]{2,}/gu))];
  const lowerCase = text.toLowerCase();
  const shared = words.filter((word) => lowerCase.includes(word));
  return shared.length > 0 && shared.length / words.length >= MIN_SHARED_WORDS;
}
