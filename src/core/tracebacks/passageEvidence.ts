import type { MaybeYield } from '../archive/archiveSource';
import type { Library } from '../library/library';
import type { Entry } from '../model';
import { entryTextOf, trigramsOf } from './entryText';
import { cluesOf, type ErrorClues, type NameClue, type Topic } from './errorClues';
import type { EvidenceByEntry } from './errorEvidence';
import { isIdentified } from './impliedFacts';
import { isDistinctive } from './messageWords';
import { passagesOf, type Passage } from './passages';
import type { RaisedError } from './raisedError';

/** What each clue in a passage counts. */
const POINTS = {
  keyword: 3,
  message: 2,
  allNames: 1,
  module: 2,
  topic: 1,
  name: 1,
  place: 1,
  fails: 1,
} as const;
/** Points of a passage that is surely about the error. */
const SUFFICIENT = 4;
/** Places that count: all of one package are mentioned together. */
const MAX_PLACES = 3;
/** A name that more entries have, or a larger share of a library, tells nothing; a rare one tells which entry it is. */
const COMMON = { entries: 3, share: 0.1 } as const;
const RARE = { entries: 2, share: 0.02 } as const;

const FAILS =
  /\b(?:errors?|exceptions?|fail(?:s|ed|ure|ing)?|rais(?:es?|ed|ing)|throws?|crash(?:es|ed)?|broken|breaks?|removed?|deprecated|no longer|cannot|can't)\b|오류|에러|예외|실패|없앴|없앤|없어[졌진]|사라[졌진]|제거|삭제|중단|더 이상|지원하지 않|안 [되돼]|터[지져]|깨[지져]/i;
const TOPICS: Readonly<Record<Topic, RegExp>> = {
  module: /\binstall(?!ed|ation)|\bnot installed\b|\bpip\b|설치[하합할해]|설치되지/i,
  import: /\bimport/i,
  change:
    /\bdeprecat|\bremov|\brenam|\breplac|\binstead of\b|\bno longer\b|지원 중단|없앴|없앤|없어[졌진]|제거|삭제|대신|더 이상/i,
};

/**
 * Adds evidence for entries that have clues of an error in one passage: names of its message, where it was raised, what
 * happened. One clue alone says little; several that are independent, at least one of them rare in the library, are sure.
 */
export async function addPassageEvidence(
  error: RaisedError,
  library: Pick<Library, 'entries'>,
  evidence: EvidenceByEntry,
  maybeYield: MaybeYield | undefined,
): Promise<void> {
  // A text without a class may be any prose.
  if (!isIdentified(error)) return;
  const clues = cluesOf(error);
  const names = new Set([...clues.names, ...clues.places].map(({ folded }) => folded));
  if (names.size === 0 && clues.keywords.length === 0) return;
  const mentions = await mentionsOf(names, library.entries(), maybeYield);
  const limits = limitsOf(library.entries().length);
  const rarity: Rarity = {
    isTelling: ({ folded }) => (mentions.get(folded)?.length ?? 0) <= limits.common,
    isRare: ({ folded }) => (mentions.get(folded)?.length ?? 0) <= limits.rare,
  };
  for (const entry of candidatesFor(clues, mentions, rarity, library.entries())) {
    await maybeYield?.();
    if (evidence.of(entry).isStrong || !passagesOf(entry).some((passage) => isAbout(passage, clues, rarity)))
      continue;
    const entryEvidence = evidence.of(entry);
    entryEvidence.message = Math.max(entryEvidence.message, PASSAGE_WEIGHT);
    entryEvidence.isStrong = true;
  }
}

/** What evidence by a passage counts, as if it quoted part of the message. */
const PASSAGE_WEIGHT = 0.7;

interface Rarity {
  readonly isTelling: (name: NameClue) => boolean;
  readonly isRare: (name: NameClue) => boolean;
}

function limitsOf(size: number): { readonly common: number; readonly rare: number } {
  return {
    common: Math.max(COMMON.entries, size * COMMON.share),
    rare: Math.max(RARE.entries, size * RARE.share),
  };
}

async function mentionsOf(
  names: ReadonlySet<string>,
  entries: readonly Entry[],
  maybeYield: MaybeYield | undefined,
): Promise<ReadonlyMap<string, readonly Entry[]>> {
  const mentions = new Map<string, Entry[]>(Array.from(names, (name) => [name, []]));
  for (const entry of entries) {
    await maybeYield?.();
    const { foldedNames } = entryTextOf(entry);
    for (const [name, mentioning] of mentions) if (foldedNames.has(name)) mentioning.push(entry);
  }
  return mentions;
}

/** Entries that have a rare name of the error, or a keyword argument. */
function candidatesFor(
  { names, places, keywords }: ErrorClues,
  mentions: ReadonlyMap<string, readonly Entry[]>,
  { isRare }: Rarity,
  entries: readonly Entry[],
): ReadonlySet<Entry> {
  const rare = [...names, ...places].filter(isRare).flatMap(({ folded }) => mentions.get(folded) ?? []);
  const withKeyword = keywords.flatMap(({ keyword, value }) =>
    entries.filter((entry) => {
      const { foldedNames } = entryTextOf(entry);
      return foldedNames.has(keyword) && foldedNames.has(value.toLowerCase());
    }),
  );
  return new Set([...rare, ...withKeyword]);
}

function isAbout(passage: Passage, clues: ErrorClues, rarity: Rarity): boolean {
  const named = clues.names.filter((name) => isNamedIn(passage, name));
  if (clues.needsAllNames && named.length < clues.names.length) return false;
  const places = clues.places.filter(
    (place) =>
      rarity.isTelling(place) &&
      isNamedIn(passage, place) &&
      !clues.names.some(({ folded }) => folded === place.folded),
  );
  const hasKeyword = clues.keywords.some((argument) => hasArgument(passage, argument));
  const isRare = hasKeyword || [...named, ...places].some((name) => rarity.isRare(name));
  if (!isRare) return false;
  const what = whatPoints(passage, clues, named, hasKeyword, rarity);
  if (what === 0) return false;
  const where = Math.min(places.length, MAX_PLACES) * POINTS.place;
  const fails = FAILS.test(passage.text) ? POINTS.fails : 0;
  return what + where + fails >= SUFFICIENT;
}

/** Points for what the error says went wrong. */
function whatPoints(
  passage: Passage,
  clues: ErrorClues,
  named: readonly NameClue[],
  hasKeyword: boolean,
  { isTelling }: Rarity,
): number {
  const words = [...clues.words].filter(
    (word) => passage.code.has(word) && !named.some(({ folded }) => folded.includes(word)),
  );
  const topics = [...clues.topics].filter((topic) => TOPICS[topic].test(passage.text));
  const hasAllNames = clues.needsAllNames && named.length > 0;
  return (
    (hasKeyword ? POINTS.keyword : 0) +
    (hasWordsOf(passage, clues.message) ? POINTS.message : 0) +
    (hasAllNames ? named.length + POINTS.allNames : named.filter(isTelling).length) * POINTS.name +
    (words.length > 0 ? POINTS.name : 0) +
    (isClassNamed(passage, clues) ? POINTS.name : 0) +
    topics.reduce((sum, topic) => sum + (topic === 'module' ? POINTS.module : POINTS.topic), 0)
  );
}

/** Words such as `client` are names where they are written as code, or where nothing else can be meant. */
function isNamedIn({ names, written, code }: Passage, name: NameClue): boolean {
  if (code.has(name.folded)) return true;
  if (name.folded.includes('_') || (name.isCertain && !/[A-Z]/.test(name.written)))
    return names.has(name.folded);
  return /[A-Z]/.test(name.written) && written.has(name.written);
}

function isClassNamed({ names }: Passage, { className, classPackage, places }: ErrorClues): boolean {
  const isPackageOnWay = classPackage !== '' && places.some(({ folded }) => folded === classPackage);
  return names.has(className) || (isPackageOnWay && names.has(classPackage));
}

/** Whether a passage has three words of the message in sequence, two of them distinctive. */
function hasWordsOf({ trigrams }: Passage, words: readonly string[]): boolean {
  return trigramsOf(words).some(
    (trigram) => trigrams.has(trigram) && trigram.split(' ').filter(isDistinctive).length >= 2,
  );
}

function hasArgument(
  { text }: Passage,
  { keyword, value }: { readonly keyword: string; readonly value: string },
): boolean {
  return ['"', "'", '`', ''].some((quote) => text.includes(`${keyword}=${quote}${value}${quote}`));
}
