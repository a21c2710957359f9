import { blockTokens, type Env, type Token } from '../markdown/markdown';
import { LineIndex } from '../text/lineIndex';
import { markdown } from './markdownParser';
import { inlineText } from './plainTitles';
import { soundsLikeQuestion } from './posts/askerWording';
import { holdsOnlyLinks } from './posts/linkPosts';
import { readLabel } from './posts/postLabels';
import { threadHeadings } from './posts/speakers/threadHeadings';
import { questionLine, QUESTION_LINE_LEVEL } from './questionLines';
import { textKindWith, type TextKind } from './sectionText';
import { isTableOfContents, namesTableOfContents } from './tableOfContents';
import { TopLevelBlocks, type ListItem } from './topLevelBlocks';

/** A top-level heading of a document with the blocks directly below it. */
export interface Section {
  /** 1 to 6; 0 for the text before the first heading; `QUESTION_LINE_LEVEL` for a question without a heading. */
  readonly level: number;
  readonly title: string;
  /** Line of the document, counted from zero. */
  readonly line: number;
  /** First line of the section's content, below the heading. */
  readonly contentLine: number;
  /** Size of the quotes before the next heading, in characters; alerts and lists of links are none. */
  readonly quoteSize: number;
  /** Whether text that asks nothing follows one of these quotes. */
  readonly hasTextBelowQuote: boolean;
  /** Whether one of these quotes begins with a label such as `A1.`. */
  readonly hasLabel: boolean;
  /** Size of the content in characters, without blank lines, rules, comments and tables of contents. */
  readonly size: number;
  readonly textKind: TextKind;
  readonly hasTableOfContents: boolean;
  /** An id pinned with `<!-- id: x -->`. */
  readonly pinned?: string;
  /** The list item its heading is in. */
  readonly listItem?: ListItem;
}

export interface Outline {
  /** In order; the first one is the text before the first heading. */
  readonly sections: readonly Section[];
  /** Block tokens of the text, their lines counted from its beginning. */
  readonly tokens: readonly Token[];
}

type MutableSection = { -readonly [K in keyof Section]: Section[K] };

/**
 * The sections of a Markdown text.
 *
 * @param firstLine The document's line that the text begins with.
 * @param env Receives the document's link definitions.
 */
export function readOutline(text: string, firstLine: number, env: Env): Outline {
  const tokens = blockTokens(markdown, text, env);
  return { sections: readSections(text, tokens, firstLine, env, false), tokens };
}

/**
 * The sections that block tokens make up.
 *
 * @param withQuestionLines Whether a paragraph that begins with a question on a line of its own begins a section.
 */
export function readSections(
  text: string,
  tokens: readonly Token[],
  firstLine: number,
  env: Env,
  withQuestionLines: boolean,
): readonly Section[] {
  const index = new LineIndex(text);
  const sections: MutableSection[] = [emptySection(0, '', firstLine, firstLine)];
  const topLevel = new TopLevelBlocks(text, index, firstLine);
  const inThread = threadHeadings(text, index, tokens);
  tokens.forEach((token, at) => {
    const section = sections.at(-1);
    if (token.map === null || section === undefined || !topLevel.includes(tokens, at)) return;
    const [start, end] = token.map;
    const content = tokens[at + 1]?.content ?? '';
    const { listItem } = topLevel;
    const mayAsk = withQuestionLines && token.type === 'paragraph_open' && listItem === undefined;
    const question = mayAsk ? questionLine(content) : undefined;
    if (token.type === 'heading_open' && isSectionHeading(token, content) && !inThread.has(token)) {
      const level = Number(token.tag.slice(1));
      const heading = emptySection(level, inlineText(content, env), start + firstLine, end + firstLine);
      sections.push(listItem === undefined ? heading : { ...heading, listItem });
    } else if (question !== undefined) {
      const contentLine = start + question.lineCount;
      const title = inlineText(question.title, env);
      const size = index.startOf(end) - index.startOf(contentLine);
      sections.push({
        ...emptySection(QUESTION_LINE_LEVEL, title, start + firstLine, contentLine + firstLine),
        size,
        textKind: size > 0 ? 'prose' : 'none',
      });
    } else if (token.type === 'archive_comment') {
      const pinned = /^id:\s*(\S+)$/.exec(token.content)?.[1];
      if (pinned !== undefined && section.size === 0) section.pinned ??= pinned;
    } else if (token.nesting >= 0 && token.type !== 'hr' && token.type !== 'inline') {
      addBlock(section, tokens, at, text.slice(index.startOf(start), index.startOf(end)));
    }
  });
  return sections;
}

/** Index of the first section after `at` that is no deeper than `level`, or the number of sections. */
export function endOfSection(sections: readonly Section[], at: number, level: number): number {
  let end = at + 1;
  while (end < sections.length && (sections[end]?.level ?? 0) > level) end += 1;
  return end;
}

/**
 * HTML headings begin no section. Nor does a sentence with a rule right below it, which Markdown reads as a heading:
 * the author left out the blank line.
 */
function isSectionHeading({ markup }: Token, content: string): boolean {
  return markup !== 'html' && !(markup === '-' && /[.。]$/.test(content.trim()));
}

function emptySection(level: number, title: string, line: number, contentLine: number): MutableSection {
  return {
    level,
    title,
    line,
    contentLine,
    quoteSize: 0,
    hasTextBelowQuote: false,
    hasLabel: false,
    size: 0,
    textKind: 'none',
    hasTableOfContents: false,
  };
}

/** Adds the block that begins with `tokens[at]` to a section. */
function addBlock(section: MutableSection, tokens: readonly Token[], at: number, text: string): void {
  const token = tokens[at];
  if (isTableOfContents(tokens, at, namesTableOfContents(section.title))) {
    section.hasTableOfContents = true;
    return;
  }
  section.size += text.length;
  if (token?.type === 'blockquote_open') addQuote(section, tokens[at + 2]?.content ?? '', text);
  else if (section.quoteSize > 0 && !soundsLikeQuestion(text)) section.hasTextBelowQuote = true;
  const isText = token?.type === 'paragraph_open' || token?.type === 'heading_open';
  section.textKind = textKindWith(section.textKind, isText ? (tokens[at + 1]?.content ?? '') : undefined);
}

function addQuote(section: MutableSection, content: string, text: string): void {
  const isAlert = /^\s*\[!\w+\]/.test(content);
  if (isAlert || holdsOnlyLinks(text)) return;
  section.quoteSize += text.length;
  if (readLabel(content.split('\n', 1)[0] ?? '', false) !== undefined) section.hasLabel = true;
}
