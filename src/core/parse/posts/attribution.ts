import type { Token } from '../../markdown/markdown';

/** A dash and a name, as printed quotations have them: `— Ada, engineer`. */
const ATTRIBUTION = /^(?:—|–|―|--|&mdash;|&#8212;|&ndash;)\s*\S[^\n]{0,118}$/;

/**
 * Whether a quote is a citation that names its source, in its last line or in the paragraph below it. Below a title with
 * a question mark, the name is that of somebody who answers.
 */
export function isCitation(tokens: readonly Token[], quote: number, title: string): boolean {
  if (/[?？]/.test(title)) return false;
  const level = tokens[quote]?.level ?? 0;
  const texts: string[] = [];
  let end = quote + 1;
  for (; end < tokens.length && tokens[end]!.level > level; end += 1) {
    if (tokens[end]!.type === 'inline') texts.push(tokens[end]!.content);
  }
  const lines = texts.join('\n').split('\n');
  const below = tokens[end + 1]?.type === 'paragraph_open' ? (tokens[end + 2]?.content ?? '') : '';
  const isNamedInside = lines.length > 1 && ATTRIBUTION.test(lines.at(-1)!.trim());
  return isNamedInside || ATTRIBUTION.test(below.trim());
}
