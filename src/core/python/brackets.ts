/**
 * Matches a line, after its indentation, that certainly begins a statement even if brackets are open above it: a
 * keyword that only begins statements, a decorator, an assignment, an annotation.
 */
const STATEMENT_START =
  /^(?:(?:def|class|async\s+(?:def|with|for)|from|import|return|raise|while|try|with|del|pass|global|nonlocal|assert)\b|@\w|\w+(?:\.\w+)*\s*(?::\s*\S.*)?=[^=]|\w+\s*:\s*\S)/;
/** Characters of a line that are tested for the beginning of a statement. */
const MAX_START_LENGTH = 120;
/** Code with brackets nested more deeply is generated: it is left alone. */
const MAX_NESTING = 200;
/** Characters per time slice, together a fraction of a millisecond. */
const CHARACTERS_PER_YIELD = 50_000;

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const OPEN_PARENTHESIS = 40;
const CLOSE_PARENTHESIS = 41;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

interface OpenBracket {
  /** Code of the closing bracket. */
  readonly closing: number;
  readonly offset: number;
  /** Indentation of its line, in characters. */
  readonly indent: number;
}

/** A text in which unclosed brackets do not swallow the statements below. */
export interface ClosedText {
  readonly text: string;
  /** Whether all brackets of the original text are closed. */
  readonly isBalanced: boolean;
}

/**
 * Ends statements whose brackets are not closed yet: while a call is being typed, the grammar would read everything
 * below it as its arguments. Each such bracket is replaced by an operator, so that no offset changes and the value of
 * the statement is unknown. A text whose brackets are all closed is returned unchanged. Works in time slices.
 */
export function* withBracketsClosed(text: string): Generator<undefined, ClosedText> {
  const scanner = new BracketScanner(text);
  while (!scanner.scan(CHARACTERS_PER_YIELD)) yield;
  const { isBalanced, unclosed } = scanner;
  if (isBalanced || unclosed.length === 0) return { text, isBalanced };
  let closed = '';
  let copiedTo = 0;
  for (const offset of unclosed) {
    closed += `${text.slice(copiedTo, offset)}<`;
    copiedTo = offset + 1;
  }
  return { text: closed + text.slice(copiedTo), isBalanced };
}

/** Whether all brackets in a range of code are closed within it, and its last string ends within it. */
export function isClosed(code: string): boolean {
  const scanner = new BracketScanner(code);
  scanner.scan(Infinity);
  return scanner.isBalanced && !scanner.endsInString;
}

class BracketScanner {
  /** Whether the text ends before its last string does. */
  endsInString = false;
  /** Offsets, in order, of the brackets that are still open where a new statement begins. */
  readonly unclosed: number[] = [];
  readonly #open: OpenBracket[] = [];
  #offset = 0;
  #indent: number;
  /** Opening minus closing brackets, by the code of the closing one. */
  readonly #surplus = new Map<number, number>();

  constructor(private readonly text: string) {
    this.#indent = indentAt(text, 0);
  }

  get isBalanced(): boolean {
    return [...this.#surplus.values()].every((count) => count === 0);
  }

  /**
   * Scans some more characters.
   *
   * @returns Whether the end of the text is reached.
   */
  scan(characters: number): boolean {
    const { text } = this;
    const end = Math.min(text.length, this.#offset + characters);
    let offset = this.#offset;
    for (; offset < end; offset += 1) {
      const code = text.charCodeAt(offset);
      if (code === HASH) {
        offset = endOfLine(text, offset) - 1;
      } else if (code === QUOTE || code === APOSTROPHE) {
        const stop = endOfString(text, offset, code);
        this.endsInString ||= stop === undefined;
        offset = (stop ?? text.length) - 1;
      } else if (code === LINE_FEED || code === CARRIAGE_RETURN) {
        this.#beginLine(offset + 1);
      } else if (code === OPEN_PARENTHESIS || code === OPEN_BRACKET || code === OPEN_BRACE) {
        if (this.#open.length === MAX_NESTING) return this.#giveUp();
        this.#count(closingOf(code), 1);
        this.#open.push({ closing: closingOf(code), offset, indent: this.#indent });
      } else if (code === CLOSE_PARENTHESIS || code === CLOSE_BRACKET || code === CLOSE_BRACE) {
        this.#count(code, -1);
        const opened = this.#open.findLastIndex(({ closing }) => closing === code);
        if (opened !== -1) this.#open.length = opened;
      }
    }
    this.#offset = offset;
    return offset >= text.length;
  }

  #giveUp(): true {
    this.unclosed.length = 0;
    return true;
  }

  #count(closing: number, by: number): void {
    this.#surplus.set(closing, (this.#surplus.get(closing) ?? 0) + by);
  }

  #beginLine(from: number): void {
    const indent = indentAt(this.text, from);
    const [first] = this.#open;
    if (first !== undefined && indent <= first.indent && beginsStatement(this.text, from + indent)) {
      this.unclosed.push(...this.#open.map(({ offset }) => offset));
      this.#open.length = 0;
    }
    // Lines within brackets belong to the statement that opened them.
    if (this.#open.length === 0) this.#indent = indent;
  }
}

function closingOf(opening: number): number {
  return opening === OPEN_PARENTHESIS ? CLOSE_PARENTHESIS : opening + 2;
}

function beginsStatement(text: string, from: number): boolean {
  return STATEMENT_START.test(text.slice(from, from + MAX_START_LENGTH));
}

function endOfLine(text: string, from: number): number {
  let end = from;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end += 1;
  return end;
}

/**
 * The offset after a string that begins at `from`. A single-quoted one ends at the latest with its line.
 *
 * @returns `undefined` if a triple-quoted string has no end.
 */
function endOfString(text: string, from: number, quote: number): number | undefined {
  const isTripleQuoted = text.charCodeAt(from + 1) === quote && text.charCodeAt(from + 2) === quote;
  const length = isTripleQuoted ? 3 : 1;
  for (let offset = from + length; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === BACKSLASH) offset += 1;
    else if (!isTripleQuoted && isLineEnd(code)) return offset;
    else if (
      code === quote &&
      (!isTripleQuoted || text.startsWith(text.slice(from, from + length), offset))
    ) {
      return offset + length;
    }
  }
  return isTripleQuoted ? undefined : text.length;
}

function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

function indentAt(text: string, offset: number): number {
  let end = offset;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code !== SPACE && code !== TAB) return end - offset;
    end += 1;
  }
}
