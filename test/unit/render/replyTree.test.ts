import { describe, expect, it } from 'vitest';
import { replyTree } from '../../../src/core/render/replyTree';
import { post } from './rendering';

/** Index and depth of each post, in reading order. */
const order = (posts: Parameters<typeof replyTree>[0]): readonly string[] =>
  replyTree(posts).map(({ index, depth }) => `${String(index)}:${String(depth)}`);

describe('replyTree', () => {
  it('puts each post below the one it answers, siblings in document order', () => {
    const posts = [
      post('question'),
      post('answer', 0),
      post('answer', 0),
      post('reply', 1),
      post('reply', 3),
    ];
    expect(order([...posts, post('reply', 1)])).toEqual(['0:0', '1:0', '3:1', '4:2', '5:1', '2:0']);
  });

  it('puts replies to an opening question below it and answers beside it', () => {
    expect(order([post('question'), post('reply', 0), post('answer', 0)])).toEqual(['0:0', '1:1', '2:0']);
  });

  it('puts answers behind their question, wherever they were written', () => {
    const posts = [post('question'), post('question'), post('answer', 0), post('answer', 1)];
    expect(order(posts)).toEqual(['0:0', '2:0', '1:0', '3:0']);
  });

  it('puts answers to a follow-up question below it', () => {
    const posts = [post('answer'), post('question', 0), post('answer', 1)];
    expect(order(posts)).toEqual(['0:0', '1:1', '2:2']);
  });

  it('keeps a note in its exchange, behind the replies to the post above it', () => {
    const posts = [
      post('question'),
      post('answer', 0),
      post('note'),
      post('answer', 0),
      post('reply', 1),
      post('question'),
      post('note'),
    ];
    expect(order(posts)).toEqual(['0:0', '1:0', '4:1', '2:0', '3:0', '5:0', '6:0']);
    expect(
      replyTree(posts).every(({ post: { kind }, parent }) => kind !== 'note' || parent === undefined),
    ).toBe(true);
  });

  it('puts a reply below an answer that comes later', () => {
    expect(order([post('reply', 1), post('answer')])).toEqual(['1:0', '0:1']);
  });

  it('numbers posts of one kind that answer the same post', () => {
    const posts = [post('answer'), post('reply', 0), post('question', 0), post('reply', 0), post('answer')];
    const numbers = replyTree(posts).map(({ index, number, total }) => [index, number, total]);
    expect(numbers).toEqual([
      [0, 1, 2],
      [1, 1, 2],
      [2, 1, 1],
      [3, 2, 2],
      [4, 2, 2],
    ]);
  });

  it.each([
    ['itself', [post('reply', 0)], ['0:0']],
    ['each other', [post('reply', 1), post('reply', 0)], ['0:0', '1:1']],
    [
      'each other in a circle of three, with a reply to one of them',
      [post('reply', 3), post('reply', 3), post('reply', 1), post('reply', 2)],
      ['1:0', '2:1', '3:2', '0:3'],
    ],
    ['what is not there', [post('reply', 7), post('reply', -1)], ['0:0', '1:0']],
  ])('keeps posts that answer %s', (_, posts, expected) => {
    expect(order(posts)).toEqual(expected);
  });

  it('orders a chain of 10,000 replies, in either direction', () => {
    const down = Array.from({ length: 10_000 }, (_, at) => post('reply', at === 0 ? undefined : at - 1));
    expect(replyTree(down).at(-1)).toMatchObject({ index: 9_999, depth: 9_999, parent: 9_998 });
    const up = Array.from({ length: 10_000 }, (_, at) => post('reply', at === 9_999 ? undefined : at + 1));
    expect(replyTree(up).at(-1)).toMatchObject({ index: 0, depth: 9_999, parent: 1 });
    const circle = Array.from({ length: 10_000 }, (_, at) => post('reply', (at + 1) % 10_000));
    expect(new Set(replyTree(circle).map(({ index }) => index)).size).toBe(10_000);
  });
});
