import { componentAt, isSurelyComponent } from './components';
import { isBlockKind } from './elements';
import { tagAt, type Tag } from './tags';

/** A part of a text that is HTML of its block structure. Offsets are those of the text. */
export interface HtmlPiece {
  readonly start: number;
  readonly end: number;
  readonly tag: Tag;
  /** What is between the tags of an element of the kind `raw`, or in a comment. */
  readonly content?: string;
  readonly isComment?: boolean;
}

const SPECIAL = /[`\\<]/g;
const AUTOLINK = /<(?:[a-z][a-z0-9+.-]{1,31}:[^<>\s]*|[^<>\s@]{1,100}@[^<>\s]{1,200})>/iy;
const COMMENT: Tag = { name: '!--', kind: 'raw', isClosing: false, attributes: '', length: 4 };

/**
 * The block tags in a Markdown text, in order, with scripts, preformatted code and comments as one piece each. Inline
 * tags are none; nor is anything in inline code, behind a backslash or in an autolink.
 */
export function scanHtml(text: string): readonly HtmlPiece[] {
  return text.includes('<') ? new HtmlScanner(text).scan() : [];
}

class HtmlScanner {
  readonly #pieces: HtmlPiece[] = [];
  /** By length the offsets of the runs of backticks, the last one first. */
  #backticks: ReadonlyMap<number, number[]> | undefined;
  /** Names of the components that are pieces. */
  readonly #components = new Set<string>();
  /** Names of elements that are not closed any more. */
  readonly #unclosed = new Set<string>();

  constructor(private readonly text: string) {}

  scan(): readonly HtmlPiece[] {
    const { text } = this;
    for (let at = this.#next(0); at !== -1;) {
      const character = text[at];
      if (character === '\\') at = this.#next(at + 2);
      else if (character === '`') at = this.#next(this.#endOfCode(at));
      else at = this.#next(this.#readAngle(at));
    }
    return this.#pieces;
  }

  #next(from: number): number {
    SPECIAL.lastIndex = from;
    return SPECIAL.exec(this.text)?.index ?? -1;
  }

  /** Reads what begins with `<`, and returns where to go on. */
  #readAngle(at: number): number {
    const { text } = this;
    if (text.startsWith('<!--', at)) return this.#readRaw(at, COMMENT);
    AUTOLINK.lastIndex = at;
    const autolink = AUTOLINK.exec(text);
    if (autolink !== null) return at + autolink[0].length;
    const tag = tagAt(text, at) ?? this.#componentAt(at);
    if (tag === undefined) return at + 1;
    const end = at + tag.length;
    if (tag.kind === 'code' && !tag.isClosing) return this.#closingTag(tag.name, end)?.end ?? end;
    if (tag.kind === 'raw' && !tag.isClosing) return this.#readRaw(at, tag);
    if (tag.kind === 'component' && !tag.isClosing) this.#components.add(tag.name);
    if (isBlockKind(tag.kind) || tag.kind === 'component') this.#pieces.push({ start: at, end, tag });
    return end;
  }

  /** A component is part of the block structure where it is a line of its own. */
  #componentAt(at: number): Tag | undefined {
    const { text } = this;
    const tag = componentAt(text, at);
    if (tag === undefined) return undefined;
    if (!this.#beginsLine(at)) return this.#closesPiece(tag) ? tag : undefined;
    return isSurelyComponent(tag) || this.#endsLine(at + tag.length) ? tag : undefined;
  }

  /** Whether a tag closes a component that is a piece. */
  #closesPiece({ name, isClosing }: Tag): boolean {
    return isClosing && this.#components.has(name);
  }

  /** Whether nothing but pieces are before an offset on its line. */
  #beginsLine(at: number): boolean {
    const from = this.#pieces.at(-1)?.end ?? 0;
    let start = at;
    while (start > from && /[ \t]/.test(this.text.charAt(start - 1))) start -= 1;
    return start === from || this.text[start - 1] === '\n';
  }

  /** Whether nothing else follows on the line. */
  #endsLine(at: number): boolean {
    let end = at;
    while (/[ \t]/.test(this.text.charAt(end))) end += 1;
    return end === this.text.length || this.text[end] === '\n';
  }

  #readRaw(start: number, tag: Tag): number {
    const from = start + tag.length;
    const close = this.#closingTag(tag.name, from);
    if (close === undefined) {
      if (tag !== COMMENT) this.#pieces.push({ start, end: from, tag });
      return from;
    }
    const piece = { start, end: close.end, tag, content: this.text.slice(from, close.start) };
    if (tag !== COMMENT) this.#pieces.push(piece);
    // A comment within a line is inline.
    else if (this.#beginsLine(start) && this.#endsLine(close.end))
      this.#pieces.push({ ...piece, isComment: true });
    return close.end;
  }

  #closingTag(name: string, from: number): { readonly start: number; readonly end: number } | undefined {
    if (this.#unclosed.has(name)) return undefined;
    const pattern = closingPattern(name);
    pattern.lastIndex = from;
    const match = pattern.exec(this.text);
    if (match === null) this.#unclosed.add(name);
    return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
  }

  /** The end of the inline code that begins at an offset, or of the backticks where nothing closes them. */
  #endOfCode(at: number): number {
    this.#backticks ??= backticksByLength(this.text);
    const length = runLength(this.text, at);
    const runs = this.#backticks.get(length) ?? [];
    while ((runs.at(-1) ?? Infinity) <= at) runs.pop();
    return (runs.at(-1) ?? at) + length;
  }
}

const patterns = new Map<string, RegExp>();

/** Matches the closing tag of an element, or the end of a comment. `name` is of a closed list. */
export function closingPattern(name: string): RegExp {
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = name === COMMENT.name ? /-->/g : new RegExp(`</${name}\\s*>`, 'gi');
    patterns.set(name, pattern);
  }
  return pattern;
}

function runLength(text: string, at: number): number {
  let end = at;
  while (text[end] === '`') end += 1;
  return end - at;
}

function backticksByLength(text: string): ReadonlyMap<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const { 0: run, index } of [...text.matchAll(/`+/g)].reverse()) {
    const offsets = runs.get(run.length) ?? [];
    offsets.push(index);
    runs.set(run.length, offsets);
  }
  return runs;
}
