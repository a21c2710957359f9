import glossary from '../../../data/glossary.json';
import { addToGroup } from '../base/grouping';
import { stemEnglish } from './englishStemmer';
import { tokenize, type Word } from './tokenizer';

/** A group of the glossary, found in a text. */
interface SynonymSetMatch {
  /** The set's term in the index, such as `=37`; no word of a text looks like it. */
  readonly term: string;
  /** The number of words matched. */
  readonly length: number;
}

/** A word inside a compound, with the synonym sets it belongs to. */
interface GlossaryPart {
  readonly text: string;
  readonly synonymSets: readonly string[];
}

const NONE: readonly string[] = [];
/** Words of the longest term that is looked up. */
const MAX_TERM_WORDS = 4;
/** Syllables of the shortest term that is looked up inside a compound. */
const MIN_PART_LENGTH = 2;
/** Between the words of one term: spaces, hyphens, or nothing. */
const JOINT = /^[\s\-_·/]{0,2}$/u;

/** Looks up terms in sets of synonyms, whatever their inflection and the spaces or hyphens between their words. */
class Glossary {
  /** Synonym sets by term, and terms by synonym set; terms as `termKey` writes them. */
  readonly #setsByTerm = new Map<string, string[]>();
  readonly #termsBySet = new Map<string, string[]>();
  /** Every prefix of a term: where a text matches none, no longer term can match. */
  readonly #prefixes = new Set<string>();

  constructor(groups: readonly { readonly terms: readonly string[] }[]) {
    groups.forEach(({ terms }, at) => {
      for (const term of terms) this.#add(termKey([...tokenize(term.normalize('NFC'))]), `=${String(at)}`);
    });
  }

  #add(term: string, set: string): void {
    if (term === '') return;
    addToGroup(this.#termsBySet, set, term);
    if (this.#setsByTerm.get(term)?.includes(set) !== true) addToGroup(this.#setsByTerm, term, set);
    for (let end = 1; end <= term.length; end += 1) this.#prefixes.add(term.slice(0, end));
  }

  /** The synonym sets of the terms that start at a word of a text, the longest term first. */
  synonymSetsAt(words: readonly Word[], position: number, text: string): readonly SynonymSetMatch[] {
    const matches: SynonymSetMatch[] = [];
    let prefix = '';
    for (let length = 1; length <= MAX_TERM_WORDS; length += 1) {
      const word = words[position + length - 1];
      if (word === undefined) break;
      if (length > 1 && !JOINT.test(text.slice(words[position + length - 2]?.end, word.start))) break;
      for (const form of lastWordForms(word)) {
        for (const term of this.#setsByTerm.get(prefix + form) ?? NONE) {
          if (!matches.some((match) => match.term === term)) matches.unshift({ term, length });
        }
      }
      prefix += innerWordForm(word);
      if (!this.#prefixes.has(prefix)) break;
    }
    return matches;
  }

  /** The terms of a synonym set, each as one word, English ones stemmed; empty for anything else. */
  termsIn(synonymSet: string): readonly string[] {
    return this.#termsBySet.get(synonymSet) ?? NONE;
  }

  /** The synonym sets of one word of an identifier. */
  synonymSetsOf(part: string): readonly string[] {
    return this.#setsByTerm.get(stemEnglish(part)) ?? NONE;
  }

  /** The terms inside a Hangul compound, the longest at each place: `세션관리` → 세션, 관리. The whole word is none. */
  compoundPartsOf(compound: string): readonly GlossaryPart[] {
    const parts: GlossaryPart[] = [];
    let start = 0;
    while (start + MIN_PART_LENGTH <= compound.length) {
      const end = this.#longestTermEnd(compound, start);
      if (end !== undefined) {
        const text = compound.slice(start, end);
        parts.push({ text, synonymSets: this.#setsByTerm.get(text) ?? NONE });
      }
      start = end ?? start + 1;
    }
    return parts;
  }

  #longestTermEnd(compound: string, start: number): number | undefined {
    let longest: number | undefined;
    for (let end = start + MIN_PART_LENGTH; end <= compound.length; end += 1) {
      const text = compound.slice(start, end);
      if (!this.#prefixes.has(text)) break;
      if (this.#setsByTerm.has(text) && text.length < compound.length) longest = end;
    }
    return longest;
  }
}

/** A term as one string, so that spaces and hyphens do not matter. */
function termKey(words: readonly Word[]): string {
  return words.map(innerWordForm).join('');
}

/** Hangul as written, since `하기` may belong to a term; Latin stemmed, without the underscores and dots of an identifier. */
function innerWordForm({ script, folded, parts }: Word): string {
  if (script !== 'latin') return folded;
  // Stemmed word by word, as the same term is in prose: `lazy_loading`, `LazyLoading`.
  if (parts.length > 0 && !folded.includes('.')) return parts.map(stemEnglish).join('');
  return stemEnglish(folded.replace(/[_.]/g, ''));
}

/** The forms of a term's last word, which alone may have particles. */
function lastWordForms(word: Word): readonly string[] {
  const nouns = word.script === 'hangul' ? word.stems.filter((stem) => !stem.endsWith('-')) : [];
  return [innerWordForm(word), ...nouns];
}

let loaded: Glossary | undefined;

/** The glossary of Korean and English terms, built on first use. */
export function loadGlossary(): Glossary {
  loaded ??= new Glossary(glossary);
  return loaded;
}
