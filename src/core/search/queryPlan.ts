import { analyse } from '../text/analyser';
import { isStopWord } from '../text/stopWords';
import type { ForwardIndex } from './forwardIndex';
import { correctKeyboardLayout } from './keyboardCorrection';
import { addSplitInitials, expandTerm } from './queryExpansion';
import { QueryTermBuilder, type QueryTerm } from './queryTerm';
import type { Tuning } from './tuning';

/** Words of a query that are searched for. */
const MAX_TERMS = 48;
/** Words typed apart that are looked up as one. */
const MAX_JOINED_WORDS = 4;

/**
 * The terms of a query, in the order of its words.
 *
 * @param expanded Which words are expanded by guesses: typing errors, prefixes, initials.
 */
export function planQuery(
  query: string,
  index: ForwardIndex,
  tuning: Tuning,
  expanded: 'all words' | 'unknown words' = 'all words',
): readonly QueryTerm[] {
  const { text, corrected } = correctKeyboardLayout(query.normalize('NFC'), index, tuning);
  const { words, tokens } = analyse(text);
  const builders = words.map(({ start, end }) => {
    const correction = corrected.find((span) => span.start <= start && end <= span.end);
    return new QueryTermBuilder(index, correction?.typed);
  });
  for (const { term, kind, position, length } of tokens) {
    const builder = builders[position];
    if (builder === undefined) continue;
    if (kind === 'word') builder.folded = term;
    if (kind === 'stem' || kind === 'name') builder.stems.push(term);
    if (kind === 'bigram') {
      const id = index.idOf(term);
      if (id !== undefined) builder.bigrams.push(id);
    } else {
      for (const covered of builders.slice(position, position + length)) {
        covered.addAlternative(term, kind, tuning.query[kind]);
      }
    }
  }
  builders.length = Math.min(builders.length, MAX_TERMS);
  addJoinedWords(builders, tuning);
  addSplitInitials(builders, index, tuning);
  const endsInsideWord = /[\p{L}\p{N}_]$/u.test(text);
  builders.forEach((builder, at) => {
    const isBeingTyped = endsInsideWord && at === words.length - 1;
    const isTelling = isBeingTyped || !isStopWord(builder.folded, builder.stems);
    const isExpanded = expanded === 'all words' || !builder.isKnown;
    if (isTelling && isExpanded) expandTerm(builder, isBeingTyped, index, tuning);
  });
  return builders.map((builder, at) => builder.build(text.slice(words[at]?.start, words[at]?.end), tuning));
}

/** Adds words that are typed apart and one in the text: `expire on commit` for `expire_on_commit`, `멀티 스레드` for 멀티스레드. */
function addJoinedWords(builders: readonly QueryTermBuilder[], { query }: Tuning): void {
  builders.forEach((first, at) => {
    let joined = first.folded;
    for (let length = 2; length <= MAX_JOINED_WORDS; length += 1) {
      const last = builders[at + length - 1];
      if (last === undefined) return;
      for (const form of [last.folded, ...last.stems]) {
        for (const builder of builders.slice(at, at + length)) {
          builder.addAlternative(joined + form, 'joined', query.joined);
        }
      }
      joined += last.folded;
    }
  });
}
