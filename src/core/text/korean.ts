import { hasBatchim } from 'es-hangul';

/**
 * Particles and copula endings that follow a noun, longest first. `after` says which last syllable of the noun they
 * fit: with a final consonant (`closed`), without one (`open`, which for 로 includes ㄹ), or any.
 * Source of the rule: the standard grammar's 조사, by sound of the preceding syllable.
 */
const PARTICLES: readonly { readonly text: string; readonly after: 'closed' | 'open' | 'any' }[] = (
  [
    [
      'closed',
      '은 이 을 과 으로 이나 이랑 이라고 이라는 이라도 이라면 이라 이고 이며 이면 이지만 으로서 으로써 으로부터',
    ],
    ['open', '는 가 를 와 로 나 랑 라고 라는 라도 라면 라 고 며 면 지만 로서 로써 로부터 예요'],
    ['any', '에서 에게 에게서 한테 까지 부터 에 의 도 만 처럼 보다 마다 조차 밖에 대로 들 이란 에서부터'],
    ['any', '입니다 입니까 인가요 인가 인지 일까요 이에요 이죠 인데 인데요'],
  ] as const
)
  .flatMap(([after, texts]) => texts.split(' ').map((text) => ({ text, after })))
  .sort((a, b) => b.text.length - a.text.length);

/** `X하다` and `X되다` in any form: what stands before is the noun. */
const VERB = /^(.{2,}?)(?:하|한|할|함|합|해|했|되|된|될|됨|됩|돼|됐)(?:\p{Script=Hangul}*)$/u;
/** Particles stack (`에서` + `는`), but hardly more than twice. */
const MOST_PARTICLES = 2;

/** The noun in a Hangul word: `세션에서는` → `세션`, `사용하는` → `사용`. A word without an ending comes back as it is. */
export function stemKorean(word: string): string {
  let stem = word;
  for (let count = 0; count < MOST_PARTICLES; count += 1) {
    const shorter = stripParticle(stem);
    if (shorter === undefined) break;
    stem = shorter;
  }
  return VERB.exec(stem)?.[1] ?? stem;
}

/** Whether a Hangul run is nothing but particles, as the `을` in `session을`. */
export function isParticle(run: string): boolean {
  let rest = run;
  for (let count = 0; count < MOST_PARTICLES && rest !== ''; count += 1) {
    const found = PARTICLES.find(({ text }) => rest.endsWith(text));
    if (found === undefined) return false;
    rest = rest.slice(0, -found.text.length);
  }
  return rest === '';
}

/** A stem keeps at least two syllables: 나는 and 가로 are left alone. */
function stripParticle(word: string): string | undefined {
  for (const { text, after } of PARTICLES) {
    const rest = word.slice(0, -text.length);
    if (rest.length < 2 || !word.endsWith(text)) continue;
    const last = rest.slice(-1);
    const closed = hasBatchim(last);
    const fits =
      after === 'any' ||
      (after === 'closed' ? closed : !closed || (text.startsWith('로') && endsInRieul(last)));
    if (fits) return rest;
  }
  return undefined;
}

function endsInRieul(syllable: string): boolean {
  return syllable.normalize('NFD').endsWith('\u11af');
}
