import { createMarkdown } from '../markdown/markdown';
import { plainText } from '../markdown/tokens';

const markdown = createMarkdown({ alerts: 'boxes' });

export interface PlainText {
  /** Prose, one line per block. */
  readonly prose: string;
  /** Code blocks, separated by line breaks. */
  readonly code: string;
}

/** The text of a post's Markdown as it reads when rendered, prose and code separated. */
export function plainTextOf(source: string): PlainText {
  const prose: string[] = [];
  const code: string[] = [];
  for (const token of markdown.parse(source, {})) {
    if (token.type === 'inline') prose.push(plainText(token.children ?? []).trim());
    else if (token.type === 'fence' || token.type === 'code_block') code.push(token.content.trimEnd());
  }
  return { prose: prose.filter(Boolean).join('\n'), code: code.join('\n') };
}
