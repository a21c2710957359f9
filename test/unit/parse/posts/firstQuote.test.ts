import { describe, expect, it } from 'vitest';
import { addsToQuestion, kindOfFirstQuote } from '../../../../src/core/parse/posts/firstQuote';

const kindOf = (heading: string, text: string) => kindOfFirstQuote(heading, text, false);

describe('the first quote', () => {
  it('continues a heading of at least 12 characters that it repeats', () => {
    expect(kindOf('Pool is slow', 'the pool, is  SLOW: at night')).toBe('question');
    expect(kindOf('Pool is slo', 'the pool is slo')).toBe('answer');
    expect(kindOf('Pool is slow', 'the pool was slow')).toBe('answer');
    expect(kindOf('Pool is slow', 'the poolis slow')).toBe('answer');
    expect(kindOf('Pool is slow!', 'the pool is slow')).toBe('question');
  });

  it('is an answer where it repeats the heading but gives advice', () => {
    expect(kindOf('Pool is slow', 'The pool is slow? You should close it.')).toBe('answer');
    expect(kindOf('Pool is slow', 'The pool is slow. I tried it, you should close it.')).toBe('answer');
    expect(kindOf('Pool is slow', 'The pool is slow. I tried it, 안 됩니다. You should close it.')).toBe(
      'question',
    );
  });

  it('needs a sign of asking besides shared words', () => {
    expect(kindOf('세션 풀', '세션 풀 이야기')).toBe('answer');
    expect(kindOf('세션 풀링', '세션 풀링 궁금')).toBe('question');
    expect(kindOf('세션 풀링', '세션 풀링?')).toBe('question');
  });

  it.each([
    ['half of the words', 'alpha beta', 'alpha 궁금', 'question'],
    ['a third of the words', 'alpha beta gamma', 'alpha 궁금', 'question'],
    ['less than a third', 'alpha beta gamma delta', 'alpha 궁금', 'answer'],
    ['none', 'alpha beta', '궁금', 'answer'],
    ['nothing but single letters', 'a b c', 'a b c 궁금', 'answer'],
    ['words in another case', 'ALPHA Beta', 'alpha beta 궁금', 'question'],
  ])('with one sign of asking, and %s shared', (_what, heading, text, kind) => {
    expect(kindOf(heading, text)).toBe(kind);
  });

  it('asks with two signs of asking, whatever it shares', () => {
    expect(kindOf('alpha', '궁금한데 모르겠')).toBe('question');
    expect(kindOf('alpha', '궁금?')).toBe('question');
    expect(kindOf('alpha', '궁금？ ~~')).toBe('question');
    expect(kindOf('alpha', '궁금? ㅠㅠ')).toBe('question');
    expect(kindOf('alpha', `궁금?${'~'.repeat(9)}`)).toBe('question');
    expect(kindOf('alpha', `궁금?${'~'.repeat(10)}`)).toBe('answer');
    expect(kindOf('alpha', `궁금?${' '.repeat(12)}`)).toBe('question');
    expect(kindOf('alpha', '궁금? 그렇다')).toBe('answer');
  });

  it('does not count a final question that addresses the asker, unless it addresses the room', () => {
    expect(kindOf('alpha', '안 됩니다. 궁금한데 모르겠. 풀을 쓰시나요?')).toBe('answer');
    expect(kindOf('alpha', '궁금. 혹시 풀을 쓰시나요?')).toBe('question');
  });

  it('is an answer when it is only links, also below a heading with the same address', () => {
    expect(kindOf('https://example.org/alpha', 'https://example.org/alpha')).toBe('answer');
  });

  it('is an answer, or a reply where it only thanks, once the question has been asked', () => {
    expect(kindOfFirstQuote('alpha', '궁금한데 모르겠', true)).toBe('answer');
    expect(kindOfFirstQuote('alpha', '감사합니다', true)).toBe('reply');
    expect(kindOfFirstQuote('alpha', '감사합니다', false)).toBe('reply');
  });
});

describe('addsToQuestion', () => {
  it.each([
    '궁금한데 모르겠',
    '추가로 풀은 다섯 개',
    '아 참고로, 풀은 다섯 개',
    '아, 그리고 풀은 다섯 개',
    '참... 추가로 풀은 다섯 개',
    '아 참 그리고 풀은 다섯 개',
    '아그리고 풀은 다섯 개',
    ' 추신: 풀은 다섯 개',
    'Edit: the pool is five',
    ' PS the pool is five',
    'One more thing',
    '추가로 https://example.org/a 안 됩니다',
    '추가로 궁금',
  ])('accepts %s', (text) => {
    expect(addsToQuestion(text)).toBe(true);
  });

  it.each([
    '궁금하네',
    '풀은 다섯 개',
    '그리고나서 풀은 다섯 개',
    '풀은 추가로 다섯 개',
    'The edit',
    'Editors',
    '추가로 해 보세요',
    'Also try it',
    'https://example.org/a',
    '- https://example.org/질문입니다-궁금',
  ])('rejects %s', (text) => {
    expect(addsToQuestion(text)).toBe(false);
  });
});
