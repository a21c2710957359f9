import { lowerBound } from '../base/lowerBound';
import type { TextEdit } from './parsePython';

/**
 * Matches a line, after its indentation, that certainly begins a statement even if brackets are open above it: a
 * keyword that only begins statements, a decorator, an assignment, an annotation.
 */
const STATEMENT_START =
  /^(?:(?:def|class|async\s+(?:def|with|for)|from|import|return|raise|while|try|with|del|pass|global|nonlocal|assert)\b|@\w|\w+(?:\.\w+)*\s*(?::\s*\S.*)?=[^=]|\w+\s*:\s*\S)/;
/** Characters of a line that are tested for the beginning of a statement. */
const MAX_START_LENGTH = 120;
/** Code with brackets nested more deeply is generated: what is in them is not read, since deep trees are slow. */
const MAX_NESTING = 200;
/** If the lines that an edit touches are longer, in UTF-16 units, the whole text is scanned instead. */
const MAX_RESCANNED_LENGTH = 20_000;
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
  /**
   * Offsets, in order, of the lines in front of which all brackets, strings and comments are closed; `undefined` unless
   * the whole text is like that, so that it is returned unchanged.
   */
  readonly cleanLines: readonly number[] | undefined;
}

/**
 * Ends statements whose brackets are not closed yet: while a call is being typed, the grammar would read everything
 * below it as its arguments. Each such bracket is replaced by an operator, so that no offset changes and the value of
 * the statement is unknown. Brackets that are nested too deeply are blanked out. Any other text is returned unchanged. Works in
 * time slices.
 */
export function* withBracketsClosed(text: string): Generator<undefined, ClosedText> {
  const scanner = new BracketScanner(text, 0);
  while (!scanner.scanTo(scanner.offset + CHARACTERS_PER_YIELD)) yield;
  const { isBalanced, unclosed, tooDeep, cleanLines } = scanner;
  if (isBalanced && tooDeep.length === 0) {
    return { text, cleanLines: unclosed.length === 0 ? cleanLines : undefined };
  }
  const replaced = [
    ...(isBalanced ? [] : unclosed.map((offset) => ({ offset, by: '<' }))),
    ...tooDeep.map((offset) => ({ offset, by: ' ' })),
  ].sort((one, other) => one.offset - other.offset);
  let closed = '';
  let copiedTo = 0;
  for (const { offset, by } of replaced) {
    closed += text.slice(copiedTo, offset) + by;
    copiedTo = offset + 1;
  }
  return { text: closed + text.slice(copiedTo), cleanLines: undefined };
}

/**
 * What `withBracketsClosed` finds in a text after an edit, by the lines that the edit touches.
 *
 * @param cleanLines Those of the text before the edit.
 * @returns `undefined` if brackets may be open, or if too many lines are touched: the whole text has to be scanned.
 */
export function cleanLinesAfterEdit(
  text: string,
  edit: TextEdit,
  cleanLines: readonly number[],
): readonly number[] | undefined {
  const shift = edit.newEnd - edit.oldEnd;
  // A line is as it was if the text in front of it is, the line end included.
  const before = lowerBound(cleanLines.length, (at) => (cleanLines[at] ?? 0) < edit.start);
  const after = lowerBound(cleanLines.length, (at) => (cleanLines[at] ?? 0) <= edit.oldEnd);
  const start = cleanLines[before - 1] ?? 0;
  const next = cleanLines[after];
  const end = next === undefined ? text.length : next + shift;
  if (end - start > MAX_RESCANNED_LENGTH) return undefined;
  const scanner = new BracketScanner(text, start);
  scanner.scanTo(end);
  if (!scanner.isBalanced || scanner.unclosed.length > 0 || scanner.tooDeep.length > 0) return undefined;
  if (next !== undefined && !scanner.isCleanAt(end)) return undefined;
  // The line at the end is in both.
  return [
    ...cleanLines.slice(0, Math.max(0, before - 1)),
    ...scanner.cleanLines,
    ...cleanLines.slice(after + 1).map((offset) => offset + shift),
  ];
}

class BracketScanner {
  /** Offsets, in order, of the brackets that are still open where a new statement begins. */
  readonly unclosed: number[] = [];
  /** Offsets, in order, of brackets that are nested too deeply, the closing ones included. */
  readonly tooDeep: number[] = [];
  /** Offsets, in order, of lines in front of which everything is closed, the first one included. */
  readonly cleanLines: number[] = [];
  readonly #open: OpenBracket[] = [];
  /** Brackets that are open inside of the deepest one that is read. */
  #openTooDeep = 0;
  #offset: number;
  #indent: number;
  /** Opening minus closing brackets, by the code of the closing one. */
  readonly #surplus = new Map<number, number>();

  /** @param start Offset of the first line to scan, in front of which everything is closed. */
  constructor(
    private readonly text: string,
    start: number,
  ) {
    this.#offset = start;
    this.#indent = indentAt(text, start);
    this.cleanLines.push(start);
  }

  /** How far the text is scanned. */
  get offset(): number {
    return this.#offset;
  }

  get isBalanced(): boolean {
    for (const count of this.#surplus.values()) if (count !== 0) return false;
    return true;
  }

  /** Whether the text is scanned as far as a line in front of which everything is closed. */
  isCleanAt(line: number): boolean {
    return this.#offset === line && this.cleanLines.at(-1) === line;
  }

  /**
   * Scans up to an offset; the string or comment that it is in is scanned to its end.
   *
   * @returns Whether the end of the text is reached.
   */
  scanTo(end: number): boolean {
    const { text } = this;
    const limit = Math.min(text.length, end);
    let offset = this.#offset;
    for (; offset < limit; offset += 1) {
      const code = text.charCodeAt(offset);
      if (code === HASH) {
        offset = endOfLine(text, offset) - 1;
      } else if (code === QUOTE || code === APOSTROPHE) {
        offset = endOfString(text, offset, code) - 1;
      } else if (code === LINE_FEED || code === CARRIAGE_RETURN) {
        this.#beginLine(offset + 1);
      } else if (code === OPEN_PARENTHESIS || code === OPEN_BRACKET || code === OPEN_BRACE) {
        this.#openBracket(closingOf(code), offset);
      } else if (code === CLOSE_PARENTHESIS || code === CLOSE_BRACKET || code === CLOSE_BRACE) {
        this.#closeBracket(code, offset);
      }
    }
    this.#offset = offset;
    return offset >= text.length;
  }

  #openBracket(closing: number, offset: number): void {
    if (this.#open.length === MAX_NESTING) {
      this.tooDeep.push(offset);
      this.#openTooDeep += 1;
      return;
    }
    this.#count(closing, 1);
    this.#open.push({ closing, offset, indent: this.#indent });
  }

  #closeBracket(code: number, offset: number): void {
    if (this.#openTooDeep > 0) {
      this.tooDeep.push(offset);
      this.#openTooDeep -= 1;
      return;
    }
    this.#count(code, -1);
    const opened = this.#open.findLastIndex(({ closing }) => closing === code);
    if (opened !== -1) this.#open.length = opened;
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
      this.#openTooDeep = 0;
    }
    // Lines within brackets belong to the statement that opened them.
    if (this.#open.length > 0) return;
    this.#indent = indent;
    if (this.isBalanced && this.unclosed.length === 0) this.cleanLines.push(from);
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
 * The offset after a string that begins at `from`. A single-quoted one ends at the latest with its line, a triple-quoted
 * one with the text.
 */
function endOfString(text: string, from: number, quote: number): number {
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
  return text.length;
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
