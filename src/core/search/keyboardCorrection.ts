import { analyse } from '../text/analyser';
import type { ForwardIndex } from './forwardIndex';
import { areInitials, toLetters } from './jamo';
import { switchKeyboardLayout } from './keyboardLayout';
import { MIN_PREFIX_LETTERS } from './queryExpansion';
import type { Tuning } from './tuning';

/** Text that was typed in the wrong keyboard layout. */
interface CorrectedSpan {
  /** Offsets in the corrected query; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly typed: string;
}

interface CorrectedQuery {
  readonly text: string;
  readonly corrected: readonly CorrectedSpan[];
}

/** Corrects words of a query that were typed in the wrong keyboard layout, where only the other layout gives a known word. */
export function correctKeyboardLayout(query: string, index: ForwardIndex, tuning: Tuning): CorrectedQuery {
  const corrected: CorrectedSpan[] = [];
  if (tuning.query.keyboard === 0) return { text: query, corrected };
  let text = '';
  for (const [typed] of query.matchAll(/\s+|\S+/gu)) {
    const intended = intendedText(typed, index);
    const start = text.length;
    text += intended;
    if (intended !== typed) corrected.push({ start, end: text.length, typed });
  }
  return { text, corrected };
}

function intendedText(typed: string, index: ForwardIndex): string {
  if (isKnown(typed, index)) return typed;
  const switched = switchKeyboardLayout(typed);
  if (switched === undefined || !isKnown(switched, index)) return typed;
  const isKnownByInitials = areInitials(typed) && index.vocabulary.withInitials(typed, 1).length > 0;
  return isKnownByInitials ? typed : switched;
}

/** Whether the index has a form of any of the words, or a word that starts with the last one. */
function isKnown(text: string, index: ForwardIndex): boolean {
  const { words, tokens } = analyse(text);
  const hasForm = tokens.some(
    ({ term, kind }) => kind !== 'bigram' && kind !== 'part' && index.idOf(term) !== undefined,
  );
  const last = words.at(-1);
  if (hasForm || last === undefined) return hasForm;
  const letters = toLetters(text.slice(last.start, last.end).toLowerCase());
  return letters.length >= MIN_PREFIX_LETTERS.other && index.vocabulary.beginningWith(letters, 1).length > 0;
}
