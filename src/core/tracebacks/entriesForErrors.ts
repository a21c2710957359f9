import type { Library } from '../library/library';
import type { Entry } from '../model';
import type { Cancellation } from '../search/searchIndex';
import type { MaybeYield } from '../archive/archiveSource';
import { SYMBOLS } from '../symbolTable/symbolTable';
import { classOf, isCatchAll, isCatchAllCode, type ExceptionClass } from './exceptionClasses';
import { impliedCodes } from './errorCodes';
import { titlesOf, stableWords, wordsOfMessage, wrappedTypes, type MessageWords } from './messageWords';
import type { RaisedError } from './raisedError';
import { quoted, quotesOf } from './quotedMessages';

/** What answers are looked for in. */
export type ErrorLibrary = Pick<Library, 'entries' | 'strongAnswersFor' | 'search'>;

export interface ErrorSearchOptions {
  readonly signal?: Cancellation | undefined;
  /** Without it a large archive may hold the thread. */
  readonly maybeYield?: MaybeYield | undefined;
}

/** An entry that speaks of an error. */
export interface ErrorEntry {
  readonly entry: Entry;
  /** The error it speaks of. */
  readonly error: RaisedError;
  /** What it has of it that says most: its code, its class, words of its message, or what was called. */
  readonly why: 'code' | 'class' | 'message' | 'frame';
  /** `weak`: about the class, or what was called, but not surely about this message. */
  readonly confidence: 'strong' | 'weak';
}

/** Errors that are looked at; of a longer list the first ones say most. */
const MOST_ERRORS = 8;
/** Entries that the search proposes for a message. */
const PROPOSED = 20;
/** Words of a message that are searched for: further ones explain what the first ones say. */
const SEARCHED = 24;
/** What an error counts beside the one before it in the list. */
const NEXT = 0.9;

/**
 * Entries that speak of errors, as `parseErrors` orders them; best first, each entry once. Nothing when no entry does:
 * an error is spoken of when an entry has its code, its class (of a class that is raised for anything, with words of the
 * message), or its message. An aborted signal finds nothing.
 */
export async function entriesForErrors(
  errors: readonly RaisedError[],
  library: ErrorLibrary,
  { signal, maybeYield }: ErrorSearchOptions = {},
): Promise<readonly ErrorEntry[]> {
  const best = new Map<Entry, Scored>();
  let worth = 1;
  for (const error of errors.slice(0, MOST_ERRORS)) {
    for (const found of await answersFor(error, library, { signal, maybeYield })) {
      const scored = { ...found, score: found.score * worth };
      const known = best.get(found.entry);
      if (known === undefined || compare(scored, known) < 0) best.set(found.entry, scored);
    }
    if (signal?.aborted === true) return [];
    worth *= NEXT;
  }
  return [...best.values()]
    .sort(compare)
    .map(({ entry, error, why, confidence }) => ({ entry, error, why, confidence }));
}

interface Scored extends ErrorEntry {
  readonly score: number;
}

function compare(a: Scored, b: Scored): number {
  return Number(a.confidence === 'weak') - Number(b.confidence === 'weak') || b.score - a.score;
}

/** What an entry has of an error, from nought to one each. */
interface Evidence {
  code: number;
  class: number;
  message: number;
  frame: number;
  isStrong: boolean;
  /** Whether the class says what went wrong, so that its message tells nothing more. */
  isTold: boolean;
  /** Whether the entry's author, not only its text, names the class or code. */
  isDeclared: boolean;
}

/** The error with what does not depend on an entry. */
interface Asked {
  readonly error: RaisedError;
  readonly classes: readonly ExceptionClass[];
  readonly messages: readonly MessageWords[];
  readonly isToldByValues: boolean;
}

async function answersFor(
  error: RaisedError,
  library: ErrorLibrary,
  { signal, maybeYield }: ErrorSearchOptions,
): Promise<readonly Scored[]> {
  const types = [...(error.type === undefined ? [] : [error.type]), ...wrappedTypes(error.message)];
  const classes = types.map(classOf);
  const isToldByValues = classes[0]?.isToldByValues ?? false;
  const titles = titlesOf(error).map((title) => stableWords(title, false));
  const asked: Asked = {
    error,
    classes,
    isToldByValues,
    messages: [wordsOfMessage(error, isToldByValues), ...titles],
  };
  const found = new Map<Entry, Evidence>();
  const evidenceOf = (entry: Entry): Evidence => {
    const evidence = found.get(entry) ?? {
      code: 0,
      class: 0,
      message: 0,
      frame: 0,
      isStrong: false,
      isTold: false,
      isDeclared: false,
    };
    found.set(entry, evidence);
    return evidence;
  };
  await byCode(asked, library, evidenceOf, maybeYield);
  await byClass(asked, library, evidenceOf, maybeYield);
  const proposed = await propose(asked, library, signal);
  for (const entry of new Set([...found.keys(), ...proposed])) byMessage(asked, entry, evidenceOf);
  byFrame(asked, library, evidenceOf);
  return [...found].flatMap(([entry, evidence]) => scored(error, entry, evidence));
}

async function byCode(
  { error }: Asked,
  library: ErrorLibrary,
  evidenceOf: (entry: Entry) => Evidence,
  maybeYield: MaybeYield | undefined,
): Promise<void> {
  const isPrinted = error.codes.length > 0;
  const codes = isPrinted ? error.codes : impliedCodes(error);
  if (codes.length === 0) return;
  for (const entry of library.entries()) {
    await maybeYield?.();
    for (const { family, code } of codes) {
      const isDeclared = entry.errorCodes.includes(code);
      if (!isDeclared && !quotesOf(entry).codes.has(`${family} ${code}`)) continue;
      const isTelling = family === 'sqlalchemy' && !isCatchAllCode(code);
      const evidence = evidenceOf(entry);
      evidence.code = Math.max(
        evidence.code,
        (isTelling ? 1 : 0.3) * (isDeclared ? 1 : 0.9) * (isPrinted ? 1 : 0.7),
      );
      evidence.isStrong ||= isTelling;
      evidence.isTold ||= isTelling;
      evidence.isDeclared ||= isDeclared;
    }
  }
}

async function byClass(
  { classes }: Asked,
  library: ErrorLibrary,
  evidenceOf: (entry: Entry) => Evidence,
  maybeYield: MaybeYield | undefined,
): Promise<void> {
  for (const { name, symbols, isBuiltin, isSpecific, root } of classes) {
    const add = (entry: Entry, worth: number, isDeclared: boolean, says = isSpecific): void => {
      const evidence = evidenceOf(entry);
      evidence.class = Math.max(evidence.class, worth * (says ? 1 : 0.4));
      evidence.isStrong ||= says;
      evidence.isTold ||= says;
      evidence.isDeclared ||= isDeclared;
    };
    for (const symbol of symbols) {
      for (const { entry, from } of library.strongAnswersFor(symbol)) {
        const isExplicit = from === 'declared' || from === 'link';
        add(entry, isExplicit ? 0.9 : 0.7, isExplicit);
      }
    }
    for (const entry of library.entries()) {
      await maybeYield?.();
      if (entry.errorCodes.some((code) => code === name || code.endsWith(`.${name}`))) add(entry, 1, true);
      else if (!isBuiltin && symbols.length === 0 && quotesOf(entry).has(name)) {
        // A class that is in no table is the one that is named where the entry is about its package.
        const isOfPackage = root !== '' && entry.symbols.some((symbol) => symbol.name.startsWith(`${root}.`));
        add(entry, 0.6, false, isOfPackage && !isCatchAll(name));
      }
    }
  }
}

/** Entries that the search finds for what the error says. */
async function propose(
  { messages }: Asked,
  library: ErrorLibrary,
  signal?: Cancellation,
): Promise<readonly Entry[]> {
  const proposed: Entry[] = [];
  for (const { words } of messages) {
    if (words.length === 0) continue;
    // Names that a query reads in its own way come as words here.
    const query = words.slice(0, SEARCHED).join(' ');
    const hits = await library.search(query, {
      limit: PROPOSED,
      ...(signal === undefined ? {} : { signal }),
    });
    proposed.push(...hits.map(({ entry }) => entry));
  }
  return proposed;
}

function byMessage(
  { messages, isToldByValues }: Asked,
  entry: Entry,
  evidenceOf: (entry: Entry) => Evidence,
): void {
  for (const [at, words] of messages.entries()) {
    const { share, longest, isSure } = quoted(words, entry, isToldByValues && at === 0);
    if (!isSure && longest === 0) continue;
    if (!isSure && evidenceOf(entry).class + evidenceOf(entry).code === 0) continue;
    const evidence = evidenceOf(entry);
    evidence.message = Math.max(evidence.message, isSure ? 0.6 + 0.4 * share : 0.5 * share);
    evidence.isStrong ||= isSure;
  }
}

/** What was called last from the project's code, of errors of a library that are not the database's. */
function byFrame(
  { error, classes }: Asked,
  library: ErrorLibrary,
  evidenceOf: (entry: Entry) => Evidence,
): void {
  const isOfLibrary = classes.some(({ symbols }) => symbols.length > 0);
  if (!isOfLibrary || classes.some(({ isOfTheDatabase }) => isOfTheDatabase)) return;
  const called = error.frames[error.frames.findLastIndex(({ origin }) => origin === 'project') + 1];
  const { module, function: name } = called ?? {};
  if (module === undefined || name === undefined) return;
  const method = name.slice(name.lastIndexOf('.') + 1);
  for (const entry of library.entries()) {
    for (const { name: symbol, from } of entry.symbols) {
      if (from !== 'declared') continue;
      const last = symbol.slice(symbol.lastIndexOf('.') + 1);
      const isHome = SYMBOLS.resolve(`${module}.${last}`)?.name === SYMBOLS.resolve(symbol)?.name;
      if (isHome && (last === method || SYMBOLS.members(symbol).has(method))) evidenceOf(entry).frame = 1;
    }
  }
}

function scored(error: RaisedError, entry: Entry, evidence: Evidence): readonly Scored[] {
  const { code, class: ofClass, message, frame, isStrong, isTold, isDeclared } = evidence;
  // A class that is raised for anything, named in passing, is no sign of this error.
  if (!isStrong && !isDeclared && message + frame === 0) return [];
  // A line of a log names no class: most such lines are no error that anybody asked about.
  if (error.role === 'log' && !isStrong) return [];
  const score = 4 * code + 3 * ofClass + (isTold ? 0.5 : 3) * message + 0.5 * frame;
  return [{ entry, error, why: whyOf(evidence), confidence: isStrong ? 'strong' : 'weak', score }];
}

function whyOf({ code, class: ofClass, message, frame }: Evidence): ErrorEntry['why'] {
  if (code >= 0.8) return 'code';
  if (message > Math.max(ofClass, code)) return 'message';
  if (ofClass > 0) return 'class';
  if (code > 0) return 'code';
  return message > 0 || frame === 0 ? 'message' : 'frame';
}
