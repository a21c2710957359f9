/**
 * The text below a heading: none, nothing but pictures and links, a single sentence besides those, or more than that.
 */
export type TextKind = 'none' | 'decoration' | 'sentence' | 'prose';

/**
 * The kind of a section's text with one more block.
 *
 * @param paragraph Its Markdown, where it is a paragraph or an HTML heading.
 */
export function textKindWith(before: TextKind, paragraph: string | undefined): TextKind {
  if (paragraph === undefined) return 'prose';
  if (isDecoration(paragraph)) return before === 'none' ? 'decoration' : before;
  const isFirst = before === 'none' || before === 'decoration';
  return isFirst && isSentence(paragraph) ? 'sentence' : 'prose';
}

/** Nothing but pictures and links, as badges and links back are. */
function isDecoration(text: string): boolean {
  const rest = text
    .replace(/!\[[^[\]]{0,300}\]\([^()]{0,2000}\)/g, '')
    .replace(/\[[^[\]]{0,300}\]\([^()]{0,2000}\)/g, '')
    .replace(/<[^<>]{0,2000}>/g, '');
  return !/[\p{L}\p{N}]/u.test(rest);
}

function isSentence(text: string): boolean {
  return !/[.!?。？！]["')\]_*]*\s+\S/u.test(text.trim());
}
