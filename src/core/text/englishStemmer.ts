import { stemmer } from 'stemmer';

/** Lower-case words of other lengths are not stemmed: short ones hardly inflect, longer ones are not words. */
const STEMMABLE = /^[a-z]{4,64}$/;

/** The Porter stem of an English word, `dependencies` → `depend`; anything else as it is. */
export function stemEnglish(folded: string): string {
  return STEMMABLE.test(folded) ? stemmer(folded) : folded;
}
