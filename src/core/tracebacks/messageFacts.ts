import data from '../../../data/messages.json';
import { SYMBOLS } from '../symbolTable/symbolTable';
import type { ErrorCode } from './raisedError';

/** The stored form, `data/messages.json`; `about` in the file describes it. */
interface StoredMessages {
  /** Parts of messages that programs of any kind print. */
  readonly commonPhrases: readonly string[];
  readonly libraries: readonly {
    readonly library: string;
    readonly versions: string;
    /** URL where the messages are worded. */
    readonly source: string;
    /** Qualified classes, separated by spaces → error code, empty for none → messages. */
    readonly raised: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  }[];
}

/** A message that is known, and what it tells of an error. */
export interface MessageFact {
  /** Constant words, with `{}` for what varies. */
  readonly message: string;
  /** Qualified classes that are raised with it; empty where only its documentation is known. */
  readonly classes: readonly string[];
  readonly code?: ErrorCode;
}

// Checking the file's literal type key by key would take the compiler long.
const STORED = data as unknown as StoredMessages;

/** Parts of messages that tell nothing of where they come from. */
export const COMMON_PHRASES = STORED.commonPhrases;

/** The known messages of all libraries. */
export function messageFacts(): readonly MessageFact[] {
  const coded = SYMBOLS.codedErrors().flatMap(({ code, className, messages }) =>
    messages.map((message) => ({
      message,
      classes: className === undefined ? [] : [className],
      code: { family: 'sqlalchemy', code } as const,
    })),
  );
  const stored = STORED.libraries.flatMap(({ raised }) =>
    Object.entries(raised).flatMap(([classes, byCode]) =>
      Object.entries(byCode).flatMap(([code, messages]) =>
        messages.map((message) => ({
          message,
          classes: classes.split(' '),
          ...(code === '' ? {} : { code: { family: 'pydantic', code } as const }),
        })),
      ),
    ),
  );
  return [...coded, ...stored];
}

/** Qualified names of the classes that raise known messages. */
export function messageClasses(): readonly string[] {
  return [...new Set(messageFacts().flatMap(({ classes }) => classes))];
}
