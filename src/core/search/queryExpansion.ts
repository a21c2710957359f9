import { analyse } from '../text/analyser';
import { isChatNoise } from '../text/stopWords';
import type { ForwardIndex } from './forwardIndex';
import { areHangulLetters, areInitials, toLetters } from './jamo';
import { switchKeyboardLayout } from './keyboardLayout';
import type { QueryTermBuilder } from './queryTerm';
import { hangulOf } from './romanisation';
import type { Tuning } from './tuning';

/** Expansions of each kind that a word gets. */
const MAX_EXPANSIONS = 12;
/** Letters a word needs to be completed: the last word, which is being typed, and others. A syllable has 2 or 3 letters. */
export const MIN_PREFIX_LETTERS = { last: 2, other: 4 };
/** Letters a word needs for one typing error to be tolerated, by script, and for two. */
const MIN_LETTERS_FOR_ERRORS = { one: { latin: 5, hangul: 4 }, two: 9 };
/** Factor on the quality of a word that has more syllables than initials were typed. */
const LONGER_THAN_INITIALS = 0.7;
/** Factor on the quality where only two initials were typed: many words have them. */
const FEW_INITIALS = { most: 2, factor: 0.7 };
/** Letters a romanised word needs for one or two of them to be another, as they differ in spelling. */
const MIN_ROMANISED_LETTERS = [4, 6, 10];

/** Adds what a word may have been meant for: initials, a prefix, the other keyboard layout, typing errors. */
export function expandTerm(
  builder: QueryTermBuilder,
  isLast: boolean,
  { vocabulary }: ForwardIndex,
  tuning: Tuning,
): void {
  const { query, perError, knownWord } = tuning;
  const { folded, noun, isKnown } = builder;
  if (areInitials(folded)) {
    addInitials(builder, vocabulary, tuning);
    return;
  }
  const letters = toLetters(folded);
  // A version that differs in a digit is another one.
  if (builder.isVersion && !isLast) return;
  if (letters.length >= MIN_PREFIX_LETTERS[isLast ? 'last' : 'other']) {
    for (const { id, length } of vocabulary.beginningWith(letters, MAX_EXPANSIONS)) {
      builder.addExpansion(id, 'begins', query.begins * (0.5 + (0.5 * letters.length) / length), tuning);
    }
  }
  if (builder.isVersion) return;
  for (const { term, kind } of analyse(switchKeyboardLayout(folded) ?? '').tokens) {
    if (kind !== 'bigram' && kind !== 'part') builder.addAlternative(term, 'keyboard', query.keyboard);
  }
  let hasNear = false;
  for (const word of isKnown || noun === folded ? [noun] : [noun, folded]) {
    const wordLetters = toLetters(word);
    const script = areHangulLetters(wordLetters) ? 'hangul' : 'latin';
    if (wordLetters.length < MIN_LETTERS_FOR_ERRORS.one[script]) continue;
    const maxErrors = !isKnown && wordLetters.length >= MIN_LETTERS_FOR_ERRORS.two ? 2 : 1;
    for (const { id, errors } of vocabulary.withinErrors(wordLetters, maxErrors).slice(0, MAX_EXPANSIONS)) {
      const nearness = 1 - (errors * perError) / wordLetters.length;
      const quality = query.near * nearness * (isKnown ? knownWord : 1);
      builder.addExpansion(id, 'near', quality, tuning);
      hasNear = true;
    }
  }
  if (!isKnown && !hasNear) addRomanised(builder, vocabulary, tuning);
}

/** Adds words by their initial consonants, unless those are chat noise (`ㅇㅇ`). */
function addInitials(
  builder: QueryTermBuilder,
  vocabulary: ForwardIndex['vocabulary'],
  tuning: Tuning,
): void {
  const { folded } = builder;
  if (isChatNoise(folded)) return;
  const certainty = tuning.query.initials * (folded.length > FEW_INITIALS.most ? 1 : FEW_INITIALS.factor);
  for (const { id, length } of vocabulary.withInitials(folded, MAX_EXPANSIONS)) {
    const quality = certainty * (length === folded.length ? 1 : LONGER_THAN_INITIALS);
    builder.addExpansion(id, 'initials', quality, tuning);
  }
}

/** Adds the Korean word that a Latin one romanises (`sesyeon`); spellings differ as with typing errors. */
function addRomanised(
  builder: QueryTermBuilder,
  vocabulary: ForwardIndex['vocabulary'],
  tuning: Tuning,
): void {
  const hangul = hangulOf(builder.folded);
  if (hangul === undefined) return;
  const { query, perError } = tuning;
  for (const { term, kind } of analyse(hangul).tokens) {
    if (kind !== 'bigram' && kind !== 'part') builder.addAlternative(term, 'near', query.near);
  }
  const letters = toLetters(hangul);
  const maxErrors = MIN_ROMANISED_LETTERS.filter((min) => letters.length >= min).length - 1;
  if (maxErrors < 0) return;
  for (const { id, errors } of vocabulary.withinErrors(letters, maxErrors).slice(0, MAX_EXPANSIONS)) {
    const nearness = 1 - (errors * perError) / letters.length;
    builder.addExpansion(id, 'near', query.near * nearness, tuning);
  }
}

/** Adds words whose initials were typed as two words: `ㅈㅇ ㄹㄷ` for 지연 로딩. */
export function addSplitInitials(
  builders: readonly QueryTermBuilder[],
  { vocabulary }: ForwardIndex,
  tuning: Tuning,
): void {
  const { initials: quality } = tuning.query;
  builders.slice(1).forEach((second, at) => {
    const first = builders[at];
    if (first === undefined || ![first, second].every(({ folded }) => areInitials(folded))) return;
    const joined = first.folded + second.folded;
    if (isChatNoise(first.folded) && isChatNoise(second.folded)) return;
    for (const { id, length } of vocabulary.withInitials(joined, MAX_EXPANSIONS)) {
      // The shortest come first; longer ones continue with initials that were not typed.
      if (length !== joined.length) return;
      first.addExpansion(id, 'initials', quality, tuning);
      second.addExpansion(id, 'initials', quality, tuning);
    }
  });
}
