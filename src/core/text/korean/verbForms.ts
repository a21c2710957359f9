import { afterAdnominal, afterConnective, afterDependentNoun, isEnding } from './endings';
import { knownVerbBases, VerbBases, type EndingClass, type Split, type VerbBase } from './verbBases';

/** Verbs inside a word that is typed as one: `닫아줘야`, `쓰고싶은데`, `해두면`. */
const MAX_DEPTH = 4;
/** Stems of one form; more are too uncertain. */
const MAX_STEMS = 3;

/** Auxiliary verbs (보조 용언), and others that follow an ending without a space. */
const AUXILIARIES = new VerbBases()
  .addStems(
    `주 보 버리 두 놓 있 없 내 나가 대 드리 가 오 가지 갖 치우 싶 나 말 않 못하 못되 되 하 만들 시작하 괜찮 좋 같 계시 싶어하
     먹`.split(/\s+/u),
  )
  .add('달라', { stem: '달', follows: ['consonant', 'linking', 'vowel'] });
/** What stands before a final ending: the honorific, the past, the conjecture. */
const HONORIFIC = addBare(new VerbBases().addStems(['시']), ['세요']);
const PAST = addBare(new VerbBases().addStems(['ㅆ었', 'ㅆ겠', 'ㅆ었겠']), ['ㅆ어'])
  .add('ㅆ', { stem: 'ㅆ', follows: ['consonant', 'nasal'] })
  .add('ㅆ으', { stem: 'ㅆ', follows: ['soft', 'linking'] });
const CONJECTURE = new VerbBases().addStems(['겠']);
/** The passive and inchoative: `지워지다`, `느려지다`. */
const PASSIVE = new VerbBases().addStems(['지']);
/** The copula behind a dependent noun. */
const COPULA = addBare(new VerbBases().addStems(['이']), ['이라', '이에', '예', '라', '에']);
/** 거 for 것 with the copula that it swallows: `는건데`, `ㄹ겁니다`, `ㄴ거죠`. */
const THING = addBare(new VerbBases().addStems(['거', '거이']), ['거라', '거에', '거예']);
/** Particles behind a dependent noun. */
const TAIL_PARTICLES =
  /^(?:에|에서|으로|로|까지|부터|마다|처럼|보다|마저|조차|들)?(?:는|은|도|만|이|가|을|를|의|요|나|이나|라도|엔|냐)?(?:요)?/u;

function addBare(bases: VerbBases, spellings: readonly string[]): VerbBases {
  for (const spelling of spellings) bases.add(spelling, { stem: spelling, follows: ['vowel'] });
  return bases;
}

/**
 * The stems that a word may be a form of, as in dictionaries with a hyphen: `걸렸는데`, `걸릴때` → `걸리-`; `들어요` →
 * `듣-`, `들-`. Empty for a word that is no form of a known verb.
 */
export function knownVerbStems(word: string): readonly string[] {
  const stems: string[] = [];
  let longest = 0;
  // The longest base is the likeliest; a shorter one counts where an ending alone follows it: `들어서` of 듣다.
  for (const split of [...knownVerbBases().splitsOf(word)].reverse()) {
    if (split.head.length < longest && !isPlain(split)) continue;
    const stem = stemOf(split);
    if (stem === undefined || stems.includes(`${stem}-`)) continue;
    longest ||= split.head.length;
    stems.push(`${stem}-`);
  }
  return stems.slice(0, MAX_STEMS);
}

function isPlain({ rest, base }: Split): boolean {
  return base.follows.some((endingClass) => isEnding(rest, endingClass));
}

/** The stem of a form; one in 지다 is a verb of its own. */
function stemOf({ head, rest, base }: Split): string | undefined {
  // 꿈을, 섬을: nouns of one syllable rather than forms in ㅁ.
  if (head.length === 1 && rest.length > 1 && rest.startsWith('ㅁ')) return undefined;
  if (continues(head, rest, base, MAX_DEPTH)) return base.stem;
  const isPassive = base.follows.includes('vowel') && formIn(PASSIVE, rest, MAX_DEPTH - 1) !== undefined;
  return isPassive ? `${head}지` : undefined;
}

/** The stem among these verbs that a whole word is a form of. */
export function formIn(verbs: VerbBases, word: string, depth = MAX_DEPTH): string | undefined {
  return verbs.splitsOf(word).find(({ head, rest, base }) => continues(head, rest, base, depth))?.base.stem;
}

/** Whether a text is what may follow a base: a final ending, what stands before one, a dependent noun, another verb. */
function continues(head: string, text: string, { stem, follows }: VerbBase, depth: number): boolean {
  // A bare 가 or 대 is a syllable of something else.
  if (text === '' && head === stem && head.length === 1) return false;
  return follows.some(
    (endingClass) =>
      isEnding(text, endingClass) ||
      (depth > 0 && (isPreFinal(text, endingClass, depth - 1) || isChained(text, endingClass, depth - 1))),
  );
}

function isPreFinal(text: string, endingClass: EndingClass, depth: number): boolean {
  if (endingClass === 'soft')
    return text.length > 1 && /^[시신실십셔셨세]./u.test(text) && isForm(HONORIFIC, text, depth);
  if (endingClass === 'vowel') return text.startsWith('ㅆ') && isForm(PAST, text, depth);
  return endingClass === 'consonant' && text.startsWith('겠') && isForm(CONJECTURE, text, depth);
}

function isChained(text: string, endingClass: EndingClass, depth: number): boolean {
  const thing = afterAdnominal(text, endingClass);
  if (thing !== undefined && /^[거건걸겁]/u.test(thing) && isForm(THING, thing, depth)) return true;
  const tail = afterDependentNoun(text, endingClass);
  if (tail !== undefined && isTail(tail, depth)) return true;
  const next = afterConnective(text, endingClass);
  return next !== undefined && isForm(AUXILIARIES, next, depth);
}

/** Whether a text is what may follow a dependent noun: particles, the copula, or `있다` and the like. */
function isTail(text: string, depth: number): boolean {
  const rest = text.slice(TAIL_PARTICLES.exec(text)?.[0].length ?? 0);
  return [text, rest].some(
    (one) => one === '' || isForm(COPULA, one, depth) || isForm(AUXILIARIES, one, depth),
  );
}

function isForm(verbs: VerbBases, word: string, depth: number): boolean {
  return formIn(verbs, word, depth) !== undefined;
}
