/**
 * What stands behind a line's indentation when it begins a statement, whatever is open above it: a word that only
 * statements begin with, a decorator, an assignment, an annotation.
 */
const STATEMENT_START =
  /^(?:(?:def|class|async\s+(?:def|with|for)|from|import|return|raise|while|try|with|del|pass|global|nonlocal|assert)\b|@\w|\w+(?:\.\w+)*\s*(?::\s*\S.*)?=[^=]|\w+\s*:\s*\S)/;
/** Characters of a line that tell whether it begins a statement. */
const MAX_START_LENGTH = 120;
/** Brackets inside of each other; deeper ones are no code that anyone types. */
const MAX_NESTING = 200;
/** Characters between two pauses: a fraction of a millisecond. */
const CHARACTERS_PER_YIELD = 50_000;

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
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
  readonly closing: number;
  readonly offset: number;
  /** Columns before the line it stands in. */
  readonly indent: number;
}

/** A text in which no statement swallows the next one. */
export interface ClosedText {
  readonly text: string;
  /** Whether all brackets of the text it was made from are closed. */
  readonly isBalanced: boolean;
}

/**
 * Ends the statements whose brackets are not closed yet: while somebody types a call, the grammar would take all that
 * follows for its arguments. A text whose brackets are closed comes back as it is; in others such a bracket becomes an
 * operator, so that no offset changes and nothing is known of what the statement gives. Yields now and then.
 */
export function* withBracketsClosed(text: string): Generator<undefined, ClosedText> {
  const scanner = new BracketScanner(text);
  while (!scanner.scan(CHARACTERS_PER_YIELD)) yield;
  const { isBalanced, unclosed } = scanner;
  if (isBalanced || unclosed.length === 0) return { text, isBalanced };
  let closed = '';
  let end = 0;
  for (const offset of unclosed) {
    closed += `${text.slice(end, offset)}<`;
    end = offset + 1;
  }
  return { text: closed + text.slice(end), isBalanced };
}

/** Whether all brackets of a piece of code are closed in it, and no string goes on behind it. */
export function isClosed(code: string): boolean {
  const scanner = new BracketScanner(code);
  scanner.scan(Infinity);
  return scanner.isBalanced && !scanner.endsInString;
}

class BracketScanner {
  /** Whether the text ends before its last string does. */
  endsInString = false;
  /** Offsets of brackets that a statement below shows to be unclosed, in order. */
  readonly unclosed: number[] = [];
  readonly #open: OpenBracket[] = [];
  #at = 0;
  #indent: number;
  /** Of each kind, by what closes it, how many were opened and not closed, wherever. */
  readonly #excess = new Map<number, number>();

  constructor(private readonly text: string) {
    this.#indent = indentAt(text, 0);
  }

  /** Whether as many brackets were closed as opened. */
  get isBalanced(): boolean {
    return [...this.#excess.values()].every((count) => count === 0);
  }

  /**
   * Goes on by some characters.
   *
   * @returns Whether it is done.
   */
  scan(characters: number): boolean {
    const { text } = this;
    const end = Math.min(text.length, this.#at + characters);
    let at = this.#at;
    for (; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (code === HASH) {
        at = endOfLine(text, at) - 1;
      } else if (code === QUOTE || code === APOSTROPHE) {
        const stop = endOfString(text, at, code);
        this.endsInString ||= stop === undefined;
        at = (stop ?? text.length) - 1;
      } else if (code === LINE_FEED || code === RETURN) {
        this.#beginLine(at + 1);
      } else if (code === OPEN_PARENTHESIS || code === OPEN_BRACKET || code === OPEN_BRACE) {
        if (this.#open.length === MAX_NESTING) return this.#giveUp();
        this.#count(closingOf(code), 1);
        this.#open.push({ closing: closingOf(code), offset: at, indent: this.#indent });
      } else if (code === CLOSE_PARENTHESIS || code === CLOSE_BRACKET || code === CLOSE_BRACE) {
        this.#count(code, -1);
        const opened = this.#open.findLastIndex(({ closing }) => closing === code);
        if (opened !== -1) this.#open.length = opened;
      }
    }
    this.#at = at;
    return at >= text.length;
  }

  #giveUp(): true {
    this.unclosed.length = 0;
    return true;
  }

  #count(closing: number, by: number): void {
    this.#excess.set(closing, (this.#excess.get(closing) ?? 0) + by);
  }

  #beginLine(from: number): void {
    const indent = indentAt(this.text, from);
    const [first] = this.#open;
    if (first !== undefined && indent <= first.indent && beginsStatement(this.text, from + indent)) {
      this.unclosed.push(...this.#open.map(({ offset }) => offset));
      this.#open.length = 0;
    }
    // Lines inside of brackets belong to the statement that opened them.
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

/** Where a string ends that begins at a quote, if it does; one on a single line ends with the line at the latest. */
function endOfString(text: string, from: number, quote: number): number | undefined {
  const isLong = text.charCodeAt(from + 1) === quote && text.charCodeAt(from + 2) === quote;
  const length = isLong ? 3 : 1;
  for (let at = from + length; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (!isLong && isLineEnd(code)) return at;
    else if (code === quote && (!isLong || text.startsWith(text.slice(from, from + length), at))) {
      return at + length;
    }
  }
  return isLong ? undefined : text.length;
}

function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === RETURN;
}

function indentAt(text: string, offset: number): number {
  let end = offset;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code !== SPACE && code !== TAB) return end - offset;
    end += 1;
  }
}
