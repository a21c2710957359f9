import verbs from '../../../../data/koreanVerbs.json';
import { addToGroup } from '../../base/grouping';
import { finalOf, vowelOf, withFinal, withVowel } from './syllables';

/**
 * What may follow a form of a stem. `consonant`: endings that leave it as it is (고, 지, 습니다); `nasal`: those with an
 * initial ㄴ, before which ㄹ is dropped (는, 네); `soft`: ㄴ, ㄹ, ㅂ and 시, before which ㄹ is dropped; `linking`: (으)면,
 * (으)려고, (으)ㅁ, before which it is kept; `vowel`: what follows 아 or 어 (서, 요, 야, ㅆ).
 */
export type EndingClass = 'consonant' | 'nasal' | 'soft' | 'linking' | 'vowel';

/** A form of a stem that endings are attached to. */
export interface VerbBase {
  /** As in the dictionary, without 다. */
  readonly stem: string;
  readonly follows: readonly EndingClass[];
}

/** A way to split a word into a base and what follows it. */
export interface Split {
  readonly head: string;
  /** A final consonant that belongs to the ending is a letter of its own: `걸린` → `걸리`, `ㄴ`. */
  readonly rest: string;
  readonly base: VerbBase;
}

/** Final consonants that endings begin with, and what is left of the syllable's own. */
const ENDING_FINALS: Readonly<Record<string, readonly [own: string, ending: string]>> = {
  ㄴ: ['', 'ㄴ'],
  ㄹ: ['', 'ㄹ'],
  ㅁ: ['', 'ㅁ'],
  ㅂ: ['', 'ㅂ'],
  ㅆ: ['', 'ㅆ'],
  ㄻ: ['ㄹ', 'ㅁ'],
};

/** Bases of verbs by their spelling: `골라` is the base of 고르다 before `vowel`. */
export class VerbBases {
  readonly #bases = new Map<string, VerbBase[]>();
  #maxLength = 0;

  add(spelling: string, base: VerbBase): this {
    addToGroup(this.#bases, spelling, base);
    this.#maxLength = Math.max(this.#maxLength, spelling.length);
    return this;
  }

  /** Adds the bases of stems of one class. */
  addStems(stems: readonly string[], verbClass: VerbClass = 'regular'): this {
    for (const stem of stems) {
      for (const [spelling, ...follows] of INFLECTIONS[verbClass](stem))
        this.add(spelling, { stem, follows });
    }
    return this;
  }

  has(spelling: string): boolean {
    return this.#bases.has(spelling);
  }

  /** The ways to split a word, the shortest base first. */
  splitsOf(word: string): readonly Split[] {
    const splits: Split[] = [];
    const limit = Math.min(word.length, this.#maxLength);
    for (let end = 1; end <= limit; end += 1) {
      const head = word.slice(0, end);
      for (const base of this.#bases.get(head) ?? NONE) splits.push({ head, rest: word.slice(end), base });
      const final = ENDING_FINALS[finalOf(word.charAt(end - 1))];
      if (final === undefined) continue;
      const [own, ending] = final;
      const opened = withFinal(head, own);
      for (const base of this.#bases.get(opened) ?? NONE) {
        splits.push({ head: opened, rest: ending + word.slice(end), base });
      }
    }
    return splits;
  }
}

const NONE: readonly never[] = [];

/** The irregular classes of school grammar (불규칙 활용), by the letter that changes; all else is regular. */
type VerbClass = keyof typeof verbs;

type Inflection = readonly (readonly [base: string, ...follows: EndingClass[]])[];

const ALL_BUT_VOWEL = ['consonant', 'nasal', 'soft', 'linking'] as const;

let loaded: VerbBases | undefined;

/** The bases of all verbs and adjectives in `data/koreanVerbs.json`, built on first use. */
export function knownVerbBases(): VerbBases {
  if (loaded !== undefined) return loaded;
  loaded = new VerbBases();
  for (const [verbClass, stems] of Object.entries(verbs)) {
    loaded.addStems(stems.split(' '), verbClass as VerbClass);
  }
  return loaded;
}

const INFLECTIONS: Readonly<Record<VerbClass, (stem: string) => Inflection>> = {
  regular,
  // 고르다 → 골라
  르: (stem) => [
    [stem, ...ALL_BUT_VOWEL],
    [withFinal(stem.slice(0, -1), 'ㄹ') + (isBright(stem.slice(0, -1)) ? '라' : '러'), 'vowel'],
  ],
  // 이르다 → 이르러
  러: (stem) => [
    [stem, ...ALL_BUT_VOWEL],
    [`${stem}러`, 'vowel'],
  ],
  // 어렵다 → 어려운, 어려워; 돕다 → 도와
  ㅂ: (stem) => [
    [stem, 'consonant', 'nasal'],
    [`${withFinal(stem, '')}우`, 'soft', 'linking'],
    [withFinal(stem, '') + (/^[돕곱]$/u.test(stem) ? '와' : '워'), 'vowel'],
  ],
  // 짓다 → 지은, 지어
  ㅅ: (stem) => [[stem, 'consonant', 'nasal'], ...beforeVowels(withFinal(stem, ''))],
  // 듣다 → 들은, 들어
  ㄷ: (stem) => [[stem, 'consonant', 'nasal'], ...beforeVowels(withFinal(stem, 'ㄹ'))],
  // 빨갛다 → 빨간, 빨개; 그렇다 → 그래; 하얗다 → 하얘
  ㅎ: (stem) => {
    const open = withFinal(stem, '');
    const isIotated = /[ㅑㅕ]/u.test(vowelOf(open.slice(-1)));
    return [
      [stem, 'consonant', 'nasal'],
      [open, 'nasal', 'soft', 'linking'],
      [withVowel(open, isIotated ? 'ㅒ' : 'ㅐ'), 'vowel'],
      [withVowel(open, isIotated ? 'ㅖ' : 'ㅔ'), 'vowel'],
    ];
  },
  // 푸다 → 퍼
  우: (stem) => [
    [stem, ...ALL_BUT_VOWEL],
    [withVowel(stem, 'ㅓ'), 'vowel'],
  ],
};

function regular(stem: string): Inflection {
  const final = finalOf(stem.slice(-1));
  if (final === '')
    return [[stem, ...ALL_BUT_VOWEL], ...contracted(stem).map((base) => [base, 'vowel'] as const)];
  if (final === 'ㄹ') {
    return [
      [stem, 'consonant', 'linking'],
      [withFinal(stem, ''), 'nasal', 'soft'],
      [stem + (isBright(stem) ? '아' : '어'), 'vowel'],
    ];
  }
  // 놓아 is written 놔.
  const short: Inflection = stem.endsWith('놓') ? [[`${stem.slice(0, -1)}놔`, 'vowel']] : [];
  return [[stem, 'consonant', 'nasal'], ...beforeVowels(stem), ...short];
}

/** A form with a final consonant before 으 and before 아 or 어. */
function beforeVowels(form: string): Inflection {
  return [
    [`${form}으`, 'soft', 'linking'],
    [form + (isBright(form) ? '아' : '어'), 'vowel'],
  ];
}

/** Vowels that merge with a following 아 or 어, and what they become. */
const MERGED_VOWELS: Readonly<Record<string, string>> = {
  ㅗ: 'ㅘ',
  ㅜ: 'ㅝ',
  ㅣ: 'ㅕ',
  ㅚ: 'ㅙ',
  ㅟ: 'ㅕ',
};

/** The forms of a stem without a final consonant before what follows 아 or 어: 바꾸 → 바꿔, 바꾸어; 쓰 → 써. */
function contracted(stem: string): readonly string[] {
  if (stem.endsWith('하')) return [`${stem.slice(0, -1)}해`, `${stem}여`];
  const vowel = vowelOf(stem.slice(-1));
  if (vowel === 'ㅡ') return [withVowel(stem, isBright(stem.slice(0, -1)) ? 'ㅏ' : 'ㅓ')];
  if (/[ㅏㅓㅕ]/u.test(vowel)) return [stem];
  const full = stem + (isBright(stem) ? '아' : '어');
  if (/[ㅐㅔ]/u.test(vowel)) return [stem, full];
  const merged = MERGED_VOWELS[vowel];
  return merged === undefined ? [full] : [withVowel(stem, merged), full];
}

/** Whether 아 rather than 어 follows the last syllable, by vowel harmony. */
function isBright(form: string): boolean {
  return /[ㅏㅑㅗ]/u.test(vowelOf(form.slice(-1)));
}
