import { SYMBOLS } from '../symbolTable/symbolTable';
import { codeKey } from './errorCodes';
import { classOf, hasKnownMessages, isCatchAll, isCatchAllCode } from './exceptionClasses';
import { factsOfCode, type ErrorCause } from './messageFacts';
import { loadMessageIndex, type MessageMatch } from './messageIndex';
import { messageTokens } from './messagePatterns';
import { stableWords, wrappedTypes } from './messageWords';
import { unqualifiedName, type ErrorCode, type RaisedError } from './raisedError';

/** What the words of an error imply, beside what is printed. */
export interface ImpliedFacts {
  /** Without those of a library whose codes are printed. */
  readonly codes: readonly ErrorCode[];
  /** Qualified names of the classes that are raised with the message. */
  readonly classes: readonly string[];
  /** Why it was raised, as far as its messages tell. */
  readonly causes: readonly ErrorCause[];
  /** Whether its bare class may be the project's own, of the same name as that of a library. */
  readonly isOwnClass: boolean;
}

/** How much of a message makes it sure: anywhere, as a whole text, and beside its printed class. */
const SUFFICIENT = {
  anywhere: { words: 4, weight: 6 },
  whole: { words: 3, weight: 4 },
  withClass: { words: 3, weight: 3 },
} as const;
/** Fewer words are never sure. */
const MIN_WORDS = 3;
/** Words of a message that tell whether it is a library's. */
const MIN_OWN_WORDS = 4;
/** UTF-16 units of a text that are read. */
const MAX_LENGTH = 12_000;

const cache = new WeakMap<RaisedError, ImpliedFacts>();

/** The codes and classes that an error's message and class imply. */
export function impliedFacts(error: RaisedError): ImpliedFacts {
  const known = cache.get(error) ?? readFacts(error);
  cache.set(error, known);
  return known;
}

/** Whether an error's class, code or words say which one it is. */
export function isIdentified(error: RaisedError): boolean {
  if (error.type !== undefined || error.codes.length > 0) return true;
  const { codes, classes } = impliedFacts(error);
  return codes.length + classes.length > 0;
}

/** Unqualified names of an error's class and of those that it implies, and its codes, printed or implied. */
export function namesAndCodes(error: RaisedError): {
  readonly names: readonly string[];
  readonly codes: readonly ErrorCode[];
} {
  const implied = impliedFacts(error);
  const types = [...(error.type === undefined ? [] : [error.type]), ...implied.classes];
  return {
    names: [...new Set(types.map(unqualifiedName))],
    codes: [...error.codes, ...implied.codes],
  };
}

/**
 * The messages that a text surely contains, the heaviest first, without overlaps. Several have the same words where they
 * are raised as different classes or in different versions.
 *
 * @param names Unqualified names of the classes that are printed with the text.
 */
export function sureMessages(text: string, names: ReadonlySet<string> = new Set()): readonly MessageMatch[] {
  const head = text.slice(0, MAX_LENGTH);
  // A search reads each keystroke: the index is not loaded for the first of them.
  if (messageTokens(head, MIN_WORDS).length < MIN_WORDS) return [];
  const sure: MessageMatch[] = [];
  for (const match of loadMessageIndex().matchesIn(head)) {
    if (!isSufficient(match, names)) continue;
    const overlapping = sure.filter(({ start, end }) => start < match.end && match.start < end);
    if (overlapping.every(({ start, end }) => start === match.start && end === match.end)) sure.push(match);
  }
  return sure;
}

function isSufficient(match: MessageMatch, names: ReadonlySet<string>): boolean {
  const { fact, words, weight, isComplete, isWhole } = match;
  // Of Python's own messages each word counts: it may be all that they differ in.
  if (!isComplete && fact.classes.every((type) => classOf(type).isIdentifiedByValues)) return false;
  const isPrinted = fact.classes.some((name) => names.has(unqualifiedName(name)));
  const sufficient = isPrinted ? SUFFICIENT.withClass : isWhole ? SUFFICIENT.whole : SUFFICIENT.anywhere;
  return words >= sufficient.words && weight >= sufficient.weight;
}

function readFacts(error: RaisedError): ImpliedFacts {
  const { type, message, details } = error;
  const types = [...(type === undefined ? [] : [type]), ...wrappedTypes(message)];
  const facts = sureMessages(details, new Set(types.map(unqualifiedName)))
    .map(({ fact }) => fact)
    .filter(({ classes }) => isOfAnyPackage(types, classes));
  const classes = [...new Set(facts.flatMap((fact) => fact.classes))];
  const isOwn = types.length === 1 && classes.length === 0 && isOwnClass(error);
  const printed = new Set(error.codes.map(({ family }) => family));
  const codes = [...facts.flatMap(({ code }) => code ?? []), ...(isOwn ? [] : types.flatMap(codesOfClass))];
  return {
    codes: [...new Map(codes.map((code) => [codeKey(code), code])).values()].filter(
      ({ family }) => !printed.has(family),
    ),
    classes,
    causes: [...new Set([...facts, ...error.codes.flatMap(factsOfCode)].flatMap(({ cause }) => cause ?? []))],
    isOwnClass: isOwn,
  };
}

/**
 * Whether a bare class whose words are of no library may be the project's own: it is raised in the project's code or,
 * without a traceback, has several words, of which a class with known messages would have some.
 */
function isOwnClass({ type, frames, codes, message }: RaisedError): boolean {
  if (type === undefined || unqualifiedName(type) !== type || codes.length > 0) return false;
  const last = frames.at(-1);
  if (last !== undefined) return last.origin === 'project';
  return hasKnownMessages(type) && stableWords(message, true).words.length >= MIN_OWN_WORDS;
}

/**
 * Whether printed classes may raise what some classes raise. A database words its messages for all programs: there a
 * qualified class of another package means another program. The message of one library may be raised again as anything.
 */
function isOfAnyPackage(printed: readonly string[], classes: readonly string[]): boolean {
  const packages = new Set(classes.map(packageOf));
  const ofPrinted = printed.map(packageOf).filter((name) => name !== '');
  return packages.size < 2 || ofPrinted.length === 0 || ofPrinted.some((name) => packages.has(name));
}

function packageOf(type: string): string {
  return type === unqualifiedName(type) ? '' : type.slice(0, type.indexOf('.'));
}

/** The SQLAlchemy codes that a class has whatever its message is. */
function codesOfClass(type: string): readonly ErrorCode[] {
  const { symbols } = classOf(type);
  return SYMBOLS.codedErrors()
    .filter(({ code, className, messages }) => {
      if (className === undefined || !symbols.includes(className) || isCatchAllCode(code)) return false;
      const name = unqualifiedName(className);
      return !isCatchAll(name) && (messages.length === 0 || SYMBOLS.errorCode(code)?.title === name);
    })
    .map(({ code }) => ({ family: 'sqlalchemy', code }));
}
