import type { PostKind } from '../../../model';
import { withoutTrailing } from '../../../text/trailing';

/** Roles that stand for a name, and what a post of theirs is. */
const ROLES: ReadonlyMap<string, PostKind | 'any'> = new Map<string, PostKind | 'any'>(
  Object.entries({
    q: 'question',
    question: 'question',
    asker: 'question',
    questioner: 'question',
    op: 'any',
    a: 'answer',
    answer: 'answer',
    answerer: 'answer',
    interviewer: 'any',
    interviewee: 'any',
    candidate: 'any',
    host: 'any',
    guest: 'any',
    moderator: 'any',
    user: 'any',
    assistant: 'any',
    human: 'any',
    chatgpt: 'any',
    customer: 'any',
    support: 'any',
    agent: 'any',
    audience: 'any',
    speaker: 'any',
    reporter: 'any',
    maintainer: 'any',
    student: 'any',
    teacher: 'any',
    me: 'any',
    you: 'any',
    질문: 'question',
    질문자: 'question',
    문: 'question',
    답변: 'answer',
    답변자: 'answer',
    답: 'answer',
    면접관: 'any',
    지원자: 'any',
    면접자: 'any',
    진행자: 'any',
    사회자: 'any',
    기자: 'any',
    인터뷰어: 'any',
    인터뷰이: 'any',
    問: 'question',
    质问者: 'question',
    質問者: 'question',
    質問: 'question',
    答: 'answer',
    回答: 'answer',
    回答者: 'answer',
    聞き手: 'any',
    司会: 'any',
    インタビュアー: 'any',
    问: 'question',
    提问: 'question',
    提问者: 'question',
    记者: 'any',
    主持人: 'any',
    вопрос: 'question',
    ответ: 'answer',
    frage: 'question',
    antwort: 'answer',
    pregunta: 'question',
    respuesta: 'answer',
    pergunta: 'question',
    resposta: 'answer',
    domanda: 'question',
    risposta: 'answer',
    réponse: 'answer',
    pytanie: 'question',
    odpowiedź: 'answer',
  }),
);

/** Roles that name no person: a post says by its kind what they do. */
const NAMELESS = new Set(
  'q a question answer 질문 답변 문 답 問 答 質問 回答 问 提问 вопрос ответ frage antwort pregunta respuesta pergunta resposta domanda risposta réponse pytanie odpowiedź'.split(
    ' ',
  ),
);

/** Words that name a part of a text or a property, not a person: none of them is in a speaker's name. */
const LABELS = new Set(
  // Notes and parts of a text.
  (
    'note notes nb warning warnings caution danger important tip tips hint info information attention remark remarks example examples e.g i.e ' +
    'sample usage definition definitions description summary overview background context introduction intro conclusion details detail explanation ' +
    'reason reasons cause causes root problem problems issue issues symptom symptoms solution solutions fix fixes workaround resolution diagnosis ' +
    'prevention mitigation impact risk pros cons pro con advantage advantages disadvantage disadvantages benefit benefits drawback drawbacks ' +
    'limitation limitations strength strengths weakness weaknesses limits requirement requirements prerequisite prerequisites goal goals objective ' +
    'step steps phase stage part section chapter lesson rule rules option options case cases scenario scenarios approach method methods technique ' +
    'input inputs output outputs result results expected actual behavior behaviour reproduction environment given when then but and or if else ' +
    'front back term terms concept keyword keywords takeaway takeaways tldr tl;dr update updates edit edited ps p.s postscript recap hook ' +
    'reference references source sources link links see also related further reading resources credits license licence author authors ' +
    'version versions os platform browser device date time location place venue duration format status type kind category tag tags label title ' +
    'name names id url email mail e-mail phone address price cost model color colour size weight width height default value values key ' +
    'parameter parameters argument arguments arg args return returns raises throws exception exceptions error errors debug trace fatal warn log ' +
    'command commands syntax code file files path folder directory package module class function property properties field fields column row ' +
    'client server browser request response http https ftp mailto tel api backend frontend database step-by-step todo fixme done added changed ' +
    'removed deprecated security fixed unreleased breaking feature features improvement improvements bugfix bugfixes release releases changelog ' +
    'decision decisions action actions agenda present attendees participants absent minutes next previous before after today tomorrow yesterday ' +
    'monday tuesday wednesday thursday friday saturday sunday january february july september october november december ' +
    'comment comments discussion conversation reply replies thread message messages post posts hand design general subject from to cc bcc re fwd sent short long quick full final ' +
    'level difficulty complexity topic topics task tasks exercise exercises assignment test tests theory practice proof theorem lemma corollary ' +
    'hypothesis observation figure fig table image listing appendix welcome lunch coffee break registration closing opening keynote ' +
    'true false yes no none all other others first second third last why what how who where which is are does do did can could should would ' +
    'linux windows macos mac android ios ubuntu debian docker python javascript typescript java go rust ' +
    'by repository repo homepage maintainers contributors copyright deps dependencies refactor meta readme docs doc chore perf performance ' +
    'robustness build ci style tooling types typings internal core main misc miscellaneous misuse new merged ' +
    // Korean
    '주의 주의사항 참고 참고사항 참조 노트 경고 중요 팁 예 예시 예제 보기 정의 설명 요약 개요 배경 결론 이유 원인 문제 문제점 증상 해결 해결책 해결방법 해결법 방법 ' +
    '장점 단점 특징 한계 종류 목적 목표 조건 결과 입력 출력 기대 실제 환경 버전 단계 과정 순서 일시 날짜 시간 장소 참석 참석자 안건 결정 사항 결정사항 논의 내용 작성자 작성일 ' +
    '제목 이름 상태 유형 분류 태그 가격 색상 모델 크기 출처 링크 관련 추가 변경 삭제 수정 정리 핵심 비고 기타 상황 대안 개선 개선점 사용법 용도 효과 영향 키워드 난이도 회고 배운점 느낀점 한줄 답안 정답 해설 풀이 ' +
    // Japanese and Chinese
    '注意 注意点 補足 備考 例 定義 説明 概要 背景 結論 理由 原因 問題 問題点 症状 解決 解決策 解決方法 方法 手順 長所 短所 特徴 目的 条件 結果 入力 出力 環境 日時 場所 参加者 議題 決定 参考 メモ ポイント メリット デメリット ヒント 重要 警告 まとめ 例文 ' +
    '说明 說明 备注 備註 定义 概述 背景 结论 理由 问题 现象 現象 解决 解決 解决方案 解决方法 解决办法 步骤 优点 缺点 特点 目的 条件 结果 输入 输出 环境 时间 地点 议题 参考 提示 重要 警告 总结 总计 示例 例子 解释 答案 解析 版本 作者 日期 标题 思路 建议 ' +
    // Russian
    'важно примечание внимание пример примеры проблема решение причина симптом симптомы определение описание вывод итог шаг результат плюсы минусы совет версия дата время место тема цель задача задание ' +
    // German, French, Spanish, Portuguese, Italian
    'hinweis hinweise achtung wichtig warnung beispiel beispiele problem lösung ursache grund gründe tipp vorteile nachteile schritt ergebnis eingabe ausgabe fazit zusammenfassung definition ziel aufgabe voraussetzung voraussetzungen datum ort zeit thema ' +
    'remarque attention exemple exemples problème solution cause raison astuce avantages inconvénients étape résultat entrée sortie conclusion résumé définition objectif date lieu heure sujet ' +
    'nota aviso advertencia importante ejemplo ejemplos problema solución causa razón consejo ventajas desventajas paso resultado entrada salida conclusión resumen definición objetivo fecha lugar hora tema ' +
    'atenção cuidado exemplo exemplos solução razão dica vantagens desvantagens passo saída conclusão resumo definição data local assunto ' +
    'attenzione esempio soluzione motivo consiglio vantaggi svantaggi risultato conclusione'
  ).split(' '),
);

const MAX_NAME_LENGTH = 40;
const MAX_NAME_WORDS = 5;
/** Small words inside names: `van`, `de la`. */
const PARTICLE = /^(?:van|von|der|den|de|da|do|dos|di|del|la|le|el|al|bin|ibn|y|und|and|&)$/i;

/** Whether a text has the shape of a name: a handle, a nickname, or up to five words that begin with capitals. */
export function isNameShaped(name: string): boolean {
  if (name.length > MAX_NAME_LENGTH || !/[\p{L}○△□◇]|^\d{4,}$/u.test(name)) return false;
  if (/[?!;"“”<>{}=\\/@$%^~`…。、？！]|\.{2}|::|\(|\d\s*[.:]\s*\d/u.test(name)) return false;
  const words = name.split(/\s+/);
  if (words.length > MAX_NAME_WORDS || /^(?:v|ver)?\.?\d(?!\d{3,}$)/i.test(name)) return false;
  if (words.length === 1) return !/(?:Error|Exception|Warning)$/.test(name);
  if (/^\d+$/.test(words.at(-1)!)) return false;
  return words.every((word) => PARTICLE.test(word) || !/^\p{Ll}/u.test(word));
}

/** Whether a name labels a part of a text (`Note`, `Root cause`, `주의`). */
export function isLabel(name: string): boolean {
  const key = nameKey(name);
  if (LABELS.has(key.replace(/\s/g, ''))) return true;
  return key.split(/[\s/&+-]+/).some((word) => LABELS.has(withoutTrailing(word, /[.:,()]/)));
}

/** What a role that stands for a name says of its posts; `undefined` where the name is no role. */
export function roleOf(name: string): PostKind | 'any' | undefined {
  return ROLES.get(unnumbered(name));
}

/** Whether a role names no person. */
export function isNameless(name: string): boolean {
  return NAMELESS.has(unnumbered(name));
}

/** A name as it is compared, without the number that tells those of one role apart. */
function unnumbered(name: string): string {
  return nameKey(name)
    .replace(/\d{1,3}$/, '')
    .trimEnd();
}

/** A name as it is compared. */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/^[@+%~&]|님$/g, '')
    .trim();
}
