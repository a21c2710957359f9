import { describe, expect, it } from 'vitest';
import type { PostKind } from '../../../../src/core/model';
import { readLabel } from '../../../../src/core/parse/posts/postLabels';
import { replyTargets } from '../../../../src/core/parse/posts/replyTargets';

/** The targets of posts given by their labels (`A1`) or kinds (`answer`). */
const targets = (...posts: readonly string[]) =>
  replyTargets(
    posts.map((written) => {
      const label = readLabel(`${written}.`, true);
      return { kind: label?.kind ?? (written as PostKind), label };
    }),
  );

describe('the post that a post answers', () => {
  it('is the nearest one above with its parent label', () => {
    expect(targets('A1', 'A1-1', 'A1', 'A1-1')).toEqual([undefined, 0, undefined, 2]);
  });

  it('is the first one below where none is above', () => {
    expect(targets('A1-1', 'A1', 'A1')).toEqual([1, undefined, undefined]);
  });

  it('is told by its kind where its parent label is missing', () => {
    expect(targets('answer', 'A9-1', 'A9-A1')).toEqual([undefined, 0, undefined]);
    expect(targets('question', 'answer', 'A9-A1')).toEqual([undefined, 0, 0]);
  });

  it('is the last question for an answer', () => {
    expect(targets('question', 'answer', 'question', 'answer', 'answer')).toEqual([
      undefined,
      0,
      undefined,
      2,
      2,
    ]);
  });

  it('is the question of the same number for a numbered answer', () => {
    expect(targets('Q1', 'Q2', 'A1', 'A2', 'A3', 'Q1', 'A1')).toEqual([
      undefined,
      undefined,
      0,
      1,
      1,
      undefined,
      5,
    ]);
    expect(targets('A2', 'Q2', 'question', 'A2')).toEqual([undefined, undefined, undefined, 1]);
    expect(targets('Q12', 'Q1', 'A12')).toEqual([undefined, undefined, 0]);
  });

  it('is the last question for an answer with a label of several segments or a letter alone', () => {
    expect(targets('Q2', 'Q3', 'A2-A1')).toEqual([undefined, undefined, 1]);
    expect(targets('Q1', 'Q2', 'A', 'A9-A1')).toEqual([undefined, undefined, 1, 1]);
  });

  it('is no follow-up question to another post', () => {
    expect(targets('question', 'A1', 'A1-Q1', 'answer')).toEqual([undefined, 0, 1, 0]);
  });

  it('is the post above for a reply, notes aside', () => {
    expect(targets('reply', 'answer', 'note', 'reply', 'reply')).toEqual([
      undefined,
      undefined,
      undefined,
      1,
      3,
    ]);
  });
});
