import causesData from '../../../data/errorCauses.json';
import data from '../../../data/messages.json';
import { groupBy } from '../base/grouping';
import { SYMBOLS } from '../symbolTable/symbolTable';
import { codeKey } from './errorCodes';
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
  /** Why it is raised, where other messages are raised for the same reason. */
  readonly cause?: ErrorCause;
}

/** Why errors are raised: `data/errorCauses.json`. */
export interface ErrorCause {
  readonly cause: string;
  /** What prose calls it, in lower case, where a class is raised for several causes. */
  readonly terms?: readonly string[];
  /** The messages that have it, as in their facts. */
  readonly messages: readonly string[];
}

// Checking the file's literal type key by key would take the compiler long.
const STORED = data as unknown as StoredMessages;
const CAUSES: readonly ErrorCause[] = causesData.causes;

/** Parts of messages that tell nothing of where they come from. */
export const COMMON_PHRASES = STORED.commonPhrases;

let loaded: readonly MessageFact[] | undefined;

/** The known messages of all libraries, put together on first use. */
export function messageFacts(): readonly MessageFact[] {
  loaded ??= readFacts();
  return loaded;
}

function readFacts(): readonly MessageFact[] {
  const causes = new Map(CAUSES.flatMap((cause) => cause.messages.map((message) => [message, cause])));
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
  return [...coded, ...stored].map((fact) => {
    const cause = causes.get(fact.message);
    return cause === undefined ? fact : { ...fact, cause };
  });
}

/** All causes that several messages or classes have in common. */
export function errorCauses(): readonly ErrorCause[] {
  return CAUSES;
}

let byCode: ReadonlyMap<string, readonly MessageFact[]> | undefined;

/** The known messages that have a code. */
export function factsOfCode(code: ErrorCode): readonly MessageFact[] {
  byCode ??= groupBy(
    messageFacts().filter((fact) => fact.code !== undefined),
    (fact) => codeKey(fact.code!),
  );
  return byCode.get(codeKey(code)) ?? [];
}

let byCause: ReadonlyMap<ErrorCause, readonly MessageFact[]> | undefined;

/** The known messages that have a cause. */
export function factsOfCause(cause: ErrorCause): readonly MessageFact[] {
  byCause ??= groupBy(
    messageFacts().filter((fact) => fact.cause !== undefined),
    (fact) => fact.cause!,
  );
  return byCause.get(cause) ?? [];
}

/** Qualified names of the classes that raise known messages. */
export function messageClasses(): readonly string[] {
  return [...new Set(messageFacts().flatMap(({ classes }) => classes))];
}
