import type { MaybeYield } from '../archive/archiveSource';
import { analyse } from '../text/analyser';
import { loadGlossary } from '../text/glossary';
import { isStopWord } from '../text/stopWords';
import type { ForwardIndex } from './forwardIndex';
import { correctKeyboardLayout } from './keyboardCorrection';
import type { Query } from './query';
import { addSplitInitials, expandTerm } from './queryExpansion';
import { QueryTermBuilder, type QueryTerm } from './queryTerm';
import { tellingWordsOf } from './tellingWords';
import type { Tuning } from './tuning';

/** Words of a query that are searched for: of a longer one, the most telling. */
const MAX_TERMS = 48;
/** Words typed apart that are looked up as one. */
const MAX_JOINED_WORDS = 4;

/** What of a query is planned. */
type PlannedQuery = Pick<Query, 'words' | 'isPasted' | 'code'>;

interface PlanOptions {
  /** Which words are expanded by guesses: typing errors, prefixes, initials. */
  readonly expanded: 'all words' | 'unknown words';
  readonly maybeYield?: MaybeYield | undefined;
}

/** The terms of a query, in the order of its words; of a long one only for its most telling words. */
export async function planQuery(
  query: PlannedQuery,
  index: ForwardIndex,
  tuning: Tuning,
  { expanded, maybeYield }: PlanOptions,
): Promise<readonly QueryTerm[]> {
  const { isPasted, code } = query;
  const telling = await tellingWordsOf(query.words.normalize('NFC'), index, MAX_TERMS, query, maybeYield);
  const { text, corrected } = isPasted
    ? { text: telling, corrected: [] }
    : correctKeyboardLayout(telling, index, tuning);
  const { words, tokens } = analyse(text);
  const hasHangul = words.some(({ script }) => script === 'hangul');
  const builders = words.map(({ start, end, folded, script }) => {
    const correction = corrected.find((span) => span.start <= start && end <= span.end);
    const builder = new QueryTermBuilder(index, correction?.typed);
    builder.isVersion = script === 'version';
    builder.isName = hasHangul && script === 'latin' && loadGlossary().synonymSetsOf(folded).length === 0;
    builder.inCode = code.syntax.has(folded) ? 'syntax' : code.own.has(folded) ? 'own' : undefined;
    return builder;
  });
  for (const { term, kind, position, length } of tokens) {
    const builder = builders[position];
    // A text about another version of the same series does not answer.
    if (builder === undefined || (builder.isVersion && kind === 'part')) continue;
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
  addJoinedWords(builders, tuning);
  addSplitInitials(builders, index, tuning);
  const endsInsideWord = !isPasted && /[\p{L}\p{N}_]$/u.test(text);
  for (const [at, builder] of builders.entries()) {
    const isBeingTyped = endsInsideWord && at === words.length - 1;
    const isTelling = isBeingTyped || !isStopWord(builder.folded, builder.stems);
    const isExpanded = expanded === 'all words' || !builder.isKnown;
    if (!isTelling || !isExpanded) continue;
    expandTerm(builder, isBeingTyped, index, tuning);
    await maybeYield?.();
  }
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
