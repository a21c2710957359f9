import { trailingStart } from '../text/trailing';

/**
 * Wording of titles that ask: they end as a question, are marked as one (`Q.`, `Q3:`), or begin as one. Korean,
 * Japanese and Chinese questions often have no question mark.
 */
const QUESTIONS = [
  /^[^\p{L}\p{N}]*(Q|질문)\s*[.:)：．）]|^[^\p{L}\p{N}]*Q\s*\d+\b/iu,
  /(까|까요|나요|가요|는가|은가|인가|한가|던가|느냐|으냐|는지|은지|인지|을지|할지|하나|되나|뭔가|건가)(요)?[\s\p{P}\p{S}\p{M}\u200d]*$/u,
  /^[^\p{L}\p{N}]*(how|what|why|when|where|which|who|whose|can|could|should|shall|is|are|am|does|do|did|will|would|may)\b/iu,
  /^[^\p{L}\p{N}]*(왜|어떻게|언제|어디서|어떤|무엇이|무엇을)(?=\s)/u,
  /(ですか|ますか|でしょうか|のか|吗|嗎|呢)[\s\p{P}\p{S}\p{M}\u200d]*$/u,
  /^[^\p{L}\p{N}]*(\d+[^\p{L}\p{N}]*)?(为什么|為什麼|如何|怎么|怎麼|怎样|怎樣|什么是|什麼是|能否|是否|なぜ|どうして|どうやって)/u,
  // Questions of exams and interviews are imperatives.
  /^[^\p{L}\p{N}]*(\d+[^\p{L}\p{N}]*)?(explain|describe|discuss|explique|descreva|describa|expliquez|décrivez|erkläre|beschreibe|объясните|опишите|расскажите)(?=\s)/iu,
  /(설명|서술|비교|말)(하라|하시오|하세요|해라|해\s?보(라|세요|시오)|해\s?주세요)[\s\p{P}\p{S}\p{M}\u200d]*$/u,
  // Other languages begin a question with the word that asks.
  /^[^\p{L}\p{N}]*(qué|cómo|cuándo|cuál(es)?|dónde|quién|por qué|o que|como|quando|qual|quais|onde|quem|por que|comment|pourquoi|quand|quel(le)?s?|qu'est-ce|est-ce que|wie|was|warum|wann|welche[rsn]?|wo|wer|как|что|почему|зачем|когда|где|какой|какие|можно ли|bagaimana|mengapa|kenapa|apakah|kapan|nasıl|neden|niçin|làm sao|làm thế nào|tại sao|perché|quali|jak|dlaczego)(?=[\s])/iu,
];

/** Of a longer title, only this many characters at either end are read. */
const MAX_READ_LENGTH = 200;

/** Marks, symbols and emoji. */
const MARK = /[\s\p{P}\p{S}\p{M}\u200d]/u;
/** Characters at the end of a text among which its last question mark is. */
const MAX_TAIL_LENGTH = 40;

/** Whether a text ends with a question mark, apart from other marks, symbols and emoji behind it. */
export function endsWithQuestionMark(text: string): boolean {
  return hasTrailingQuestionMark(text.slice(-MAX_TAIL_LENGTH));
}

function hasTrailingQuestionMark(text: string): boolean {
  return /[?？]/.test(text.slice(trailingStart(text, MARK)));
}

export function isQuestionTitle(title: string): boolean {
  const text =
    title.length > 2 * MAX_READ_LENGTH
      ? title.slice(0, MAX_READ_LENGTH) + title.slice(-MAX_READ_LENGTH)
      : title;
  return hasTrailingQuestionMark(text) || QUESTIONS.some((pattern) => pattern.test(text));
}
