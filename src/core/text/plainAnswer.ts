import type { AnswerLine } from '../model';
import { oneLine, shortenAtWord } from './shorten';

/** UTF-16 units of an answer line in a list: the rest of a longer one is in the entry. */
const MAX_LISTED_LENGTH = 160;

/** An answer line as plain text for lists: on one line, without the backticks around code, cut after a word. */
export function plainAnswer({ text }: AnswerLine): string {
  return shortenAtWord(oneLine(text.replace(/`([^`]+)`/g, '$1')), MAX_LISTED_LENGTH);
}
