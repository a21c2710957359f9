import { analyse } from '../text/analyser';
import type { ForwardIndex } from './forwardIndex';
import { areInitials, isHangulLetters, lettersOf, onOtherKeyboard } from './letters';
import type { QueryTermBuilder } from './queryTerm';
import type { Tuning } from './tuning';

/** Guesses that are followed of each kind. */
const MAX_EXPANSIONS = 12;
/** Letters from which a word is completed: the last one, which is being typed, and others. */
const BEGINS_FROM = { last: 2, other: 4 };
/** Letters from which one error is forgiven, and two; a Hangul syllable is two or three letters. */
const FORGIVE = { one: { latin: 5, hangul: 4 }, two: 9 };

/** A query as it was meant to be typed. */
interface ReadQuery {
  readonly text: string;
  /** What was typed on the wrong keyboard: where it now stands, and what was typed. */
  readonly chunks: readonly { readonly start: number; readonly end: number; readonly typed: string }[];
}

/** The query with what was typed on the wrong keyboard put right, chunk by chunk, where only that makes sense. */
export function correctKeyboardLayout(query: string, collection: ForwardIndex, tuning: Tuning): ReadQuery {
  const chunks: { start: number; end: number; typed: string }[] = [];
  if (tuning.query.keyboard === 0) return { text: query, chunks };
  let text = '';
  for (const [typed] of query.matchAll(/\s+|\S+/gu)) {
    const meant = meantBy(typed, collection);
    if (meant !== typed) chunks.push({ start: text.length, end: text.length + meant.length, typed });
    text += meant;
  }
  return { text, chunks };
}

function meantBy(chunk: string, collection: ForwardIndex): string {
  if (chunk.trim() === '' || collection.idOf(chunk) !== undefined || knows(collection, chunk)) return chunk;
  const other = onOtherKeyboard(chunk);
  if (other === undefined || !knows(collection, other)) return chunk;
  return areInitials(chunk) && collection.vocabulary.withInitials(chunk, 1).length > 0 ? chunk : other;
}

/** Whether a text has something of what was typed, or something that begins so. */
function knows(collection: ForwardIndex, chunk: string): boolean {
  const { words, tokens } = analyse(chunk);
  const isThere = tokens.some(
    ({ term, kind }) => kind !== 'gram' && kind !== 'part' && collection.idOf(term) !== undefined,
  );
  const last = words.at(-1);
  if (isThere || last === undefined) return isThere;
  const letters = lettersOf(chunk.slice(last.start, last.end).toLowerCase());
  return letters.length >= BEGINS_FROM.other && collection.vocabulary.beginningWith(letters, 1).length > 0;
}

/** Initials of one term typed apart: `ㅈㅇ ㄹㄷ` for 지연 로딩. */
export function addSplitInitials(
  drafts: readonly QueryTermBuilder[],
  { vocabulary }: ForwardIndex,
  tuning: Tuning,
): void {
  const { query } = tuning;
  if (query.initials === 0) return;
  drafts.slice(1).forEach((second, at) => {
    const first = drafts[at];
    if (first === undefined || !areInitials(first.folded) || !areInitials(second.folded)) return;
    const joined = first.folded + second.folded;
    for (const { id, length } of vocabulary.withInitials(joined, MAX_EXPANSIONS)) {
      if (length !== joined.length) return;
      first.guess(id, 'initials', query.initials, tuning);
      second.guess(id, 'initials', query.initials, tuning);
    }
  });
}

/**
 * What a word may have been meant for: initials of Hangul words, the beginning of a word that is being typed, a word
 * with typing errors, another keyboard.
 */
export function expandTerm(
  draft: QueryTermBuilder,
  isLast: boolean,
  { vocabulary }: ForwardIndex,
  tuning: Tuning,
): void {
  const { query, perError, known } = tuning;
  const { folded, noun, isKnown } = draft;
  if (areInitials(folded)) {
    if (query.initials === 0) return;
    for (const { id, length } of vocabulary.withInitials(folded, MAX_EXPANSIONS)) {
      draft.guess(id, 'initials', query.initials * (length === folded.length ? 1 : 0.7), tuning);
    }
    return;
  }
  const letters = lettersOf(folded);
  if (query.begins > 0 && letters.length >= (isLast ? BEGINS_FROM.last : BEGINS_FROM.other)) {
    for (const { id, length } of vocabulary.beginningWith(letters, MAX_EXPANSIONS)) {
      draft.guess(id, 'begins', query.begins * (0.5 + (0.5 * letters.length) / length), tuning);
    }
  }
  if (query.keyboard > 0) {
    for (const { term, kind } of analyse(onOtherKeyboard(folded) ?? '').tokens) {
      if (kind !== 'gram' && kind !== 'part') draft.add(term, 'keyboard', query.keyboard);
    }
  }
  if (query.near === 0) return;
  for (const word of isKnown || noun === folded ? [noun] : [noun, folded]) {
    const own = lettersOf(word);
    if (own.length < FORGIVE.one[isHangulLetters(own) ? 'hangul' : 'latin']) continue;
    const most = !isKnown && own.length >= FORGIVE.two ? 2 : 1;
    for (const { id, errors } of vocabulary.near(own, most).slice(0, MAX_EXPANSIONS)) {
      draft.guess(id, 'near', query.near * perError ** errors * (isKnown ? known : 1), tuning);
    }
  }
}
