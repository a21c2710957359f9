import { knownVerbBases } from './verbBases';

/**
 * A verb in decomposed jamo: its stem, the pre-final endings (honorific, tense, conjecture), and a final ending. Final
 * endings that consist of a consonant only (`만든`) are left out, since most nouns would lose theirs; those that are
 * also particles of nouns (`는`, `고`, `지` …) are included.
 * Source of the rule: the standard grammar's 선어말어미 and 어말어미.
 */
const VERB_FORM = new RegExp(
  `^(?<stem>.+?)(?:${decomposed('으시 시')})?(?:(?<past>${decomposed('았 었 \u11bb')})(?:${decomposed('었 겠')})?|${decomposed('겠')})?` +
    `(?<last>${decomposed(
      `습니다 습니까 \u11b8니다 \u11b8니까 는다 \u11ab다 다 는가 는가요 \u11ab가 \u11ab가요 은가 은가요 던가 나요 가요
       는지 는지요 을까 을까요 \u11af까 \u11af까요 어요 아요 요 죠 지요 네요 는데 는데요 은데 은데요 \u11ab데 \u11ab데요
       더니 더라 던 도록 려고 으려고 려면 으려면 으면 으면서 면서 으며 아서 어서 서 아야 어야 야 아도 어도
       으니 으니까 니까 거나 자마자 지만 는 고 고서 며 면 기 지 게`,
    )})$`,
  'u',
);

/** The alternatives of a pattern over decomposed jamo, the longest first. */
function decomposed(texts: string): string {
  return texts
    .split(/\s+/)
    .map((text) => text.normalize('NFD'))
    .sort((a, b) => b.length - a.length)
    .join('|');
}

/** Final endings whose vowel is contracted with the last vowel of the stem: `나와요`, `걸려서`. */
const CONTRACTED_ENDING = /^(?:요|서|야)$/u;
/** The last vowel of a stem by its contracted form: `나와` → `나오`, `걸려` → `걸리`. */
const UNCONTRACTED: Readonly<Record<string, string>> = {
  '\u116a': '\u1169',
  '\u116f': '\u116e',
  '\u1167': '\u1175',
  '\u116b': '\u116c',
};

/** Syllables of a stem; verbs of one are known. */
const MIN_LENGTH = 2;

/**
 * The stem that the regular forms of a verb share which is not among the known ones, with a hyphen: `벙쪘는데`,
 * `벙찌면` → `벙찌-`. `undefined` where the word has no ending of a verb, or where it would be a known verb's.
 */
export function unknownVerbStemOf(word: string): string | undefined {
  const { stem, past, last } = VERB_FORM.exec(word.normalize('NFD'))?.groups ?? {};
  if (stem === undefined || last === undefined) return undefined;
  const isContracted =
    past === '\u11bb' || (past === undefined && CONTRACTED_ENDING.test(last.normalize('NFC')));
  const bare = isContracted
    ? stem.replace(/[\u116a\u116f\u1167\u116b]$/u, (vowel) => UNCONTRACTED[vowel] ?? vowel)
    : // ㄹ is dropped before ㄴ, so it is dropped everywhere.
      stem.replace(/\u11af$/u, '');
  const composed = bare.normalize('NFC');
  const isUnknown =
    composed.length >= MIN_LENGTH && /^[가-힣]+$/u.test(composed) && !knownVerbBases().has(composed);
  return isUnknown ? `${composed}-` : undefined;
}
