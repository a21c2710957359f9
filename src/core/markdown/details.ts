import type { StateBlock, StateCore, Token } from 'markdown-it';
import { continuesHtml, lineStart } from './blockLines';

const OPEN = /<details(?:\s[^<>]*)?>/iy;
const SUMMARY_OPEN = /<summary(?:\s[^<>]*)?>/iy;
const SUMMARY_CLOSE = /<\/summary\s*>/i;
const CLOSE = /<\/details\s*>/iy;
const FIRST = /<(?:details(?:\s[^<>]*)?|\/details\s*|summary(?:\s[^<>]*)?)>/iy;
/** Longest summary, in characters; bounds the work on texts that never close one. */
const LONGEST_SUMMARY = 2_000;
const TRAILING_CLOSE = '</details>';

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
    const text = src.slice(this.#position, Math.min(this.#limit, this.#position + LONGEST_SUMMARY));
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

/** The offset a `details_open` or a `details_close` carries; a close that was added by `balanceDetails` has none. */
export function detailsOffset(token: Token): number | undefined {
  return (token.meta as unknown as DetailsOffset | null)?.offset;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/**
 * Makes `<details>` well-formed. A close that opens nothing is dropped. One that is not closed ends where the next
 * heading or `<details>` begins, or its container ends: else it would swallow all that follows. Every
 * `details_open` gets the lines that it spans.
 */
export function balanceDetails(state: StateCore): void {
  const tokens = splitTrailingCloses(state);
  const { unclosed, dropped } = findUnpaired(tokens);
  const balanced: Token[] = [];
  const open: Token[] = [];
  let lastLine = 0;
  const closeAt = (line: number): void => {
    const opening = open.pop();
    if (opening?.map) opening.map[1] = Math.max(line, opening.map[0] + 1);
    const token = new state.Token('details_close', 'details', -1);
    token.block = true;
    token.map = [line, line];
    balanced.push(token);
  };
  const endsUnclosed = (): boolean => unclosed.has(open.at(-1)!);
  for (const token of tokens) {
    if (dropped.has(token)) continue;
    const begins = token.type === 'heading_open' || token.type === 'details_open';
    while (endsUnclosed() && (begins || token.nesting === -1)) closeAt(token.map?.[0] ?? lastLine);
    lastLine = Math.max(lastLine, token.map?.[1] ?? 0);
    if (token.nesting === 1) open.push(token);
    else if (token.nesting === -1) {
      const opening = open.pop();
      if (token.type === 'details_close' && opening?.map && token.map) opening.map[1] = token.map[1];
    }
    balanced.push(token);
  }
  while (endsUnclosed()) closeAt(lastLine);
  state.tokens = balanced;
  let level = 0;
  for (const token of balanced) {
    if (token.nesting === -1) level -= 1;
    token.level = level;
    if (token.nesting === 1) level += 1;
  }
}

function findUnpaired(tokens: readonly Token[]): {
  unclosed: ReadonlySet<Token>;
  dropped: ReadonlySet<Token>;
} {
  const unclosed = new Set<Token>();
  const dropped = new Set<Token>();
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.type === 'details_close') {
      if (open.at(-1)?.type === 'details_open') open.pop();
      else dropped.add(token);
    } else if (token.nesting === 1) {
      open.push(token);
    } else if (token.nesting === -1) {
      for (let last = open.pop(); last?.type === 'details_open'; last = open.pop()) unclosed.add(last);
    }
  }
  for (const token of open) unclosed.add(token);
  return { unclosed, dropped };
}

/** `</details>` at the end of a paragraph's last line closes as well as one on a line of its own. */
function splitTrailingCloses(state: StateCore): readonly Token[] {
  const tokens: Token[] = [];
  let pending = 0;
  for (const token of state.tokens) {
    tokens.push(token);
    if (token.type === 'inline' && tokens.at(-2)?.type === 'paragraph_open') {
      let text = token.content.trimEnd();
      for (; text.endsWith(TRAILING_CLOSE); pending += 1)
        text = text.slice(0, -TRAILING_CLOSE.length).trimEnd();
      if (pending > 0) token.content = text;
    } else if (token.type === 'paragraph_close') {
      const line = tokens.at(-3)?.map?.[1] ?? 1;
      for (; pending > 0; pending -= 1) {
        const close = new state.Token('details_close', 'details', -1);
        close.block = true;
        close.map = [line - 1, line];
        tokens.push(close);
      }
    }
  }
  return tokens;
}
