import type { Span } from '../model';

/** Whose code a frame is in: the reader's project, an installed package, or Python's standard library. */
type FrameOrigin = 'project' | 'package' | 'stdlib';

/** One frame of a traceback. */
export interface Frame {
  /** Path as printed; for a notebook cell, its label (`Cell In[3]`). */
  readonly file: string;
  /** One-based; absent if none is printed. */
  readonly line?: number;
  /** Name of the function, without arguments; absent for a syntax error, or if none is printed. */
  readonly function?: string;
  /** The source line, if it is printed. */
  readonly code?: string;
  readonly origin: FrameOrigin;
  /** For a frame outside the project: the module of its path, such as `sqlalchemy.orm.session`. */
  readonly module?: string;
}

/**
 * How an error relates to the others in the text. `raised`: it ended its traceback, or stands alone. `cause`, `context`:
 * another one was raised from it, or while it was handled. `group`: it contains other errors. `log`: a log line of level
 * ERROR or above.
 */
export type ErrorRole = 'raised' | 'cause' | 'context' | 'group' | 'warning' | 'log';

/** An error's identifier in its library's documentation: `xd2s` of SQLAlchemy, `missing` of pydantic. */
export interface ErrorCode {
  readonly family: 'sqlalchemy' | 'pydantic';
  readonly code: string;
}

/** One exception or warning that a text reports. */
export interface RaisedError {
  /** Class as printed, qualified or bare; absent if there is only a message. */
  readonly type?: string;
  /** First line of the message; may be empty. */
  readonly message: string;
  /** The whole message with the notes below it, without margins, lines joined by `\n`. */
  readonly details: string;
  readonly codes: readonly ErrorCode[];
  /** Outermost call first; empty without a traceback. */
  readonly frames: readonly Frame[];
  readonly role: ErrorRole;
  /** Class and first line of the message, in UTF-16 offsets of the text, including any escape sequences within. */
  readonly span: Span;
}

/** A class without its module: `sqlalchemy.exc.IntegrityError` → `IntegrityError`. */
export function unqualifiedName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}
