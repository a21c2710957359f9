import { CallStack } from './callStack';
import { ErrorCollector, type PartialError } from './errorCollector';
import { firstExceptionIn, parseExceptionLine, type ExceptionLine } from './exceptionLines';
import { createFrame, parseFrame, pytestRaisedType } from './frames';
import {
  boxContent,
  chainOf,
  currentCode,
  groupMargin,
  headerOf,
  isCodeMarker,
  isDiagnostic,
  isGroupSeparator,
  summaryColumn,
  warningAt,
} from './linePatterns';
import { stripLogPrefixes } from './logPrefixes';
import { MessageReader } from './messageReader';
import { spanIn, type OutputLine, type OutputPosition } from './outputLines';
import type { ErrorRole, Frame } from './raisedError';

const ERROR_LEVELS: ReadonlySet<string> = new Set(['ERROR', 'CRITICAL', 'FATAL']);

interface RaiseOptions {
  readonly role?: ErrorRole;
  /** Instead of those of the traceback that ends with the error. */
  readonly frames?: readonly Frame[];
  readonly hasPytestMargin?: boolean;
}

/** Reads output line by line and collects its errors. */
export class OutputReader {
  readonly errors = new ErrorCollector();
  readonly #stack = new CallStack();
  readonly #message = new MessageReader();
  #isInBox = false;
  #isInGroup = false;
  /** Whether the next traceback is chained to the last one. */
  #isChained = false;
  #report = 0;

  read(line: OutputLine): void {
    if (line.text.trim() === '') {
      this.#message.endParagraph();
      return;
    }
    const { text: stripped, column: prefixWidth, level } = stripLogPrefixes(line.text);
    const margin = this.#marginOf(stripped);
    const text = stripped.slice(margin.width);
    const position: OutputPosition = { line, column: prefixWidth + margin.width, depth: margin.depth };
    if (this.#isInBox && this.#readBoxLine(text)) return;
    const header = headerOf(stripped);
    if (header !== undefined) this.#beginTraceback(header);
    else if (this.#readStructure(text)) return;
    else if (this.#readException(text, position)) return;
    else if (level !== undefined) this.#readLogLine(text, level, position);
    else this.#readOther(text, position);
  }

  #marginOf(text: string): { readonly depth: number; readonly width: number } {
    const margin = this.#isInGroup ? groupMargin(text) : undefined;
    if (margin === undefined && text.trim() !== '') this.#isInGroup = false;
    return margin ?? { depth: 0, width: 0 };
  }

  #beginTraceback(header: 'plain' | 'group' | 'box'): void {
    // A log line above a traceback only announces it.
    const announcement = this.#message.singleLogLine;
    if (announcement !== undefined) this.errors.remove(announcement);
    if (!this.#isChained && !this.#isInGroup) this.#report += 1;
    this.#isChained = false;
    this.#isInGroup ||= header === 'group';
    this.#isInBox = header === 'box';
    this.#stack.begin();
    this.#message.end();
  }

  /** Reads a line of a Rich box; `false` for a line that is not part of one. */
  #readBoxLine(text: string): boolean {
    const content = boxContent(text);
    if (content === undefined) {
      this.#isInBox = false;
      return text.trim().startsWith('╰');
    }
    const frame = parseFrame(content.trim());
    const code = currentCode(content);
    if (frame !== undefined) this.#stack.add(frame);
    else if (code !== undefined) this.#stack.addCode(code);
    return true;
  }

  /** Reads a line of a traceback other than its exception; `false` for any other line. */
  #readStructure(text: string): boolean {
    const chain = chainOf(text);
    if (chain !== undefined) {
      this.errors.chainLast(chain);
      this.#isChained = true;
      this.#message.end();
      return true;
    }
    if (isGroupSeparator(text) || isCodeMarker(text)) return true;
    const frame = parseFrame(text);
    if (frame === undefined) return this.#readCode(text);
    this.#readFrame(frame, pytestRaisedType(text));
    return true;
  }

  #readFrame(frame: Frame, raisedType: string | undefined): void {
    this.#message.end();
    const { last } = this.errors;
    if (raisedType === undefined || last?.type === undefined) {
      this.#stack.add(frame);
      return;
    }
    // pytest prints the location below the exception.
    if (last.type === raisedType || last.type.endsWith(`.${raisedType}`))
      last.frames = [...last.frames, frame];
    this.#stack.discardFrames();
  }

  #readCode(text: string): boolean {
    const code = this.#stack.isOpen ? currentCode(text) : undefined;
    if (code !== undefined) {
      this.#stack.addCode(code);
      return true;
    }
    if (!this.#stack.expectsCode) return false;
    // A notebook prints the lines around the current one as well, each with its number.
    if (/^\s*\d+(?:\s|$)/.test(text)) return true;
    if (!/^\s{2,}\S/.test(text)) return false;
    this.#stack.addCode(text.trim());
    return true;
  }

  /** Reads a line that starts with an exception, or continues one in pytest's margin; `false` for any other line. */
  #readException(text: string, position: OutputPosition): boolean {
    if (this.#readPytestMargin(text, position)) return true;
    // The message ends with the margin.
    if (this.#message.hasPytestMargin) this.#message.end();
    const column = summaryColumn(text);
    if (column === undefined) {
      const warning = warningAt(text);
      if (warning !== undefined) return this.#readWarning(text, warning, position);
    }
    const anyClass = this.#stack.isHeaded && column === undefined;
    const exception = parseExceptionLine(text.slice(column ?? 0), anyClass);
    if (exception === undefined || this.#message.isInSql) return column !== undefined;
    this.#raise(exception, position, column ?? 0);
    return true;
  }

  #readPytestMargin(text: string, position: OutputPosition): boolean {
    const width = /^E {3,}(?=\S)/.exec(text)?.[0].length;
    if (width === undefined) return /^E\s*$/.test(text);
    const content = text.slice(width);
    const exception = this.#message.hasPytestMargin ? undefined : parseExceptionLine(content, false);
    if (exception === undefined) this.#message.append(content);
    else this.#raise(exception, position, width, { hasPytestMargin: true });
    return true;
  }

  #readWarning(
    text: string,
    { file, line, column }: NonNullable<ReturnType<typeof warningAt>>,
    position: OutputPosition,
  ): boolean {
    const exception = parseExceptionLine(text.slice(column), false);
    if (exception === undefined) return false;
    this.#raise(exception, position, column, { role: 'warning', frames: [createFrame({ file, line })] });
    return true;
  }

  /** Reads a log line: from the level ERROR on it is an error, whether it names a class or not. */
  #readLogLine(text: string, level: string, position: OutputPosition): void {
    this.#message.end();
    if (this.#readInlineException(text, position)) return;
    if (ERROR_LEVELS.has(level)) this.#addMessage(text, position, 0);
  }

  #readOther(text: string, position: OutputPosition): void {
    const failed = /^FAILED: (?=\S)/.exec(text)?.[0].length;
    if (failed !== undefined) this.#addMessage(text, position, failed);
    else if (this.#message.isContinuedBy(text)) this.#message.append(text);
    else if (/^[1-9]\d{0,5} validation errors? for \S/.test(text)) {
      const message = text.trimEnd();
      this.#raise({ type: 'ValidationError', message, column: 0, end: message.length }, position, 0);
    } else {
      this.#message.end();
      this.#stack.interrupt();
      this.#readInlineException(text, position);
    }
  }

  /** Reads an exception with a message in the middle of a line. */
  #readInlineException(text: string, position: OutputPosition): boolean {
    const exception = isDiagnostic(text) ? undefined : firstExceptionIn(text);
    if (exception === undefined) return false;
    this.#raise(exception, position, 0, { frames: [] });
    return true;
  }

  /** Adds an error; the columns of its line are relative to `offset`. */
  #raise(
    { type, message, column, end }: ExceptionLine,
    position: OutputPosition,
    offset: number,
    { role, frames, hasPytestMargin = false }: RaiseOptions = {},
  ): void {
    const isInTraceback = this.#stack.isOpen;
    if (!isInTraceback && !this.#isChained && !this.#isInGroup) this.#report += 1;
    const stackFrames = this.#stack.end();
    const error: PartialError = {
      type,
      message,
      details: [message],
      frames: frames ?? stackFrames,
      role: role ?? roleOf(type, isInTraceback),
      span: spanIn(position, offset + column, offset + end),
      report: this.#report,
      depth: position.depth,
    };
    this.#isChained = false;
    this.#message.end();
    if (this.errors.add(error) === error) this.#message.begin(error, hasPytestMargin);
  }

  /** Adds the rest of a line as the message of an error without a class. */
  #addMessage(text: string, position: OutputPosition, offset: number): void {
    const message = text.slice(offset).trim();
    if (message === '') return;
    this.#report += 1;
    const start = offset + text.slice(offset).search(/\S/);
    const error: PartialError = {
      message,
      details: [message],
      frames: [],
      role: 'log',
      span: spanIn(position, start, start + message.length),
      report: this.#report,
      depth: position.depth,
    };
    this.#message.begin(this.errors.add(error));
  }
}

function roleOf(type: string, isInTraceback: boolean): ErrorRole {
  if (type.endsWith('ExceptionGroup')) return 'group';
  return type.endsWith('Warning') && !isInTraceback ? 'warning' : 'raised';
}
