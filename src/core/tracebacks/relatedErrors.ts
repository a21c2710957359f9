import type { Entry } from '../model';
import { entryTextOf } from './entryText';
import { classOf } from './exceptionClasses';
import { impliedFacts } from './impliedFacts';
import { errorCauses, factsOfCause, type ErrorCause, type MessageFact } from './messageFacts';
import { stableWords, type MessageWords } from './messageWords';
import type { ErrorCode, RaisedError } from './raisedError';

/** What is known of errors that have the same cause as an error: what answers them answers it. */
export interface RelatedErrors {
  readonly messages: readonly RelatedMessage[];
  /** Qualified names of classes that are raised for one kind of mistake. */
  readonly classes: readonly string[];
  readonly codes: readonly ErrorCode[];
}

/** A message of another error with the same cause. */
interface RelatedMessage extends MessageWords {
  /** Whether it is identified by the values it quotes. */
  readonly isIdentifiedByValues: boolean;
}

/** Other messages, classes and codes with the causes of an error. */
export function relatedErrors(error: RaisedError): RelatedErrors {
  const facts = impliedFacts(error).causes.flatMap(factsOfCause);
  return {
    messages: facts.map(messageOf),
    classes: [...new Set(facts.flatMap(({ classes }) => classes))].filter((type) => classOf(type).isSpecific),
    codes: facts.flatMap(({ code }) => code ?? []),
  };
}

/**
 * Whether an entry is about other causes of the error's class than the error's own: one on duplicate rows is not about
 * a missing value, although both are an `IntegrityError`.
 */
export function isAboutOtherCause(error: RaisedError, entry: Entry): boolean {
  const causes = impliedFacts(error).causes.filter(({ terms }) => terms !== undefined);
  if (causes.length === 0) return false;
  const text = entryTextOf(entry).text().toLowerCase();
  const isNamed = ({ terms = [] }: ErrorCause): boolean => terms.some((term) => text.includes(term));
  if (causes.some(isNamed)) return false;
  const classes = new Set(causes.flatMap(classesOf));
  return errorCauses().some((other) => classesOf(other).some((type) => classes.has(type)) && isNamed(other));
}

function classesOf(cause: ErrorCause): readonly string[] {
  return factsOfCause(cause).flatMap(({ classes }) => classes);
}

function messageOf({ message, classes }: MessageFact): RelatedMessage {
  const isIdentifiedByValues = classes.some((type) => classOf(type).isIdentifiedByValues);
  return { ...stableWords(message, isIdentifiedByValues), isIdentifiedByValues };
}
