import { theGlossary } from './glossary';
import { tokenize, type Word } from './tokenizer';

/**
 * What a token is to the word it stands for. `word`: as written; `stem`: without endings; `name`: of an identifier,
 * without its path or underscores; `part`: a piece of an identifier or a compound; `sense`: the glossary's group it belongs to; `gram`: two neighbouring syllables.
 */
export type TokenKind = 'word' | 'stem' | 'name' | 'part' | 'sense' | 'gram';

/** One form under which a word of the text can be found. Several tokens may stand at the same place. */
interface Token {
  readonly term: string;
  readonly kind: TokenKind;
  /** Place of the word among the words of the text. */
  readonly word: number;
  /** Words it covers: more than one for a term of the glossary that is written in several. */
  readonly length: number;
}

export interface Analysis {
  readonly words: readonly Pick<Word, 'start' | 'end'>[];
  readonly tokens: readonly Token[];
}

/** Syllables from which a Hangul word is cut into pairs: a shorter one is a pair itself. */
const GRAM = 2;

/**
 * The one analyser, for documents, queries and hovers alike: splits scripts, strips Korean and English endings, opens
 * identifiers and compounds, and looks terms up in the glossary. The text should be NFC; offsets count in it.
 */
export function analyse(text: string): Analysis {
  const words = [...tokenize(text)];
  const tokens: Token[] = [];
  words.forEach((_, at) => {
    for (const { term, kind, length = 1 } of formsOf(words, at, text)) {
      tokens.push({ term, kind, word: at, length });
    }
  });
  return { words, tokens };
}

interface Form {
  readonly term: string;
  readonly kind: TokenKind;
  readonly length?: number;
}

function* formsOf(words: readonly Word[], at: number, text: string): Generator<Form> {
  const word = words[at];
  if (word === undefined) return;
  yield { term: word.folded, kind: 'word' };
  for (const term of word.stems) yield { term, kind: 'stem' };
  for (const term of word.names) yield { term, kind: 'name' };
  const glossary = theGlossary();
  for (const part of word.parts) {
    yield { term: part, kind: 'part' };
    for (const term of glossary.sensesOf(part)) yield { term, kind: 'part' };
  }
  for (const sense of glossary.sensesAt(words, at, text)) yield { ...sense, kind: 'sense' };
  if (word.script !== 'hangul') return;
  const noun = word.stems.find((stem) => !stem.endsWith('-')) ?? word.folded;
  for (const { text: piece, senses } of glossary.piecesOf(noun)) {
    yield { term: piece, kind: 'part' };
    for (const term of senses) yield { term, kind: 'part' };
  }
  for (let start = 0; start + GRAM <= noun.length; start += 1) {
    yield { term: `~${noun.slice(start, start + GRAM)}`, kind: 'gram' };
  }
}
