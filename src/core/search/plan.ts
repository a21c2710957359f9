import { analyse } from '../text/analyser';
import { isCommon } from '../text/common';
import type { Collection } from './collection';
import { areInitials, lettersOf, onOtherKeyboard } from './letters';
import type { How, Tuning } from './tuning';

/** A term of the collection that a word of the query stands for. */
export interface Alternative {
  readonly term: number;
  readonly how: How;
  /** How sure that is, from 0 to 1. */
  readonly quality: number;
  /** BM25's inverse document frequency, at most that of the word it stands for. */
  readonly rarity: number;
}

export interface PlannedWord {
  /** As it was typed. */
  readonly text: string;
  /** Whether a text has it as it is, or what it surely means. */
  readonly isKnown: boolean;
  /** How much it says about the subject, from 0 to 1. */
  readonly importance: number;
  /** Each term once, the surest first. */
  readonly alternatives: readonly Alternative[];
  /** The words a Hangul compound is made of, as far as the collection knows them. */
  readonly pieces: readonly PlannedWord[];
  /** Pairs of syllables. */
  readonly grams: readonly number[];
  /** How rare it is: BM25's inverse document frequency. */
  readonly rarity: number;
}

/** What is pasted beyond this many characters is not searched for, nor more words than these. */
const LONGEST_QUERY = 500;
const MOST_WORDS = 48;
/** Words that are typed as one, or apart, and are the other in the text. */
const MOST_JOINED = 4;
/** Guesses that are followed of each kind. */
const MOST_GUESSES = 24;
/** Letters from which a word is completed: the last one, which is being typed, and others. */
const BEGINS_FROM = { last: 2, other: 4 };
/** Letters from which one error is forgiven, and two. */
const FORGIVE = { one: { latin: 5, hangul: 4 }, two: 9 };

/** What a query's words stand for in a collection. */
export function planQuery(
  query: string,
  collection: Collection,
  tuning: Tuning,
  guesses: 'all' | 'for unknown words' = 'all',
): readonly PlannedWord[] {
  const text = readAsTyped(query.slice(0, LONGEST_QUERY).normalize('NFC'), collection);
  const { words, tokens } = analyse(text);
  const found = words.map(() => new Map<number, Alternative>());
  const grams = words.map((): number[] => []);
  const add = (at: number, term: string | number | undefined, how: How, quality: number): void => {
    const id = typeof term === 'string' ? collection.idOf(term) : term;
    const own = found[at];
    if (id === undefined || own === undefined || quality <= (own.get(id)?.quality ?? 0)) return;
    own.set(id, { term: id, how, quality, rarity: inverseFrequency(collection.countOf(id), collection.size) });
  };
  const forms = words.map((): { folded: string; stems: string[] } => ({ folded: '', stems: [] }));
  for (const { term, kind, word, length } of tokens) {
    const own = forms[word];
    if (own !== undefined && kind === 'word') own.folded = term;
    if (own !== undefined && (kind === 'stem' || kind === 'name')) own.stems.push(term);
    if (kind === 'gram') {
      const id = collection.idOf(term);
      if (id !== undefined) grams[word]?.push(id);
    } else {
      for (let at = word; at < word + length; at += 1) add(at, term, kind, tuning.query[kind]);
    }
  }
  addJoinedInitials(forms, collection, tuning, add);
  const isHalfTyped = /[\p{L}\p{N}_]$/u.test(text);
  forms.slice(0, MOST_WORDS).forEach(({ folded, stems }, at) => {
    addJoined(forms, at, (length, term) => {
      for (let next = at; next < at + length; next += 1) add(next, term, 'joined', tuning.query.joined);
    });
    const known = isKnown([...(found[at]?.values() ?? [])]);
    const isLast = isHalfTyped && at === words.length - 1;
    if (!isLast && (isCommon(folded, stems) || (known && guesses !== 'all'))) return;
    const guess = (term: number, how: How, quality: number): void => {
      add(at, term, how, quality);
    };
    addGuesses(collection, tuning, { folded, stems, isKnown: known, isLast }, guess);
  });
  return words.slice(0, MOST_WORDS).map(({ start, end }, at) => {
    const sorted = [...(found[at]?.values() ?? [])].sort((a, b) => b.quality - a.quality);
    const { folded, stems } = forms[at] ?? { folded: '', stems: [] };
    const rarity = rarityOf(sorted);
    return {
      text: text.slice(start, end),
      isKnown: isKnown(sorted),
      importance: isCommon(folded, stems) ? tuning.common : 1,
      alternatives: sorted.map((one) => (one.rarity > rarity ? { ...one, rarity } : one)),
      pieces: piecesOf(stems.find((stem) => /^[가-힣]+$/.test(stem)) ?? folded, collection, tuning),
      grams: grams[at] ?? [],
      rarity,
    };
  });
}

/** The query with what was typed on the wrong keyboard put right, chunk by chunk. */
function readAsTyped(text: string, collection: Collection): string {
  return text.replace(/\S+/gu, (chunk) => {
    if (collection.idOf(chunk) !== undefined || knows(collection, chunk)) return chunk;
    const other = onOtherKeyboard(chunk);
    if (other === undefined || !knows(collection, other)) return chunk;
    return areInitials(chunk) && collection.vocabulary.withInitials(chunk, 1).length > 0 ? chunk : other;
  });
}

/** Whether a text has something of what was typed, or something that begins so. */
function knows(collection: Collection, chunk: string): boolean {
  const { words, tokens } = analyse(chunk);
  const isThere = tokens.some(
    ({ term, kind }) => kind !== 'gram' && kind !== 'part' && collection.idOf(term) !== undefined,
  );
  const last = words.at(-1);
  if (isThere || last === undefined) return isThere;
  const letters = lettersOf(chunk.slice(last.start, last.end).toLowerCase());
  return letters.length >= BEGINS_FROM.other && collection.vocabulary.beginningWith(letters, 1).length > 0;
}

function addJoined(
  forms: readonly { readonly folded: string; readonly stems: readonly string[] }[],
  at: number,
  add: (length: number, term: string) => void,
): void {
  let before = forms[at]?.folded ?? '';
  for (let length = 2; length <= MOST_JOINED; length += 1) {
    const next = forms[at + length - 1];
    if (next === undefined) return;
    for (const form of [next.folded, ...next.stems]) add(length, before + form);
    before += next.folded;
  }
}

/** Initials of one term typed apart: `ㅈㅇ ㄹㄷ` for 지연 로딩. */
function addJoinedInitials(
  forms: readonly { readonly folded: string }[],
  { vocabulary }: Collection,
  { query }: Tuning,
  add: (at: number, term: number, how: How, quality: number) => void,
): void {
  if (query.initials === 0) return;
  for (let at = 0; at + 1 < forms.length; at += 1) {
    const pair = [forms[at]?.folded ?? '', forms[at + 1]?.folded ?? ''];
    if (!pair.every(areInitials)) continue;
    const joined = pair.join('');
    for (const { id, length } of vocabulary.withInitials(joined, MOST_GUESSES)) {
      if (length !== joined.length) break;
      add(at, id, 'initials', query.initials);
      add(at + 1, id, 'initials', query.initials);
    }
  }
}

interface Guessed {
  readonly folded: string;
  readonly stems: readonly string[];
  readonly isKnown: boolean;
  readonly isLast: boolean;
}

function addGuesses(
  { vocabulary }: Collection,
  { query, perError, known }: Tuning,
  { folded, stems, isKnown, isLast }: Guessed,
  add: (term: number, how: How, quality: number) => void,
): void {
  if (areInitials(folded)) {
    if (query.initials === 0) return;
    for (const { id, length } of vocabulary.withInitials(folded, MOST_GUESSES)) {
      add(id, 'initials', query.initials * (length === folded.length ? 1 : 0.7));
    }
    return;
  }
  const letters = lettersOf(folded);
  if (query.begins > 0 && letters.length >= (isLast ? BEGINS_FROM.last : BEGINS_FROM.other)) {
    for (const { id, length } of vocabulary.beginningWith(letters, MOST_GUESSES)) {
      add(id, 'begins', query.begins * (0.5 + (0.5 * letters.length) / length));
    }
  }
  if (query.near === 0) return;
  const noun = stems.find((stem) => /^[가-힣]+$/.test(stem));
  for (const word of noun === undefined ? [folded] : [noun, folded]) {
    const own = lettersOf(word);
    if (own.length < FORGIVE.one[/[ㄱ-ㅣ]/.test(own) ? 'hangul' : 'latin']) continue;
    const most = own.length >= FORGIVE.two ? 2 : 1;
    for (const { id, errors } of vocabulary.near(own, isKnown ? 1 : most).slice(0, MOST_GUESSES)) {
      add(id, 'near', query.near * perError ** errors * (isKnown ? known : 1));
    }
    if (isKnown) break;
  }
}

/** A piece of a compound has at least so many syllables, and a compound is at least so long. */
const SHORTEST_PIECE = 2;
const SHORTEST_COMPOUND = 4;

/**
 * Cuts a Hangul word where words of the collection meet: as few and as long ones as possible, with as few syllables
 * left over between them.
 */
function piecesOf(word: string, collection: Collection, tuning: Tuning): readonly PlannedWord[] {
  if (!/^[가-힣]{4,20}$/.test(word) || word.length < SHORTEST_COMPOUND) return [];
  // Of each end, the least cost to come there, and the cut that did.
  const cost = [0];
  const from = [0];
  for (let end = 1; end <= word.length; end += 1) {
    let best = (cost[end - 1] ?? 0) + 2;
    let start = end - 1;
    for (let at = Math.max(0, end - word.length + 1); at <= end - SHORTEST_PIECE; at += 1) {
      const id = collection.idOf(word.slice(at, end));
      if (id === undefined) continue;
      const reached = (cost[at] ?? 0) + 1;
      if (reached < best) [best, start] = [reached, at];
    }
    cost.push(best);
    from.push(start);
  }
  const cuts: string[] = [];
  for (let end = word.length; end > 0; end = from[end] ?? 0) {
    const piece = word.slice(from[end], end);
    if (piece.length >= SHORTEST_PIECE) cuts.unshift(piece);
  }
  if (cuts.join('').length < word.length / 2 || cuts.length === 0) return [];
  return cuts.map((text) => {
    const term = collection.idOf(text) ?? 0;
    const rarity = inverseFrequency(collection.countOf(term), collection.size);
    const alternatives = [{ term, how: 'word' as const, quality: tuning.query.word, rarity }];
    return { text, isKnown: true, importance: 1, alternatives, pieces: [], grams: [], rarity };
  });
}

const CERTAIN: ReadonlySet<How> = new Set<How>(['word', 'stem', 'name', 'joined', 'sense']);

function isKnown(alternatives: readonly Alternative[]): boolean {
  return alternatives.some(({ how }) => CERTAIN.has(how));
}

/** By the commonest of the forms that are certain; without one, by the likeliest guess. */
function rarityOf(alternatives: readonly Alternative[]): number {
  const certain = alternatives.filter(({ how }) => CERTAIN.has(how));
  return certain.length > 0
    ? Math.min(...certain.map(({ rarity }) => rarity))
    : (alternatives[0]?.rarity ?? 0);
}

/** BM25's inverse document frequency of a term that stands in `count` of `size` texts; always above nought. */
export function inverseFrequency(count: number, size: number): number {
  return Math.log(1 + (size - Math.min(count, size) + 0.5) / (Math.min(count, size) + 0.5));
}
