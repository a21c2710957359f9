/** Wording of headings: which ask, and which only name a part of the section above them. */

/**
 * A heading that reads as a question: it ends as one, is marked as one (`Q.`, `Q3:`), or begins as one does. Korean,
 * Japanese and Chinese questions often go without a question mark.
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

/**
 * Titles that name a part of what stands above them in every archive, compared by `titleKey`. Whatever else a
 * document repeats under several sections is found by its repetition, and needs no word here.
 */
const PARTS = new Set(
  [
    ...['reference', 'see also', 'further reading', 'related link', 'source', 'footnote', 'credit'],
    ...['recommendation', 'personal recommendation', 'recommended reading', '추천'],
    ...['definition', 'introduction', 'overview', '정의', '개요', '소개'],
    ...['example', 'output', 'result', 'explanation', 'solution', 'note', 'caveat', 'summary', 'answer'],
    ...[
      'pro',
      'con',
      'pros and con',
      'advantage',
      'disadvantage',
      'limitation',
      'characteristic',
      'kind',
      'type',
    ],
    ...[
      '참고',
      '참고자료',
      '참고문헌',
      '참고링크',
      '추가자료',
      '관련자료',
      '관련링크',
      '출처',
      '레퍼런스',
      '더보기',
    ],
    ...['예제', '예시', '출력', '결과', '설명', '해설', '정리', '요약', '답', '정답', '답변'],
    ...[
      '특징',
      '장점',
      '단점',
      '장단점',
      '이점',
      '한계',
      '종류',
      '문제점',
      '해결책',
      '해결방법',
      '주의',
      '주의할점',
      '주의사항',
    ],
    ...[
      '参考',
      '参考资料',
      '参考文献',
      '参考リンク',
      '参考链接',
      '答案',
      '回答',
      '解答',
      '示例',
      '例',
      'まとめ',
      '总结',
    ],
  ].map(titleKey),
);

/** Of longer headings only the beginning and the end are read, this many characters each. */
const READ = 200;

export function isQuestion(title: string): boolean {
  const read = title.length > 2 * READ ? title.slice(0, READ) + title.slice(-READ) : title;
  return QUESTIONS.some((pattern) => pattern.test(read));
}

export function namesPart(title: string): boolean {
  return PARTS.has(titleKey(title));
}

/** What a heading says, without numbers, marks, case, an English plural and, in Korean, spaces. */
export function titleKey(title: string): string {
  const words =
    title.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? title.toLowerCase().match(/\p{N}+/gu) ?? [];
  const hangul = /\p{Script=Hangul}/u.test(title);
  return words.map((word) => word.replace(/(?<=[a-rt-z])s$/, '')).join(hangul ? '' : ' ');
}
