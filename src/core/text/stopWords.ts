import { stemEnglish } from './englishStemmer';

/**
 * Words that say how something is asked rather than what it is about. Korean ones are stems: verbs with a hyphen, nouns
 * without particles.
 */
const STOP_WORDS = wordSet(`
  a an the and or but if then else of in on at to from by for with without as into about between than that this these
  those it its is are was were be been being am do does did done have has had can could should would will shall may
  might must not no nor so such what which who whom whose when where why how i my me we our us you your he his she her
  they their them there here any some all each more most other another same own only just also too very much many one
  into onto over under again still yet while during after before until since because per via up down off out
  been called call happen happens happening there's don't doesn't can't does't isn't won't
  ok okay way ways thing things use used using get gets got make makes made need needs want wants try tried work works
  working please help anyone someone something anything better best good possible recommend recommended

  어떻게 어떤 어느 무엇 무슨 뭐 뭔가 왜 언제 어디 누구 누가 얼마나 몇 방법 방식 이유 경우 때 것 거 게 수 점 등 및 또는
  그리고 그런데 근데 그냥 그럼 그래서 하지만 이거 그거 저거 이것 그것 이런 그런 저런 이렇게 그렇게 여기 거기 혹시 좀 잘 더
  다들 보통 제가 저는 저희 나는 내가 우리 있 있- 없 없- 하 하- 되 되- 이 그 저 중 후 전 위 위해 위한 대한 대해 관련 관한 통해 따라
  같- 같은 좋 좋- 싶 싶- 쓰- 주- 보- 오- 가- 나- 나오- 모르- 알- 알려- 궁금 추천 가능 필요 사용 질문 문제 해결 도움 부탁 고민
  건가 건가요 거죠 거예요 있나요 없나요 되나요 하나요 인가요 할까요 될까요 있을까요 없을까요 괜찮- 괜찮나요 어떤가요 어때요
  일 안 속 밖 앞 뒤 직접 서로 같이 함께 만들 만들- 말고 없이 한 두 세 여러 개 개가 번 하나 각 각각 모든 이용 쓰면 이런 생기- 생긴 되어- 보이- 들어오- 넘기- 넘어가- 걸- 잡- 두고
  -로 통한 대신 관해 여러분 분들 혹시나 사실 일단 진짜 너무 정말 많이 많- 아무 전혀 안 못 안에서 그런데도 이걸 그걸 이게 그게
  꼭 다시 계속 자꾸 아직 이미 그때 지금 요즘 사람 의해 의한 라는 라고 이라는 때문 가장 처음 다음 다른
  얼마 어찌 어떡하- 어떠하- 어떻- 그렇- 이렇- 저렇- 그러- 이러- 돼요 안녕 감사하- 고맙- 죄송하- 반갑- 궁금하- 부탁하- 부탁드리-
  알려주- 도와주- 돕- 바라- 말씀 저기 아니 아니- 그러면 그러니까 그래도 아마 제발 하면 어느새
`);

/**
 * Words that name no subject of their own but say a little: what kind of thing is asked about. Stems like those of the
 * stop words; English ones as the stemmer writes them, so that all of their forms count.
 */
const GENERIC_WORDS = wordSet(
  `
  에러 오류 버그 이슈 예외 증상 현상 원인 상황 결과 내용 부분 뜻 정의 의미 설명 개념 차이 종류 예제 예시 예 샘플 코드 소스 함수
  설정 기능 사용법 사용방법 활용 구현 적용 작성 작동 동작 발생 방안 해결책 대처 대응 팁 요령 자료 문서 가이드 강의 강좌 버전 최신
  기본 확인 개발 프로그램 프로그래밍 라이브러리 도구 툴
  error bug issue problem exception fail failure cause question answer example sample demo code snippet source function
  method setting setup config configuration feature usage case guide tutorial docs documentation definition meaning
  difference solution solve fix implement implementation version library tool
  `,
  stemEnglish,
);

/** Letters typed in a chat for a laugh, a nod or a sigh: `ㅇㅇ`, `ㄱㅅ`, `ㅋㅋㅋ`, `ㅠㅠ`. */
const CHAT_NOISE =
  /^(?:[ㅋㅎㅠㅜㅡㅗ]+|(?<letter>[ㄱ-ㅎ])\k<letter>{2,}|ㅇㅇ|ㄴㄴ|ㄱㄱ|ㄷㄷ|ㅂㅂ|ㅉㅉ|ㅊㅊ|ㅇㅋ|ㄱㅅ|ㅈㅅ|ㅊㅋ|ㅎㅇ|ㅂㅇ|ㅅㄱ|ㄱㄷ|ㅁㄹ|ㄹㅇ|ㅇㅈ|ㄴㅇㅅ)$/u;

/** Forms of 뭐 and of 왜, which alone take endings like nouns: `뭔가요`, `왜죠`. */
const QUESTION_WORD = /^(?:[뭐뭔뭘뭡뭣].*|왜(?:요|죠|지|냐|인지|인가요|일까요?|그런.*|그럴.*))$/u;

/** Whether a word, or any of its stems, is a stop word; also what a chat is full of (`ㅋㅋ`, `ㅇㅇ`). */
export function isStopWord(folded: string, stems: readonly string[]): boolean {
  return isIn(STOP_WORDS, folded, stems) || QUESTION_WORD.test(folded) || isChatNoise(folded);
}

/**
 * Whether a word alone names no subject: a stop word, or one that says what kind of thing is asked about (`에러`,
 * `예제`, `function`). A query of such words only is about nothing in particular.
 */
export function isGenericWord(folded: string, stems: readonly string[]): boolean {
  return isStopWord(folded, stems) || isIn(GENERIC_WORDS, folded, stems);
}

/** Whether a word is chat noise such as `ㅋㅋㅋ` or `ㅇㅇ` rather than the initial consonants of a word. */
export function isChatNoise(folded: string): boolean {
  return CHAT_NOISE.test(folded);
}

function isIn(words: ReadonlySet<string>, folded: string, stems: readonly string[]): boolean {
  return words.has(folded) || stems.some((stem) => words.has(stem)) || words.has(stemEnglish(folded));
}

function wordSet(words: string, stemOf = (word: string): string => word): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter(Boolean).map(stemOf));
}
