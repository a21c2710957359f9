import { matchCount, matchesAny } from './matchCount';
import { askingShare, endsWithQuestion } from './questionCues';

/**
 * Wording heuristics in Korean and English, drawn from open chats and forums: whether the author of a text asks or answers.
 * They score a post as a whole; single sentences that ask, with or without a question mark, are in `questionCues.ts`.
 * A label or front matter overrides them.
 */

/** Somebody presents a question, reports what they tried, or asks to be corrected. */
export const ASKER_WORDING = [
  /질문\s*(이|을|드|있|좀|하|입니다)/,
  /궁금|여쭤|여쭙|문의/,
  /(조언|도움|답변|의견).{0,8}(부탁|구)/,
  /알려\s*주|도와\s*주|모르겠/,
  /어떻게\s*(하|해야|하나|되)/,
  /(하려고|하고\s*싶은데|해보려|해봤는데|했는데|하는데요|있는데)/,
  /(안|못)\s*(되|된|될|됐|됩|돼|나오|나와|나옵|나온|들어|먹|보이|보여|뜨|떠|뜹|잡히|잡혀|잡힙|열리|열려)/,
  /(에러|오류|경고)[가만]?\s*(계속\s*)?(나|난|납|났|발생|뜨|뜬|뜹|떠|떴)/,
  /느려(졌|지|집)|멈(춰|추|춥)|끊(기|겨|깁)|깨(져|지|집)|꼬(여|이|입)|실패(합|해요|하네)|그대로(네|예|입)/,
  /맞(을까|나요|는지|는건가)|라고\s*이해|(?<!아닐)(일|걸|좋을|할|될)까요/,
  /(제|저의|아래|다음)\s*코드|(이렇게|아래처럼|(아래|다음)[와과]\s*같이).{0,20}(했|작성|설정|구성|짰)/,
  /환경(입니다|이고|에서)|버전은|(사용|쓰고|이용)\s*(?:(?:중|하고)\s*)?있(습니다|어요|는데)/,
  /\b(I'm|I am) (trying|using|getting)\b|\bI (tried|get|have (a|this))\b|\bmy (code|problem|setup)\b/i,
  /\b(how|what|why|is|does|can|should)\b[^.?!]{0,300}\?/i,
];

/** Somebody asks back or gives advice: the verbs address the asker. */
export const ADDRESSES_ASKER = [
  /(하셨|쓰셨|보셨|주셨|되셨|으셨|이셨)(어요|나요|나여|어여|습니까|는지)/,
  /(하시면|보시면|쓰시면|주시면)/,
  /(해|써|봐|확인해|바꿔)\s*보(세요|시죠|셔요)/,
  /(신가요|시나요|실까요)\?/,
  /\b(did|have|are|do) you\b/i,
  /\b(you (can|could|should|need)|try )/i,
];

/** A question to everybody in the room takes the same polite forms as a question back to the asker. */
export const ADDRESSES_ROOM = /분\s*(계|있|들)|경험|여러분|다들|혹시|anyone|anybody|somebody/i;

/** Somebody writes up or shares what they know. */
const WRITING_UP = [
  /자문\s*자답|답을\s*찾았/,
  /해결\s*(방법|책|했|하였|됐|되었)/,
  /공유\s*(드리|드립|합니다|해\s*드|할게)/,
  /정리\s*(한|하고|해\s*(봤|두|드)|했|하였)/,
  /글을\s*(썼|작성|올)|포스팅/,
  /추천\s*(드|합니다|해\s*드)/,
  /\b(here('s| is) (how|what)|solved|the (fix|solution) (is|was)|I wrote|write-?up)\b/i,
];

const MAX_ASKER_MATCHES = 3;
const ADDRESS_PENALTY = 2;
const WRITE_UP_PENALTY = 3;
/** From this score on, a text asks. */
export const MIN_ASKING_SCORE = 2;

/** How much a text reads as the asker's, from -5 to 3; negative where somebody advises or writes up what they know. */
export function askingScore(text: string): number {
  const asking = Math.min(MAX_ASKER_MATCHES, matchCount(text, ASKER_WORDING));
  const addresses = !ADDRESSES_ROOM.test(text) && matchesAny(text, ADDRESSES_ASKER);
  return asking - (addresses ? ADDRESS_PENALTY : 0) - (isWriteUp(text) ? WRITE_UP_PENALTY : 0);
}

/** Whether a text on its own sounds like somebody asking rather than answering. */
export function soundsLikeQuestion(text: string): boolean {
  return askingScore(text) >= MIN_ASKING_SCORE || (/[?？]\s*$/.test(text) && !isWriteUp(text));
}

/** From this share of asking sentences on, a text asks, whatever its last sentence does. */
const MIN_ASKING_SHARE = 0.2;
/** The longest text that asks on below a title that asks without any word of an asker, in characters. */
const MAX_FURTHER_QUESTION_LENGTH = 300;

/**
 * Whether a text that sounds like a question waits for an answer, rather than putting questions to itself or recording
 * them.
 *
 * @param titleAsks Whether its title is a question, which the text may answer.
 */
export function asksForAnswer(text: string, titleAsks: boolean): boolean {
  if (!endsWithQuestion(text) && askingShare(text) < MIN_ASKING_SHARE) return false;
  return !titleAsks || askingScore(text) >= MIN_ASKING_SCORE || text.length <= MAX_FURTHER_QUESTION_LENGTH;
}

function isWriteUp(text: string): boolean {
  return matchesAny(text, WRITING_UP);
}
