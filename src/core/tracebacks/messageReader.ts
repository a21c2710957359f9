import type { PartialError } from './errorCollector';
import { isDiagnostic, isPrompt } from './linePatterns';

/** Lines kept of one message. */
const MAX_LINES = 80;

/** The error whose message may continue on the next lines. */
export class MessageReader {
  #error: PartialError | undefined;
  #isInSql = false;
  #hasPytestMargin = false;
  #isBelow = false;

  /** Whether the lines are those of an SQL statement, which may be empty or look like exceptions. */
  get isInSql(): boolean {
    return this.#isInSql;
  }

  /** Whether the message is in pytest's margin, `E   `. */
  get hasPytestMargin(): boolean {
    return this.#hasPytestMargin;
  }

  /** The error, if it is a log line without any further lines. */
  get singleLogLine(): PartialError | undefined {
    return this.#error?.role === 'log' && this.#error.details.length === 1 ? this.#error : undefined;
  }

  /** The error whose message was read last. */
  get error(): PartialError | undefined {
    return this.#error;
  }

  /** @param isBelow Whether an empty message may begin on the next line. */
  begin(error: PartialError, hasPytestMargin = false, isBelow = false): void {
    this.end();
    this.#error = error;
    this.#isBelow = isBelow;
    this.#hasPytestMargin = hasPytestMargin;
  }

  /** Whether a line without a margin continues the message. */
  isContinuedBy(text: string): boolean {
    if (this.#error === undefined || this.#error.role === 'log') return false;
    return this.#isInSql || (!isPrompt(text) && !isDiagnostic(text));
  }

  append(text: string): void {
    if (this.#error === undefined) return;
    if (this.#error.details.length >= MAX_LINES) {
      this.end();
      return;
    }
    const { details } = this.#error;
    // A message may begin below its class.
    if (this.#error.message === '' && details.length === 1 && this.#isBelow) {
      this.#error.message = text.trim();
      details[0] = text.trim();
    } else details.push(text);
    if (text.includes('[SQL: ')) this.#isInSql = true;
    if (text.trimEnd().endsWith(']') || text.startsWith('(Background on ')) this.#isInSql = false;
  }

  /** Ends the message at an empty line, unless it is within a statement. */
  endParagraph(): void {
    if (!this.#isInSql) this.end();
  }

  end(): void {
    this.#error = undefined;
    this.#isInSql = false;
    this.#hasPytestMargin = false;
  }
}
