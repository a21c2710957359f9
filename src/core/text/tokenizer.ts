import { stemmer } from 'stemmer';
import { formsOfIdentifier, type IdentifierForms } from './identifiers';
import { isParticle, shortNounOf, stemKorean, verbStemOf } from './koreanStemmer';

/** A word of a text with the forms under which it can be found, apart from what it means. */
export interface Word {
  /** Offsets in the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** As written, folded: NFKC, lower case. */
  readonly folded: string;
  readonly script: 'latin' | 'hangul' | 'other';
  /** Without particles, endings or inflection; the likeliest reading first, none that is the word itself. */
  readonly stems: readonly string[];
  /** Of an identifier: without its path, without underscores. */
  readonly names: readonly string[];
  /** Of an identifier: what it is put together from. */
  readonly parts: readonly string[];
}

/** A run of one script: an identifier or Latin word, Hangul, or letters and digits of any other script. */
const RUN =
  /(?<latin>[\p{Script=Latin}\p{N}_]+(?:\.(?=[\p{Script=Latin}_])[\p{Script=Latin}\p{N}_]+)*)|(?<hangul>\p{Script=Hangul}+)|[\p{L}\p{N}\p{M}]+/gu;
/** What is longer is no word: a hash, a line without spaces. It is found as a whole only. */
const MAX_WORD_LENGTH = 64;
const NONE: IdentifierForms = { names: [], parts: [] };

/** The words of a text, which should be NFC. A particle behind a Latin word (`session을`) carries no meaning and is left out. */
export function* tokenize(text: string): Generator<Word> {
  let latinEnd = -1;
  for (const run of text.matchAll(RUN)) {
    const [word] = run;
    const start = run.index;
    const end = start + word.length;
    if (run.groups?.['hangul'] !== undefined) {
      if (start === latinEnd && isParticle(word)) continue;
      const stems = word.length > MAX_WORD_LENGTH ? [] : koreanStems(word);
      yield { start, end, folded: word, script: 'hangul', stems, names: [], parts: [] };
      continue;
    }
    const wide = word.normalize('NFKC');
    const folded = wide.toLowerCase();
    if (run.groups?.['latin'] === undefined) {
      yield { start, end, folded, script: 'other', stems: [], names: [], parts: [] };
      continue;
    }
    latinEnd = end;
    const { names, parts } = word.length > MAX_WORD_LENGTH ? NONE : formsOfIdentifier(wide);
    yield { start, end, folded, script: 'latin', stems: englishStems(folded), names, parts };
  }
}

function koreanStems(word: string): readonly string[] {
  const noun = stemKorean(word);
  const verb = verbStemOf(word);
  const short = noun === word ? shortNounOf(word) : undefined;
  return [...(noun === word ? [] : [noun]), verb, short].filter((stem) => stem !== undefined);
}

function englishStems(folded: string): readonly string[] {
  const stem = stemEnglish(folded);
  return stem === folded ? [] : [stem];
}

/** An English word without inflection, `dependencies` → `depend`; anything else as it is. Source of the rule: Porter. */
export function stemEnglish(folded: string): string {
  return /^[a-z]{4,64}$/.test(folded) ? stemmer(folded) : folded;
}
