import glossary from '../../../data/glossary.json';
import { stemEnglish, tokenize, type Word } from './tokenizer';

/** One meaning, by whatever words: a group of the glossary. */
interface Sense {
  /** A term of the index; no word of a text looks like it. */
  readonly term: string;
  /** Words it is made of, from where it begins. */
  readonly length: number;
}

const NONE: readonly string[] = [];
/** Words that may be between the first and the last of a term. */
const MAX_TERM_WORDS = 4;
/** Between the words of one term: spaces, hyphens, nothing. */
const JOINT = /^[\s\-_·/]{0,2}$/u;

class Glossary {
  readonly #terms = new Map<string, string[]>();
  readonly #words = new Map<string, readonly string[]>();
  /** Beginnings of what is in `#terms`: where none fits, no longer term does. */
  readonly #beginnings = new Set<string>();

  constructor(groups: readonly { readonly terms: readonly string[] }[]) {
    groups.forEach(({ terms }, at) => {
      for (const term of terms) this.#add(keyOf([...tokenize(term.normalize('NFC'))]), `=${String(at)}`);
    });
  }

  #add(key: string, sense: string): void {
    if (key === '') return;
    const senses = this.#terms.get(key);
    this.#words.set(sense, [...(this.#words.get(sense) ?? NONE), key]);
    if (senses === undefined) this.#terms.set(key, [sense]);
    else if (!senses.includes(sense)) senses.push(sense);
    for (let end = 1; end <= key.length; end += 1) this.#beginnings.add(key.slice(0, end));
  }

  /** What the words from `at` on may mean, the longest term first. */
  sensesAt(words: readonly Word[], at: number, text: string): readonly Sense[] {
    const found: Sense[] = [];
    let before = '';
    for (let length = 1; length <= MAX_TERM_WORDS; length += 1) {
      const word = words[at + length - 1];
      if (word === undefined) break;
      if (length > 1 && !JOINT.test(text.slice(words[at + length - 2]?.end, word.start))) break;
      for (const form of lastForms(word)) {
        for (const term of this.#terms.get(before + form) ?? []) {
          if (!found.some((sense) => sense.term === term)) found.unshift({ term, length });
        }
      }
      before += innerForm(word);
      if (!this.#beginnings.has(before)) break;
    }
    return found;
  }

  /** The words with that sense, each term as one word, English ones without inflection; none for what is no sense. */
  wordsFor(sense: string): readonly string[] {
    return this.#words.get(sense) ?? NONE;
  }

  /** What a piece of an identifier may mean. */
  sensesOf(part: string): readonly string[] {
    return this.#terms.get(stemEnglish(part)) ?? NONE;
  }

  /** The glossary's terms that a Hangul word is put together from, each at its place: `세션관리` → 세션, 관리. */
  piecesOf(word: string): readonly { readonly text: string; readonly senses: readonly string[] }[] {
    const pieces: { text: string; senses: readonly string[] }[] = [];
    let at = 0;
    while (at + 2 <= word.length) {
      let longest = 0;
      for (let end = at + 2; end <= word.length && this.#beginnings.has(word.slice(at, end)); end += 1) {
        if (this.#terms.has(word.slice(at, end)) && end - at < word.length) longest = end - at;
      }
      if (longest > 0) {
        const text = word.slice(at, at + longest);
        pieces.push({ text, senses: this.#terms.get(text) ?? NONE });
      }
      at += Math.max(1, longest);
    }
    return pieces;
  }
}

/** A term of the glossary as one string, so that spaces and hyphens do not matter. */
function keyOf(words: readonly Word[]): string {
  return words.map(innerForm).join('');
}

/** Hangul as written, for `하기` belongs to a term; Latin without inflection and without what joins an identifier's words. */
function innerForm({ script, folded, parts }: Word): string {
  if (script !== 'latin') return folded;
  // Word by word, as the same term is in prose: `lazy_loading`, `LazyLoading`.
  if (parts.length > 0 && !folded.includes('.')) return parts.map(stemEnglish).join('');
  return stemEnglish(folded.replace(/[_.]/g, ''));
}

function lastForms(word: Word): readonly string[] {
  const nouns = word.script === 'hangul' ? word.stems.filter((stem) => !stem.endsWith('-')) : [];
  return [innerForm(word), ...nouns];
}

let loaded: Glossary | undefined;

/** The field's terms in Korean and English; read when it is first asked for. */
export function theGlossary(): Glossary {
  loaded ??= new Glossary(glossary);
  return loaded;
}
