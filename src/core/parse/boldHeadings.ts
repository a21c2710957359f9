import type { Token } from '../markdown/markdown';
import { namesTemplatePart, titleKey } from './subsectionTitles';

/** A paragraph of one line that is bold from end to end. */
const BOLD_LINE = /^(\*\*|__)(?=\S)([^\n]{1,118}\S)\1[\s\\]*$/;
/** The fewest bold lines that are a page's headings, and the most real headings that such a page has. */
const MIN_BOLD_LINES = 3;
const MAX_HEADINGS = 1;

/**
 * The paragraphs that stand for headings on a page that has no others below its title: bold lines, each with text below
 * it. Labels (`**Note:**`) and the parts of a template are none.
 *
 * @returns Their `paragraph_open` tokens and titles, as inline Markdown.
 */
export function boldHeadings(tokens: readonly Token[]): ReadonlyMap<Token, string> {
  const found = new Map<Token, string>();
  if (tokens.filter(({ type }) => type === 'heading_open').length > MAX_HEADINGS) return found;
  tokens.forEach((token, at) => {
    if (token.type !== 'paragraph_open' || token.level !== 0) return;
    const title = BOLD_LINE.exec(tokens[at + 1]?.content.trim() ?? '')?.[2] ?? '';
    if (title === '' || title.includes('**') || /[:：]$/.test(title) || namesTemplatePart(title)) return;
    const below = tokens[at + 3];
    if (below !== undefined && below.nesting >= 0 && below.type !== 'hr' && below.type !== 'heading_open') {
      found.set(token, title);
    }
  });
  const titles = new Set([...found.values()].map(titleKey));
  return titles.size >= MIN_BOLD_LINES ? found : new Map();
}
