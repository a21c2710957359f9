import type { Span } from '../model';
import { codeKey, errorCodesIn } from './errorCodes';
import { MAX_FRAMES } from './frames';
import { unqualifiedName, type ErrorCode, type ErrorRole, type Frame, type RaisedError } from './raisedError';

/** An error while its text is still being read. */
export interface PartialError {
  readonly type?: string | undefined;
  message: string;
  /** Lines of the message. */
  readonly details: string[];
  /** Codes that are not part of the message. */
  codes?: readonly ErrorCode[];
  frames: readonly Frame[];
  role: ErrorRole;
  readonly span: Span;
  /** Number of its report: chained tracebacks, and those of one exception group, belong to one report. */
  report: number;
  /** Whether its message may lack what `str` adds to its arguments. */
  readonly isRepr?: boolean | undefined;
  /** Number of exception groups around it. */
  readonly depth: number;
}

/** Errors kept, the last ones. Each new one is compared with all of them. */
const MAX_ERRORS = 50;
const ROLE_ORDER: Readonly<Record<ErrorRole, number>> = {
  raised: 0,
  cause: 1,
  context: 1,
  group: 2,
  warning: 3,
  log: 4,
};

/** Collects errors in the order of the text. One that is printed twice is kept once. */
export class ErrorCollector {
  #errors: PartialError[] = [];

  get last(): PartialError | undefined {
    return this.#errors.at(-1);
  }

  get all(): readonly PartialError[] {
    return this.#errors;
  }

  /** Adds an error, unless it repeats a known one without a traceback; returns the one that is kept. */
  add(error: PartialError): PartialError {
    const duplicate = this.#errors.find((known) => isSameError(known, error));
    if (duplicate !== undefined) {
      if (error.frames.length === 0) return duplicate;
      this.remove(duplicate);
      // An exception of another process is raised once more in this one.
      if (duplicate.role === 'cause')
        error.frames = [...error.frames, ...duplicate.frames].slice(0, MAX_FRAMES);
    }
    this.#errors.push(error);
    if (this.#errors.length > MAX_ERRORS) this.#errors.shift();
    return error;
  }

  remove(error: PartialError): void {
    this.#errors = this.#errors.filter((known) => known !== error);
  }

  /** Marks the last error as the cause or context of the next one. */
  chainLast(role: 'cause' | 'context'): void {
    if (this.last !== undefined) this.last.role = role;
  }

  /**
   * The errors, most relevant first: of the last report, what was raised (the members of a group before the group), then
   * its causes and contexts, the nearest first; then earlier reports. Warnings and log lines come last.
   */
  sorted(): readonly RaisedError[] {
    const indexed = this.#errors.map((error, index) => ({ error, index }));
    indexed.sort((a, b) => {
      const roleOrder = ROLE_ORDER[a.error.role] - ROLE_ORDER[b.error.role];
      const isAnyMinor = Math.max(ROLE_ORDER[a.error.role], ROLE_ORDER[b.error.role]) > ROLE_ORDER.group;
      if (isAnyMinor && roleOrder !== 0) return roleOrder;
      const areMembers = a.error.role === 'raised' && Math.min(a.error.depth, b.error.depth) > 0;
      // Sorting is stable, so members keep the order of the text.
      return b.error.report - a.error.report || roleOrder || (areMembers ? 0 : b.index - a.index);
    });
    return indexed.map(({ error }) => toRaisedError(error));
  }
}

function toRaisedError({ type, message, details, codes, frames, role, span }: PartialError): RaisedError {
  const text = details.join('\n').trimEnd();
  return {
    ...(type === undefined ? {} : { type }),
    message,
    details: text,
    codes: uniqueCodes([...(codes ?? []), ...errorCodesIn(text)]),
    frames,
    role,
    span,
  };
}

function uniqueCodes(codes: readonly ErrorCode[]): readonly ErrorCode[] {
  return [...new Map(codes.map((code) => [codeKey(code), code])).values()];
}

/** Whether two are the same error: pytest's summary prints the class without its module, and truncates the message. */
function isSameError(known: PartialError, error: PartialError): boolean {
  if (known.type === undefined || error.type === undefined) {
    return known.type === error.type && known.message === error.message;
  }
  if (unqualifiedName(known.type) !== unqualifiedName(error.type) || known.depth !== error.depth)
    return false;
  if (known.message === error.message) return true;
  if (known.isRepr === true && known.message !== '' && error.message.startsWith(known.message)) return true;
  return error.message.endsWith('...') && known.message.startsWith(error.message.slice(0, -3));
}
