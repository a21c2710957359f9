import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../src/core/parse/parseDocument';

const statusOf = (title: string, ...quotes: readonly string[]) => {
  const body = quotes.map((quote) => `> ${quote}\n`).join('\n');
  return parseDocument('room.md', `## Room\n\n### ${title}\n\n${body}\n### Other\n\n> text\n`).entries[0]
    ?.status;
};

describe('the status a thread shows of itself', () => {
  it.each([
    ['Override in tests', 'Figured it out: the key must be the function itself.', 'self-answered'],
    ['배포하면 502가 뜹니다', '해결했습니다. 경로가 틀려 있었어요.', 'self-answered'],
    ['배포하면 502가 뜹니다', '저도 겪었는데 경로를 고쳐서 해결했습니다.', 'answered'],
    ['로그는 어떻게 남기세요', '해결 방법은 여러 가지인데 보통 JSON으로 찍습니다.', 'answered'],
    [
      '라이브러리가 동기만 지원',
      '비동기로 쓰고 싶은데 안 됐다. 해결 방법: 포크를 설치한다.',
      'self-answered',
    ],
    ['My write-up of lifespans https://example.org/a', 'Nice, thank you!', 'link'],
    ['https://example.org/a', '감사합니다!', 'link'],
    ['세션은 언제 닫히나요', '저도 궁금하네요 감사합니다', 'unanswered'],
  ])('%s: %s', (title, quote, status) => {
    expect(statusOf(title, quote)).toBe(status);
  });
});
