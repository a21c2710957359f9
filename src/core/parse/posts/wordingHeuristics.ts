/**
 * Wording that tells who speaks in a thread without names or labels. Korean open chats and English forums only as
 * far as they were seen; every list is a cue, never proof, and a label or front matter always wins.
 */

/** The asker goes on: presents a question, says what was tried, asks to be corrected. */
const ASKING = [
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
  /환경(입니다|이고|에서)|버전은|(사용|쓰고|이용)\s*(중|하고)?\s*있(습니다|어요|는데)/,
  /\b(I'm|I am) (trying|using|getting)\b|\bI (tried|get|have (a|this))\b|\bmy (code|problem|setup)\b/i,
  /\b(how|what|why|is|does|can|should)\b[^.?!]{0,300}\?/i,
];

/** The asker adds to what they have said. */
const ADDING =
  /^\s*((아|참|아 참)[,.…~]*\s*)?(그리고|추가로|참고로|덧붙이|덧붙여|추신)(?=[\s,:])|^\s*(edit|update|ps|p\.s\.|also|one more thing)\b/i;

/** Somebody asks back or advises: the words turn to the asker. */
const ADDRESSING = [
  /(하셨|쓰셨|보셨|주셨|되셨|으셨|이셨)(어요|나요|나여|어여|습니까|는지)/,
  /(하시면|보시면|쓰시면|주시면)/,
  /(해|써|봐|확인해|바꿔)\s*보(세요|시죠|셔요)/,
  /(신가요|시나요|실까요)\?/,
  /\b(did|have|are|do) you\b/i,
  /\b(you (can|could|should|need)|try )/i,
];

/** A question to everybody in the room uses the same polite forms as a question back to the asker. */
const TO_THE_ROOM = /분\s*(계|있|들)|경험|여러분|다들|혹시|anyone|anybody|somebody/i;

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

const SELF_ANSWER = /자문\s*자답|답을\s*찾았|answering my own|I (figured|found (the|a) (answer|solution))/i;
/** Somebody solved it: the asker, unless they say that they had the same problem. */
const SOLVED =
  /해결\s*(했던|했습니다|했어요|했네요|하였습니다|됐습니다|됐어요|되었습니다)|\bI (have )?(solved|fixed)\b|^\W*(figured it out|(solved|fixed|found) it|never ?mind)\b/i;
const ANOTHER =
  /(저|저희)(도|는|의\s*경우)(?=[\s,])|(제|저)\s*(경우|같은\s*경우)|\b(me too|same here|I (once|also)|in my case)\b/i;
/** Problem and solution in one post. */
const SOLUTION = /해결\s*방법/;
/** A reaction to what was just said. */
const REACTING =
  /^\s*(아하?|오+|앗|엇|헉|와+|아아)[\s,.!~…]|^\s*((혹시|근데|그런데)\s*)?(그럼|그러면|그렇다면)\s|^\s*(oh|ah|I see)\b/i;
const ARTICLE =
  /글을\s*(썼|작성|올)|정리한\s*글|포스팅|블로그|작성한\s*글|article|blog post|write-?up|I wrote/i;
const THANKS = /감사|고맙|땡큐|\bthank(s| you)\b/i;
const REPLYING = [
  /제가\s*(의미|말씀)|제\s*(의미|말)은/,
  /말씀\s*(하신|해\s*주신|하시는|주신)/,
  /(라고|다고)\s*보시는/,
  /답변\s*감사/,
  /\b(as you (said|say)|what I meant|you mean)\b/i,
];
/** Longer than this, thanks open a contribution of their own. In characters. */
const SHORT = 200;
/** No longer than this, thanks are all that a post says. In characters. */
const SHORTEST = 40;

const matches = (text: string, cues: readonly RegExp[]): number =>
  cues.filter((cue) => cue.test(text)).length;

/** Whether a text consists of links only, list marks and punctuation aside. */
export function isOnlyLinks(markdown: string): boolean {
  if (!/https?:\/\//.test(markdown)) return false;
  const rest = markdown.replace(
    /\[[^[\]]{0,300}\]\(https?:[^)\s]{0,2000}[^)]{0,300}\)|<https?:[^<>]{0,2000}>|https?:\/\/\S+/g,
    '',
  );
  return !/[\p{L}\p{N}]/u.test(rest.replace(/^\s*\d+[.)]/gm, ''));
}

/** Whether the text on its own sounds like somebody asking rather than answering. */
export function soundsLikeQuestion(text: string): boolean {
  return askingScore(text) >= 2 || (/[?？]\s*$/.test(text.trim()) && !isWriteUp(text));
}

/**
 * Whether the first quote below a heading goes on with the heading's question: it restates it, gives details or
 * says what was tried. Else it is already somebody's answer, as in half of the threads seen.
 */
export function continuesQuestion(heading: string, text: string): boolean {
  if (isOnlyLinks(text)) return false;
  const asking = askingScore(text) + (endsAsking(text) ? 1 : 0);
  if (repeats(heading, text)) return asking >= 0;
  // An answer shares words with its question too: they count only beside a sign that somebody asks.
  return asking >= 1 && asking + sharedWords(heading, text) >= 2;
}

/** Whether a post that follows the asker's own, before anybody has answered, is the asker's as well. */
export function addsToQuestion(text: string): boolean {
  return !isOnlyLinks(text) && (askingScore(text) >= 2 || (ADDING.test(text) && askingScore(text) >= 0));
}

/** It ends with a question that turns to nobody: not an asking back. */
function endsAsking(text: string): boolean {
  return (
    /[?？][\s\p{P}~ㅠㅜ]{0,9}$/u.test(text.trimEnd().slice(-10)) &&
    (matches(text, ADDRESSING) === 0 || TO_THE_ROOM.test(text))
  );
}

/** Whether a post says thanks, whatever else it says. */
export function isThanks(text: string): boolean {
  return THANKS.test(text);
}

/** Whether a post says thanks or well done, and nothing else. */
export function isOnlyThanks(text: string): boolean {
  return text.length <= SHORTEST && THANKS.test(text) && !/[?？]|https?:|`/.test(text);
}

function askingScore(text: string): number {
  const asking = Math.min(3, matches(text, ASKING));
  const addressing = TO_THE_ROOM.test(text) ? 0 : 2 * Math.min(1, matches(text, ADDRESSING));
  return asking - addressing - 3 * Math.min(1, matches(text, WRITING_UP));
}

/** Whether the text holds the heading word for word; a heading of a word or two proves nothing. */
function repeats(heading: string, text: string): boolean {
  const words = (from: string): string => (from.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []).join(' ');
  return heading.length >= 12 && words(text).includes(words(heading));
}

/** 2 when at least half of the heading's words stand in the text, 1 when at least a third do. */
function sharedWords(heading: string, text: string): number {
  const words = new Set(heading.toLowerCase().match(/[\p{L}\p{N}_]{2,}/gu) ?? []);
  if (words.size === 0) return 0;
  const inText = text.toLowerCase();
  const share = [...words].filter((word) => inText.includes(word)).length / words.size;
  return share >= 0.5 ? 2 : share >= 1 / 3 ? 1 : 0;
}

function isWriteUp(text: string): boolean {
  return matches(text, WRITING_UP) > 0;
}

export function isSelfAnswer(text: string): boolean {
  if (SELF_ANSWER.test(text)) return true;
  if (SOLVED.test(text) && !ANOTHER.test(text)) return true;
  return SOLUTION.test(text) && matches(text, ASKING) > 0;
}

export function announcesArticle(text: string): boolean {
  return ARTICLE.test(text) && /https?:\/\//.test(text);
}

/**
 * Whether a post that follows `previous` speaks to that post rather than to the question: thanks, a reaction, a
 * short question, an answer to a question back, points numbered on from somebody's list.
 */
export function isReplyTo(previous: string, text: string): boolean {
  if (matches(text, REPLYING) > 0) return true;
  if (text.length <= SHORT && THANKS.test(text)) return true;
  if (/^\s*([2-9]|\d{2,})[.)]\s/.test(text)) return true;
  if (text.length <= SHORT && (REACTING.test(text) || /[?？]\s*$/.test(text))) return true;
  const askedBack =
    previous.length <= SHORT && /[?？]\s*$/.test(previous.trim()) && matches(previous, ADDRESSING) > 0;
  return askedBack && text.length <= SHORT;
}
