import type { StateBlock, Token } from 'markdown-it';
import { allowsTags, lineStart } from './blockLines';

const OPEN = /<details(?:\s[^<>]*)?>/iy;
const SUMMARY_OPEN = /<summary(?:\s[^<>]*)?>/iy;
const SUMMARY_CLOSE = /<\/summary\s*>/i;
const CLOSE = /<\/details\s*>/iy;
const FIRST = /<(?:details(?:\s[^<>]*)?|\/details\s*|summary(?:\s[^<>]*)?)>/iy;
/** In characters; bounds the work on texts that never close a summary. */
const MAX_SUMMARY_LENGTH = 2_000;

/** The `meta` of `details_open` and `details_close` tokens. */
interface DetailsMeta {
  /** Offset in the parsed text: of the content behind the summary for an opening, of the tag for a closing token. */
  readonly offset: number;
}

/**
 * Tokenises lines that begin with `<details>`, `<summary>` or `</details>`. A summary may take several lines. Text behind
 * the tags becomes a paragraph, so that nothing is lost.
 */
export function detailsRule(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = lineStart(state, startLine);
  if (state.src.charCodeAt(start) !== 0x3c || !allowsTags(state, startLine)) return false;
  if (match(FIRST, state.src, start) === undefined) return false;
  if (silent) return true;
  new DetailsTagReader(state, startLine, endLine).read();
  return true;
}

class DetailsTagReader {
  #position: number;
  #line: number;
  #details: Token | undefined;
  /** Offset where reading ends: in a quote or a list, whose lines have markers of their own, the end of the line. */
  readonly #limit: number;

  constructor(
    private readonly state: StateBlock,
    startLine: number,
    endLine: number,
  ) {
    this.#position = lineStart(state, startLine);
    this.#line = startLine;
    this.#limit = state.eMarks[state.parentType === 'root' ? endLine - 1 : startLine] ?? state.src.length;
  }

  read(): void {
    const { state } = this;
    const { src } = state;
    for (;;) {
      const open = match(OPEN, src, this.#position);
      const close = open === undefined ? match(CLOSE, src, this.#position) : undefined;
      const summary = open ?? close ?? match(SUMMARY_OPEN, src, this.#position);
      if (summary === undefined || this.#position + summary.length > this.#limit) break;
      if (open !== undefined) {
        this.#advance(open.length);
        this.#details = this.#push('details_open', 'details', 1, { offset: this.#position });
        this.#skipToSummary();
      } else if (close !== undefined) {
        this.#push('details_close', 'details', -1, { offset: this.#position });
        this.#advance(close.length);
        this.#details = undefined;
      } else {
        this.#advance(summary.length);
        this.#readSummary();
      }
      this.#skipSpaces();
    }
    const end = state.eMarks[this.#line] ?? src.length;
    const rest = src.slice(this.#position, end).trim();
    if (rest !== '') this.#pushText('paragraph', 'p', rest, this.#line);
    state.line = this.#line + 1;
  }

  #readSummary(): void {
    const { src } = this.state;
    const text = src.slice(this.#position, Math.min(this.#limit, this.#position + MAX_SUMMARY_LENGTH));
    const close = SUMMARY_CLOSE.exec(text);
    // An unclosed summary ends with its line.
    const isClosed = close !== null && !/<\/?details/i.test(text.slice(0, close.index));
    const lineEnd = (this.state.eMarks[this.#line] ?? src.length) - this.#position;
    const title = text.slice(0, isClosed ? close.index : lineEnd);
    const line = this.#line;
    this.#advance(isClosed ? close.index + close[0].length : lineEnd);
    const plain = title
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^#{1,6} /, '');
    this.#pushText('summary', 'summary', plain, line);
    if (this.#details !== undefined) {
      this.#details.meta = { offset: this.#position };
      this.#details = undefined;
    }
  }

  /** Skips white space, across lines, between `<details>` and its summary. */
  #skipToSummary(): void {
    const { src } = this.state;
    let next = this.#position;
    while (next < this.#limit && /\s/.test(src.charAt(next))) next += 1;
    if (match(SUMMARY_OPEN, src, next) !== undefined) this.#advance(next - this.#position);
  }

  #skipSpaces(): void {
    while (/[ \t]/.test(this.state.src.charAt(this.#position))) this.#position += 1;
  }

  #advance(count: number): void {
    this.#position += count;
    while ((this.state.eMarks[this.#line] ?? Infinity) < this.#position) this.#line += 1;
  }

  /** Sets the nesting after the push, which would otherwise count towards the block parser's nesting limit. */
  #push(type: string, tag: string, nesting: -1 | 0 | 1, meta?: DetailsMeta, line = this.#line): Token {
    const token = this.state.push(type, tag, 0);
    token.nesting = nesting;
    token.map = [line, line + 1];
    token.block = true;
    if (meta !== undefined) token.meta = { ...meta };
    return token;
  }

  #pushText(type: string, tag: string, text: string, line: number): void {
    this.#push(`${type}_open`, tag, 1, undefined, line);
    const inline = this.#push('inline', '', 0, undefined, line);
    inline.content = text;
    inline.children = [];
    this.#push(`${type}_close`, tag, -1, undefined, line);
  }
}

/** The offset of a `details_open` or `details_close`, as `DetailsMeta` defines it; one that `balanceDetails` adds has none. */
export function detailsOffset(token: Token): number | undefined {
  return (token.meta as unknown as DetailsMeta | null)?.offset;
}

/** The text that a sticky pattern matches at an offset. */
function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
