import type { Token } from '../../markdown/markdown';
import { opensQuote } from '../../markdown/tokens';
import type { MappedText } from '../mappedText';
import { ALERT } from './alerts';
import { soundsLikeQuestion } from './askerWording';
import { readLabel } from './postLabels';

/** Quotes amid prose are posts from this share of the text on. */
const MIN_QUOTED_SHARE = 0.4;

/**
 * Whether the quotes of an entry are posts rather than citations in prose. They are when one carries a label, when
 * they make up at least `MIN_QUOTED_SHARE` of the text, or when there is plain text only above them, apart from
 * further questions. Text that leads up to a quote with a colon, or continues below one, is prose.
 */
export function quotesArePosts(tokens: readonly Token[], body: MappedText): boolean {
  let quotedLength = 0;
  let totalLength = 0;
  let isProse = false;
  let endsWithColon = false;
  for (const [at, token] of tokens.entries()) {
    if (token.level !== 0 || token.map === null || token.nesting < 0 || token.type === 'hr') continue;
    const [startLine, endLine] = token.map;
    const { start, end } = body.lineSpan(startLine, endLine);
    const content = tokens[at + (token.type === 'blockquote_open' ? 2 : 1)]?.content ?? '';
    if (opensQuote(token)) {
      if (ALERT.test(content)) continue;
      if (readLabel(content.split('\n', 1)[0] ?? '', false) !== undefined) return true;
      quotedLength += end - start;
      isProse ||= endsWithColon;
    } else {
      endsWithColon = /[:：]\s*$/.test(content);
      isProse ||= quotedLength > 0 && !soundsLikeQuestion(content);
    }
    totalLength += end - start;
  }
  return quotedLength > 0 && (!isProse || quotedLength >= totalLength * MIN_QUOTED_SHARE);
}
