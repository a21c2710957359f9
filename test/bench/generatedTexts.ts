/** Texts for archives of any size, from the sentences of real ones. */
import type { Text } from './corpora';

const SENTENCES_PER_TEXT = 6;
/** The end of a sentence, or of a line. */
const SENTENCE_END = /(?<=[.!?])\s+|\n+/u;

/** So many texts, each of sentences from all over the given ones; the same for the same texts. */
export function generatedTexts(from: readonly Text[], count: number): readonly Text[] {
  const sentences = from
    .flatMap(({ text }) => text.split(SENTENCE_END))
    .filter((sentence) => sentence.trim() !== '');
  let state = 1;
  /** A linear congruential generator. https://en.wikipedia.org/wiki/Linear_congruential_generator */
  const next = (): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return sentences[Math.floor((state / 2 ** 32) * sentences.length)] ?? '';
  };
  return Array.from({ length: count }, (_, at) => ({
    id: `g${String(at)}`,
    text: Array.from({ length: SENTENCES_PER_TEXT }, next).join(' '),
  }));
}
