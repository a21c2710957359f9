import { describe, expect, it } from 'vitest';
import { asksSomething, endsWithQuestion } from '../../../../src/core/parse/posts/questionCues';

const both = (text: string): readonly boolean[] => [asksSomething(`${text}\nEnd.`), endsWithQuestion(text)];

describe('a sentence that asks', () => {
  it.each([
    '풀인가?',
    '풀인가？',
    '하나면 되나요',
    '풀인가여 ㅎㅎ',
    '하나일까요. 둘일까요',
    '공유해도 되는지요',
    '있습니까',
    '필요합니까',
    '되나 해서',
    '되나 해서 물어봄',
    '되나해서요 끝',
    '될까 싶어서요',
    '이유가 궁금',
    '문의 드립니다',
    '문의드립니다',
    '모르겠습니다',
    '잘 모르겠다',
    '확인 부탁 드립니다',
    '확인 부탁드립니다',
    '가르쳐 주세요',
    '가르쳐주실 분',
    'I am wondering about pools',
    'Not quite sure about pools',
    'not sure',
    'I don’t know',
    'Any ideas about pools',
    'any idea',
    'Does anyone know',
    '풀이 하나인가',
    '하나여야 하는가 ㅠㅠ',
    '그냥 둘까',
    '그대로 둬도 되는지..',
    '풀이 있나',
    '닫아야 하나',
    '닫아야하나~',
    '하나면 되는 거죠',
    '그게 맞지요',
    'It closes itself, right',
    "It closes itself,isn't it",
    'How does it close',
    "What's about pools",
    'So, how can I close it',
    'OK but hmm is it closed',
    '"Can you close it"',
    "Isn't it closed",
    'Are there any pools',
    'is somebody there',
    'Is anything closed',
  ])('%s', (text) => {
    expect(both(text)).toEqual([true, true]);
  });

  it.each([
    '세션은 싸니까요',
    '풀이니까',
    '하나인지 둘인지 다르다',
    '나요령 있게',
    '있습니까지만',
    '되나요령',
    '하나뿐이다',
    '닫아야 하나의 풀이 남는다',
    '그런가 봅니다',
    '됐지 뭐',
    '부탁이 있다',
    '알려 준다',
    'The wonderland',
    'I know',
    'Right, it closes',
    'It closes right',
    'That is how it does',
    'This is it',
    'This is what is needed',
    'Whatever is closed',
    'Is closed',
    'Howe does',
    'island this',
    '풀이다',
  ])('is not: %s', (text) => {
    expect(both(text)).toEqual([false, false]);
  });
});

describe('the sentences of a post', () => {
  it.each(['풀인가? 그렇다.', '풀인가。그렇다', '풀인가\n그렇다', '풀인가! 그렇다', '풀인가. 그렇다'])(
    'end with punctuation or a line: %j',
    (text) => {
      expect([asksSomething(text), endsWithQuestion(text)]).toEqual([true, false]);
    },
  );

  it('are not split at a point inside a word', () => {
    expect(asksSomething('풀인가.그렇다')).toBe(false);
    expect(asksSomething('그런지 2.0')).toBe(false);
  });

  it('are not made of laughter, tears and punctuation alone', () => {
    expect(endsWithQuestion('풀인가. ㅎㅎ ^^ ~')).toBe(true);
    expect(endsWithQuestion('풀인가. ㅠㅜ')).toBe(true);
    expect(endsWithQuestion('그렇다.\n?')).toBe(true);
    expect(endsWithQuestion('')).toBe(false);
  });
});
