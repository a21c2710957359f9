import { blockTokens, type Env, type Token } from '../markdown/markdown';
import { LineIndex } from '../text/lineIndex';
import { markdown } from './linksImagesCode';
import { namesContents, opensTableOfContents } from './tableOfContents';
import { isQuestion } from './headings';
import { readLabel } from './posts/postLabels';
import { inlineText } from './titles';

/** What stands below a heading: nothing, pictures and links alone, with them a single sentence, or more. */
type SectionText = 'none' | 'decoration' | 'sentence' | 'prose';

/** One heading of a document's own level (not inside a quote, nor in the middle of a list), with what stands directly below it. */
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
  /** The list item its heading stands in. */
  readonly item?: ListItem;
}

/** A list item that begins with a heading (`1. ### What is it?`). Lines of the document. */
export interface ListItem {
  /** Columns its text is set in by. */
  readonly indent: number;
  readonly endLine: number;
}

export interface Outline {
  /** In order; the first one is the text above the first heading. */
  readonly sections: readonly Section[];
  /** Block tokens of the text, their lines counted from its beginning. */
  readonly tokens: readonly Token[];
}

type Draft = { -readonly [K in keyof Section]: Section[K] };

/** The level of questions in lines of their own: below any heading. */
export const QUESTION_LINE_LEVEL = 7;

/**
 * The headings of a Markdown text. `env` gets the document's link definitions.
 *
 * @param firstLine The document's line that the text begins with.
 */
export function readOutline(text: string, firstLine: number, env: Env): Outline {
  const tokens = blockTokens(markdown, text, env);
  return { sections: readSections(text, tokens, firstLine, env, false), tokens };
}

/**
 * The sections that block tokens make up.
 *
 * @param questionLines Whether paragraphs that begin with a question on a line of its own begin sections as well.
 */
export function readSections(
  text: string,
  tokens: readonly Token[],
  firstLine: number,
  env: Env,
  questionLines: boolean,
): readonly Section[] {
  const index = new LineIndex(text);
  const sections: Draft[] = [draft(0, '', firstLine, firstLine)];
  const own = new OwnLevel(text, index, firstLine);
  tokens.forEach((token, at) => {
    const section = sections.at(-1);
    if (token.map === null || section === undefined || !own.holds(tokens, at)) return;
    const [start, end] = token.map;
    const content = tokens[at + 1]?.content ?? '';
    const asked =
      questionLines && token.type === 'paragraph_open' && own.item === undefined
        ? questionLine(content)
        : undefined;
    if (token.type === 'heading_open' && isHeading(token, content)) {
      const heading = draft(
        Number(token.tag.slice(1)),
        inlineText(content, env),
        start + firstLine,
        end + firstLine,
      );
      sections.push(own.item === undefined ? heading : { ...heading, item: own.item });
    } else if (asked !== undefined) {
      const contentLine = start + asked.lineCount;
      const title = inlineText(asked.title, env);
      const size = index.startOf(end) - index.startOf(contentLine);
      sections.push({
        ...draft(QUESTION_LINE_LEVEL, title, start + firstLine, contentLine + firstLine),
        size,
        text: size > 0 ? 'prose' : 'none',
      });
    } else if (token.type === 'archive_comment') {
      const pinned = /^id:\s*(\S+)$/.exec(token.content)?.[1];
      if (pinned !== undefined && section.size === 0) section.pinned ??= pinned;
    } else if (token.nesting >= 0 && token.type !== 'hr' && token.type !== 'inline') {
      addBlock(section, tokens, at, index.startOf(end) - index.startOf(start));
    }
  });
  return sections;
}

/** Which tokens are blocks of the document's own level. A list whose items begin with headings is none: its items' are. */
class OwnLevel {
  #listEnd = 0;
  #itemEnd = 0;
  item: ListItem | undefined;

  constructor(
    private readonly text: string,
    private readonly index: LineIndex,
    private readonly firstLine: number,
  ) {}

  holds(tokens: readonly Token[], at: number): boolean {
    const token = tokens[at];
    const [start, end] = token?.map ?? [0, 0];
    if (start >= this.#itemEnd) this.item = undefined;
    if (token?.level === 0) {
      const isList = token.type === 'bullet_list_open' || token.type === 'ordered_list_open';
      if (!isList || tokens[at + 2]?.type !== 'heading_open') return true;
      this.#listEnd = end;
      return false;
    }
    if (start >= this.#listEnd) return false;
    if (token?.level === 1 && token.type === 'list_item_open') {
      const line = this.text.slice(this.index.startOf(start), this.index.startOf(start + 1));
      const indent = /^ *(?:\d+[.)]|[-*+])\s+/.exec(line)?.[0].length ?? 0;
      this.item = { indent, endLine: end + this.firstLine };
      this.#itemEnd = end;
    }
    return token?.level === 2;
  }
}

const ASKED = /^(\*\*|__)?(Q|질문)(\s*\d{1,3})?(\*\*|__)?\s*[.:)：．）]/iu;
const ANSWERED = /^(\*\*|__)?(A|답변?)(\s*\d{1,3})?(\*\*|__)?\s*[.:)：．）]/iu;
const BOLD = /^(\*\*|__)(?=\S)(.{1,300}\S)\1[ \\]*$/;
/** Longest question that is a title, in characters. */
const LONGEST_QUESTION = 300;

/**
 * The question that a paragraph begins with: a line marked `Q.`, up to the `A.` where both are one paragraph, or a
 * line that is bold from end to end and asks.
 */
function questionLine(paragraph: string): { title: string; lineCount: number } | undefined {
  const lines = paragraph.split('\n');
  const first = lines[0] ?? '';
  const bold = BOLD.exec(first)?.[2] ?? '';
  if (bold !== '' && !bold.includes('**') && (isQuestion(bold) || ASKED.test(bold)))
    return { title: bold, lineCount: 1 };
  if (!ASKED.test(first)) return undefined;
  const answer = lines.findIndex((line) => ANSWERED.test(line));
  const asked = answer === -1 ? lines : lines.slice(0, answer);
  const title = asked.join('\n');
  return title.length > LONGEST_QUESTION
    ? { title: first.slice(0, LONGEST_QUESTION), lineCount: 1 }
    : { title, lineCount: asked.length };
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
