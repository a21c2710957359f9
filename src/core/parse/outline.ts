import { blockTokens, type Env, type Token } from '../markdown/markdown';
import { LineIndex } from '../text/lines';
import { markdown } from './content';
import { namesContents, opensTableOfContents } from './contents';
import { readLabel } from './labels';
import { inlineText } from './titles';

/** What stands below a heading: nothing, pictures and links alone, with them a single sentence, or more. */
type SectionText = 'none' | 'decoration' | 'sentence' | 'prose';

/** One heading of a document's own level (not inside a quote or list), with what stands directly below it. */
export interface Section {
  /** 1 to 6; 0 for the text before the first heading. */
  readonly level: number;
  readonly title: string;
  /** Line of the document, counted from zero. */
  readonly line: number;
  /** First line of the section's content, below the heading. */
  readonly contentLine: number;
  /** Size of the quotes between this heading and the next one, in characters. */
  readonly quoteSize: number;
  /** Whether a quote there begins with a label such as `A1.`. */
  readonly hasLabel: boolean;
  /** Size of everything there: quotes, text, pictures; blank lines, rules, comments, tables of contents aside. */
  readonly size: number;
  readonly text: SectionText;
  /** Whether a table of contents stands there. */
  readonly hasContents: boolean;
  /** An id pinned with `<!-- id: x -->`. */
  readonly pinned?: string;
}

export interface Outline {
  /** In order; the first one is the text above the first heading. */
  readonly sections: readonly Section[];
  /** Block tokens of the text, their lines counted from its beginning. */
  readonly tokens: readonly Token[];
}

type Draft = { -readonly [K in keyof Section]: Section[K] };

/**
 * The headings of a Markdown text. `env` gets the document's link definitions.
 *
 * @param firstLine The document's line that the text begins with.
 */
export function readOutline(text: string, firstLine: number, env: Env): Outline {
  const index = new LineIndex(text);
  const tokens = blockTokens(markdown, text, env);
  const sections: Draft[] = [draft(0, '', firstLine, firstLine)];
  tokens.forEach((token, at) => {
    const section = sections.at(-1);
    if (token.level !== 0 || token.map === null || section === undefined) return;
    const [start, end] = token.map;
    if (token.type === 'heading_open' && isHeading(token, tokens[at + 1]?.content ?? '')) {
      const title = inlineText(tokens[at + 1]?.content ?? '', env);
      sections.push(draft(Number(token.tag.slice(1)), title, start + firstLine, end + firstLine));
    } else if (token.type === 'archive_comment') {
      const pinned = /^id:\s*(\S+)$/.exec(token.content)?.[1];
      if (pinned !== undefined && section.size === 0) section.pinned ??= pinned;
    } else if (token.nesting >= 0 && token.type !== 'hr' && token.type !== 'inline') {
      addBlock(section, tokens, at, index.startOf(end) - index.startOf(start));
    }
  });
  return { sections, tokens };
}

/**
 * HTML headings decorate. A sentence with a rule right below it is what Markdown calls a heading as well, but a
 * paragraph its author did not set apart from the rule.
 */
function isHeading({ markup }: Token, content: string): boolean {
  return markup !== 'html' && !(markup === '-' && /[.。]$/.test(content.trim()));
}

function draft(level: number, title: string, line: number, contentLine: number): Draft {
  const nothing = { quoteSize: 0, hasLabel: false, size: 0, text: 'none', hasContents: false } as const;
  return { level, title, line, contentLine, ...nothing };
}

/** A block of a section's own text; it begins with `tokens[at]`. */
function addBlock(section: Draft, tokens: readonly Token[], at: number, size: number): void {
  const token = tokens[at];
  const content = tokens[at + 1]?.content ?? '';
  if (opensTableOfContents(tokens, at, namesContents(section.title))) {
    section.hasContents = true;
    return;
  }
  section.size += size;
  if (token?.type === 'blockquote_open' && !/^\s*\[!\w+\]/.test(tokens[at + 2]?.content ?? '')) {
    section.quoteSize += size;
    if (readLabel(tokens[at + 2]?.content.split('\n', 1)[0] ?? '', false) !== undefined)
      section.hasLabel = true;
  }
  section.text = textWith(
    section.text,
    token?.type === 'paragraph_open' || token?.type === 'heading_open' ? content : undefined,
  );
}

/** A section's text with one more block, whose content is given where it is a paragraph. */
function textWith(before: SectionText, paragraph: string | undefined): SectionText {
  if (paragraph === undefined) return 'prose';
  if (isDecoration(paragraph)) return before === 'none' ? 'decoration' : before;
  const alone = before === 'none' || before === 'decoration';
  return alone && isSentence(paragraph) ? 'sentence' : 'prose';
}

/** Nothing but pictures and links, as badges and ways back are. */
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
