import { ADDRESSES_ASKER } from './askerWording';
import { isThanks } from './courtesy';
import { matchesAny } from './matchCount';

/** Wording heuristics: whether a post speaks to the one above it rather than to the question. */

/** A reaction to what was just said. */
const REACTING =
  /^\s*(아하?|오+|앗|엇|헉|와+|아아)[\s,.!~…]|^\s*((혹시|근데|그런데)\s*)?(그럼|그러면|그렇다면)\s|^\s*(oh|ah|I see)\b/i;

/** References to somebody's words. */
const REFERS_TO_POST = [
  /제가\s*(의미|말씀)|제\s*(의미|말)은/,
  /말씀\s*(하신|해\s*주신|하시는|주신)/,
  /(라고|다고)\s*보시는/,
  /답변\s*감사/,
  /\b(as you (said|say)|what I meant|you mean)\b/i,
];

/** Points numbered on from somebody's list. */
const CONTINUES_LIST = /^\s*([2-9]|\d{2,})[.)]\s/;

/** Beyond this length, thanks, a reaction or a question open a contribution of their own. In characters. */
const MAX_REPLY_LENGTH = 200;

/**
 * Whether a post that follows `previous` replies to that post: thanks, a reaction, a short question, an answer to a
 * question back, points numbered on from somebody's list.
 */
export function isReplyTo(previous: string, text: string): boolean {
  if (matchesAny(text, REFERS_TO_POST) || CONTINUES_LIST.test(text)) return true;
  if (text.length > MAX_REPLY_LENGTH) return false;
  return isThanks(text) || REACTING.test(text) || /[?？]\s*$/.test(text) || asksBack(previous);
}

function asksBack(text: string): boolean {
  return text.length <= MAX_REPLY_LENGTH && /[?？]\s*$/.test(text) && matchesAny(text, ADDRESSES_ASKER);
}
