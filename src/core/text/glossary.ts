import glossary from '../../../data/glossary.json';
import { addToGroup } from '../base/grouping';
import { stemEnglish } from './englishStemmer';
import { tokenize, type Word } from './tokenizer';

/** A group of the glossary, as far as looking it up is concerned. */
interface GlossaryGroup {
  /** Words for one meaning, interchangeable in technical prose. Korean verbs are written in 다. */
  readonly terms: readonly string[];
  /** Words that have the meaning among others; they have it for sure beside a word of one of the fields. */
  readonly ambiguous?: readonly string[] | undefined;
  /** The subjects that the meaning belongs to. */
  readonly fields?: readonly string[] | undefined;
}

/** A synonym set, as one of its terms belongs to it. */
export interface SynonymSet {
  /** The set's term in the index, such as `=37`; no word of a text looks like it. */
  readonly term: string;
  /** The fields of its meaning, one bit each. */
  readonly fields: number;
  /** Whether the word has other meanings as well. */
  readonly isAmbiguous: boolean;
}

/** A synonym set whose term was found in a text. */
export interface SynonymSetMatch {
  readonly set: SynonymSet;
  /** The number of words matched. */
  readonly length: number;
}

/** A word inside a compound, with the synonym sets it belongs to. */
export interface GlossaryPart {
  readonly text: string;
  readonly synonymSets: readonly SynonymSet[];
}

const NO_SETS: readonly SynonymSet[] = [];
const NO_TERMS: readonly string[] = [];
/** Words of the longest term that is looked up. */
const MAX_TERM_WORDS = 4;
/** Syllables of the shortest term that is looked up inside a compound. */
const MIN_PART_LENGTH = 2;
/** Between the words of one term: spaces, hyphens, or nothing. */
const JOINT = /^[\s\-_·/]{0,2}$/u;

/** Looks up terms in sets of synonyms, whatever their inflection and the spaces or hyphens between their words. */
class Glossary {
  /** Synonym sets by term, and terms by synonym set; terms as `termKey` writes them. */
  readonly #setsByTerm = new Map<string, SynonymSet[]>();
  readonly #termsBySet = new Map<string, string[]>();
  /** Every prefix of a term: where a text matches none, no longer term can match. */
  readonly #prefixes = new Set<string>();
  /** Bits of the fields by name. */
  readonly #fieldBits = new Map<string, number>();

  constructor(groups: readonly GlossaryGroup[]) {
    groups.forEach(({ terms, ambiguous = [], fields = [] }, at) => {
      const certain: SynonymSet = {
        term: `=${String(at)}`,
        fields: this.#maskOf(fields),
        isAmbiguous: false,
      };
      for (const term of terms) this.#add(term, certain);
      if (ambiguous.length === 0) return;
      const uncertain: SynonymSet = { ...certain, isAmbiguous: true };
      for (const term of ambiguous) this.#add(term, uncertain);
    });
  }

  #maskOf(fields: readonly string[]): number {
    let mask = 0;
    for (const field of fields) {
      const bit = this.#fieldBits.get(field) ?? 1 << this.#fieldBits.size;
      this.#fieldBits.set(field, bit);
      mask |= bit;
    }
    return mask;
  }

  #add(term: string, set: SynonymSet): void {
    const words = [...tokenize(term.normalize('NFC'))];
    const verb = verbKey(words);
    const key = verb ?? termKey(words);
    if (key === '' || this.#setsByTerm.get(key)?.some((known) => known.term === set.term) === true) return;
    addToGroup(this.#setsByTerm, key, set);
    if (verb === undefined && !set.isAmbiguous) addToGroup(this.#termsBySet, set.term, key);
    for (let end = 1; end <= key.length; end += 1) this.#prefixes.add(key.slice(0, end));
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
        for (const set of this.#setsByTerm.get(prefix + form) ?? NO_SETS) {
          if (!matches.some((match) => match.set.term === set.term)) matches.unshift({ set, length });
        }
      }
      prefix += innerWordForm(word);
      if (!this.#prefixes.has(prefix)) break;
    }
    return matches;
  }

  /** The nouns that mean nothing but a synonym set, each as one word, English ones stemmed; none for anything else. */
  termsIn(synonymSet: string): readonly string[] {
    return this.#termsBySet.get(synonymSet) ?? NO_TERMS;
  }

  /** The synonym sets of one word of an identifier. */
  synonymSetsOf(part: string): readonly SynonymSet[] {
    return this.#setsByTerm.get(stemEnglish(part)) ?? NO_SETS;
  }

  /** The terms inside a Hangul compound, the longest at each place: `세션관리` → 세션, 관리. The whole word is none. */
  compoundPartsOf(compound: string): readonly GlossaryPart[] {
    const parts: GlossaryPart[] = [];
    let start = 0;
    while (start + MIN_PART_LENGTH <= compound.length) {
      const end = this.#longestTermEnd(compound, start);
      if (end !== undefined) {
        const text = compound.slice(start, end);
        parts.push({ text, synonymSets: this.#setsByTerm.get(text) ?? NO_SETS });
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

/** A term whose last word is a Korean verb, with the verb's stem: `쪼개다` → `쪼개-`. `undefined` for any other term. */
function verbKey(words: readonly Word[]): string | undefined {
  const verb = words.at(-1);
  if (verb?.folded.endsWith('다') !== true) return undefined;
  const stem = verb.stems.find((one) => one.endsWith('-'));
  return stem === undefined ? undefined : termKey(words.slice(0, -1)) + stem;
}

/** Hangul as written, since `하기` may belong to a term; Latin stemmed, without the underscores and dots of an identifier. */
function innerWordForm({ script, folded, parts }: Word): string {
  if (script !== 'latin') return folded;
  // Stemmed word by word, as the same term is in prose: `lazy_loading`, `LazyLoading`.
  if (parts.length > 0 && !folded.includes('.')) return parts.map(stemEnglish).join('');
  return stemEnglish(folded.replace(/[_.]/g, ''));
}

/** The forms of a term's last word, which alone may have particles or endings. */
function lastWordForms(word: Word): readonly string[] {
  return word.script === 'hangul' ? [innerWordForm(word), ...word.stems] : [innerWordForm(word)];
}

let loaded: Glossary | undefined;

/** The glossary of Korean and English terms, built on first use. */
export function loadGlossary(): Glossary {
  loaded ??= new Glossary(glossary);
  return loaded;
}
