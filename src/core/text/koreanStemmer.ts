import { hasBatchim } from 'es-hangul';

/**
 * Particles and copula endings that follow a noun, longest first. `after` says which last syllable of a noun they
 * follow: one with a final consonant (`closed`), one without (`open`, which for 로 includes ㄹ), or any.
 * Source of the rule: the standard grammar's 조사, by the sound of the preceding syllable.
 */
const PARTICLES: readonly { readonly text: string; readonly after: 'closed' | 'open' | 'any' }[] = (
  [
    [
      'closed',
      '은 이 을 과 으로 이나 이랑 이라고 이라는 이라도 이라면 이라 이고 이며 이면 이지만 이었던 이었다 으로서 으로써 으로부터 이든 이야',
    ],
    ['open', '는 가 를 와 로 나 랑 라고 라는 라도 라면 라 고 며 면 지만 였던 였다 로서 로써 로부터 예요 든'],
    [
      'any',
      '에서 에게 에게서 한테 까지 부터 에 의 도 만 처럼 보다 마다 조차 밖에 대로 들 이란 에서부터 끼리 마저 께서 만큼',
    ],
    ['any', '입니다 입니까 인가요 인가 인지 일까요 일까 이에요 이죠 인데 인데요 이다'],
  ] as const
)
  .flatMap(([after, texts]) => texts.split(' ').map((text) => ({ text, after })))
  .sort((a, b) => b.text.length - a.text.length);

/** A noun with 하다, 되다 or 시키다 in any form. */
const VERBAL_NOUN =
  /^(.{2,}?)(?:하|한|할|함|합|해|했|되|된|될|됨|됩|돼|됐|시키|시킨|시킬|시켜|시켰)(?:\p{Script=Hangul}*)$/u;
/** Particles stack (`에서` + `는`), but hardly more than two. */
const MAX_PARTICLES = 2;

/** The noun in a Hangul word: `세션에서는` → `세션`, `사용하는` → `사용`; a word without an ending as it is. */
export function stemKorean(word: string): string {
  let stem = word;
  for (let count = 0; count < MAX_PARTICLES; count += 1) {
    const shorter = stripParticle(stem);
    if (shorter === undefined) break;
    stem = shorter;
  }
  return VERBAL_NOUN.exec(stem)?.[1] ?? stem;
}

/** A syllable before a particle that makes it likelier a noun than the start of a longer word: `봇을`, `값이`, `앱에서`. */
const SHORT_NOUN = /^(.)(?:을|를|이|가|은|는|과|와|에|에서|에는|으로|이나|이라|까지|부터|마다)$/u;

/** The noun in a word of one syllable and a particle; `undefined` for any other word. */
export function shortNounOf(word: string): string | undefined {
  const [, noun, particle = ''] = /^(.)(.+)$/u.exec(word) ?? [];
  if (noun === undefined || !SHORT_NOUN.test(word)) return undefined;
  const fits = hasBatchim(noun)
    ? !/^(?:를|가|는|와)/u.test(particle)
    : !/^(?:을|이|은|과|으)/u.test(particle);
  return fits ? noun : undefined;
}

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
       으니 으니까 니까 거나 자마자 지만 는 고 고서 며 면 기 지 게 어 아 자 냐 니`,
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

/**
 * The stem that all forms of a verb share, with a hyphen as in dictionaries: `나왔는데`, `나와요`, `나오지` → `나오-`;
 * `만들었다`, `만드는` → `만드-`. `undefined` where the word has no ending of a verb.
 */
export function verbStemOf(word: string): string | undefined {
  const { stem, past, last } = VERB_FORM.exec(word.normalize('NFD'))?.groups ?? {};
  if (stem === undefined || last === undefined) return undefined;
  const isContracted =
    past === '\u11bb' || (past === undefined && CONTRACTED_ENDING.test(last.normalize('NFC')));
  const bare = isContracted
    ? stem.replace(/[\u116a\u116f\u1167\u116b]$/u, (vowel) => UNCONTRACTED[vowel] ?? vowel)
    : // ㄹ is dropped before ㄴ, so it is dropped everywhere.
      stem.replace(/\u11af$/u, '');
  const composed = bare.normalize('NFC');
  return /^\p{Script=Hangul}+$/u.test(composed) ? `${composed}-` : undefined;
}

/** Whether Hangul text consists of particles only, such as the `을` in `session을`. */
export function isParticle(text: string): boolean {
  let rest = text;
  for (let count = 0; count < MAX_PARTICLES && rest !== ''; count += 1) {
    const particle = PARTICLES.find((one) => rest.endsWith(one.text));
    if (particle === undefined) return false;
    rest = rest.slice(0, -particle.text.length);
  }
  return rest === '';
}

/** A word without its particle; at least two syllables remain, so 나는 and 가로 are kept. `undefined` for no particle. */
function stripParticle(word: string): string | undefined {
  for (const { text, after } of PARTICLES) {
    const rest = word.slice(0, -text.length);
    if (rest.length < 2 || !word.endsWith(text)) continue;
    const last = rest.slice(-1);
    const isClosed = hasBatchim(last);
    const fits =
      after === 'any' ||
      (after === 'closed' ? isClosed : !isClosed || (text.startsWith('로') && endsInRieul(last)));
    if (fits) return rest;
  }
  return undefined;
}

function endsInRieul(syllable: string): boolean {
  return syllable.normalize('NFD').endsWith('\u11af');
}
