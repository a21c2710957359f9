import type { Token } from '../../markdown/markdown';
import { opensQuote } from '../../markdown/tokens';
import type { MappedText } from '../mappedText';
import { isQuestionTitle } from '../questionTitles';
import { ALERT } from './alerts';
import { soundsLikeQuestion } from './askerWording';
import { isCitation } from './attribution';
import { readLabel } from './postLabels';

/** Quotes amid prose are posts from this share of the text on. */
const MIN_QUOTED_SHARE = 0.4;

/**
 * Whether the quotes of an entry are posts rather than citations in prose. They are when one carries a label, when
 * they make up at least `MIN_QUOTED_SHARE` of the text, or when there is plain text only above them, apart from
 * further questions. Text that leads up to a quote with a colon, continues below one, or answers a title that asks is
 * prose, and so is a quote that names its source where the title does not ask.
 */
export function quotesArePosts(tokens: readonly Token[], body: MappedText, title: string): boolean {
  const titleAsks = isQuestionTitle(title);
  let quotedLength = 0;
  let totalLength = 0;
  let isProse = false;
  let endsWithColon = false;
  let isAsked = false;
  for (const [at, token] of tokens.entries()) {
    if (token.level !== 0 || token.map === null || token.nesting < 0 || token.type === 'hr') continue;
    const [startLine, endLine] = token.map;
    const { start, end } = body.lineSpan(startLine, endLine);
    const content = tokens[at + (token.type === 'blockquote_open' ? 2 : 1)]?.content ?? '';
    if (opensQuote(token)) {
      if (ALERT.test(content)) continue;
      if (readLabel(content.split('\n', 1)[0] ?? '', false) !== undefined) return true;
      const isCited = isCitation(tokens, at, title);
      const isAnswered = titleAsks && totalLength > 0 && quotedLength === 0 && !isAsked;
      isProse ||= endsWithColon || isAnswered || isCited;
      quotedLength += isCited ? 0 : end - start;
    } else {
      const asks = soundsLikeQuestion(content);
      isAsked ||= asks;
      endsWithColon = /[:：]\s*$/.test(content);
      isProse ||= quotedLength > 0 && !asks;
    }
    totalLength += end - start;
  }
  return quotedLength > 0 && (!isProse || quotedLength >= totalLength * MIN_QUOTED_SHARE);
}
