import { tokenize, type Word } from '../text/tokenizer';

/**
 * The words to highlight in a hit: those that match, but for an identifier that the entry has in full
 * (`scoped_session`), no words that share only a part of it (`session`).
 *
 * @param matched Words of the entry that match, in lower case.
 * @param queried The words of the query that match.
 */
export function highlightWords(matched: readonly string[], queried: readonly string[]): readonly string[] {
  const asked = queried.flatMap(wordsOf);
  const found = matched.map((text) => ({ text, words: wordsOf(text) }));
  const identifiers = asked.filter(
    (word) => word.parts.length > 0 && found.some(({ words }) => words.some((other) => isSame(word, other))),
  );
  if (identifiers.length === 0) return matched;
  const others = asked.filter((word) => !identifiers.includes(word));
  return found
    .filter(({ words }) => {
      const isMeant = (word: Word): boolean => [...identifiers, ...others].some((one) => isSame(one, word));
      return words.some(isMeant) || !words.some((word) => identifiers.some((one) => sharesPart(one, word)));
    })
    .map(({ text }) => text);
}

function wordsOf(text: string): readonly Word[] {
  return [...tokenize(text.normalize('NFC').toLowerCase())];
}

/** The forms by which a word is the same as another one. */
function formsOf({ folded, stems, names }: Word): readonly string[] {
  return [folded, ...stems, ...names];
}

function isSame(one: Word, other: Word): boolean {
  const forms = formsOf(one);
  return formsOf(other).some((form) => forms.includes(form));
}

function sharesPart({ parts }: Word, other: Word): boolean {
  return [...formsOf(other), ...other.parts].some((form) => parts.includes(form));
}
