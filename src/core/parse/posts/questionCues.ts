import { isThanks } from './wordingHeuristics';

/**
 * What a yes or a no is said to when it is no opinion: a question, which chats often write without a question mark, or
 * courtesy. Korean and English; in doubt a text is one of them.
 */

/** Wording that asks wherever it stands: people run on without punctuation. */
const ASKING: readonly RegExp[] = [
  /[?？]/,
  /(?:나[요여욤용]|가[요여]|(?<!니)까[요여욤용]|[는은인을일할될한던]지[요여])(?!\p{L})/u,
  /[습합됩입갑옵납봅줍씁]니까(?!\p{L})/u,
  /[나가까지] ?(?:해|싶어)서[요여]?(?!\p{L})/u,
  /궁금|여쭤|여쭙|문의 ?드|모르겠(?:습|어|네|는데|다|음)|부탁 ?(?:드|합)/,
  /(?:알려|가르쳐|도와) ?주(?:세|실|시면|십|심|면)/,
  /\b(?:wonder(?:ing)?|curious|not (?:quite |really )?sure|don['’]t know|any ideas?|any(?:one|body) know)\b/i,
];

/** What may stand between a sentence's last word and its end. */
const END = '[\\s\\p{P}~^ㅎㅋㅠㅜ]*$';
/** Laughter and tears between two sentences are none. */
const SAYS_SOMETHING = /[^\s\p{P}~^ㅎㅋㅠㅜ]|[?？]/u;
/** Wording that asks at the end of a sentence; inside one it joins parts, or belongs to other words. */
const ASKING_LAST: readonly RegExp[] = [
  new RegExp(`(?:[는은인한된던건런운뭔른진큰긴]가|(?<!니)까|[는은인을일할될한던]지)${END}`, 'u'),
  new RegExp(`(?:[있없되했됐었았않같맞겠]나|야 ?하나|(?:거|맞|되|아니|않)(?:죠|지요))${END}`, 'u'),
  new RegExp(`,\\s*(?:right|correct|no|yes|is it|\\w+n['’]t (?:it|they|you|we|that))${END}`, 'iu'),
];

/** What an English question may begin with before its words tell that it is one. */
const LEAD_IN = /^\P{L}*(?:(?:so|and|but|or|then|hi|hey|hello|ok|also|well|hm+|btw)[\s\p{P}]+)*/iu;
/** An English question by the order of its words. */
const ASKING_FIRST: readonly RegExp[] = [
  /^(?:how|what|why|when|where|which|who)(?:['’]s)? (?:is|are|was|were|do|does|did|can|could|should|will|would|about|to|if|come)\b/i,
  /^(?:is|are|am|was|were|do|does|did|can|could|should|shall|will|would|may|has|have|had)(?:n['’]t)? (?:i|we|you|he|she|it|they|this|that|these|those|there|any\w*|some\w*|my|your|the|a|an|one|two|both)\b/i,
];

/** Apologies, praise and good wishes; thanks have cues of their own. Honorific surprise is about who is spoken to. */
const COURTESY: readonly RegExp[] = [
  /죄송|미안|사과드|제 ?가 ?(?:착각|오해|실수|잘못|틀렸|몰랐|헷갈)|제 (?:착각|오해|실수|잘못|불찰)/,
  /대단|훌륭|멋지|멋져|최고|존경|천재|고수|능력자|부럽|감탄|감동|놀랍|친절|덕분|수고|고생|축하|응원|굿|짱|👍|👏|🙏/u,
  /배우신 ?분|(?:많이|한 ?수|잘) 배(?:웠|우고|웁)|도움.{0,6}(?:됐|되었|됩|돼|많)|[시셨](?:네|군|구나)/,
  /\b(?:sorry|apolog\w+|my (?:bad|mistake|fault)|i was (?:wrong|mistaken|confused)|i mis(?:read|understood))\b/i,
  /\b(?:well done|kudos|congrat\w*|impressive|awesome|amazing|brilliant|genius|legend|hero|cheers)\b/i,
  /\b(?:great|nice|good|excellent) (?:answer|job|work|one|explanation|catch|write-?up)\b/i,
  /\byou(?:['’]re| are) (?:so |very |really |too )*(?:kind|great|smart|good|helpful|the best)\b/i,
];

/** Whether a post asks anything. */
export function asksSomething(markdown: string): boolean {
  return sentencesOf(markdown).some(isQuestion);
}

/** Whether the last thing that a post says is a question. */
export function endsWithQuestion(markdown: string): boolean {
  return isQuestion(sentencesOf(markdown).at(-1) ?? '');
}

/** Whether a post is polite: a no to it is modest. */
export function isPolite(markdown: string): boolean {
  return isThanks(markdown) || matches(markdown, COURTESY);
}

function isQuestion(sentence: string): boolean {
  return (
    matches(sentence, ASKING) ||
    matches(sentence, ASKING_LAST) ||
    matches(sentence.replace(LEAD_IN, ''), ASKING_FIRST)
  );
}

/** Sentences with what ends them; a line's end ends one as well. */
function sentencesOf(markdown: string): readonly string[] {
  return markdown.split(/(?<=[!?？。]|\.(?=\s))|\n/).filter((sentence) => SAYS_SOMETHING.test(sentence));
}

function matches(text: string, cues: readonly RegExp[]): boolean {
  return cues.some((cue) => cue.test(text));
}
