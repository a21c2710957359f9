import { bareMessage } from './bareMessage';
import { ErrorCollector, type PartialError } from './errorBuilder';
import { exceptionAt, type ExceptionLine } from './exceptionLines';
import { frameAt, frameOf, raisedAt } from './frames';
import { exceptionsIn } from './errorsInLine';
import { readLines, spanIn, type OutputLine, type OutputPosition } from './outputLines';
import type { ErrorRole, Frame, RaisedError } from './raisedError';
import { withoutPrefixes } from './logPrefixes';
import * as shape from './linePatterns';

/** Frames kept of one traceback, and lines of one message. */
const MOST_FRAMES = 400;
const MOST_DETAILS = 80;

/**
 * Errors in a piece of terminal output, a selection or a diagnostic's message, the most telling first: what was raised
 * last, then what it came of, then earlier tracebacks; warnings and lines of a log after those. A short text that names
 * no exception is taken as a message. Nothing is an error, and the time is linear in the text.
 */
export function parseErrors(text: string): readonly RaisedError[] {
  const reader = new Reader();
  const lines = readLines(text);
  for (const line of lines) reader.read(line);
  const errors = reader.errors.inOrder();
  return errors.length > 0 ? errors : bareMessage(lines);
}

class Reader {
  readonly errors = new ErrorCollector();
  /** Calls of the traceback that is being read. */
  #frames: Frame[] = [];
  /** How the traceback began; `undefined` outside of one. */
  #traceback: 'headed' | 'headless' | undefined;
  /** Whether the last line said where a call is, so that its code comes next. */
  #isAtFrame = false;
  #isInBox = false;
  #isInGroup = false;
  #isChained = false;
  #report = 0;
  /** The error whose message may go on. */
  #open: PartialError | undefined;
  #isInSql = false;
  /** Whether that message stands in pytest's margin, `E   `. */
  #isOfPytest = false;

  read(line: OutputLine): void {
    if (line.text.trim() === '') {
      this.#endParagraph();
      return;
    }
    const { text: unprefixed, column: prefix, level } = withoutPrefixes(line.text);
    const margin = this.#marginOf(unprefixed);
    const text = unprefixed.slice(margin.width);
    const place: OutputPosition = { line, column: prefix + margin.width, depth: margin.depth };
    if (this.#isInBox && this.#readBoxed(text)) return;
    const header = shape.headerOf(unprefixed);
    if (header !== undefined) this.#begin(header);
    else if (this.#readStructure(text)) return;
    else if (this.#readRaised(text, place)) return;
    else if (level !== undefined) this.#readLog(text, level, place);
    else this.#readRest(text, place);
  }

  #marginOf(text: string): { readonly depth: number; readonly width: number } {
    const none = { depth: 0, width: 0 };
    if (!this.#isInGroup) return none;
    const margin = shape.groupMargin(text);
    if (margin === undefined && text.trim() !== '') this.#isInGroup = false;
    return margin ?? none;
  }

  #begin(header: 'plain' | 'group' | 'box'): void {
    // The line of a log above a traceback only announces it.
    if (this.#open?.role === 'log' && this.#open.details.length === 1) this.errors.remove(this.#open);
    if (!this.#isChained && !this.#isInGroup) this.#report += 1;
    this.#isChained = false;
    this.#isInGroup ||= header === 'group';
    this.#isInBox = header === 'box';
    this.#traceback = 'headed';
    this.#frames = [];
    this.#isAtFrame = false;
    this.#close();
  }

  /** Reads a line within one of Rich's boxes; `false` for a line that is not. */
  #readBoxed(text: string): boolean {
    const inside = shape.boxed(text);
    if (inside === undefined) {
      this.#isInBox = false;
      return text.trim().startsWith('╰');
    }
    const frame = frameAt(inside.trim());
    const code = shape.runningCode(inside);
    if (frame !== undefined) this.#addFrame(frame);
    else if (code !== undefined) this.#addCode(code);
    return true;
  }

  /** Reads what is a part of a traceback but not its error. */
  #readStructure(text: string): boolean {
    const chain = shape.chainOf(text);
    if (chain !== undefined) {
      this.errors.chain(chain, this.errors.last?.depth ?? 0);
      this.#isChained = true;
      this.#close();
      return true;
    }
    if (shape.isRule(text) || shape.isMarker(text)) return true;
    const frame = frameAt(text);
    if (frame !== undefined) {
      this.#readFrame(frame, raisedAt(text));
      return true;
    }
    const code = this.#traceback === undefined ? undefined : shape.runningCode(text);
    if (code !== undefined) this.#addCode(code);
    // A notebook numbers the lines around the one that runs.
    else if (this.#isAtFrame && /^\s*\d+(?:\s|$)/.test(text)) return true;
    else if (this.#isAtFrame && /^\s{2,}\S/.test(text)) this.#addCode(text.trim());
    else return false;
    return true;
  }

  #readFrame(frame: Frame, raised: string | undefined): void {
    const { last } = this.errors;
    // pytest says below the error where it was raised.
    if (raised !== undefined && last?.type !== undefined) {
      if (last.type === raised || last.type.endsWith(`.${raised}`)) last.frames = [...last.frames, frame];
      this.#frames = [];
      this.#close();
      return;
    }
    if (this.#traceback === undefined) {
      this.#traceback = 'headless';
      this.#frames = [];
    }
    this.#close();
    this.#addFrame(frame);
  }

  #addFrame(frame: Frame): void {
    if (this.#frames.length < MOST_FRAMES) this.#frames.push(frame);
    this.#isAtFrame = true;
  }

  #addCode(code: string): void {
    const last = this.#frames.at(-1);
    if (last !== undefined && last.code === undefined)
      this.#frames[this.#frames.length - 1] = { ...last, code };
    this.#isAtFrame = false;
  }

  /** Reads a line that names an exception where one is looked for. */
  #readRaised(text: string, place: OutputPosition): boolean {
    const ofPytest = /^E {3,}(?=\S)/.exec(text)?.[0].length;
    if (ofPytest !== undefined) {
      const own = this.#isOfPytest ? undefined : exceptionAt(text.slice(ofPytest), false);
      if (own === undefined) this.#goOn(text.slice(ofPytest));
      else this.#raise(own, place, ofPytest, { isOfPytest: true });
      return true;
    }
    if (/^E\s*$/.test(text)) return true;
    // pytest's margin ends with its message.
    if (this.#isOfPytest) this.#close();
    const summary = shape.summaryColumn(text);
    const warning = summary === undefined ? shape.warningAt(text) : undefined;
    if (warning !== undefined) {
      const found = exceptionAt(text.slice(warning.column), false);
      const frame = frameOf({ file: warning.file, line: warning.line });
      if (found !== undefined)
        this.#raise(found, place, warning.column, { role: 'warning', frames: [frame] });
      return found !== undefined;
    }
    const column = summary ?? 0;
    const found = exceptionAt(text.slice(column), this.#traceback === 'headed' && summary === undefined);
    if (found === undefined || this.#isInSql) return summary !== undefined;
    this.#raise(found, place, column);
    return true;
  }

  #raise(
    { type, message, column, end }: ExceptionLine,
    place: OutputPosition,
    skipped: number,
    {
      role,
      frames,
      isOfPytest = false,
    }: { role?: ErrorRole; frames?: readonly Frame[]; isOfPytest?: boolean } = {},
  ): void {
    if (this.#traceback === undefined && !this.#isChained && !this.#isInGroup) this.#report += 1;
    const isGroup = type.endsWith('ExceptionGroup');
    const draft: PartialError = {
      type,
      message,
      details: [message],
      frames: frames ?? this.#frames,
      role:
        role ??
        (isGroup
          ? 'group'
          : type.endsWith('Warning') && this.#traceback === undefined
            ? 'warning'
            : 'raised'),
      span: spanIn(place, skipped + column, skipped + end),
      report: this.#report,
      depth: place.depth,
    };
    this.#close();
    this.#open = this.errors.add(draft);
    if (this.#open !== draft) this.#open = undefined;
    this.#isOfPytest = isOfPytest && this.#open !== undefined;
    this.#frames = [];
    this.#traceback = undefined;
    this.#isAtFrame = false;
    this.#isChained = false;
  }

  /** Reads a line of a log: one of the level ERROR is an error, whether it names a class or not. */
  #readLog(text: string, level: string, place: OutputPosition): void {
    this.#close();
    if (this.#readInline(text, place)) return;
    if (level === 'ERROR' || level === 'CRITICAL' || level === 'FATAL') this.#say(text, place, 0);
  }

  #readRest(text: string, place: OutputPosition): void {
    const failed = /^FAILED: (?=\S)/.exec(text)?.[0].length;
    if (failed !== undefined) this.#say(text, place, failed);
    else if (this.#open !== undefined && this.#goesOn(text)) this.#goOn(text);
    else if (/^[1-9]\d{0,5} validation errors? for \S/.test(text)) {
      const message = text.trimEnd();
      this.#raise({ type: 'ValidationError', message, column: 0, end: message.length }, place, 0);
    } else {
      this.#close();
      // Other output among the calls: from here on, only what is surely an exception ends them.
      if (this.#traceback === 'headed' && this.#frames.length > 0) this.#traceback = 'headless';
      this.#readInline(text, place);
    }
  }

  /** Classes with a message in the middle of a line. */
  #readInline(text: string, place: OutputPosition): boolean {
    if (shape.isDiagnostic(text)) return false;
    const found = exceptionsIn(text);
    for (const one of found) this.#raise(one, place, 0, { frames: [] });
    return found.length > 0;
  }

  /** Takes a line as an error's message without a class. */
  #say(text: string, place: OutputPosition, skipped: number): void {
    const message = text.slice(skipped).trim();
    if (message === '') return;
    this.#report += 1;
    const start = skipped + text.slice(skipped).search(/\S/);
    const span = spanIn(place, start, start + message.length);
    const draft: PartialError = {
      message,
      details: [message],
      frames: [],
      role: 'log',
      span,
      report: this.#report,
      depth: place.depth,
    };
    this.#close();
    this.#open = this.errors.add(draft);
  }

  #goesOn(text: string): boolean {
    if (this.#open?.role === 'log') return false;
    return this.#isInSql || (!shape.isPrompt(text) && !shape.isDiagnostic(text));
  }

  #goOn(text: string): void {
    const open = this.#open;
    if (open === undefined) return;
    if (open.details.length >= MOST_DETAILS) this.#close();
    else {
      open.details.push(text);
      const statement = text.lastIndexOf('[SQL: ');
      if (statement !== -1) this.#isInSql = true;
      if (text.trimEnd().endsWith(']') || text.startsWith('(Background on ')) this.#isInSql = false;
    }
  }

  /** An empty line ends a message, but not a statement within it. */
  #endParagraph(): void {
    if (!this.#isInSql) this.#close();
  }

  #close(): void {
    this.#open = undefined;
    this.#isInSql = false;
    this.#isOfPytest = false;
  }
}
