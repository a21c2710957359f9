import { stripLogPrefixes, type StrippedLine } from './logPrefixes';

/** In UTF-16 units, of a prefix that is learnt. */
const MAX_PREFIX_LENGTH = 300;
/** A mark of a list, which is before the first line only: the lines below are indented as far. */
const LIST_MARK = /^(?:[-*+•]|\d{1,3}[.)])\s+$/;
const HEADER = 'Traceback (most recent call last)';
/** The location of a frame, up to the end of its line. */
const FRAME = /(?: {2})?File "[^"]{1,1000}", line \d{1,9}(?:,? in .{1,300})?$/;

/**
 * The prefix of the lines of one traceback. Programs that print prefixes print them before its header as well, so
 * whatever is there is taken for the prefix of the lines below, with other numbers.
 */
export class LinePrefix {
  #pattern: RegExp | undefined;
  /** Columns of a mark before the first line. */
  #markWidth = 0;

  /**
   * Removes the prefix of a line: the one that was learnt, else those that are known from their form.
   *
   * @param isInTraceback Whether the traceback goes on; elsewhere, a line without the prefix shows that it has ended.
   */
  strip(text: string, isInTraceback: boolean): StrippedLine {
    const learnt = this.#pattern?.exec(text)?.[0].length;
    if (learnt !== undefined && (learnt > 0 || isInTraceback)) return strippedAfter(text, learnt);
    if (this.#pattern !== undefined && !isInTraceback) this.#forget();
    const stripped = stripLogPrefixes(text);
    if (stripped.column > 0 || this.#markWidth === 0) return stripped;
    const indent = Math.min(this.#markWidth, text.length - text.trimStart().length);
    return { text: text.slice(indent), column: indent };
  }

  /** Learns the prefix from the header of a traceback, of an exception group's, or of the box around one. */
  learnFromHeader(text: string): void {
    const before = text.slice(0, Math.max(0, text.indexOf(HEADER)));
    this.#learn(before.replace(/(?: {2}\+ Exception Group |╭.{0,400})$/, ''));
  }

  /** Learns the prefix from the location of a frame whose prefix is not known from its form; `false` for other lines. */
  learnFromFrame(text: string): boolean {
    const at = text.includes('File "') ? (FRAME.exec(text)?.index ?? 0) : 0;
    if (at === 0 || at > MAX_PREFIX_LENGTH) return false;
    this.#learn(text.slice(0, at));
    return true;
  }

  #learn(prefix: string): void {
    this.#forget();
    if (prefix === '' || prefix.length > MAX_PREFIX_LENGTH) return;
    if (LIST_MARK.test(prefix)) this.#markWidth = prefix.length;
    const source = prefix
      .trimEnd()
      .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
      .replace(/\d+/g, (digits) => `\\d{1,${String(digits.length + 3)}}`)
      .replace(/^ +/, ({ length }) => ` {0,${String(length + 3)}}`);
    const blanks = prefix.length - prefix.trimEnd().length;
    this.#pattern = new RegExp(`^${source}[ \\t]{0,${String(blanks)}}`);
  }

  #forget(): void {
    this.#pattern = undefined;
    this.#markWidth = 0;
  }
}

/** A line without its first columns, and without the known prefixes after them. */
function strippedAfter(text: string, column: number): StrippedLine {
  const rest = text.slice(column);
  // A line that is indented is one of the traceback.
  if (/^\s/.test(rest)) return { text: rest, column };
  const stripped = stripLogPrefixes(rest);
  return { ...stripped, column: column + stripped.column };
}
