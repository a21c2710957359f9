import type { Span } from '../model';
import { CallStack } from './callStack';
import { ErrorCollector, type PartialError } from './errorCollector';
import type { ExceptionLine } from './exceptionLines';
import { raisedInCode } from './exceptionRepr';
import { MessageReader } from './messageReader';
import { spanIn, type OutputPosition } from './outputLines';
import type { ErrorRole, Frame } from './raisedError';

interface RaiseOptions {
  readonly role?: ErrorRole;
  /** Instead of those of the traceback that ends with the error. */
  readonly frames?: readonly Frame[];
  readonly hasPytestMargin?: boolean;
  readonly isMessageBelow?: boolean;
  /** All lines of the message, where it does not go on below. */
  readonly details?: readonly string[];
}

/** The errors of a text while it is read, with the traceback and the message that are not complete yet. */
export class ErrorReports {
  readonly errors = new ErrorCollector();
  readonly stack = new CallStack();
  readonly message = new MessageReader();
  isInGroup = false;
  /** How often an error was added, known ones included. */
  added = 0;
  /** Whether the next traceback is chained to the last one. */
  #isChained = false;
  #report = 0;

  /** Begins a traceback at its header. */
  beginTraceback(isGroup: boolean): void {
    // A log line above a traceback only announces it.
    const announcement = this.message.singleLogLine;
    if (announcement !== undefined) this.errors.remove(announcement);
    const owner = this.#ownerAbove;
    this.endTraceback();
    if (!this.#isChained && !this.isInGroup && owner === undefined) this.#report += 1;
    this.#isChained = false;
    this.isInGroup ||= isGroup;
    this.stack.begin(owner);
    this.message.end();
  }

  /** Begins the stack of a thread, which belongs to the failure above it. */
  beginThread(): void {
    const { last } = this.errors;
    this.endTraceback();
    this.stack.begin(last?.type === undefined && last?.role === 'raised' ? last : undefined, true);
    this.message.end();
  }

  addFrame(frame: Frame): void {
    this.stack.add(frame, this.#ownerAbove);
    this.message.end();
  }

  /** Notes that the last error led to the next one. */
  chain(role: 'cause' | 'context'): void {
    this.endTraceback();
    this.errors.chainLast(role);
    this.#isChained = true;
    this.message.end();
  }

  /** Ends a traceback whose exception is not below it: it is above, or only the code of the last frame tells. */
  endTraceback(): void {
    const { isOpen, lastCode } = this.stack;
    if (!isOpen) return;
    const raised = lastCode === undefined ? undefined : raisedInCode(lastCode.code);
    if (raised === undefined || lastCode === undefined || this.stack.hasOwner) {
      this.stack.endBelowOwner();
      return;
    }
    this.raise(raised, lastCode.position, 0, { details: raised.details });
    this.message.end();
  }

  /** Adds an error; the columns of its line are relative to `offset`. */
  raise(
    exception: ExceptionLine,
    position: OutputPosition,
    offset: number,
    options: RaiseOptions = {},
  ): PartialError {
    const { type, message, column, end, isMessageBelow = false } = exception;
    const span = spanIn(position, offset + column, offset + end);
    return this.add({ type, message, depth: position.depth, span }, { ...options, isMessageBelow });
  }

  /** Adds an error with the frames of the traceback that ends with it. */
  add(
    { type, message, depth, span }: Pick<PartialError, 'type' | 'message' | 'depth' | 'span'>,
    { role, frames, hasPytestMargin = false, isMessageBelow = false, details }: RaiseOptions = {},
  ): PartialError {
    const isInTraceback = this.stack.isOpen;
    if (!isInTraceback && !this.#isChained && !this.isInGroup) this.#report += 1;
    const stackFrames = this.stack.end();
    const error: PartialError = {
      type,
      message,
      details: [...(details ?? [message])],
      frames: frames ?? stackFrames,
      role: role ?? roleOf(type, isInTraceback),
      span,
      report: this.#report,
      depth,
      isRepr: details !== undefined,
    };
    this.#isChained = false;
    this.message.end();
    this.added += 1;
    const kept = this.errors.add(error);
    if (kept === error && details === undefined) this.message.begin(error, hasPytestMargin, isMessageBelow);
    return kept;
  }

  /** Adds the rest of a line as the message of an error without a class. */
  addMessage(text: string, position: OutputPosition, offset: number, role: ErrorRole = 'log'): void {
    const message = text.slice(offset).trim();
    if (message === '') return;
    const start = offset + text.slice(offset).search(/\S/);
    this.addText(message, spanIn(position, start, start + message.length), position.depth, role);
  }

  /** Adds a message without a class. */
  addText(message: string, span: Span, depth: number, role: ErrorRole): PartialError {
    this.#report += 1;
    const [first = '', ...others] = message.split('\n');
    const details = [first, ...others];
    const error: PartialError = {
      message: first,
      details,
      frames: [],
      role,
      span,
      report: this.#report,
      depth,
    };
    this.added += 1;
    const kept = this.errors.add(error);
    this.message.begin(kept);
    return kept;
  }

  /** Begins to read what the message of the last error quotes; returns what ends it: errors in it led to that one. */
  beginQuotation(): () => void {
    const { last } = this.errors;
    const known = new Set(this.errors.all);
    this.message.end();
    return () => {
      this.end();
      for (const error of this.errors.all) {
        if (known.has(error) || last === undefined) continue;
        if (error.role === 'raised') error.role = 'cause';
        error.report = last.report;
      }
    };
  }

  /** Ends the message, and a traceback without an exception below it. */
  end(): void {
    this.endTraceback();
    this.message.end();
  }

  /** The error on the line above, whose class is certain and whose frames may follow. */
  get #ownerAbove(): PartialError | undefined {
    const { error } = this.message;
    const isOwner = error?.type !== undefined && error.details.length === 1 && error.frames.length === 0;
    return isOwner && !this.isInGroup ? error : undefined;
  }
}

function roleOf(type: string | undefined, isInTraceback: boolean): ErrorRole {
  if (type === undefined) return 'raised';
  if (type.endsWith('ExceptionGroup')) return 'group';
  return type.endsWith('Warning') && !isInTraceback ? 'warning' : 'raised';
}
