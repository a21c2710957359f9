import { endsLikeParticle } from './lookalikes';
import { finalOf } from './syllables';

/**
 * Particles and copula endings that follow a noun, longest first. `after` says which last syllable of a noun they
 * follow: one with a final consonant (`closed`), one without (`open`, which for 로 includes ㄹ), or any.
 * Source of the rule: the standard grammar's 조사 and 서술격 조사, by the sound of the preceding syllable.
 */
const PARTICLES: readonly { readonly text: string; readonly after: 'closed' | 'open' | 'any' }[] = (
  [
    ['closed', '은 이 을 과 으로 이나 이랑 이든 이야 으로서 으로써 으로부터 으로의 이죠 이네'],
    [
      'open',
      `는 가 를 와 로 나 랑 라고 라는 라도 라면 라 고 며 면 지만 였던 였다 였는데 로서 로써 로부터 로의 예요 든 란 라서 라니까
       니까 라던데 네요 죠 거든요`,
    ],
    [
      'any',
      `에서 에게 에게서 한테 한테서 까지 부터 에 의 도 만 처럼 보다 마다 조차 밖에 대로 들 에서부터 끼리 마저 께서 만큼 에서의
       까지의 부터의 이란 이라고 이라는 이라던데 이라도 이라면 이라 이라서 이라니까 이니까 이니 이고 이며 이면 이지만 이었던 이었다
       이었는데 이거든요 이네요 이잖아요 입니다 입니까 인가요 인가 인지 일까요 일까 이에요 에요 이죠 인데 인데요 이다 인듯 인듯한데
       인듯요 인거 인건 인게 인거죠 일때 일때는 일때만 일경우 일지 일수도 때문 때문에 없이 없이도 말고 말고는 중에 중에서 중인데
       중인 중이라 님 님들 분들 같은 같이 대신 대신에`,
    ],
  ] as const
)
  .flatMap(([after, texts]) => texts.split(/\s+/u).map((text) => ({ text, after })))
  // A sentence may end politely after any of them: `때문에요`.
  .flatMap(({ text, after }) =>
    text.length > 1 && !text.endsWith('요')
      ? [text, `${text}요`].map((one) => ({ text: one, after }))
      : [{ text, after }],
  )
  .sort((a, b) => b.text.length - a.text.length);

/** The longest particle, in syllables. */
const MAX_LENGTH = Math.max(...PARTICLES.map(({ text }) => text.length));
const BY_TEXT: ReadonlyMap<string, (typeof PARTICLES)[number]> = new Map(
  PARTICLES.map((particle) => [particle.text, particle]),
);
/** Particles stack (`에서` + `는`, `중` + `인데` + `도`), but hardly more than three. */
const MAX_PARTICLES = 3;
/** Syllables of a noun; for shorter ones see `shortNounOf`. */
const MIN_NOUN_LENGTH = 2;

/** The noun in a Hangul word: `세션에서는` → `세션`; a word without a particle as it is. */
export function withoutParticles(word: string): string {
  let noun = word;
  for (let count = 0; count < MAX_PARTICLES; count += 1) {
    const shorter = endsLikeParticle(noun) ? undefined : withoutParticle(noun);
    if (shorter === undefined) break;
    noun = shorter;
  }
  return noun;
}

/**
 * A word without its longest particle; at least two syllables remain, so 나는 and 가로 are kept, and 락때문에 does not
 * lose the end of its particle. `undefined` for no particle.
 */
function withoutParticle(word: string): string | undefined {
  for (let length = Math.min(MAX_LENGTH, word.length - 1); length > 0; length -= 1) {
    const particle = BY_TEXT.get(word.slice(-length));
    const noun = word.slice(0, -length);
    if (particle === undefined || !isAfter(noun, particle)) continue;
    if (noun.length >= MIN_NOUN_LENGTH) return noun;
    if (length > 1) return undefined;
  }
  return undefined;
}

function isAfter(noun: string, { text, after }: (typeof PARTICLES)[number]): boolean {
  const final = finalOf(noun.slice(-1));
  if (after === 'any') return true;
  return after === 'closed' ? final !== '' : final === '' || (final === 'ㄹ' && text.startsWith('로'));
}

/** Whether a word ends in a particle of two syllables or more, which is hardly anything else. */
export function hasLongParticle(word: string): boolean {
  for (let length = Math.min(MAX_LENGTH, word.length - 1); length > 1; length -= 1) {
    if (BY_TEXT.has(word.slice(-length))) return true;
  }
  return false;
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

/** A syllable before a particle that makes it likelier a noun than the start of a longer word: `봇을`, `값이`, `앱에서`. */
const SHORT_NOUN =
  /^(.)(?:을|를|이|가|은|는|과|와|에|에서|에서는|에는|으로|으로는|이나|이라|이란|이라서|이라고|이니까|이에요|입니다|인데|인데요|인가요|까지|부터|마다|때문에|없이|말고|들을|들이)$/u;

/** The noun in a word of one syllable and a particle; `undefined` for any other word. */
export function shortNounOf(word: string): string | undefined {
  const [, noun, particle = ''] = /^(.)(.+)$/u.exec(word) ?? [];
  if (noun === undefined || !SHORT_NOUN.test(word)) return undefined;
  const fits =
    finalOf(noun) === '' ? !/^(?:을|이$|은|과|으)/u.test(particle) : !/^(?:를|가|는|와)/u.test(particle);
  return fits ? noun : undefined;
}
