import { describe, expect, it } from 'vitest';
import { samePostIn } from '../../../src/core/library/samePost';
import type { Post, PostKind } from '../../../src/core/model';

const thread = (...kinds: readonly PostKind[]): { readonly posts: readonly Post[] } => ({
  posts: kinds.map((kind, line) => ({ kind, markdown: '', line, span: { start: 0, end: 0 } })),
});

describe('a post in another language', () => {
  const own = thread('question', 'answer', 'reply', 'note');

  it('has the same index where the posts up to it have the same kinds', () => {
    expect(samePostIn(thread('question', 'answer', 'reply', 'note'), 3, own)).toBe(3);
    expect(samePostIn(thread('question', 'answer', 'answer'), 1, own)).toBe(1);
    expect(samePostIn(own, 2, own)).toBe(2);
  });

  it('is unknown where they differ or end', () => {
    expect(samePostIn(thread('question', 'answer', 'answer', 'note'), 3, own)).toBeUndefined();
    expect(samePostIn(thread('question'), 1, own)).toBeUndefined();
    expect(samePostIn(own, 9, own)).toBeUndefined();
    expect(samePostIn(own, undefined, own)).toBeUndefined();
  });
});
