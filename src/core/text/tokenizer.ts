import { stemEnglish } from './englishStemmer';
import { formsOfIdentifier, type IdentifierForms } from './identifiers';
import { isParticle } from './korean/particles';
import { koreanStems } from './korean/stems';
import { isUnspaced, wordsOfUnspaced } from './unspacedText';
import { DOTTED_NUMBER, formsOfNumber, VERSIONED_NAME } from './versionNumbers';

/** A word of a text with its forms; synonyms are not among them. */
export interface Word {
  /** Offsets in the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** As written, in NFKC and lower case. */
  readonly folded: string;
  /** The script it is written in; a version is none of a script. */
  readonly script: 'latin' | 'hangul' | 'other' | 'version';
  /** Without particles, endings or inflection, the likeliest first; the word itself is not among them. */
  readonly stems: readonly string[];
  /** An identifier without its path, and without underscores. */
  readonly names: readonly string[];
  /** The other members of an identifier's path, and the words that its members consist of. */
  readonly parts: readonly string[];
}

/** A number with dots, or a run of one script: an identifier or Latin word, Hangul, or letters and digits of any other script. */
const RUN = new RegExp(
  `(?<number>${DOTTED_NUMBER})|(?<name>${VERSIONED_NAME})|` +
    String.raw`(?<latin>[\p{Script=Latin}\p{N}_]+(?:\.(?=[\p{Script=Latin}_])[\p{Script=Latin}\p{N}_]+)*)|` +
    String.raw`(?<hangul>\p{Script=Hangul}+)|(?:(?![\p{Script=Latin}\p{Script=Hangul}])[\p{L}\p{M}])+`,
  'gu',
);
/** UTF-16 units of a word that has other forms; longer ones are hashes or lines without spaces. */
const MAX_WORD_LENGTH = 64;
/** Laughter and tears behind a Hangul word. A single consonant is a syllable being typed. */
const EMOTICON = /(?<=[가-힣])(?:[ㅋㅎㄷㅠㅜㅡ]{2,}|[ㅠㅜㅡ])$/u;
const NO_FORMS: IdentifierForms = { names: [], parts: [] };

/** The words of a text, which has to be NFC. A particle behind a Latin word (`session을`) carries no meaning and is skipped. */
export function* tokenize(text: string): Generator<Word> {
  let latinEnd = -1;
  for (const run of text.matchAll(RUN)) {
    const word = run[0].replace(EMOTICON, '');
    const start = run.index;
    const end = start + word.length;
    if (run.groups?.['hangul'] !== undefined) {
      if (start === latinEnd && isParticle(word)) continue;
      const stems = word.length > MAX_WORD_LENGTH ? [] : koreanStems(word);
      yield { start, end, folded: word, script: 'hangul', stems, names: [], parts: [] };
      continue;
    }
    if (run.groups?.['number'] !== undefined) {
      latinEnd = end;
      yield numberAt(word, start, text);
      continue;
    }
    const compatible = word.normalize('NFKC');
    const folded = compatible.toLowerCase();
    if (run.groups?.['latin'] === undefined && run.groups?.['name'] === undefined) {
      yield* otherWords(word, start);
      continue;
    }
    latinEnd = end;
    const { names, parts } = word.length > MAX_WORD_LENGTH ? NO_FORMS : formsOfIdentifier(compatible);
    yield { start, end, folded, script: 'latin', stems: englishStems(folded), names, parts };
  }
}

/** A run of another script as words, which may have no spaces between them. */
function* otherWords(run: string, offset: number): Generator<Word> {
  const spans = isUnspaced(run) ? wordsOfUnspaced(run) : [{ start: 0, end: run.length }];
  for (const { start, end } of spans) {
    const folded = run.slice(start, end).normalize('NFKC').toLowerCase();
    yield {
      start: offset + start,
      end: offset + end,
      folded,
      script: 'other',
      stems: [],
      names: [],
      parts: [],
    };
  }
}

function numberAt(word: string, start: number, text: string): Word {
  const folded = word.toLowerCase().replace(/^v/, '');
  const end = start + word.length;
  const { isVersion, names, parts } = formsOfNumber(folded, text, start, end);
  return { start, end, folded, script: isVersion ? 'version' : 'latin', stems: [], names, parts };
}

function englishStems(folded: string): readonly string[] {
  const stem = stemEnglish(folded);
  return stem === folded ? [] : [stem];
}
