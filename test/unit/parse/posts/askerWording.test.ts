import { describe, expect, it } from 'vitest';
import { askingScore, soundsLikeQuestion } from '../../../../src/core/parse/posts/askerWording';

describe('askingScore', () => {
  it.each([
    '질문이 하나 생겼네',
    '질문 드려 봅니다',
    '차이가 궁금합니다',
    '여쭤봅니다',
    '조언 부탁드립니다',
    '조언부탁합니다',
    '의견을 구합니다',
    '도움이 꼭 필요해 부탁드립니다',
    '방법을 알려 주세요',
    '방법을 알려주세요',
    '도와 주세요',
    '도와주세요',
    '이유를 모르겠습니다',
    '어떻게 하는 건지',
    '어떻게하는 건지',
    '세션을 닫으려고 하고 싶은데',
    '세션을 공유하고싶은데',
    '직접 해봤는데',
    '커밋이 안 됩니다',
    '커밋이 안됩니다',
    '로그가 못 나옵니다',
    '에러가 납니다',
    '에러 납니다',
    '에러납니다',
    '경고만 계속 뜹니다',
    '오류가 계속뜹니다',
    '오류 계속 발생',
    '갑자기 느려졌네',
    '요청이 멈춥니다',
    '여전히 그대로네',
    '이게 맞나요',
    '공유된다 라고 이해했습니다',
    '공유된다라고이해했습니다',
    '이게 원인일까요',
    '제 코드',
    '제코드',
    '이렇게 설정',
    '이렇게했',
    '아래와 같이 작성',
    '다음과같이 구성',
    '파이썬 3.12 환경입니다',
    '버전은 2.0',
    '비동기를 사용하고 있습니다',
    '비동기를 사용하고있습니다',
    '비동기를 사용 하고 있어요',
    '풀을 쓰고 있어요',
    "I'm trying a pool",
    'I am using a pool',
    'I tried a pool',
    'I get None',
    'I have a pool',
    'I have this pool',
    'This is my code',
    'So how it works?',
    'And why?',
  ])('counts the asker’s wording: %s', (text) => {
    expect(askingScore(text)).toBe(1);
  });

  it.each([
    '세션은 요청마다 하나면 됩니다',
    '도움이 꼭 필요해서 부탁드립니다',
    '이렇게 하면 됩니다',
    '에러를 잡으면 됩니다',
    '경고를 나누면 됩니다',
    '사용 중이 있습니다',
    '코드를 올리겠습니다',
    'A pool is what I have in mind',
    'You are using a pool',
    'That is how it works.',
    'How it works. Got it?',
    'Show it?',
    'Shower?',
    'economy code',
    'The AI get better',
  ])('does not count other wording: %s', (text) => {
    expect(askingScore(text)).toBe(0);
  });

  it.each([
    ['How', '?', 300],
    ['이렇게', '했', 20],
    ['의견', '구', 8],
  ])('joins "%s" and "%s" across up to %i characters', (start, end, max) => {
    expect(askingScore(`${start}${' '.repeat(max)}${end}`)).toBe(1);
    expect(askingScore(`${start}${' '.repeat(max + 1)}${end}`)).toBe(0);
  });

  it('counts up to three kinds of wording', () => {
    expect(askingScore('질문입니다. 궁금')).toBe(2);
    expect(askingScore('질문입니다. 궁금한데 안 됩니다')).toBe(3);
    expect(askingScore('질문입니다. 궁금한데 안 됩니다. 도와주세요')).toBe(3);
  });

  it.each([
    '세션을 닫으셨어요',
    '풀을 쓰셨나요',
    '풀을 쓰시면 됩니다',
    '다시 해 보세요',
    '다시 해보세요',
    '로그를 확인해 보시죠',
    '비동기신가요?',
    '풀을 쓰시나요?',
    'Did you close it',
    'Do you close it',
    'Here you can close it',
    'You should close it',
    'Just try it',
    'Here you can close it. Did you',
  ])('subtracts two where the text addresses the asker: %s', (text) => {
    expect(askingScore(text)).toBe(-2);
  });

  it.each([
    '써 보신 분 있으신가요?',
    '써 보신 분들 쓰시나요?',
    '써 보신 분계신가요?',
    '여러분 쓰시나요?',
    'Hi, did you close it, anyone',
  ])('subtracts nothing where it addresses the room: %s', (text) => {
    expect(askingScore(text)).toBe(0);
  });

  it.each([
    '자문자답입니다',
    '자문 자답입니다',
    '답을 찾았다',
    '답을찾았다',
    '해결 방법이다',
    '해결책이다',
    '공유 드립니다',
    '공유드립니다',
    '공유 합니다',
    '내용을 공유해 드립니다',
    '내용을 공유해드립니다',
    '정리 한 내용',
    '정리해 봤다',
    '정리 해봤다',
    '글을 썼다',
    '글을작성함',
    '추천 드립니다',
    '추천합니다',
    '추천해 드립니다',
    '추천해드립니다',
    "Here's how",
    'Here is what',
    'The fix is simple',
    'It is solved',
    'A writeup of it',
    'A write-up of it',
    'Solved: 포스팅',
  ])('subtracts three from a write-up: %s', (text) => {
    expect(askingScore(text)).toBe(-3);
  });
});

describe('soundsLikeQuestion', () => {
  it.each(['풀을 키우면 되는지 궁금한데 잘 모르겠습니다', '풀이 답인가?', '풀이 답인가？', 'A pool? '])(
    'accepts two kinds of asking, or a final question mark: %s',
    (text) => {
      expect(soundsLikeQuestion(text)).toBe(true);
    },
  );

  it.each(['풀을 키우면 되는지 궁금하네', '풀인가? 풀이다', '해결책을 공유합니다. 좋죠?', ''])(
    'rejects less than that, and write-ups: %s',
    (text) => {
      expect(soundsLikeQuestion(text)).toBe(false);
    },
  );
});
