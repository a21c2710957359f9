/**
 * Titles that name a part of the section above them in any archive, compared by `titleKey`. Titles that only one
 * document repeats under its sections, or that recur over the documents of an archive, are found by that.
 */
const SUBSECTION_TITLES = keysOf(`
reference, see also, further reading, further information, more information, learn more, related link, source, footnote
credit, recommendation, personal recommendation, recommended reading, definition, introduction, overview, example, output
result, explanation, solution, note, caveat, summary, answer, pro, con, pros and con, advantage, disadvantage, limitation
characteristic, kind, type, symptom, cause, root cause, possible cause, resolution, workaround, fix, expected behavior
expected behaviour, actual behavior, actual behaviour, step to reproduce, how to reproduce
추천, 정의, 개요, 소개, 참고, 참고자료, 참고문헌, 참고링크, 추가자료, 관련자료, 관련링크, 출처, 레퍼런스, 더보기, 예제, 예시, 출력, 결과
설명, 해설, 정리, 요약, 답, 정답, 답변, 특징, 장점, 단점, 장단점, 이점, 한계, 종류, 문제점, 해결책, 해결방법, 주의, 주의할점, 주의사항
증상, 원인, 재현방법
参考, 参考资料, 参考文献, 参考リンク, 参考链接, 答案, 回答, 解答, 示例, 例, まとめ, 总结, 症状, 原因, 解決方法, 解决方法, 解决方案, 対処法
referência, referencia, références, quelle, ссылка, источник, riferimenti
`);

/**
 * Titles that name a part only where all sections beside them do, as those of a template: on other pages they are
 * subjects of their own.
 */
const TEMPLATE_TITLES = keysOf(`
description, comment, discussion, conversation, question, reply, response, environment, context, additional context
background, meaning, impact, diagnosis, mitigation, problem, issue, what happened, what did you expect to happen
anything else we need to know, additional information, version, log, screenshot, proposed solution, motivation, detail
질문, 내용, 배경, 상황, 환경, 문제, 문제상황, 댓글, 토론, 현상, 조치, 해결, 결론
質問, 问题, 问题描述, 背景, 描述, 説明, 内容, 環境, 讨论, 评论, コメント, 現象, 結論
`);

export function namesSubsection(title: string): boolean {
  return SUBSECTION_TITLES.has(titleKey(title));
}

/** Whether a title names a part where all titles beside it do. */
export function namesTemplatePart(title: string): boolean {
  return namesSubsection(title) || TEMPLATE_TITLES.has(titleKey(title));
}

/** A title without numbers, marks, case, English plural endings and, in Korean, spaces: equal titles have equal keys. */
export function titleKey(title: string): string {
  const words =
    title.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? title.toLowerCase().match(/\p{N}+/gu) ?? [];
  const isHangul = /\p{Script=Hangul}/u.test(title);
  return words.map((word) => word.replace(/(?<=[a-rt-z])s$/, '')).join(isHangul ? '' : ' ');
}

/** @param titles One title or several with commas per line. */
function keysOf(titles: string): ReadonlySet<string> {
  return new Set(titles.trim().split(/[,\n]/).map(titleKey));
}
