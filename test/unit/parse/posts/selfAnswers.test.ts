import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../src/core/parse/parseDocument';

/** Places of the posts by the asker. */
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

  it('are none of several that say nothing', () => {
    expect(byAsker('> A1. 닫으세요.\n\n> A2. 풀을 키우세요.\n', 'self-answered')).toEqual([]);
  });

  it('are none where the archivist has declared another status', () => {
    expect(byAsker('> A1. 자문자답합니다. 닫으면 됩니다.\n', 'disputed')).toEqual([]);
  });
});
