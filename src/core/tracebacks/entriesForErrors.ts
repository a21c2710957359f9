import type { MaybeYield } from '../archive/archiveSource';
import type { Library } from '../library/library';
import type { Entry } from '../model';
import type { Cancellation } from '../base/cancellation';
import {
  addClassEvidence,
  addCodeEvidence,
  addFrameEvidence,
  addMessageEvidence,
  errorQueryOf,
  weakenOtherCauses,
  type ErrorQuery,
} from './collectEvidence';
import { compareScored, type ErrorEntry, type ScoredErrorEntry } from './errorEntry';
import { entryTextOf } from './entryText';
import { EvidenceByEntry } from './errorEvidence';
import { classOf } from './exceptionClasses';
import { foldName } from './foldedNames';
import { areForeign, otherDatabasePackages } from './foreignErrors';
import { originalError } from './originalError';
import { addPassageEvidence } from './passageEvidence';
import type { RaisedError } from './raisedError';

/** What is needed of the library to find entries. */
export type ErrorLibrary = Pick<Library, 'entries' | 'strongEntriesForSymbol' | 'search'>;

export interface ErrorSearchOptions {
  readonly signal?: Cancellation | undefined;
  /** Called between entries; without it, a large archive may block the thread. */
  readonly maybeYield?: MaybeYield | undefined;
}

/** Errors that entries are looked up for; the first of a list are the most relevant. */
const MAX_ERRORS = 8;
/** Entries that the search suggests for a message. */
const MAX_SUGGESTIONS = 20;
/** Words of a message that are searched for. */
const MAX_QUERY_WORDS = 24;
/** Weight of each error relative to the one before it. */
const WEIGHT_DECAY = 0.9;
/** Weight of an error beside one that tells more: the one whose message reports it, or that it reports. */
const REPORTED_DECAY = 0.5;

/**
 * Entries about errors that are in the order of `parseErrors`; best first, each entry once. An entry matches an error if
 * it has its code, its class (for a catch-all class, with words of the message as well), or its message. Empty if none
 * matches, or if the signal is aborted.
 */
export async function entriesForErrors(
  errors: readonly RaisedError[],
  library: ErrorLibrary,
  options: ErrorSearchOptions = {},
): Promise<readonly ErrorEntry[]> {
  const best = new Map<Entry, ScoredErrorEntry>();
  const looked = errors.slice(0, MAX_ERRORS);
  const isForeign = areForeign(looked);
  const packages = otherDatabasePackages(looked);
  const isOfOther = (entry: Entry): boolean =>
    packages.length > 0 && !packages.some((name) => entryTextOf(entry).foldedNames.has(foldName(name)));
  for (const [rank, raised] of looked.entries()) {
    for (const { error, weight } of withOriginal(raised)) {
      for (const match of await entriesForError(error, library, options)) {
        const weighted: ScoredErrorEntry = {
          ...match,
          error: raised,
          confidence: isForeign || isOfOther(match.entry) ? 'weak' : match.confidence,
          score: match.score * weight * WEIGHT_DECAY ** rank,
        };
        const known = best.get(match.entry);
        if (known === undefined || compareScored(weighted, known) < 0) best.set(match.entry, weighted);
      }
      if (options.signal?.aborted === true) return [];
    }
  }
  return [...best.values()]
    .sort(compareScored)
    .map(({ entry, error, matchedBy, confidence }) => ({ entry, error, matchedBy, confidence }));
}

/**
 * An error and the one that its message reports. That one tells what went wrong, unless the class of the error does: a
 * mapper that failed to initialise may have failed for any reason.
 */
function withOriginal(
  error: RaisedError,
): readonly { readonly error: RaisedError; readonly weight: number }[] {
  const original = originalError(error);
  if (original === undefined) return [{ error, weight: 1 }];
  const isSpecific = error.type !== undefined && classOf(error.type).isSpecific;
  return [
    { error, weight: isSpecific ? 1 : REPORTED_DECAY },
    { error: original, weight: isSpecific ? REPORTED_DECAY : 1 },
  ];
}

async function entriesForError(
  error: RaisedError,
  library: ErrorLibrary,
  { signal, maybeYield }: ErrorSearchOptions,
): Promise<readonly ScoredErrorEntry[]> {
  const query = errorQueryOf(error);
  const evidence = new EvidenceByEntry();
  await addCodeEvidence(query, library, evidence, maybeYield);
  await addClassEvidence(query, library, evidence, maybeYield);
  await weakenOtherCauses(query, evidence, maybeYield);
  const suggested = await suggestEntries(query, library, signal);
  for (const entry of new Set([...evidence.entries(), ...suggested])) {
    await maybeYield?.();
    addMessageEvidence(query, entry, evidence);
  }
  await addPassageEvidence(error, library, evidence, maybeYield);
  addFrameEvidence(query, library, evidence);
  return evidence.scored(error);
}

/** Entries that the search finds for the error's messages. */
async function suggestEntries(
  { messages, related }: ErrorQuery,
  library: ErrorLibrary,
  signal: Cancellation | undefined,
): Promise<readonly Entry[]> {
  const suggested: Entry[] = [];
  // What has the same cause has much the same words.
  const relatedWords = [...new Set(related.messages.flatMap(({ words }) => words))];
  for (const words of [...messages.map((message) => message.words), relatedWords]) {
    if (words.length === 0) continue;
    // Joined words contain no quotes or operators of the query language.
    const query = words.slice(0, MAX_QUERY_WORDS).join(' ');
    const options = { limit: MAX_SUGGESTIONS, ...(signal === undefined ? {} : { signal }) };
    suggested.push(...(await library.search(query, options)).map(({ entry }) => entry));
  }
  return suggested;
}
