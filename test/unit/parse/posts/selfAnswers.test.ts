import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../src/core/parse/parseDocument';
import { isSelfAnswer } from '../../../../src/core/parse/posts/selfAnswers';

/** Indices of the posts by the asker. */
const byAsker = (body: string, status?: string) => {
  const declared = status === undefined ? '' : `status: ${status}\n`;
  const { entries } = parseDocument('a.md', `---\ntitle: 세션은 언제 닫나요\n${declared}---\n\n${body}`);
  return (entries[0]?.posts ?? []).flatMap((post, at) => (post.byAsker ? [at] : []));
};

describe('answers by the asker', () => {
  it('are those whose wording says so', () => {
    expect(byAsker('> A1. 풀을 키우세요.\n\n> A2. 자문자답합니다. 닫으면 됩니다.\n')).toEqual([1]);
  });

  it('are the only answer of an entry that is declared self-answered', () => {
    expect(
      byAsker('질문입니다.\n\n> A1. `close()`로 닫습니다.\n> A1-1. 감사합니다\n', 'self-answered'),
    ).toEqual([1]);
  });

  it('are only those whose wording says so, where any does', () => {
    expect(byAsker('> A1. 풀을 키우세요.\n\n> A2. 자문자답합니다.\n', 'self-answered')).toEqual([1]);
  });

  it('are none of several whose wording says nothing', () => {
    expect(byAsker('> A1. 닫으세요.\n\n> A2. 풀을 키우세요.\n', 'self-answered')).toEqual([]);
  });

  it('are none where the archivist has declared another status', () => {
    expect(byAsker('> A1. 자문자답합니다. 닫으면 됩니다.\n', 'disputed')).toEqual([]);
  });
});

describe('isSelfAnswer', () => {
  it.each([
    '자문자답합니다',
    '자문 자답',
    '답을 찾았습니다',
    '답을찾았습니다',
    'Answering my own question',
    'I figured it out',
    'I found the answer',
    'I found a solution',
    '해결했습니다',
    '해결 했어요',
    '해결됐습니다',
    '해결 되었습니다',
    'I have fixed it',
    'I solved it',
    'Figured it out',
    '**Fixed it**',
    'Nevermind',
    'Never mind, the pool was full',
    '해결 방법: 풀이 가득 차서 안 됐다',
    '해결방법: 풀이 가득 차서 안 됐다',
    '저도의 풀을 해결했습니다',
  ])('accepts %s', (text) => {
    expect(isSelfAnswer(text)).toBe(true);
  });

  it.each([
    '풀을 키우세요',
    'We solved it',
    'Prefixed it',
    'I was fixed',
    'They never mind',
    'You found it, solved it',
    '저도 해결했습니다',
    '저희는 해결했습니다',
    '저의 경우, 해결했습니다',
    '저의경우 해결했습니다',
    '제 경우 해결했습니다',
    '제경우 해결했습니다',
    '저 같은 경우 해결했습니다',
    '저같은경우 해결했습니다',
    'In my case I fixed it',
    'I once fixed it',
    'Same here, I fixed it',
    '해결 방법은 풀이다',
    '풀이 가득 차서 안 됐다',
  ])('rejects %s', (text) => {
    expect(isSelfAnswer(text)).toBe(false);
  });
});
