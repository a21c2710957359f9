import type { MaybeYield } from '../archive/archiveSource';
import type { Library } from '../library/library';
import type { Entry } from '../model';
import { SYMBOLS } from '../symbolTable/symbolTable';
import { codeTitles } from './codeTitles';
import { entryTextOf } from './entryText';
import { codeKey } from './errorCodes';
import type { Evidence, EvidenceByEntry } from './errorEvidence';
import {
  classOf,
  declaredClassesOf,
  isCatchAll,
  isCatchAllCode,
  isSameClass,
  type ExceptionClass,
} from './exceptionClasses';
import { impliedFacts } from './impliedFacts';
import { stableWords, wordsOfMessage, wrappedTypes, type MessageWords } from './messageWords';
import { matchQuote } from './quotedMessages';
import { passagesOf } from './passages';
import { unqualifiedName, type ErrorCode, type RaisedError } from './raisedError';
import { isAboutOtherCause, relatedErrors, type RelatedErrors } from './relatedErrors';
import { isAboutModelOf, isValidationError, printsAnyCode } from './validationErrors';

type EvidenceLibrary = Pick<Library, 'entries' | 'strongEntriesForSymbol'>;

/** An error with everything about it that does not depend on an entry. */
export interface ErrorQuery {
  readonly error: RaisedError;
  /** Its class, those of the exceptions it wraps, and those that its message implies. */
  readonly classes: readonly QueriedClass[];
  /** Its message, and the titles of its codes. */
  readonly messages: readonly MessageWords[];
  /** Whether its message is identified by the values it quotes. */
  readonly isIdentifiedByValues: boolean;
  readonly related: RelatedErrors;
}

interface QueriedClass extends ExceptionClass {
  /** What evidence by the class counts, from 0 to 1. */
  readonly certainty: number;
}

/** What a code or class counts that is not printed. */
const IMPLIED = 0.9;
/** What a message, code or class counts that another error of the same cause has. */
const RELATED = 0.8;

export function errorQueryOf(error: RaisedError): ErrorQuery {
  const isIdentifiedByValues = error.type !== undefined && classOf(error.type).isIdentifiedByValues;
  const titles = codeTitles(error).map((title) => stableWords(title, false));
  const related = relatedErrors(error);
  return {
    error,
    classes: classesOf(error, related),
    messages: [wordsOfMessage(error, isIdentifiedByValues), ...titles],
    isIdentifiedByValues,
    related,
  };
}

function classesOf(error: RaisedError, related: RelatedErrors): readonly QueriedClass[] {
  const { type, message } = error;
  const facts = impliedFacts(error);
  const own = type === undefined ? [] : [facts.isOwnClass ? unknownClass(type) : classOf(type)];
  const printed = [...own, ...wrappedTypes(message).map(classOf)];
  const implied = facts.classes
    .map(classOf)
    .filter((one) => !printed.some((known) => isSameClass(one, known)));
  const others = related.classes
    .map(classOf)
    .filter((one) => ![...printed, ...implied].some((known) => isSameClass(one, known)));
  return [
    ...printed.map((one) => ({ ...one, certainty: 1 })),
    ...implied.map((one) => ({ ...one, certainty: IMPLIED })),
    ...others.map((one) => ({ ...one, certainty: RELATED })),
  ];
}

/** A class as if the symbol table did not have it. */
function unknownClass(type: string): ExceptionClass {
  const known = classOf(type);
  return known.isBuiltin ? known : { ...known, symbols: [], isSpecific: false };
}

/** Adds evidence for entries with the error's codes, declared or in their text. */
export async function addCodeEvidence(
  { error, related }: ErrorQuery,
  library: EvidenceLibrary,
  evidence: EvidenceByEntry,
  maybeYield: MaybeYield | undefined,
): Promise<void> {
  const certainties = new Map<string, { readonly code: ErrorCode; readonly certainty: number }>();
  const add = (codes: readonly ErrorCode[], certainty: number): void => {
    for (const code of codes) {
      const key = codeKey(code);
      if (!certainties.has(key)) certainties.set(key, { code, certainty });
    }
  };
  add(error.codes, 1);
  add(impliedFacts(error).codes, IMPLIED);
  add(related.codes, RELATED);
  if (certainties.size === 0) return;
  for (const entry of library.entries()) {
    await maybeYield?.();
    for (const { code: errorCode, certainty } of certainties.values()) {
      const isDeclared = entry.errorCodes.includes(errorCode.code);
      if (!isDeclared && !entryTextOf(entry).codeKeys.has(codeKey(errorCode))) continue;
      const isSpecific = errorCode.family === 'sqlalchemy' && !isCatchAllCode(errorCode.code);
      const weight = (isSpecific ? 1 : 0.3) * (isDeclared ? 1 : 0.9) * certainty;
      const entryEvidence = evidence.of(entry);
      entryEvidence.code = Math.max(entryEvidence.code, weight);
      entryEvidence.isStrong ||= isSpecific;
      entryEvidence.isSpecific ||= isSpecific;
      entryEvidence.isDeclared ||= isDeclared;
    }
  }
}

/** Whether an entry names a class in its prose, or prints it as an error: sample code that handles it does not count. */
function speaksOf(entry: Entry, name: string): boolean {
  return entryTextOf(entry).reports(name) || passagesOf(entry).some(({ written }) => written.has(name));
}

/** Adds evidence for entries about the error's classes: by symbol, declared by name, or named in their text. */
export async function addClassEvidence(
  { classes }: ErrorQuery,
  library: EvidenceLibrary,
  evidence: EvidenceByEntry,
  maybeYield: MaybeYield | undefined,
): Promise<void> {
  for (const raised of classes) {
    const { name, symbols, isBuiltin, isSpecific, package: topLevel, certainty } = raised;
    const add = (entry: Entry, weight: number, isDeclared: boolean, isTelling = isSpecific): void => {
      const entryEvidence = evidence.of(entry);
      entryEvidence.class = Math.max(entryEvidence.class, certainty * weight * (isTelling ? 1 : 0.4));
      entryEvidence.isStrong ||= isTelling;
      entryEvidence.isSpecific ||= isTelling;
      entryEvidence.isDeclared ||= isDeclared;
    };
    for (const symbol of symbols) {
      for (const { entry, from } of library.strongEntriesForSymbol(symbol)) {
        const isExplicit = from === 'declared' || from === 'link';
        add(entry, isExplicit ? 0.9 : 0.7, isExplicit);
      }
    }
    const isUnknown = !isBuiltin && symbols.length === 0;
    for (const entry of library.entries()) {
      await maybeYield?.();
      if (declaredClassesOf(entry).some((declared) => isSameClass(declared, raised))) add(entry, 1, true);
      else if (isSpecific && entryTextOf(entry).reports(name)) add(entry, 0.65, false);
      else if (isUnknown && entryTextOf(entry).mentions(name) && speaksOf(entry, name)) {
        // The symbol table does not have the class, but an entry about its package means the same one.
        const isSamePackage = entry.symbols.some((symbol) => symbol.name.startsWith(`${topLevel}.`));
        add(entry, 0.6, false, isSamePackage && !isCatchAll(name));
      }
    }
  }
}

function addSureMessage(evidence: Evidence, weight: number): void {
  evidence.message = Math.max(evidence.message, weight);
  evidence.isStrong = true;
}

/** Takes certainty from entries that declare the error's class or code for other causes than its own. */
export async function weakenOtherCauses(
  { error }: ErrorQuery,
  evidence: EvidenceByEntry,
  maybeYield: MaybeYield | undefined,
): Promise<void> {
  for (const entry of evidence.entries()) {
    await maybeYield?.();
    const entryEvidence = evidence.of(entry);
    if (!entryEvidence.isSpecific || !isAboutOtherCause(error, entry)) continue;
    entryEvidence.isStrong = false;
    entryEvidence.isSpecific = false;
  }
}

/** Adds evidence for an entry that quotes the error's message; a part of it counts only beside its class or code. */
export function addMessageEvidence(
  { error, messages, isIdentifiedByValues, related }: ErrorQuery,
  entry: Entry,
  evidence: EvidenceByEntry,
): void {
  if (isValidationError(error)) {
    if (!isAboutModelOf(error, entry)) return;
    if (printsAnyCode([...error.codes, ...related.codes], entry)) addSureMessage(evidence.of(entry), 1);
  }
  for (const message of related.messages) {
    const { share, isSure } = matchQuote(message, entry, message.isIdentifiedByValues);
    if (!isSure) continue;
    addSureMessage(evidence.of(entry), RELATED * (0.6 + 0.4 * share));
  }
  for (const [index, message] of messages.entries()) {
    const { share, isSure } = matchQuote(message, entry, isIdentifiedByValues && index === 0);
    if (share === 0) continue;
    const entryEvidence = evidence.of(entry);
    if (!isSure && entryEvidence.class + entryEvidence.code === 0) continue;
    entryEvidence.message = Math.max(entryEvidence.message, isSure ? 0.6 + 0.4 * share : 0.5 * share);
    entryEvidence.isStrong ||= isSure;
  }
}

/**
 * Adds evidence for entries that declare the function, or its class, that the project's code called last. Only for
 * errors of a library, and not for those of the database, which any call may cause.
 */
export function addFrameEvidence(
  { error, classes }: ErrorQuery,
  library: EvidenceLibrary,
  evidence: EvidenceByEntry,
): void {
  const isOfLibrary = classes.some(({ symbols }) => symbols.length > 0);
  if (!isOfLibrary || classes.some(({ isDatabaseError }) => isDatabaseError)) return;
  const lastProjectFrame = error.frames.findLastIndex(({ origin }) => origin === 'project');
  const { module, function: called } = error.frames[lastProjectFrame + 1] ?? {};
  if (module === undefined || called === undefined) return;
  const method = unqualifiedName(called);
  for (const entry of library.entries()) {
    for (const { name: symbol, from } of entry.symbols) {
      if (from !== 'declared') continue;
      const name = unqualifiedName(symbol);
      const inModule = SYMBOLS.resolve(`${module}.${name}`);
      const isInModule = inModule !== undefined && inModule.name === SYMBOLS.resolve(symbol)?.name;
      const isCalled = name === method || SYMBOLS.members(symbol).has(method);
      if (isInModule && isCalled) evidence.of(entry).frame = 1;
    }
  }
}
