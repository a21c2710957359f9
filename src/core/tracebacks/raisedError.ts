import type { Span } from '../model';

/** Whose code a frame is in: the reader's project, an installed package, or Python itself. */
type FrameOrigin = 'project' | 'package' | 'stdlib';

/** One call of a traceback. */
export interface Frame {
  /** Path as it is printed; of a notebook's cell, what stands for it (`Cell In[3]`). */
  readonly file: string;
  /** Counted from one, where it is printed. */
  readonly line?: number;
  /** Name of the function, without arguments; absent for a syntax error and where none is printed. */
  readonly function?: string;
  /** The line of source, where it is printed. */
  readonly code?: string;
  readonly origin: FrameOrigin;
  /** Of a frame outside the project: the module its path stands for, such as `sqlalchemy.orm.session`. */
  readonly module?: string;
}

/**
 * How an error came to be in the text. `raised`: it ended its traceback, or stands alone. `cause` and `context`: another
 * one was raised from it, or while it was handled. `group`: it holds other errors. `log`: a line of the level ERROR.
 */
export type ErrorRole = 'raised' | 'cause' | 'context' | 'group' | 'warning' | 'log';

/** An error's number in its library's documentation: `xd2s` of SQLAlchemy, `missing` of pydantic. */
export interface ErrorCode {
  readonly family: 'sqlalchemy' | 'pydantic';
  readonly code: string;
}

/** One exception, or warning, that a text reports. */
export interface RaisedError {
  /** Class as it is written, qualified or bare; absent where only a message is there. */
  readonly type?: string;
  /** First line of the message; may be empty. */
  readonly message: string;
  /** The whole message with the notes below it, lines joined by `\n`, margins taken off. */
  readonly details: string;
  readonly codes: readonly ErrorCode[];
  /** The outermost call first; empty where no traceback is there. */
  readonly frames: readonly Frame[];
  readonly role: ErrorRole;
  /** The line of the class and the message in the text: UTF-16 offsets, terminal sequences inside included. */
  readonly span: Span;
}

/** A class as it is called where it is known: `sqlalchemy.exc.IntegrityError` → `IntegrityError`. */
export function lastName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}
