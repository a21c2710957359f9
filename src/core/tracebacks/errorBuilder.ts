import type { Span } from '../model';
import { codesIn } from './exceptionLines';
import { lastName, type ErrorRole, type Frame, type RaisedError } from './raisedError';

/** An error while its text is still being read. */
export interface PartialError {
  readonly type?: string;
  readonly message: string;
  readonly details: string[];
  frames: readonly Frame[];
  role: ErrorRole;
  readonly span: Span;
  /** Number of the report it is in: tracebacks that are chained, or within one group, are one report. */
  readonly report: number;
  /** How many groups it is in. */
  readonly depth: number;
}

/** More are not asked for, and would have to be compared with each other. */
const MOST = 50;
const PRIORITY: Readonly<Record<ErrorRole, number>> = {
  raised: 0,
  cause: 1,
  context: 1,
  group: 2,
  warning: 3,
  log: 4,
};

/** Errors as they are found, in the order of the text. One that is printed twice is one error. */
export class ErrorCollector {
  #drafts: PartialError[] = [];

  get last(): PartialError | undefined {
    return this.#drafts.at(-1);
  }

  /** Adds an error and returns what its further lines belong to. */
  add(draft: PartialError): PartialError {
    const twin = this.#drafts.find((known) => isSame(known, draft));
    if (twin !== undefined && draft.frames.length === 0) return twin;
    if (twin !== undefined) this.remove(twin);
    this.#drafts.push(draft);
    if (this.#drafts.length > MOST) this.#drafts.shift();
    return draft;
  }

  remove(draft: PartialError): void {
    this.#drafts = this.#drafts.filter((known) => known !== draft);
  }

  /** Says of the last error at a depth that another one came of it. */
  chain(role: 'cause' | 'context', depth: number): void {
    const raised = this.#drafts.findLast((draft) => draft.depth === depth) ?? this.last;
    if (raised !== undefined) raised.role = role;
  }

  /**
   * The most telling first: of the last report, what was raised (in a group, what it holds), then what that came of,
   * the nearest first; then earlier reports. Warnings and lines of a log come last.
   */
  inOrder(): readonly RaisedError[] {
    const placed = this.#drafts.map((draft, at) => ({ draft, at }));
    placed.sort((a, b) => {
      const apart = PRIORITY[a.draft.role] - PRIORITY[b.draft.role];
      if (Math.max(PRIORITY[a.draft.role], PRIORITY[b.draft.role]) > PRIORITY.group && apart !== 0)
        return apart;
      const isMember = a.draft.role === 'raised' && Math.min(a.draft.depth, b.draft.depth) > 0;
      return b.draft.report - a.draft.report || apart || (isMember ? a.at - b.at : b.at - a.at);
    });
    return placed.map(({ draft }) => finished(draft));
  }
}

function finished({ type, message, details, frames, role, span }: PartialError): RaisedError {
  const whole = details.join('\n').trimEnd();
  return {
    ...(type === undefined ? {} : { type }),
    message,
    details: whole,
    codes: codesIn(whole),
    frames,
    role,
    span,
  };
}

/** Whether two are one error: a summary names the class without its module, and cuts the message. */
function isSame(known: PartialError, draft: PartialError): boolean {
  if (known.type === undefined || draft.type === undefined) {
    return known.type === draft.type && known.message === draft.message;
  }
  if (lastName(known.type) !== lastName(draft.type) || known.depth !== draft.depth) return false;
  if (known.message === draft.message) return true;
  const cut = draft.message.endsWith('...') ? draft.message.slice(0, -3) : undefined;
  return cut !== undefined && known.message.startsWith(cut);
}
