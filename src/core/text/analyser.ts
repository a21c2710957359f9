import { nounOf, Senses } from './senses';
import { tokenize, type Word } from './tokenizer';

/**
 * How a token relates to its word. `word`: as written; `stem`: without endings; `name`: an identifier without its path or
 * underscores; `part`: a word inside an identifier or a compound; `sense`: a synonym set of the glossary that the word
 * belongs to; `ambiguous`: one that it belongs to in another field than the text's, as far as one can see; `bigram`: two
 * neighbouring syllables. All but the last are part of the command line's JSON.
 */
export type TokenKind = 'word' | 'stem' | 'name' | 'part' | 'sense' | 'ambiguous' | 'bigram';

/** A term under which a word of a text is indexed. Several tokens may have the same position. */
interface Token {
  readonly term: string;
  readonly kind: TokenKind;
  /** The index of the token's first word in the words of the text. */
  readonly position: number;
  /** The number of words it covers: more than one for a term of the glossary that is written as several words. */
  readonly length: number;
}

export interface Analysis {
  readonly words: readonly Word[];
  readonly tokens: readonly Token[];
}

/** Syllables of a bigram. */
const BIGRAM_LENGTH = 2;

/**
 * The analyser for documents, queries and hovers: splits scripts, stems Korean and English, splits identifiers and
 * compounds, and looks up synonyms in the glossary. The text has to be NFC; offsets refer to it.
 */
export function analyse(text: string): Analysis {
  const words = [...tokenize(text)];
  const senses = new Senses(words, text);
  const tokens = words.flatMap((word, position) =>
    Array.from(formsOf(word, position, senses), ({ term, kind, length = 1 }): Token => ({
      term,
      kind,
      position,
      length,
    })),
  );
  return { words, tokens };
}

/** A term of a word; `length` is the number of words it covers, one if absent. */
interface Form {
  readonly term: string;
  readonly kind: TokenKind;
  readonly length?: number;
}

function* formsOf(word: Word, position: number, senses: Senses): Generator<Form> {
  yield { term: word.folded, kind: 'word' };
  for (const term of word.stems) yield { term, kind: 'stem' };
  for (const term of word.names) yield { term, kind: 'name' };
  const matches = senses.matchesAt(position);
  const sets = matches.map(({ set }) => set);
  for (const { set, length } of matches) {
    yield { term: set.term, kind: senses.isDoubtful(set, sets, position) ? 'ambiguous' : 'sense', length };
  }
  for (const { text, synonymSets } of senses.partsAt(position)) {
    yield { term: text, kind: 'part' };
    for (const set of synonymSets) {
      const isDoubtful = senses.isDoubtful(set, synonymSets, position);
      yield { term: set.term, kind: isDoubtful ? 'ambiguous' : 'part' };
    }
  }
  if (word.script !== 'hangul') return;
  const noun = nounOf(word);
  for (let start = 0; start + BIGRAM_LENGTH <= noun.length; start += 1) {
    yield { term: `~${noun.slice(start, start + BIGRAM_LENGTH)}`, kind: 'bigram' };
  }
}
