import { describe, expect, it } from 'vitest';
import type { PostKind } from '../../../../src/core/model';
import { parseDocument } from '../../../../src/core/parse/parseDocument';
import { statusOfProse, statusOfThread } from '../../../../src/core/parse/posts/entryStatus';

const statusOf = (title: string, ...quotes: readonly string[]) => {
  const body = quotes.map((quote) => `> ${quote}\n`).join('\n');
  return parseDocument('room.md', `## Room\n\n### ${title}\n\n${body}\n### Other\n\n> text\n`).entries[0]
    ?.status;
};

const post = (kind: PostKind, markdown = 'text') => ({ kind, markdown, span: { start: 0, end: 0 }, line: 1 });
const LINK = 'https://example.org/a';

describe('the status of a thread', () => {
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

  it('is unanswered without an answer, unless the title announces an article and nobody asks', () => {
    expect(statusOfThread('Why?', [])).toBe('unanswered');
    expect(statusOfThread('Why?', [post('question'), post('reply'), post('note')])).toBe('unanswered');
    expect(statusOfThread(LINK, [post('reply'), post('note')])).toBe('link');
    expect(statusOfThread(`My article: ${LINK}`, [post('reply')])).toBe('link');
    expect(statusOfThread(LINK, [post('reply'), post('question')])).toBe('unanswered');
  });

  it('is link where every answer is links, or the only one announces an article', () => {
    expect(statusOfThread('Why?', [post('question'), post('answer', LINK), post('answer', LINK)])).toBe(
      'link',
    );
    expect(statusOfThread('Why?', [post('answer', LINK), post('answer', 'Because.')])).toBe('answered');
    expect(statusOfThread('Why?', [post('answer', `I wrote ${LINK}`)])).toBe('link');
    expect(statusOfThread('Why?', [post('answer', `I wrote ${LINK}`), post('answer')])).toBe('answered');
  });

  it('is self-answered where any answer is the asker’s', () => {
    const solved = post('answer', 'I figured it out');
    const asked = { ...post('question'), author: 'kai' };
    expect(statusOfThread('Why?', [asked, { ...solved, author: 'kai' }])).toBe('self-answered');
    expect(statusOfThread('Why?', [asked, { ...solved, author: 'bo' }])).toBe('answered');
    expect(statusOfThread('Why?', [post('answer'), solved])).toBe('self-answered');
    expect(statusOfThread('Why?', [post('answer'), { ...solved, kind: 'reply' }])).toBe('answered');
  });
});

describe('the status of a text without quotes', () => {
  const statusOf = (text: string) => parseDocument('a.md', text).entries[0]?.status;

  it('is answered where a title that asks is answered below, whatever the text asks itself', () => {
    const answer =
      'The pool keeps connections open. How many? As many as you set. Each one costs memory on the server, and the server has a limit.';
    expect(statusOf(`# What does the pool do?\n\n${answer}\n`)).toBe('answered');
  });

  it('is answered for minutes, which record questions', () => {
    const minutes =
      'I have the budget here. We met at noon. Is it enough? We will see. The lamp was bought. The room is booked for May. All agreed. The next meeting is in June. Nobody was absent.';
    expect(statusOf(`# Minutes\n\n${minutes}\n`)).toBe('answered');
  });

  it('is unanswered where nobody answers', () => {
    const question = 'I tried to set the size of the pool, and I get an error. How can I set it?';
    expect(statusOf(`# How do I set the size of the pool?\n\n${question}\n`)).toBe('unanswered');
  });
});

describe('the status of prose', () => {
  it('is answered, link where every answer is links, and unanswered without text', () => {
    expect(statusOfProse([post('answer', 'I figured it out'), post('note')])).toBe('answered');
    expect(statusOfProse([post('answer', LINK), post('note')])).toBe('link');
    expect(statusOfProse([post('answer', LINK), post('answer')])).toBe('answered');
    expect(statusOfProse([post('note')])).toBe('unanswered');
  });
});
