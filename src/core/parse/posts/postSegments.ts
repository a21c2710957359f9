import { blockTokens, type Token } from '../../markdown/markdown';
import { opensQuote } from '../../markdown/tokens';
import { markdown } from '../markdownParser';
import type { MappedText } from '../mappedText';
import { ALERT } from './alerts';
import { readLabel, type PostLabel } from './postLabels';

/** The text of one post: a quote, a labelled part of one, an alert, or the plain text around them. */
export interface PostSegment {
  readonly text: MappedText;
  readonly from: 'quote' | 'plain' | 'alert';
  readonly label: PostLabel | undefined;
}

/**
 * Cuts an entry's body into the texts of its posts: alerts and, with `quotesArePosts`, top-level quotes split at the
 * labels inside them, and the plain text between those.
 *
 * @param tokens The block tokens of the body.
 */
export function cutPosts(
  body: MappedText,
  tokens: readonly Token[],
  quotesArePosts: boolean,
): readonly PostSegment[] {
  const segments: PostSegment[] = [];
  const addPlain = (start: number, end: number): void => {
    const text = body.slice(start, end);
    if (hasContent(text)) segments.push({ text, from: 'plain', label: undefined });
  };
  let plainStart = 0;
  for (const token of tokens) {
    if (!opensQuote(token) || token.level !== 0 || token.map === null) continue;
    const [start, end] = token.map;
    const quote = body.slice(start, end).unquoted().slice(0);
    const alert = ALERT.exec(quote.lines[0]?.text ?? '');
    if (alert === null && !quotesArePosts) continue;
    addPlain(plainStart, start);
    plainStart = end;
    if (alert) {
      const text = quote.dropFirst(alert[0].length).slice(0);
      if (hasContent(text)) segments.push({ text, from: 'alert', label: undefined });
    } else {
      for (const segment of splitAtLabels(quote)) segments.push(segment);
    }
  }
  addPlain(plainStart, body.lines.length);
  return segments;
}

/** Blank lines, rules, comments and link definitions make no post. */
function hasContent(text: MappedText): boolean {
  return blockTokens(markdown, text.text, {}).some(({ type }) => type !== 'hr' && type !== 'archive_comment');
}

function splitAtLabels(quote: MappedText): readonly PostSegment[] {
  // Only paragraphs on the quote's own level count: a label in a fence or a nested quote is part of a citation.
  const paragraphLines = new Set<number>();
  for (const token of blockTokens(markdown, quote.text, {})) {
    if (token.type !== 'paragraph_open' || token.level !== 0 || token.map === null) continue;
    for (let line = token.map[0]; line < token.map[1]; line += 1) paragraphLines.add(line);
  }
  const starts: { line: number; label: PostLabel | undefined }[] = [];
  let hasLetterLabel = false;
  quote.lines.forEach(({ text }, line) => {
    const label = paragraphLines.has(line) ? readLabel(text, line === 0 || hasLetterLabel) : undefined;
    hasLetterLabel ||= label?.text.length === 1;
    if (line === 0 || label !== undefined) starts.push({ line, label });
  });
  return starts.map(({ line, label }, at) => ({
    text: quote.slice(line, starts[at + 1]?.line),
    from: 'quote' as const,
    label,
  }));
}
