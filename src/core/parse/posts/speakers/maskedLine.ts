/** How a part of a line is marked. */
export type Mark = 'bold' | 'italic' | 'link' | 'bracket' | 'paren' | 'angle' | 'code';

/** A marked part of a line: the offsets of its content. */
export interface MarkedSpan {
  readonly mark: Mark;
  readonly start: number;
  readonly end: number;
}

/** A line without its markup: `plain` has spaces in its place, so that offsets are the same. */
export interface MaskedLine {
  readonly plain: string;
  readonly marks: readonly MarkedSpan[];
  /** Whether a picture stands in front of the text: an avatar. */
  readonly hasAvatar: boolean;
}

/** How much of a line is read, in characters: a speaker is named at its beginning. */
export const MAX_MASKED_LENGTH = 500;

const COMMENT = /<!--[^]{0,500}?-->/y;
const TAG =
  /<(\/?)(a|abbr|b|br|cite|code|div|em|font|hr|i|img|p|picture|s|small|source|span|strong|sub|sup|time|u)(?:[\s/][^<>]{0,600})?>/iy;
const ANGLED_NAME = /<[@+%&~ ]?[\p{L}_[\]\\^{}|][\p{L}\p{N}_[\]\\^{}|. -]{0,40}>/uy;
const IMAGE = /!\[[^[\]\n]{0,200}\]\([^()\s]{0,600}(?:\s[^()\n]{0,100})?\)/y;
const LINK_TARGET = /\]\([^()\s]{0,600}(?:\s[^()\n]{0,100})?\)/y;
const PICTOGRAM = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0E}|\u{FE0F}|\u{200D}/uy;
const TAG_MARKS: Readonly<Record<string, Mark>> = {
  a: 'link',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  code: 'code',
};
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '［': '］', '（': '）', '【': '】' };

/** Masks the beginning of a line. */
export function maskLine(line: string): MaskedLine {
  return new LineMasker(line.slice(0, MAX_MASKED_LENGTH)).mask();
}

class LineMasker {
  readonly #plain: string[];
  readonly #marks: MarkedSpan[] = [];
  /** Marks that are open, with the characters that close them. */
  readonly #open: { readonly mark: Mark; readonly closing: string; readonly start: number }[] = [];
  #hasAvatar = false;

  constructor(private readonly line: string) {
    this.#plain = line.split('');
  }

  mask(): MaskedLine {
    let at = 0;
    while (at < this.line.length) at = this.#step(at);
    return { plain: this.#plain.join(''), marks: this.#marks, hasAvatar: this.#hasAvatar };
  }

  /** Reads the markup at an offset, and returns the offset behind it. */
  #step(at: number): number {
    const character = this.line[at]!;
    switch (character) {
      case '<':
        return this.#angle(at);
      case '!':
        return this.#picture(at, IMAGE) ?? at + 1;
      case '*':
      case '_':
        return this.#emphasis(at, character);
      case '`':
        this.#toggle('code', '`', at, at + 1);
        return this.#blank(at, at + 1);
      case '\\':
        return this.#blank(at, at + 1) + 1;
      case '[':
      case '(':
      case '［':
      case '（':
      case '【':
        this.#open.push({
          mark: character === '(' || character === '（' ? 'paren' : 'bracket',
          closing: CLOSING[character]!,
          start: at + 1,
        });
        return this.#blank(at, at + 1);
      case ']':
      case ')':
      case '］':
      case '）':
      case '】':
        return this.#close(at, character);
      default:
        return character < '\u00a9' ? at + 1 : (this.#picture(at, PICTOGRAM) ?? at + 1);
    }
  }

  #angle(at: number): number {
    const comment = matchAt(COMMENT, this.line, at);
    if (comment !== undefined) return this.#blank(at, at + comment[0].length);
    const tag = matchAt(TAG, this.line, at);
    if (tag !== undefined) {
      const name = tag[2]!.toLowerCase();
      const end = at + tag[0].length;
      if (name === 'img' && this.#isAtStart(at)) this.#hasAvatar = true;
      const mark = TAG_MARKS[name];
      if (mark !== undefined) {
        if (tag[1] === '') this.#open.push({ mark, closing: name, start: end });
        else this.#closeMark(name, at);
      }
      return this.#blank(at, end);
    }
    const angled = matchAt(ANGLED_NAME, this.line, at);
    if (angled === undefined) return at + 1;
    const end = at + angled[0].length;
    this.#marks.push({ mark: 'angle', start: at + 1, end: end - 1 });
    this.#blank(at, at + 1);
    return this.#blank(end - 1, end);
  }

  /** An image or pictogram is no text. */
  #picture(at: number, pattern: RegExp): number | undefined {
    const match = matchAt(pattern, this.line, at);
    if (match === undefined) return undefined;
    const isPerson = /^(?:!|[\u{1F464}\u{1F465}\u{1F468}\u{1F469}\u{1F9D1}])/u.test(match[0]);
    if (isPerson && this.#isAtStart(at)) this.#hasAvatar = true;
    return this.#blank(at, at + match[0].length);
  }

  #emphasis(at: number, character: string): number {
    let end = at;
    while (this.line[end] === character && end - at < 3) end += 1;
    const inWord = isWordCharacter(this.line[at - 1]) && isWordCharacter(this.line[end]);
    if (character === '_' && inWord) return end;
    const marker = this.line.slice(at, end);
    const closes = this.#open.some(({ closing }) => closing === marker);
    if (character === '_' && isWordCharacter(this.line[at - 1]) && !closes) return end;
    this.#toggle(end - at > 1 ? 'bold' : 'italic', marker, at, end);
    return this.#blank(at, end);
  }

  #toggle(mark: Mark, marker: string, at: number, end: number): void {
    if (!this.#closeMark(marker, at)) this.#open.push({ mark, closing: marker, start: end });
  }

  #close(at: number, character: string): number {
    const target = character === ']' ? matchAt(LINK_TARGET, this.line, at) : undefined;
    const isClosed = this.#closeMark(character, at, target === undefined ? undefined : 'link');
    if (!isClosed) return at + 1;
    return this.#blank(at, at + (target?.[0].length ?? 1));
  }

  #closeMark(closing: string, at: number, mark?: Mark): boolean {
    const index = this.#open.findLastIndex((open) => open.closing === closing);
    const open = this.#open[index];
    if (open === undefined) return false;
    this.#open.splice(index);
    this.#marks.push({ mark: mark ?? open.mark, start: open.start, end: at });
    return true;
  }

  #isAtStart(at: number): boolean {
    for (let before = 0; before < at; before += 1) {
      if (/[\p{L}\p{N}]/u.test(this.#plain[before]!)) return false;
    }
    return true;
  }

  #blank(start: number, end: number): number {
    this.#plain.fill(' ', start, end);
    return end;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
