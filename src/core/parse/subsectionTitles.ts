/**
 * Titles that name a part of the section above them in any archive, compared by `titleKey`. Titles that only one
 * document repeats under its sections are found by their repetition.
 */
const SUBSECTION_TITLES = new Set(
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

export function namesSubsection(title: string): boolean {
  return SUBSECTION_TITLES.has(titleKey(title));
}

/** A title without numbers, marks, case, English plural endings and, in Korean, spaces: equal titles have equal keys. */
export function titleKey(title: string): string {
  const words =
    title.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? title.toLowerCase().match(/\p{N}+/gu) ?? [];
  const isHangul = /\p{Script=Hangul}/u.test(title);
  return words.map((word) => word.replace(/(?<=[a-rt-z])s$/, '')).join(isHangul ? '' : ' ');
}
