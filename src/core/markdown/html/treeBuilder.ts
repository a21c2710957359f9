import type { StateCore, Token } from 'markdown-it';
import { escapeInline } from '../escapeInline';
import { alignmentOf, startOf } from './blockAttributes';
import { detailsMeta } from './detailsOffset';
import { canonicalName } from './elements';
import { withoutHiddenLines } from './hiddenTags';
import { textOfForeign } from './htmlText';
import type { BlockTag, HtmlSource } from './htmlSource';
import { OpenElements, takesBareText, takesTightText } from './openElements';
import { preformatted } from './preformatted';
import { anchorOf } from './tags';
import { TitleText } from './titleText';
import { TokenWriter, type Lines } from './tokenWriter';

/** Elements nested deeper are text of the one around them. */
const MAX_DEPTH = 50;

/** The tokens of an element, as Markdown's blocks are called: `TYPE_open` and `TYPE_close`. */
const TOKEN_TYPES: Readonly<Record<string, string>> = {
  ul: 'bullet_list',
  ol: 'ordered_list',
  li: 'list_item',
};
/** Builds well-formed block tokens from Markdown's tokens and from tags, given in order. */
export class TreeBuilder {
  readonly #written: TokenWriter;
  readonly #open = new OpenElements();
  /** The opening token of each closing one. */
  readonly #openings = new WeakMap<Token, Token>();
  /** The heading or summary that text goes to. */
  #title: TitleText | undefined;
  /** The closing tag of an element that is nested too deep. */
  #skipTo: BlockTag | undefined;
  #lastLine = 0;

  constructor(state: StateCore) {
    this.#written = new TokenWriter(state);
  }

  finish(): Token[] {
    this.#endTitle();
    this.#closeTo(0, this.#lastLine);
    return this.#written.tokens;
  }

  /** Adds a token of Markdown. */
  add(token: Token): void {
    if (this.#title?.take(token) === true) {
      this.#lastLine = Math.max(this.#lastLine, token.map?.[1] ?? 0);
      return;
    }
    this.#endTitle();
    const line = token.map?.[0] ?? this.#lastLine;
    if (token.type === 'heading_open') this.#closeForgotten(line);
    if (token.nesting === -1) {
      while (this.#open.last?.name !== undefined) this.#close(line);
      this.#open.pop();
    } else if (token.type !== 'archive_comment' && token.type !== 'inline') {
      this.#enterFlow(line);
    }
    this.#lastLine = Math.max(this.#lastLine, token.map?.[1] ?? 0);
    this.#written.tokens.push(token);
    if (token.nesting === 1) this.#open.push({ token, name: undefined, isClosed: true });
  }

  /** Adds a part of a source's text, which becomes a paragraph. */
  addText(source: HtmlSource, from: number, to: number, isTight: boolean): void {
    const raw = source.text.slice(from, to);
    const text = withoutHiddenLines(raw);
    if (text === '') return;
    const start = from + raw.indexOf(text);
    if (this.#title?.isFull === true) this.#endTitle();
    if (this.#title !== undefined) {
      const rest = this.#title.addText(source, start, start + text.length);
      if (rest !== undefined) this.addText(source, rest, to, false);
      return;
    }
    const line = source.lineAt(start);
    const endLine = source.lineAt(start + text.length - 1) + 1;
    this.#enterFlow(line);
    this.#lastLine = Math.max(this.#lastLine, endLine);
    this.#addParagraph(text, [line, endLine], isTight);
  }

  #addParagraph(text: string, lines: Lines, isTight: boolean): void {
    const { last } = this.#open;
    const isFirst = last !== undefined && this.#written.last === last.token;
    if (isFirst && takesBareText(last)) this.#written.pushInline(text, lines);
    else this.#written.pushParagraph(text, lines, isTight || (isFirst && takesTightText(last)));
  }

  addTag(source: HtmlSource, tag: BlockTag): void {
    const line = source.lineAt(tag.start);
    const endLine = source.lineAt(tag.end - 1) + 1;
    if (this.#skipTo !== undefined) {
      if (this.#skipTo === tag) this.#skipTo = undefined;
    } else if (tag.content !== undefined) {
      this.#addRaw(tag, tag.content, [line, endLine]);
    } else if (tag.tag.kind === 'structure') {
      if (tag.tag.isClosing) this.#addClosing(source, tag, line, endLine);
      else this.#addOpening(source, tag, line);
    }
    this.#lastLine = Math.max(this.#lastLine, endLine);
  }

  /** Adds preformatted code, a comment, or the text of a drawing; scripts and style sheets are left out. */
  #addRaw({ tag, isComment }: BlockTag, content: string, lines: Lines): void {
    if (isComment === true) {
      this.#endTitle();
      this.#written.push('archive_comment', '', 0, lines).content = content.trim();
    } else if (tag.name === 'pre') {
      this.#endTitle();
      this.#enterFlow(lines[0]);
      const { text, language } = preformatted(tag, content);
      const code = this.#written.push(language === '' ? 'code_block' : 'fence', 'code', 0, lines);
      code.content = text;
      code.info = language;
    } else if (tag.name === 'svg' || tag.name === 'math') {
      const text = textOfForeign(content).replace(/\s+/g, ' ').trim();
      if (text === '' || this.#title !== undefined) return;
      this.#enterFlow(lines[0]);
      this.#addParagraph(escapeInline(text), lines, false);
    }
  }

  #addOpening(source: HtmlSource, tag: BlockTag, line: number): void {
    const name = canonicalName(tag.tag.name);
    if (/^h[1-6]$/.test(name)) {
      // A heading in a summary is the summary's text.
      if (this.#title?.type === 'summary') return;
      this.#endTitle();
      this.#closeForgotten(line);
      this.#enterFlow(line);
      this.#title = new TitleText('heading', name, line, tag.partner !== undefined, anchorOf(tag.tag));
      return;
    }
    if (name === 'summary') {
      if (this.#title !== undefined || this.#open.last?.name !== 'details') return;
      this.#title = new TitleText('summary', name, line, tag.partner !== undefined);
      return;
    }
    this.#endTitle();
    if (name === 'details') this.#closeForgotten(line, 'details');
    if (name === 'hr') {
      this.#enterFlow(line);
      this.#written.push('hr', 'hr', 0, [line, line + 1]);
      return;
    }
    if (this.#open.depth >= MAX_DEPTH) {
      this.#skipTo = tag.partner;
      return;
    }
    if (!this.#makeRoom(name, line)) return;
    const token = this.#openElement(name, line, tag.partner !== undefined);
    if (name === 'details') token.meta = detailsMeta(source.documentOffset(tag.end));
    if (name === 'ol') token.attrs = startOf(tag.tag);
    if (name === 'td' || name === 'th') token.attrs = alignmentOf(tag.tag);
  }

  /** Closes and opens what has to be for an element; `false` where it has no parent that it may be in. */
  #makeRoom(name: string, line: number): boolean {
    switch (name) {
      case 'li':
        return this.#closeInside(this.#open.list(['ul', 'ol']), line);
      case 'dt':
      case 'dd':
        return this.#closeInside(this.#open.list(['dl']), line);
      case 'caption':
      case 'thead':
      case 'tbody':
        return this.#closeInside(this.#open.table(), line);
      case 'tr':
        return this.#enterTable(['thead', 'tbody'], line);
      case 'td':
      case 'th':
        return this.#enterTable(['tr'], line);
      default:
        this.#enterFlow(line, name === 'ul' || name === 'ol');
        return true;
    }
  }

  /** Closes what is open inside the block at an index. */
  #closeInside(at: number, line: number): boolean {
    if (at === -1) return false;
    this.#closeTo(at + 1, line);
    return true;
  }

  #closeTo(length: number, line: number): void {
    while (this.#open.length > length) this.#close(line);
  }

  /** Closes what is open inside a part of the innermost table, and opens the parts that are missing. */
  #enterTable(parts: readonly string[], line: number): boolean {
    const table = this.#open.table();
    if (table === -1) return false;
    const part = this.#open.inside(table, parts);
    if (part !== -1) return this.#closeInside(part, line);
    if (parts.includes('tr')) {
      this.#enterTable(['thead', 'tbody'], line);
      this.#openElement('tr', line, false);
    } else {
      this.#closeInside(table, line);
      this.#openElement('tbody', line, false);
    }
    return true;
  }

  /** Opens the item or the cell that text or a block needs where it is right inside a list or a table. */
  #enterFlow(line: number, isList = false): void {
    switch (this.#open.last?.name) {
      case 'ul':
      case 'ol':
        if (!isList || !this.#reopenItem()) this.#openElement('li', line, false);
        return;
      case 'dl':
        this.#openElement('dd', line, false);
        return;
      case 'table':
      case 'thead':
      case 'tbody':
      case 'tr':
        this.#enterTable(['tr'], line);
        this.#openElement('td', line, false);
        return;
      default:
    }
  }

  /** Takes back the end of the item before a list that is right inside a list, since it belongs to that item. */
  #reopenItem(): boolean {
    const close = this.#written.last;
    const open = close?.type === 'list_item_close' ? this.#openings.get(close) : undefined;
    if (open === undefined) return false;
    this.#written.tokens.pop();
    this.#open.push({ token: open, name: 'li', isClosed: true });
    return true;
  }

  #addClosing(source: HtmlSource, tag: BlockTag, line: number, endLine: number): void {
    const name = canonicalName(tag.tag.name);
    const isHeading = /^h[1-6]$/.test(name);
    if (this.#title !== undefined) {
      // A heading in a summary is the summary's text.
      if (this.#title.type === 'summary' && isHeading) return;
      const isEnd = this.#title.type === 'heading' ? isHeading : name === 'summary';
      if (isEnd) this.#title.end(source, tag, endLine);
      this.#endTitle();
      if (isEnd) return;
    }
    const at = this.#open.closedBy(name);
    if (at === -1) return;
    this.#closeInside(at, line);
    const close = this.#close(line, endLine);
    if (name === 'details') close.meta = detailsMeta(source.documentOffset(tag.start));
  }

  /** Ends the heading or summary that is open. */
  #endTitle(): void {
    const title = this.#title;
    if (title === undefined) return;
    this.#title = undefined;
    if (title.type === 'heading' && title.isEmpty) return;
    const lines: Lines = [title.line, title.endLine];
    const open = this.#written.push(`${title.type}_open`, title.tag, 1, lines);
    if (title.anchor !== undefined) open.meta = { anchors: [title.anchor] };
    this.#written.pushInline(title.text, lines);
    this.#written.push(`${title.type}_close`, title.tag, -1);
    this.#lastLine = Math.max(this.#lastLine, title.endLine);
    const details = this.#open.last;
    if (title.type === 'summary' && title.endOffset !== undefined && details?.name === 'details') {
      details.token.meta = detailsMeta(title.endOffset);
    }
  }

  #closeForgotten(line: number, name?: string): void {
    const at = this.#open.forgotten(name);
    if (at !== -1) this.#closeTo(at, line);
  }

  #openElement(name: string, line: number, isClosed: boolean): Token {
    const token = this.#written.push(`${TOKEN_TYPES[name] ?? name}_open`, name, 1, [line, line + 1]);
    this.#open.push({ token, name, isClosed });
    return token;
  }

  /** Closes the innermost element; without `endLine`, where its author left out the tag. */
  #close(line: number, endLine = line): Token {
    const { token: open } = this.#open.pop()!;
    if (open.map !== null) open.map[1] = Math.max(endLine, open.map[0] + 1);
    const close = this.#written.push(open.type.replace(/_open$/, '_close'), open.tag, -1);
    if (close.type === 'details_close') close.map = [line, endLine];
    this.#openings.set(close, open);
    return close;
  }
}
