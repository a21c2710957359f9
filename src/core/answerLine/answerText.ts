import type { Token } from '../markdown/markdown';
import { markdown } from '../parse/markdownParser';
import { oneLine } from '../text/shorten';

/**
 * Markdown as an answer line has it: one line of plain text, with code between single backticks. Images and other markup
 * are left out, links are their text.
 */
export function answerText(source: string): string {
  const blocks = markdown.parse(source, {}).filter(({ type }) => type === 'inline');
  return oneLine(blocks.map(({ children }) => textWithCode(children ?? [])).join(' '));
}

/** Stands for a line break that the author has set: a line separator. */
const HARD_BREAK = '\u2028';

/** The text of inline tokens, with code between single backticks; a line break stays one. */
export function textWithCode(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content }) => {
      if (type === 'softbreak') return '\n';
      if (type === 'hardbreak') return HARD_BREAK;
      if (type === 'code_inline') return codeSpan(content);
      // A backtick that is text would open a span of code.
      return type === 'text' ? content.replace(/[`\u2028]/g, '') : '';
    })
    .join('');
}

function codeSpan(content: string): string {
  const code = oneLine(content.replaceAll('`', ''));
  return code === '' ? '' : `\`${code}\``;
}
