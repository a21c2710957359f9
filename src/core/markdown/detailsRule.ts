import type { StateBlock, Token } from 'markdown-it';
import { continuesHtml, lineStart } from './blockLines';

const OPEN = /<details(?:\s[^<>]*)?>/iy;
const SUMMARY_OPEN = /<summary(?:\s[^<>]*)?>/iy;
const SUMMARY_CLOSE = /<\/summary\s*>/i;
const CLOSE = /<\/details\s*>/iy;
const FIRST = /<(?:details(?:\s[^<>]*)?|\/details\s*|summary(?:\s[^<>]*)?)>/iy;
/** Longest summary, in characters; bounds the work on texts that never close one. */
const MAX_SUMMARY_LENGTH = 2_000;

/** Where in the parsed text a `details_open` or a `details_close` stands. */
interface DetailsOffset {
  /** Of a `details_open`: where its content begins, behind the summary. Of a `details_close`: where the tag begins. */
  readonly offset: number;
}

/**
 * Lines that begin with `<details>`, `<summary>` or `</details>`; the summary may take several lines. Text behind
 * the tags stays a paragraph of its own, so nothing an author wrote is lost.
 */
export function detailsRule(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = lineStart(state, startLine);
  if (state.src.charCodeAt(start) !== 0x3c || !continuesHtml(state, startLine)) return false;
  if (match(FIRST, state.src, start) === undefined) return false;
  if (silent) return true;
  const reader = new TagReader(state, startLine, endLine);
  reader.read();
  return true;
}

class TagReader {
  #position: number;
  #line: number;
  #opened: Token | undefined;
  /** In a quote or a list every line has markers of its own: there the tags must stand on one line. */
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
        this.#opened = this.#push('details_open', 'details', 1, { offset: this.#position });
        this.#skipToSummary();
      } else if (close !== undefined) {
        this.#push('details_close', 'details', -1, { offset: this.#position });
        this.#advance(close.length);
        this.#opened = undefined;
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
    // One that is not closed ends with its line.
    const closed = close !== null && !/<\/?details/i.test(text.slice(0, close.index));
    const lineEnd = (this.state.eMarks[this.#line] ?? src.length) - this.#position;
    const title = text.slice(0, closed ? close.index : lineEnd);
    const line = this.#line;
    this.#advance(closed ? close.index + close[0].length : lineEnd);
    const plain = title
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^#{1,6} /, '');
    this.#pushText('summary', 'summary', plain, line);
    if (this.#opened !== undefined) {
      this.#opened.meta = { offset: this.#position };
      this.#opened = undefined;
    }
  }

  /** Goes over blank space between `<details>` and its summary, whatever lines it takes. */
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

  /** Nesting is set afterwards: the block parser gives up on what it thinks is nested too deep. */
  #push(type: string, tag: string, nesting: -1 | 0 | 1, meta?: DetailsOffset, line = this.#line): Token {
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

/** The offset a `details_open` or a `details_close` carries; one that `balanceDetails` adds has none. */
export function detailsOffset(token: Token): number | undefined {
  return (token.meta as unknown as DetailsOffset | null)?.offset;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
