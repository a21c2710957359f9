import { describe, expect, it } from 'vitest';
import { isReplyTo } from '../../../../src/core/parse/posts/replyWording';

const STATEMENT = '세션은 요청마다 만듭니다.';
/** Beyond the length of a reply, which is 200 characters. */
const LONG = `${'세션'.repeat(100)}.`;

describe('isReplyTo', () => {
  it.each([
    '제가 의미한 것은 풀입니다',
    '제가말씀드린 것은 풀입니다',
    '제 말은 풀입니다',
    '제말은 풀입니다',
    '말씀하신 풀을 키웠습니다',
    '말씀 해 주신 풀을 키웠습니다',
    '말씀해주신 풀을 키웠습니다',
    '풀이라고 보시는 이유는 메모리',
    '풀이라고보시는 이유는 메모리',
    '답변 감사합니다',
    '답변감사합니다',
    'It is the pool, as you said.',
    'That is what I meant.',
  ])('recognises references to a post, however long the text: %s', (text) => {
    expect(isReplyTo(STATEMENT, text)).toBe(true);
    expect(isReplyTo(STATEMENT, `${text} ${LONG}`)).toBe(true);
  });

  it.each(['2. 풀을 키운다', '9) 풀을 키운다', '  12. 풀을 키운다'])(
    'recognises points numbered on from a list: %s',
    (text) => {
      expect(isReplyTo(STATEMENT, text)).toBe(true);
    },
  );

  it.each([
    '1. 풀을 키운다',
    '0) 풀을 키운다',
    '2.0에서 풀을 키운다',
    '버전 2. 풀을 키운다',
    '2 풀을 키운다',
  ])('does not take other numbers for such points: %s', (text) => {
    expect(isReplyTo(STATEMENT, text)).toBe(false);
  });

  it.each([
    '감사합니다',
    'Thank you',
    '아, 풀이군',
    '아하! 풀이군',
    '  오오 풀이군',
    '와와 풀이군',
    '와~ 풀이군',
    '앗 풀이군',
    '그럼 풀이군',
    '혹시 그럼 풀이군',
    '혹시그러면 풀이군',
    ' 그렇다면 풀이군',
    'Oh a pool',
    ' Ah, a pool',
    'I see',
    '풀인가?',
    '풀인가？ ',
  ])('recognises thanks, reactions and short questions: %s', (text) => {
    expect(isReplyTo(STATEMENT, text)).toBe(true);
    expect(isReplyTo(STATEMENT, `${text.replace(/[?？]/, '')} ${LONG}`)).toBe(false);
  });

  it.each([
    '풀을 키운다',
    '아니면 풀',
    '오늘 풀',
    '와이어 풀',
    '그럼에도 풀',
    '풀 그럼 끝',
    '풀은 아, 싸다',
    '풀? 끝',
    'Ohm',
    'A pool, ah',
  ])('takes other text for a contribution of its own: %s', (text) => {
    expect(isReplyTo(STATEMENT, text)).toBe(false);
  });

  it('recognises the answer to a question back', () => {
    expect(isReplyTo('풀을 쓰셨나요?', '네 씁니다')).toBe(true);
    expect(isReplyTo('풀을 쓰셨나요？ ', '네 씁니다')).toBe(true);
    expect(isReplyTo('풀을 쓰셨나요', '네 씁니다')).toBe(false);
    expect(isReplyTo('풀을 쓰셨나요? 저는 씁니다', '네 씁니다')).toBe(false);
    expect(isReplyTo('풀인가?', '네 씁니다')).toBe(false);
  });

  it('expects replies, and questions back, of up to 200 characters', () => {
    const padded = (text: string, length: number): string => 'x'.repeat(length - text.length) + text;
    expect(isReplyTo(STATEMENT, padded(' thanks', 200))).toBe(true);
    expect(isReplyTo(STATEMENT, padded(' thanks', 201))).toBe(false);
    expect(isReplyTo(padded('풀을 쓰셨나요?', 200), '네')).toBe(true);
    expect(isReplyTo(padded('풀을 쓰셨나요?', 201), '네')).toBe(false);
  });
});
