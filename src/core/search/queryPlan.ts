import { analyse } from '../text/analyser';
import { isStopWord } from '../text/stopWords';
import type { ForwardIndex } from './forwardIndex';
import { expandTerm, addSplitInitials, correctKeyboardLayout } from './queryExpansion';
import { QueryTermBuilder, type QueryTerm } from './queryTerm';
import type { Tuning } from './tuning';

/** Words beyond these are not searched for. */
const MAX_TERMS = 48;
/** Words that are typed apart and are one in the text. */
const MAX_JOINED = 4;

/** What a query's words stand for in a collection; guesses for words it knows only when `all` are wanted. */
export function planQuery(
  query: string,
  collection: ForwardIndex,
  tuning: Tuning,
  guesses: 'all' | 'for unknown words' = 'all',
): readonly QueryTerm[] {
  const { text, chunks } = correctKeyboardLayout(query.normalize('NFC'), collection, tuning);
  const { words, tokens } = analyse(text);
  const drafts = words.map(({ start, end }) => {
    const chunk = chunks.find((one) => one.start <= start && end <= one.end);
    return new QueryTermBuilder(collection, chunk?.typed);
  });
  for (const { term, kind, word, length } of tokens) {
    const draft = drafts[word];
    if (draft === undefined) continue;
    if (kind === 'word') draft.folded = term;
    if (kind === 'stem' || kind === 'name') draft.stems.push(term);
    if (kind === 'gram') {
      const id = collection.idOf(term);
      if (id !== undefined) draft.grams.push(id);
    } else {
      for (const covered of drafts.slice(word, word + length)) covered.add(term, kind, tuning.query[kind]);
    }
  }
  drafts.length = Math.min(drafts.length, MAX_TERMS);
  addJoined(drafts, tuning);
  addSplitInitials(drafts, collection, tuning);
  const isHalfTyped = /[\p{L}\p{N}_]$/u.test(text);
  drafts.forEach((draft, at) => {
    const isLast = isHalfTyped && at === words.length - 1;
    const isWanted = guesses === 'all' || !draft.isKnown;
    const isTelling = isLast || !isStopWord(draft.folded, draft.stems);
    if (isWanted && isTelling) expandTerm(draft, isLast, collection, tuning);
  });
  return drafts.map((draft, at) => draft.plan(text.slice(words[at]?.start, words[at]?.end), tuning));
}

/** Words that are one in the text: `expire on commit` for `expire_on_commit`, `멀티 스레드` for `멀티스레드`. */
function addJoined(drafts: readonly QueryTermBuilder[], { query }: Tuning): void {
  drafts.forEach((first, at) => {
    let before = first.folded;
    for (let length = 2; length <= MAX_JOINED; length += 1) {
      const last = drafts[at + length - 1];
      if (last === undefined) return;
      for (const form of [last.folded, ...last.stems]) {
        for (const draft of drafts.slice(at, at + length)) draft.add(before + form, 'joined', query.joined);
      }
      before += last.folded;
    }
  });
}
