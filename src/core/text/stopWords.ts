import { stemEnglish } from './englishStemmer';

/**
 * Words that say how something is asked rather than what it is about. Korean ones are stems: verbs with a hyphen, nouns
 * without particles.
 */
const STOP_WORDS = new Set(
  `
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
  `
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether a word, or any of its stems, is a stop word. */
export function isStopWord(folded: string, stems: readonly string[]): boolean {
  return (
    STOP_WORDS.has(folded) ||
    stems.some((stem) => STOP_WORDS.has(stem)) ||
    STOP_WORDS.has(stemEnglish(folded))
  );
}
