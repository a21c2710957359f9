import { blockTokens, type Token } from '../../../markdown/markdown';
import { cutLine } from '../../mappedLine';
import { MappedText } from '../../mappedText';
import { markdown } from '../../markdownParser';
import { ALERT } from '../alerts';
import { readByline, type Byline } from './byline';
import { commentRows } from './commentTable';
import { readMailHeader } from './mailHeader';
import { threadPart } from './threadParts';

/** A line at which a post may begin. */
export interface Start {
  readonly type: 'start';
  readonly line: number;
  /** First line of the text below the byline, where no text follows in its line. */
  readonly endLine: number;
  readonly byline: Byline;
  readonly place: 'heading' | 'item' | 'text';
  /** How many quotes and lists inside lists it is in. */
  readonly depth: number;
  /** Level of the heading; 0 where it is in none. */
  readonly level: number;
  /** Whether it is below a heading such as `Comments`. */
  readonly isBelowPart: boolean;
  /** The text behind the byline in its own line. */
  readonly rest: MappedText;
  /** The whole text, where it is not what follows: a row of a table of comments. */
  readonly text?: MappedText;
}

/** A quote or list item that begins with a byline. */
interface Nested {
  readonly type: 'nested';
  readonly line: number;
  readonly endLine: number;
  readonly talk: TalkOutline;
}

/** A heading that begins no post. */
interface Title {
  readonly type: 'title';
  readonly line: number;
  readonly endLine: number;
  readonly part: 'opening' | 'following' | undefined;
}

/** An alert: the archivist's note. */
interface Note {
  readonly type: 'note';
  readonly line: number;
  readonly endLine: number;
  readonly text: MappedText;
}

/** A text with the lines at which posts may begin, in order. */
export interface TalkOutline {
  readonly text: MappedText;
  readonly marks: readonly (Start | Nested | Title | Note)[];
}

/** Quotes inside quotes are read to this depth; deeper ones are cited text. */
const MAX_DEPTH = 6;
const HEADING = /^ {0,3}#{1,6}[ \t]+/;

/**
 * Finds the lines of a text at which a post may begin: first lines of paragraphs, further lines of paragraphs, headings,
 * list items, quotes and rows of tables of comments.
 *
 * @param tokens The block tokens of the text.
 */
export function readTalkOutline(text: MappedText, tokens: readonly Token[]): TalkOutline {
  return new OutlineReader(text, tokens, 0, false, 0).read();
}

class OutlineReader {
  readonly #marks: (Start | Nested | Title | Note)[] = [];
  #isBelowPart = false;
  /** The line below the last paragraph. */
  #paragraphEnd = 0;

  constructor(
    private readonly text: MappedText,
    private readonly tokens: readonly Token[],
    private readonly depth: number,
    private readonly isItem: boolean,
    private readonly replyDepth: number,
  ) {}

  read(): TalkOutline {
    this.tokens.forEach((token, at) => {
      // Blocks of HTML have no marks of their own that could be taken off their lines.
      if (token.map === null || isHtmlContainer(token)) return;
      const [start, end] = token.map;
      if (token.level === 0) this.#addBlock(token, at, start, end);
      else if (token.level === 1 && token.type === 'list_item_open') this.#addNested(start, end, false);
    });
    return { text: this.text, marks: this.#marks };
  }

  #addBlock(token: Token, at: number, start: number, end: number): void {
    switch (token.type) {
      case 'paragraph_open':
        this.#addParagraph(start, end);
        break;
      case 'heading_open':
        this.#addHeading(start, end, Number(token.tag.slice(1)), this.tokens[at + 1]?.content ?? '');
        break;
      case 'blockquote_open':
        if (!this.#addNote(start, end)) this.#addNested(start, end, true);
        break;
      case 'table_open':
        for (const { byline, text } of commentRows(this.text, start, end)) {
          this.#addStart(start, end, byline, 'text', 0, text, text);
        }
        break;
    }
  }

  #addParagraph(start: number, end: number): void {
    // Blocks of HTML may share a line, which is read once.
    if (start < this.#paragraphEnd) return;
    this.#paragraphEnd = end;
    const lines = this.text.lines.slice(start, end).map(({ text }) => text);
    const mail = readMailHeader(lines);
    const first = mail === undefined ? start : start + mail.lineCount;
    if (mail !== undefined)
      this.#addStart(start, first, mail.byline, 'text', 0, this.text.slice(start, start));
    for (let line = first; line < end; line += 1) this.#addLine(line, 'text');
  }

  #addLine(line: number, place: Start['place']): void {
    const written = this.text.lines[line]?.text ?? '';
    const byline = readByline(written);
    if (byline !== undefined)
      this.#addStart(line, line + 1, byline, place, 0, this.#restOf(line, byline.length));
  }

  #addHeading(start: number, end: number, level: number, content: string): void {
    const prefix = HEADING.exec(this.text.lines[start]?.text ?? '')?.[0].length ?? 0;
    const byline = readByline(content);
    if (byline !== undefined && byline.ends !== 'text') {
      const rest =
        byline.ends === 'line' ? this.text.slice(end, end) : this.#restOf(start, prefix + byline.length);
      this.#addStart(start, end, byline, 'heading', level, rest);
      return;
    }
    const part = threadPart(content);
    if (part !== undefined) this.#isBelowPart = part === 'following';
    this.#marks.push({ type: 'title', line: start, endLine: end, part });
  }

  #addNote(start: number, end: number): boolean {
    const quote = this.text.slice(start, end).unquoted().slice(0);
    const alert = ALERT.exec(quote.lines[0]?.text ?? '');
    if (this.depth > 0 || alert === null) return false;
    const text = quote.dropFirst(alert[0].length).slice(0);
    this.#marks.push({ type: 'note', line: start, endLine: end, text });
    return true;
  }

  /** A quote or list item, where it begins with a byline. */
  #addNested(start: number, end: number, isQuote: boolean): void {
    if (this.depth >= MAX_DEPTH) return;
    const inner = isQuote ? this.text.slice(start, end).unquoted() : itemText(this.text, start, end);
    const first = inner.lines.find(({ text }) => text.trim() !== '')?.text ?? '';
    if (readByline(first.replace(HEADING, '')) === undefined) return;
    const tokens = blockTokens(markdown, inner.text, {});
    const replyDepth = this.replyDepth + Number(isQuote || this.isItem);
    const talk = new OutlineReader(inner, tokens, this.depth + 1, !isQuote, replyDepth).read();
    const marks = isQuote
      ? talk.marks
      : talk.marks.map((mark) => (mark.type === 'start' ? { ...mark, place: 'item' as const } : mark));
    const isBelowPart = this.#isBelowPart;
    const placed = isBelowPart
      ? marks.map((mark) => (mark.type === 'start' ? { ...mark, isBelowPart } : mark))
      : marks;
    this.#marks.push({
      type: 'nested',
      line: start,
      endLine: end,
      talk: { text: inner, marks: placed },
    });
  }

  #addStart(
    line: number,
    endLine: number,
    byline: Byline,
    place: Start['place'],
    level: number,
    rest: MappedText,
    text?: MappedText,
  ): void {
    const whole = text === undefined ? {} : { text };
    this.#marks.push({
      type: 'start',
      line,
      endLine,
      byline,
      place,
      depth: this.replyDepth,
      level,
      isBelowPart: this.#isBelowPart || text !== undefined,
      rest,
      ...whole,
    });
  }

  #restOf(line: number, length: number): MappedText {
    return new MappedText(this.text.lines.slice(line, line + 1)).dropFirst(length);
  }
}

function isHtmlContainer({ type, markup }: Token): boolean {
  return markup === 'html' && (type === 'list_item_open' || type === 'blockquote_open');
}

/** The text of a list item without its marker and indentation. */
function itemText(text: MappedText, start: number, end: number): MappedText {
  const lines = text.lines.slice(start, end);
  const marker =
    /^ *(?:\d{1,9}[.)]|[-*+])(?: {1,4}|\t|$)(?:\[[ xX]\] )?/.exec(lines[0]?.text ?? '')?.[0].length ?? 0;
  return new MappedText(
    lines.map((line, at) => {
      return cutLine(line, at === 0 ? marker : Math.min(4, line.text.search(/\S|$/)));
    }),
  );
}
