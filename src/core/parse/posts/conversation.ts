import type { Token } from '../../markdown/markdown';
import { soundsLikeQuestion } from './wordingHeuristics';
import { readLabel } from './postLabels';
import type { MappedText } from '../mappedText';

/** The first line of a GitHub alert, without its quote marker. */
export const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*/i;

/** How much of the text quotes hold where they are posts. */
const SHARE_OF_TEXT = 0.4;

/**
 * Whether quotes of an entry are its posts rather than what prose cites: they carry labels, hold much of the text,
 * or the plain text is a question above them and goes on behind none, as prose does.
 */
export function holdsConversation(tokens: readonly Token[], body: MappedText): boolean {
  let quoted = 0;
  let all = 0;
  let goesOn = false;
  let leadsIn = false;
  for (const [at, token] of tokens.entries()) {
    if (token.level !== 0 || token.map === null || token.nesting < 0 || token.type === 'hr') continue;
    const [start, end] = token.map;
    const { start: from, end: to } = body.lineSpan(start, end);
    const content = tokens[at + (token.type === 'blockquote_open' ? 2 : 1)]?.content ?? '';
    if (token.type === 'blockquote_open') {
      if (ALERT.test(content)) continue;
      if (readLabel(content.split('\n', 1)[0] ?? '', false) !== undefined) return true;
      quoted += to - from;
      goesOn ||= leadsIn;
    } else {
      leadsIn = /[:：]\s*$/.test(content);
      goesOn ||= quoted > 0 && !soundsLikeQuestion(content);
    }
    all += to - from;
  }
  return quoted > 0 && (!goesOn || quoted >= all * SHARE_OF_TEXT);
}
