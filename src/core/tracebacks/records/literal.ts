import { MappedTextBuilder, sliceOf, type MappedText } from '../lines/mappedText';

/** A value of JSON, or one that Python's `repr` prints. Columns are those of the text that it was read from. */
export type Literal =
  | { readonly kind: 'string'; readonly value: MappedText; readonly isClosed: boolean }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [key: string, value: Literal])[] }
  | { readonly kind: 'list'; readonly items: readonly Literal[] }
  /** A number, a constant, or an object that is printed without quotes. */
  | { readonly kind: 'other'; readonly text: string; readonly value: MappedText };

/** Values that are read of one literal, and their nesting. */
const MAX_VALUES = 3000;
const MAX_DEPTH = 24;
const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };
/** Where the plain part of a string ends, by its quote. */
const STRING_END: Readonly<Record<string, RegExp>> = { '"': /["\\\n]/g, "'": /['\\\n]/g };
const BLANKS = /\s*/y;
const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '',
  f: '',
  a: '',
  v: '',
};

/**
 * Reads literals tolerantly: JSON, Python's, mixed, and cut at the end of the text. What is cut or beyond the limits is
 * left out.
 */
export class LiteralReader {
  /** Column of what is read next. */
  at: number;
  /** Whether something else than the end of the text was found where a value, comma or bracket had to follow. */
  hasFailed = false;
  #values = 0;

  constructor(
    private readonly source: MappedText,
    at: number,
  ) {
    this.at = at;
  }

  /** Reads the value at the current column; `undefined` where there is none. */
  read(depth = 0): Literal | undefined {
    this.skipBlanks();
    const { text } = this.source;
    const character = text.charAt(this.at);
    this.#values += 1;
    if (character === '' || this.#values > MAX_VALUES || depth > MAX_DEPTH) {
      this.at = text.length;
      return undefined;
    }
    if (character === '{') return this.#map(depth);
    if (character === '[' || character === '(') return { kind: 'list', items: this.items(depth) };
    return this.#string() ?? this.#other();
  }

  /** Reads the values within the bracket at the current column. */
  items(depth = 0): readonly Literal[] {
    const closing = CLOSING[this.source.text.charAt(this.at)] ?? ')';
    const items: Literal[] = [];
    this.at += 1;
    while (!this.#ends(closing)) {
      const item = this.read(depth + 1);
      if (item === undefined) return items;
      items.push(item);
      if (!this.#separates(closing)) return items;
    }
    return items;
  }

  skipBlanks(): void {
    BLANKS.lastIndex = this.at;
    BLANKS.test(this.source.text);
    this.at = BLANKS.lastIndex;
  }

  #map(depth: number): Literal {
    const entries: (readonly [string, Literal])[] = [];
    const map: Literal = { kind: 'map', entries };
    this.at += 1;
    while (!this.#ends('}')) {
      this.skipBlanks();
      const key = this.#string() ?? this.#other();
      this.skipBlanks();
      if (key === undefined || this.source.text.charAt(this.at) !== ':') {
        this.#fail();
        return map;
      }
      this.at += 1;
      const value = this.read(depth + 1);
      if (value === undefined) return map;
      entries.push([key.kind === 'string' ? key.value.text : key.text, value]);
      if (!this.#separates('}')) return map;
    }
    return map;
  }

  /** Whether a bracket is closed at the current column, which is then behind it. */
  #ends(closing: string): boolean {
    this.skipBlanks();
    if (this.source.text.charAt(this.at) !== closing)
      return this.hasFailed || this.at >= this.source.text.length;
    this.at += 1;
    return true;
  }

  /** Skips a comma; `false` where neither a comma nor the closing bracket follows. */
  #separates(closing: string): boolean {
    this.skipBlanks();
    const character = this.source.text.charAt(this.at);
    if (character === ',') this.at += 1;
    else if (character !== closing) this.#fail();
    return !this.hasFailed && this.at < this.source.text.length;
  }

  #fail(): void {
    this.hasFailed ||= this.at < this.source.text.length;
  }

  #string(): (Literal & { kind: 'string' }) | undefined {
    const { text } = this.source;
    const opening = /^(?:[bBrRuUfF]{1,2})?["']/.exec(text.slice(this.at, this.at + 3))?.[0];
    if (opening === undefined) return undefined;
    const quote = opening.slice(-1);
    const isRaw = /r/i.test(opening);
    const builder = new MappedTextBuilder(this.source, this.at + opening.length);
    this.at += opening.length;
    for (;;) {
      const end = endOfPlain(text, this.at, quote);
      builder.copy(this.at, end);
      this.at = end;
      if (text.charAt(end) !== '\\') break;
      this.#escape(builder, isRaw);
    }
    const isClosed = text.charAt(this.at) === quote;
    if (isClosed) this.at += 1;
    else this.#fail();
    return { kind: 'string', value: builder.build(), isClosed };
  }

  #escape(builder: MappedTextBuilder, isRaw: boolean): void {
    const { text } = this.source;
    const start = this.at;
    const coded = /^\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2}))/.exec(text.slice(start, start + 6));
    this.at = Math.min(text.length, start + (coded?.[0].length ?? 2));
    const escaped = text.slice(start + 1, this.at);
    if (isRaw) builder.copy(start, this.at);
    else if (coded !== null) {
      builder.replace(start, this.at, String.fromCharCode(Number.parseInt(coded[1] ?? coded[2] ?? '', 16)));
    } else builder.replace(start, this.at, SIMPLE_ESCAPES[escaped] ?? escaped);
  }

  /** A value without quotes: up to a comma or closing bracket outside of its own brackets and quotes. */
  #other(): (Literal & { kind: 'other' }) | undefined {
    const { text } = this.source;
    const start = this.at;
    let open = 0;
    for (; this.at < text.length; this.at += 1) {
      const character = text.charAt(this.at);
      if (open === 0 && /[,:}\])\n]/.test(character)) break;
      if (character === '"' || character === "'") {
        if (this.#string() === undefined) break;
        this.at -= 1;
      } else if (/[([{<]/.test(character)) open += 1;
      else if (/[)\]}>]/.test(character)) open -= 1;
    }
    if (this.at === start) {
      this.#fail();
      return undefined;
    }
    const value = sliceOf(this.source, start, this.at);
    return { kind: 'other', text: value.text.trim(), value };
  }
}

function endOfPlain(text: string, at: number, quote: string): number {
  const pattern = STRING_END[quote];
  if (pattern === undefined) return text.length;
  pattern.lastIndex = at;
  return pattern.exec(text)?.index ?? text.length;
}
