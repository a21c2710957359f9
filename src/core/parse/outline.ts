import { plainText } from '../markdown/tokens';
import type { Env } from '../markdown/markdown';
import { tokenise } from './content';

/** One heading of a document's own level (not inside a quote or list), with what stands directly below it. */
export interface Section {
  /** 1 to 6; 0 for the text before the first heading. */
  readonly level: number;
  readonly title: string;
  /** Lines of the body text, counted from zero. */
  readonly line: number;
  /** First line of the section's content, below the heading. */
  readonly contentLine: number;
  /** Whether a quote stands between this heading and the next one. */
  readonly hasQuote: boolean;
  /** Whether anything but blank lines, rules and comments does. */
  readonly hasText: boolean;
  /** An id pinned with `<!-- id: x -->`. */
  readonly pinned?: string;
}

/**
 * The headings of a Markdown text in order. The first section is the text above the first heading.
 * `env` gets the document's link definitions.
 */
export function readOutline(text: string, env: Env): readonly Section[] {
  const sections: { -readonly [K in keyof Section]: Section[K] }[] = [
    { level: 0, title: '', line: 0, contentLine: 0, hasQuote: false, hasText: false },
  ];
  const tokens = tokenise(text, env);
  tokens.forEach((token, at) => {
    const section = sections.at(-1);
    if (token.level !== 0 || token.map === null || section === undefined) return;
    if (token.type === 'heading_open') {
      sections.push({
        level: Number(token.tag.slice(1)),
        title: plainText(tokens[at + 1]?.children ?? [])
          .replace(/\s+/g, ' ')
          .trim(),
        line: token.map[0],
        contentLine: token.map[1],
        hasQuote: false,
        hasText: false,
      });
    } else if (token.type === 'archive_comment') {
      const pinned = /^id:\s*(\S+)$/.exec(token.content)?.[1];
      if (pinned !== undefined && !section.hasText && section.pinned === undefined) section.pinned = pinned;
    } else if (token.type !== 'hr') {
      section.hasText = true;
      if (token.type === 'blockquote_open') section.hasQuote = true;
    }
  });
  return sections;
}
