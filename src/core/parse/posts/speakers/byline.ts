import type { PostKind } from '../../../model';
import { readDeedBefore, readFiller, readScore, readVerb } from './bylineWords';
import { MAX_MASKED_LENGTH, maskLine, type Mark, type MarkedSpan, type MaskedLine } from './maskedLine';
import { isLabel, isNameShaped, roleOf } from './speakerNames';
import { readWhen } from './when';

/** The beginning of a line that names who speaks, possibly with when and with a verb. */
export interface Byline {
  /** As written, without marks and `@`. */
  readonly name: string;
  /** ISO date. */
  readonly date?: string;
  /** Whom it answers (`replied to @x`). */
  readonly addressee?: string;
  /** What the words say the post is. */
  readonly kind?: PostKind;
  /** Offset in the line of the text behind it; the line's length where it has none. */
  readonly length: number;
  /** What follows the name: a colon, the end of the line, or the text itself (`[name] text`). */
  readonly ends: 'colon' | 'line' | 'text';
  readonly mark: Mark | 'plain';
  readonly hasVerb: boolean;
  readonly isDated: boolean;
  /** Whether a handle, avatar, nick, score or number goes with the name. */
  readonly hasHandle: boolean;
  /**
   * How sure it is that somebody speaks: two points for a verb, one each for a date or time, for a handle, avatar or
   * nick, for a role, and for a score or number.
   */
  readonly points: number;
}

/** The longest byline without marks, in characters. */
const MAX_PLAIN_LENGTH = 100;
/** From so many points on, a single byline shows that somebody speaks. */
export const CLEAR_POINTS = 3;
const MAX_ITEMS = 16;
const MAX_EXTRAS = 2;
const MAX_EXTRA_LENGTH = 60;
const BLANK = /[\s|·•—–\-,>↳→"“”~+*]*/y;
const WORD = /[^\s:：,|·•—–]+/uy;
/** Words that end a name. */
const NAME_END = /(?:on|at|in|am|um|via|to|has|님)(?=\s)/iy;
const BRACKETS: ReadonlySet<Mark> = new Set(['bracket', 'paren', 'angle']);
const NAME_MARKS: ReadonlySet<Mark> = new Set(['bold', 'link']);
const HANDLE = /@[\p{L}\p{N}_-]{1,40}/uy;
const OPENED_MARKS: ReadonlySet<Mark> = new Set(['paren', 'bracket', 'italic', 'code']);

/** Reads the byline at the start of a line (or heading, list item, quote) without its marker. */
export function readByline(line: string): Byline | undefined {
  if (isProse(line) || !/[\p{L}○△□◇]/u.test(line.slice(0, MAX_MASKED_LENGTH))) return undefined;
  return new BylineReader(line, maskLine(line)).read();
}

/** Whether a line is too long to be a byline and has no mark or colon where one begins: most lines are. */
function isProse(line: string): boolean {
  return (
    line.length > MAX_PLAIN_LENGTH &&
    /^[\p{L}\s]/u.test(line) &&
    !/[:：]/.test(line.slice(0, MAX_PLAIN_LENGTH))
  );
}

class BylineReader {
  #name: string | undefined;
  #nameStart = Infinity;
  #mark: Mark | 'plain' = 'plain';
  #date: string | undefined;
  #addressee: string | undefined;
  #kind: PostKind | undefined;
  #isHandle: boolean;
  #isDated = false;
  #deeds = 0;
  #score = 0;
  #extras = 0;
  /** Offset behind what has been read. */
  #end = 0;
  /** Offset behind the last part in brackets: text may follow it without a colon. */
  #bracketEnd = 0;

  constructor(
    private readonly line: string,
    private readonly masked: MaskedLine,
  ) {
    this.#isHandle = masked.hasAvatar;
  }

  read(): Byline | undefined {
    const { plain } = this.masked;
    for (let item = 0; item < MAX_ITEMS; item += 1) {
      const at = blankEnd(plain, this.#end);
      if (at >= plain.length) {
        return this.line.length > MAX_MASKED_LENGTH ? undefined : this.#byline('line', this.line.length);
      }
      if (/[:：]/.test(plain[at]!)) {
        if (this.#isAside(at)) this.#end = at + 1;
        else return this.#atColon(at);
      } else if (!this.#readItem(at)) {
        return this.#isOpen() ? this.#byline('text', this.#textStart(this.#bracketEnd)) : undefined;
      } else if (this.#spansAround(at).some(({ mark }) => BRACKETS.has(mark))) {
        this.#bracketEnd = this.#end;
      }
    }
    return undefined;
  }

  #readItem(at: number): boolean {
    const { plain } = this.masked;
    const when = readWhen(plain, at);
    if (when !== undefined) {
      this.#isDated = true;
      this.#date ??= when.date;
      this.#end = when.end;
      return true;
    }
    const score = readScore(plain, at);
    if (score !== undefined) {
      this.#score = 1;
      this.#end = score;
      return true;
    }
    const deed = this.#name === undefined ? readDeedBefore(plain, at) : readVerb(plain, at);
    if (deed !== undefined) {
      this.#deeds = Math.max(this.#deeds, deed.isNumber ? 1 : 2);
      this.#kind ??= deed.kind;
      this.#end = deed.end;
      return true;
    }
    if (this.#name === undefined) return this.#readName(at);
    if (this.#deeds > 1 && this.#readAddressee(at)) return true;
    const filler = readFiller(plain, at);
    this.#end = filler ?? this.#extraEnd(at) ?? this.#end;
    return this.#end > at;
  }

  /** Whether a colon stands in brackets or italics behind the name (`(created at: …)`). */
  #isAside(at: number): boolean {
    return this.#spansAround(at).some(({ mark, start }) => OPENED_MARKS.has(mark) && start > this.#nameStart);
  }

  /** A title, flair or time zone in brackets or italics behind the name. */
  #extraEnd(at: number): number | undefined {
    const marks = this.#isOpen() ? BRACKETS : OPENED_MARKS;
    const span = this.#spansAround(at).find(({ mark }) => marks.has(mark));
    if (span === undefined || span.end - at > MAX_EXTRA_LENGTH || this.#extras >= MAX_EXTRAS)
      return undefined;
    this.#extras += 1;
    return span.end;
  }

  /** The marked name or handle behind `replied to`. */
  #readAddressee(at: number): boolean {
    if (!/\bto\s+@?$/i.test(this.masked.plain.slice(0, at))) return false;
    const span = this.#spansAround(at).find(({ start, mark }) => start === at && NAME_MARKS.has(mark));
    HANDLE.lastIndex = at;
    const written = span === undefined ? HANDLE.exec(this.line)?.[0] : this.line.slice(span.start, span.end);
    const name = written?.trim().replace(/^@/, '') ?? '';
    if (name === '' || !isNameShaped(name)) return false;
    this.#addressee = name;
    this.#end = at + written!.length;
    return true;
  }

  #readName(start: number): boolean {
    const { plain, marks } = this.masked;
    const around = this.#spansAround(start);
    const limit = marks
      .filter((span) => span.start > start)
      .reduce(
        (least, span) => Math.min(least, span.start - 1),
        Math.min(plain.length, around[0]?.end ?? Infinity),
      );
    let at = start;
    let end = start;
    for (let words = 0; words < 6 && at < limit; words += 1) {
      WORD.lastIndex = at;
      const word = WORD.exec(plain);
      if (word === null || /^-+$/.test(word[0])) break;
      if (words > 0 && endsName(plain, at)) break;
      end = Math.min(limit, at + word[0].length);
      at = end;
      while (at < limit && /\s/.test(plain[at]!)) at += 1;
    }
    const written = plain.slice(start, end).trim();
    const name = written.replace(/^(?:@|\/?u\/)(?=\S)/, '').replace(/[.]$/, '');
    if (!isNameShaped(name) || (/^\d+$/.test(name) && this.#deeds < 2)) return false;
    this.#isHandle ||= name !== written && !written.endsWith('.');
    const mark =
      around.find(({ mark }) => mark === 'link') ?? around.find(({ mark }) => mark !== 'paren') ?? around[0];
    this.#isHandle ||= mark?.mark === 'angle';
    this.#mark = mark?.mark ?? 'plain';
    this.#name = name;
    this.#nameStart = start;
    this.#end = end;
    return true;
  }

  /** The marked spans around an offset, the innermost first. */
  #spansAround(at: number): readonly MarkedSpan[] {
    return this.masked.marks
      .filter(({ start, end }) => start <= at && at < end)
      .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  }

  #atColon(at: number): Byline | undefined {
    const isInLink = this.#spansAround(at).some(({ mark, end }) => mark === 'link' && end > at + 1);
    if (isInLink || this.line.startsWith('//', at + 1)) return undefined;
    const start = this.#textStart(at + 1);
    return this.#byline(
      /\S/.test(this.line.slice(start, start + 400)) || start < this.line.length ? 'colon' : 'line',
      start,
    );
  }

  /** Whether text may follow without a colon: behind `[name]` and `<name>`. */
  #isOpen(): boolean {
    return this.#deeds === 0 && (this.#mark === 'bracket' || this.#mark === 'angle');
  }

  /** Offset of the text behind the byline: the marks that end there belong to the byline. */
  #textStart(from: number): number {
    let at = from;
    while (at < this.line.length) {
      const rest = this.line.slice(at, at + 20);
      const closing = /^(?:[\])>］）】]|\s+|<br *\/?>)/i.exec(rest)?.[0];
      const ending = this.masked.marks.some(({ end }) => end === at)
        ? /^(?:\*{1,3}|_{1,3}|`+|<\/\w{1,10}>)/.exec(rest)?.[0]
        : undefined;
      const length = (closing ?? ending ?? '').length;
      if (length === 0) break;
      at += length;
    }
    return at;
  }

  #byline(ends: Byline['ends'], length: number): Byline | undefined {
    const name = this.#name;
    if (name === undefined) return undefined;
    const role = roleOf(name);
    const points =
      this.#deeds + Number(this.#isDated) + Number(this.#isHandle) + Number(role !== undefined) + this.#score;
    // A handle may be any word; without a clear sign it labels a part of the text.
    if (isLabel(name) && points < CLEAR_POINTS) return undefined;
    if (points === 0 && ends === 'line' && this.#mark === 'plain') return undefined;
    return {
      name,
      ...(this.#date === undefined ? {} : { date: this.#date }),
      ...(this.#addressee === undefined ? {} : { addressee: this.#addressee }),
      ...(this.#kind === undefined ? {} : { kind: this.#kind }),
      length,
      ends,
      mark: this.#mark,
      hasVerb: this.#deeds > 1,
      isDated: this.#isDated,
      hasHandle: this.#isHandle || this.#score > 0,
      points,
    };
  }
}

function endsName(plain: string, at: number): boolean {
  NAME_END.lastIndex = at;
  return NAME_END.test(plain) || readWhen(plain, at) !== undefined || readVerb(plain, at) !== undefined;
}

function blankEnd(plain: string, at: number): number {
  BLANK.lastIndex = at;
  BLANK.exec(plain);
  return BLANK.lastIndex;
}
