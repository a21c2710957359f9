import { matchesAny } from './matchCount';

/** Wording heuristics for courtesy, in Korean and English: thanks, apologies, praise and good wishes. */

const THANKS = /감사|고맙|땡큐|\bthank(s| you)\b/i;

/**
 * Apologies, praise and good wishes. Korean honorific surprise (`하셨네요`) praises the person addressed.
 */
const COURTESY: readonly RegExp[] = [
  /죄송|미안|사과드|제 ?가 ?(?:착각|오해|실수|잘못|틀렸|몰랐|헷갈)|제 (?:착각|오해|실수|잘못|불찰)/,
  /대단|훌륭|멋지|멋져|최고|존경|천재|고수|능력자|부럽|감탄|감동|놀랍|친절|덕분|수고|고생|축하|응원|굿|짱|👍|👏|🙏/u,
  /배우신 ?분|(?:많이|한 ?수|잘) 배(?:웠|우고|웁)|도움.{0,6}(?:됐|되었|됩|돼|많)|[시셨](?:네|군|구나)/,
  /\b(?:sorry|apolog\w+|my (?:bad|mistake|fault)|i was (?:wrong|mistaken|confused)|i mis(?:read|understood))\b/i,
  /\b(?:well done|kudos|congrat\w*|impressive|awesome|amazing|brilliant|genius|legend|hero|cheers)\b/i,
  /\b(?:great|nice|good|excellent) (?:answer|job|work|one|explanation|catch|write-?up)\b/i,
  /\byou(?:['’]re| are) (?:so |very |really |too )*(?:kind|great|smart|good|helpful|the best)\b/i,
];

/** The longest post that says nothing but thanks, in characters. */
const MAX_THANKS_LENGTH = 40;

/** Whether a post thanks somebody, whatever else it says. */
export function isThanks(text: string): boolean {
  return THANKS.test(text);
}

/** Whether a post says nothing but thanks. */
export function isOnlyThanks(text: string): boolean {
  return text.length <= MAX_THANKS_LENGTH && isThanks(text) && !/[?？]|https?:|`/.test(text);
}

/** Whether a post is courteous: a no to it is modesty. */
export function isCourteous(markdown: string): boolean {
  return isThanks(markdown) || matchesAny(markdown, COURTESY);
}
