/**
 * Wording of titles that ask: they end as a question, are marked as one (`Q.`, `Q3:`), or begin as one. Korean,
 * Japanese and Chinese questions often have no question mark.
 */
const QUESTIONS = [
  /[?？](\s*[\p{P}\p{S}])*$/u,
  /^[^\p{L}\p{N}]*(Q|질문)\s*[.:)：．）]|^[^\p{L}\p{N}]*Q\s*\d+\b/iu,
  /(까|까요|나요|가요|는가|은가|인가|한가|던가|느냐|으냐|는지|은지|인지|을지|할지|하나|되나|뭔가|건가)(요)?(\s*[\p{P}\p{S}])*$/u,
  /^[^\p{L}\p{N}]*(how|what|why|when|where|which|who|whose|can|could|should|shall|is|are|am|does|do|did|will|would|may)\b/iu,
  /^[^\p{L}\p{N}]*(왜|어떻게|언제|어디서|어떤|무엇이|무엇을)(?=\s)/u,
  /(ですか|ますか|でしょうか|のか|吗|嗎|呢)(\s*[\p{P}\p{S}])*$/u,
  /^[^\p{L}\p{N}]*(\d+[^\p{L}\p{N}]*)?(为什么|為什麼|如何|怎么|怎麼|怎样|怎樣|什么是|什麼是|能否|是否|なぜ|どうして|どうやって)/u,
];

/** Of a longer title, only this many characters at either end are read. */
const MAX_READ_LENGTH = 200;

export function isQuestionTitle(title: string): boolean {
  const text =
    title.length > 2 * MAX_READ_LENGTH
      ? title.slice(0, MAX_READ_LENGTH) + title.slice(-MAX_READ_LENGTH)
      : title;
  return QUESTIONS.some((pattern) => pattern.test(text));
}
