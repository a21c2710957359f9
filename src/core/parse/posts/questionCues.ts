import { matchesAny } from './matchCount';

/**
 * Sentences that ask, in Korean and English, which chats often write without a question mark. In doubt a sentence asks:
 * a yes or no to a question is no opinion.
 */

/** Wording that asks anywhere in a sentence: many people write without punctuation. */
const ASKING: readonly RegExp[] = [
  /[?？]/,
  /(?:나[요여욤용]|가[요여]|(?<!니)까[요여욤용]|[는은인을일할될한던]지[요여])(?!\p{L})/u,
  /[습합됩입갑옵납봅줍씁]니까(?!\p{L})/u,
  /[나가까지] ?(?:해|싶어)서[요여]?(?!\p{L})/u,
  /궁금|여쭤|여쭙|문의 ?드|모르겠(?:습|어|네|는데|다|음)|부탁 ?(?:드|합)/,
  /(?:알려|가르쳐|도와) ?주(?:세|실|시면|십|심|면)/,
  /\b(?:wonder(?:ing)?|curious|not (?:quite |really )?sure|don['’]t know|any ideas?|any(?:one|body) know)\b/i,
];

/** What may come between a sentence's last word and its end. */
const END = '[\\s\\p{P}~^ㅎㅋㅠㅜ]*$';
/** Excludes what is nothing but laughter, tears and punctuation. */
const SAYS_SOMETHING = /[^\s\p{P}~^ㅎㅋㅠㅜ]|[?？]/u;
/** Wording that asks only at the end of a sentence; inside one it joins clauses, or belongs to other words. */
const ASKING_LAST: readonly RegExp[] = [
  new RegExp(`(?:[는은인한된던건런운뭔른진큰긴]가|(?<!니)까|[는은인을일할될한던]지)${END}`, 'u'),
  new RegExp(`(?:[있없되했됐었았않같맞겠]나|야 ?하나|(?:거|맞|되|아니|않)(?:죠|지요))${END}`, 'u'),
  new RegExp(`,\\s*(?:right|correct|no|yes|is it|\\w+n['’]t (?:it|they|you|we|that))${END}`, 'iu'),
];

/** Words that may precede an English question. */
const LEAD_IN = /^\P{L}*(?:(?:so|and|but|or|then|hi|hey|hello|ok|also|well|hm+|btw)[\s\p{P}]+)*/iu;
/** An English question by its word order. */
const ASKING_FIRST: readonly RegExp[] = [
  /^(?:how|what|why|when|where|which|who)(?:['’]s)? (?:is|are|was|were|do|does|did|can|could|should|will|would|about|to|if|come)\b/i,
  /^(?:is|are|am|was|were|do|does|did|can|could|should|shall|will|would|may|has|have|had)(?:n['’]t)? (?:i|we|you|he|she|it|they|this|that|these|those|there|any\w*|some\w*|my|your|the|a|an|one|two|both)\b/i,
];

/** Whether any sentence of a post asks. */
export function asksSomething(markdown: string): boolean {
  return sentencesOf(markdown).some(isQuestion);
}

/** Whether the last sentence of a post asks. */
export function endsWithQuestion(markdown: string): boolean {
  return isQuestion(sentencesOf(markdown).at(-1) ?? '');
}

/** The share of a post's sentences that ask. */
export function askingShare(markdown: string): number {
  const sentences = sentencesOf(markdown);
  return sentences.filter(isQuestion).length / Math.max(1, sentences.length);
}

function isQuestion(sentence: string): boolean {
  return (
    matchesAny(sentence, ASKING) ||
    matchesAny(sentence, ASKING_LAST) ||
    matchesAny(sentence.replace(LEAD_IN, ''), ASKING_FIRST)
  );
}

/** Sentences with their final punctuation; the end of a line ends a sentence as well. */
function sentencesOf(markdown: string): readonly string[] {
  return markdown.split(/(?<=[!?？。]|\.(?=\s))|\n/).filter((sentence) => SAYS_SOMETHING.test(sentence));
}
