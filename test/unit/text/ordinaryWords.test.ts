import { describe, expect, it } from 'vitest';
import glossary from '../../../data/glossary.json';
import ordinaryWords from '../../../data/ordinaryWords.json';
import { isOrdinaryWord } from '../../../src/core/text/ordinaryWords';
import { isStopWord } from '../../../src/core/text/stopWords';
import { tokenize } from '../../../src/core/text/tokenizer';

const LISTS = Object.entries(ordinaryWords);
const MAX_BYTES = 30_000;

/** Terms of the glossary that are everyday words before they are anything else. */
const EVERYDAY_TERMS = `
  change begin start quit find show prevent avoid choose compare comparison improve improvement support result outcome
  step advantage benefit pros disadvantage drawback cons difference tip caution detail problem issue solution cause
  reason feature time additional multiple single simple complex complicated previous prior latest advanced beginner
  explanation study learn learning material missing usage
  시작 비교 소개 기초 장점 이점 강점 단점 차이 차이점 요건 요령 주의 참고 요약 상세 차례 시간 예시 간단 단순 복잡 이전 초보자
  입문자 부분 일부 설명 공부 학습
  바꾸다 대체 옮기다 나누다 돌려주다 다루다 찾다 불러오다 피하다 고르다 choice 팁 배우다 빠뜨리다 빼먹다 bit occur occurrence
  confirm 꺼내다 뽑다 clear quick changes 고치다 fix broken workaround period 늘어나다
  increase 줄이다 keep retain fixed 준비 preparation ready 성공 success succeed question 답변 답 answer 제공 제공하다 provide
  현재 current currently develop information info 수준 necessary
`;

/** The words of a text that are neither stop words nor ordinary: what it is about. */
function subjectsOf(text: string): string[] {
  return [...tokenize(text)]
    .filter(({ folded, stems }) => !isStopWord(folded, stems) && !isOrdinaryWord(folded, stems))
    .map(({ folded }) => folded);
}

/** Whether each word of a text is ordinary, by word. */
function areOrdinary(text: string): Record<string, boolean> {
  return Object.fromEntries(
    Array.from(tokenize(text), ({ folded, stems }) => [folded, isOrdinaryWord(folded, stems)]),
  );
}

const all = (text: string, isOrdinary: boolean): Record<string, boolean> =>
  Object.fromEntries(text.split(' ').map((word) => [word, isOrdinary]));

describe('ordinaryWords.json', () => {
  it.each(LISTS)('has more than a thousand words in %s, sorted and each once', (_, list) => {
    const words = list.split(' ');
    expect(words.length).toBeGreaterThan(1000);
    expect(words).toEqual([...new Set(words)].sort());
  });

  it('has lower-case words in English, and Hangul in Korean, stems of verbs with a hyphen', () => {
    expect(ordinaryWords.en.split(' ').filter((word) => !/^[a-z]+$/.test(word))).toEqual([]);
    expect(ordinaryWords.ko.split(' ').filter((word) => !/^\p{Script=Hangul}+-?$/u.test(word))).toEqual([]);
  });

  it('stays small', () => {
    const sizes = LISTS.map(([, list]) => new TextEncoder().encode(list).length);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(MAX_BYTES);
  });

  it('repeats no stop word', () => {
    const words = LISTS.flatMap(([, list]) => list.split(' '));
    expect(words.filter((word) => isStopWord(word, []))).toEqual([]);
  });

  it('makes no term of the glossary ordinary that names a subject', () => {
    const everyday = new Set(EVERYDAY_TERMS.split(/\s+/));
    const terms = new Set(glossary.flatMap((group) => group.terms));
    const ordinary = [...terms].filter((term) => {
      const [word, ...others] = tokenize(term);
      if (word === undefined || others.length > 0 || isStopWord(word.folded, word.stems)) return false;
      return isOrdinaryWord(word.folded, word.stems);
    });
    expect(ordinary.filter((term) => !everyday.has(term))).toEqual([]);
  });
});

describe('isOrdinaryWord', () => {
  it.each([
    'hey folks switched blew blows touched fine wondering figured stuck thanks important definitely several',
    'suddenly appeared weird confused advice coworker yesterday honestly btw dunno gonna forgot understood',
    '안녕하세요 헷갈려서요 느낌이라서요 바뀐거 어디임 분명히 갑자기 회사에서 신입인데 감사합니다 죄송한데',
    '바꿔봤는데 달라졌는데 찾아봐도 모르겠네여 고수분들 이해하기 비교하면 헤매는중 없길래 알아봤는데요',
    '어려운 높은 가져왔는데 원래는 뭐임 안주고 끝난 궁금증이',
  ])('is true for everyday words: %s', (words) => {
    expect(areOrdinary(words)).toEqual(all(words, true));
  });

  it.each([
    'redis kafka polymorphic thread lock queue build deploy import join inherit cache class session table stream',
    'pool upload loop package seed string server factory normalize definition rails pandas requests async token',
    'main narrowing responsibility incident 유일',
    '상속 배포 캐시 도커 인증 정렬 이름 상태 기기 이미지 페이지 메시지 패키지 변수 구조 람다 언어 흐름',
    '크기 길이 커서 큐 동기 분기 숫자 문자 인자 화면 밑줄 머신 후보들 미리보기 감지 삭제 조회 응답',
  ])('is false for words that may be a subject: %s', (words) => {
    expect(areOrdinary(words)).toEqual(all(words, false));
  });

  it('takes forms of an irregular verb, but no word that merely begins with one', () => {
    expect(areOrdinary('bought thinks thinking thinkpad goes going gopher')).toEqual({
      bought: true,
      thinks: true,
      thinking: true,
      thinkpad: false,
      goes: true,
      going: true,
      gopher: false,
    });
  });

  it('is false for a long line without spaces', () => {
    expect(isOrdinaryWord('갑자기'.repeat(1000), [])).toBe(false);
    expect(isOrdinaryWord('suddenly'.repeat(1000), [])).toBe(false);
  });

  it.each([
    [
      'Hi everyone, yesterday I finally moved our jobs to Celery and somehow it feels slower',
      'finally moved jobs celery slower',
    ],
    ['Sorry if this sounds dumb, but I honestly cannot wrap my head around monads', 'wrap head monads'],
    [
      '안녕하세요 입사한지 한달 안된 신입인데 카프카 파티션이 너무 헷갈립니다. 조언 좀 해주시면 감사하겠습니다',
      '카프카 파티션이',
    ],
    ['어제까지 멀쩡했는데 갑자기 젠킨스가 이상해졌어요 뭐가 바뀐건지 모르겠네여', '젠킨스가'],
  ])('leaves the subjects of a question: %s', (question, subjects) => {
    expect(subjectsOf(question)).toEqual(subjects.split(' '));
  });
});
