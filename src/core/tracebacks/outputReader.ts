import { ErrorReports } from './errorReports';
import { firstExceptionIn, parseExceptionLine } from './exceptionLines';
import { reprsIn } from './exceptionRepr';
import { createFrame, MAX_FRAMES, parseFrame, pytestRaisedType } from './frames';
import {
  boxContent,
  chainOf,
  currentCode,
  fatalColumn,
  groupMargin,
  headerOf,
  isBoxFrame,
  isCodeMarker,
  isDiagnostic,
  isElision,
  isGroupSeparator,
  isPowerShellCode,
  isPowerShellNote,
  isRule,
  isThreadHeader,
  summaryColumn,
  warningAt,
} from './linePatterns';
import { LinePrefix } from './linePrefix';
import type { MappedText } from './lines/mappedText';
import { stripLogPrefixes, type StrippedLine } from './logPrefixes';
import { spanIn, type OutputPosition } from './outputLines';
import type { Frame } from './raisedError';

const ERROR_LEVELS: ReadonlySet<string> = new Set(['ERROR', 'CRITICAL', 'FATAL']);
/** `defined at /app/main.py:3`, in the representation of a task. */
const CORO =
  /\bcoro=<(?<function>[\w.<>]{1,200})\(\)[^>]{0,100} (?:defined|running) at (?<file>[^\s>]{1,500}):(?<line>\d{1,9})>/;

/** Reads output line by line and collects its errors. */
export class OutputReader {
  readonly reports = new ErrorReports();
  readonly #prefix = new LinePrefix();
  readonly #stack = this.reports.stack;
  readonly #message = this.reports.message;
  #isInBox = false;
  #boxLocation = '';
  /** Whether blanks at the beginnings of lines are lost. */
  #isUnindented = false;

  /** @param level Of the record that the line is from. */
  read(line: MappedText, level?: string): void {
    if (line.text.trim() === '') {
      this.#message.endParagraph();
      return;
    }
    const stripped = this.#strip(line.text);
    const margin = this.#marginOf(stripped.text);
    const text = stripped.text.slice(margin.width);
    const position: OutputPosition = { line, column: stripped.column + margin.width, depth: margin.depth };
    this.#isInBox ||= isBoxFrame(text);
    if (this.#isInBox && this.#readBoxLine(text, position)) return;
    const header = headerOf(stripped.text);
    if (header !== undefined) this.#beginTraceback(header, line.text);
    else if (this.#readStructure(text, position)) return;
    else if (this.#readException(text, position)) return;
    else this.#readLogOrOther(text, stripped.level ?? level, position);
  }

  /** Whether a line begins with an exception, so that what follows is part of its message. */
  isException(line: string): boolean {
    const { text } = this.#prefix.strip(line, this.#stack.isOpen);
    return parseExceptionLine(text, this.#stack.isHeaded) !== undefined;
  }

  /** Reads the log line of a record that names no exception. */
  readLog(log: MappedText, level: string | undefined): void {
    const [first = ''] = log.text.split('\n', 1);
    const stripped = stripLogPrefixes(first);
    if (!ERROR_LEVELS.has(stripped.level ?? level ?? '') || /^\s*(?:\{|$)/.test(stripped.text)) return;
    const end = first.trimEnd().length;
    const span = spanIn({ line: log, column: 0, depth: 0 }, Math.min(stripped.column, end), end);
    this.reports.addText(log.text.slice(stripped.column).trim(), span, 0, 'log');
  }

  #strip(text: string): StrippedLine {
    const stripped = this.#prefix.strip(text, this.#stack.isOpen);
    if (this.#isInBox || this.reports.isInGroup) return stripped;
    const isKnown = /^ {0,2}\S/.test(stripped.text) && parseFrame(stripped.text) !== undefined;
    return !isKnown && this.#prefix.learnFromFrame(text) ? this.#prefix.strip(text, true) : stripped;
  }

  #marginOf(text: string): { readonly depth: number; readonly width: number } {
    const margin = this.reports.isInGroup ? groupMargin(text) : undefined;
    if (margin === undefined && text.trim() !== '') this.reports.isInGroup = false;
    return margin ?? { depth: 0, width: 0 };
  }

  #beginTraceback(header: 'plain' | 'notebook' | 'group' | 'box', line: string): void {
    if (header !== 'notebook' && !this.reports.isInGroup) this.#prefix.learnFromHeader(line);
    this.#isInBox = header === 'box';
    this.reports.beginTraceback(header === 'group');
  }

  /** Reads a line of a Rich box; `false` for a line that is not part of one. */
  #readBoxLine(text: string, position: OutputPosition): boolean {
    const content = boxContent(text);
    if (content === undefined) {
      this.#isInBox = false;
      return text.trim().startsWith('╰');
    }
    const location = this.#boxLocation === '' ? content.trim() : `${this.#boxLocation} ${content.trim()}`;
    const frame = parseFrame(location);
    const code = currentCode(content);
    // A narrow box wraps the location before the function.
    this.#boxLocation = frame === undefined && content.trim().endsWith(' in') ? content.trim() : '';
    if (frame !== undefined) this.reports.addFrame(frame);
    else if (code !== undefined) this.#stack.addCode(code, position);
    return true;
  }

  /** Reads a line of a traceback other than its exception; `false` for any other line. */
  #readStructure(text: string, position: OutputPosition): boolean {
    const chain = chainOf(text);
    if (chain !== undefined) {
      this.reports.chain(chain);
      return true;
    }
    if (isGroupSeparator(text) || isCodeMarker(text)) return true;
    if (isThreadHeader(text)) {
      this.reports.beginThread();
      return true;
    }
    if (isRule(text)) {
      if (this.#message.singleLogLine === undefined) this.#message.end();
      return true;
    }
    if (isPowerShellNote(text)) return true;
    if (this.#stack.isOpen && (isElision(text) || isPowerShellCode(text))) return true;
    const frame = parseFrame(text);
    if (frame === undefined) return this.#readCode(text, position);
    this.#isUnindented = text.startsWith('File "');
    this.#readFrame(frame, pytestRaisedType(text));
    return true;
  }

  #readFrame(frame: Frame, raisedType: string | undefined): void {
    const { last } = this.reports.errors;
    if (raisedType === undefined || last?.type === undefined) {
      this.reports.addFrame(frame);
      return;
    }
    this.#message.end();
    // pytest prints the location below the exception.
    const isOfLast = last.type === raisedType || last.type.endsWith(`.${raisedType}`);
    if (isOfLast && last.frames.length < MAX_FRAMES) last.frames = [...last.frames, frame];
    this.#stack.discardFrames();
  }

  #readCode(text: string, position: OutputPosition): boolean {
    const code = this.#stack.isOpen ? currentCode(text) : undefined;
    if (code !== undefined) {
      this.#stack.addCode(code, position);
      return true;
    }
    if (!this.#stack.expectsCode) return this.#stack.isOpen && /^\s+[│└]/.test(text);
    // A notebook prints the lines around the current one as well, each with its number.
    if (/^\s*\d+(?:\s|$)/.test(text)) return true;
    const isCode = this.#isUnindented
      ? parseExceptionLine(text, true) === undefined
      : /^(?:\s{2,}|\t)\S/.test(text);
    if (!isCode) return false;
    const column = text.length - text.trimStart().length;
    this.#stack.addCode(text.trim(), { ...position, column: position.column + column });
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
    this.reports.raise(exception, position, column ?? 0);
    return true;
  }

  #readPytestMargin(text: string, position: OutputPosition): boolean {
    const width = /^E {3,}(?=\S)/.exec(text)?.[0].length;
    if (width === undefined) return /^E\s*$/.test(text);
    const content = text.slice(width);
    const exception = this.#message.hasPytestMargin ? undefined : parseExceptionLine(content, false);
    if (exception === undefined) this.#message.append(content);
    else this.reports.raise(exception, position, width, { hasPytestMargin: true });
    return true;
  }

  #readWarning(
    text: string,
    { file, line, column }: NonNullable<ReturnType<typeof warningAt>>,
    position: OutputPosition,
  ): boolean {
    const exception = parseExceptionLine(text.slice(column), true);
    if (exception === undefined) return false;
    const frames = [createFrame({ file, line })];
    this.reports.raise(exception, position, column, { role: 'warning', frames });
    return true;
  }

  #readLogOrOther(text: string, level: string | undefined, position: OutputPosition): void {
    const fatal = fatalColumn(text);
    if (fatal !== undefined) this.reports.addMessage(text, position, fatal, 'raised');
    else if (level === undefined) this.#readOther(text, position);
    else this.#readLogLine(text, level, position);
  }

  /** Reads a log line: from the level ERROR on it is an error, whether it names a class or not. */
  #readLogLine(text: string, level: string, position: OutputPosition): void {
    this.#message.end();
    if (this.#readReprs(text, position) || this.#readInlineException(text, position)) return;
    if (ERROR_LEVELS.has(level)) this.reports.addMessage(text, position, 0);
  }

  #readOther(text: string, position: OutputPosition): void {
    const failed = /^FAILED: (?=\S)/.exec(text)?.[0].length;
    if (failed !== undefined) this.reports.addMessage(text, position, failed);
    else if (this.#message.isContinuedBy(text)) this.#message.append(text);
    else if (/^[1-9]\d{0,5} validation errors? for \S/.test(text)) {
      const message = text.trimEnd();
      this.reports.raise({ type: 'ValidationError', message, column: 0, end: message.length }, position, 0);
    } else {
      const announcement = this.#message.singleLogLine;
      this.#message.end();
      this.#stack.interrupt();
      if (!this.#readReprs(text, position)) this.#readInlineException(text, position);
      else if (announcement !== undefined) this.reports.errors.remove(announcement);
    }
  }

  /** Reads the exceptions that a line prints by `repr`. */
  #readReprs(text: string, position: OutputPosition): boolean {
    const reprs = isDiagnostic(text) ? [] : reprsIn(text);
    for (const repr of reprs) {
      this.reports.raise(repr, position, 0, { details: repr.details, frames: coroutineFrames(text) });
    }
    return reprs.length > 0;
  }

  /** Reads an exception with a message in the middle of a line. */
  #readInlineException(text: string, position: OutputPosition): boolean {
    const exception = isDiagnostic(text) ? undefined : firstExceptionIn(text);
    if (exception === undefined) return false;
    this.reports.raise(exception, position, 0, { frames: [] });
    return true;
  }
}

/** Where the coroutine of a task is defined. */
function coroutineFrames(text: string): readonly Frame[] {
  const { file, line, function: name } = CORO.exec(text)?.groups ?? {};
  if (file === undefined || name === undefined) return [];
  return [createFrame({ file, line: Number(line), function: name })];
}
