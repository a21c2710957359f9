import type { Post, PostKind } from '../model';

/** A post where it stands in a conversation. */
export interface Turn {
  /** Index in the variant's posts. */
  readonly at: number;
  /** How many replies and follow-up questions deep it stands; answers to an opening question are at the top. */
  readonly depth: number;
  readonly post: Post;
  /** Index of the post it answers. */
  readonly parent?: number;
  /** Its number among those of its kind that answer the same post, from one. */
  readonly number: number;
  /** How many of its kind answer the same post. */
  readonly of: number;
}

/**
 * The posts of a variant in reading order: depth first, each below what it answers; siblings in the document's order.
 * A note that answers nothing stays in the exchange it stands in. Takes linear time and no recursion; where posts
 * answer each other in a circle, the first of them opens it.
 */
export function replyTree(posts: readonly Post[]): readonly Turn[] {
  const parents = withoutCircles(posts);
  const above = placesAbove(posts, parents);
  const children = new Map<number | undefined, number[]>();
  above.forEach((parent, at) => {
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [at]);
    else siblings.push(at);
  });
  const counts = countSiblings(posts, parents);
  const depths: number[] = [];
  const turns: Turn[] = [];
  const waiting = (children.get(undefined) ?? []).toReversed();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const post = posts[at]!;
    const parent = parents[at];
    const depth = parent === undefined || isAtTop(post, parent, posts, parents) ? 0 : depths[parent]! + 1;
    depths[at] = depth;
    turns.push({ at, depth, post, ...(parent === undefined ? {} : { parent }), ...counts[at]! });
    const below = children.get(at) ?? [];
    for (let last = below.length - 1; last >= 0; last -= 1) waiting.push(below[last]!);
  }
  return turns;
}

/** For each post the index of the one it answers, so that every chain of them ends. */
function withoutCircles(posts: readonly Post[]): readonly (number | undefined)[] {
  const parents = posts.map(({ replyTo: answers }) =>
    answers !== undefined && posts[answers] !== undefined ? answers : undefined,
  );
  /** By which walk up its chain a post was first met. */
  const walks: (number | undefined)[] = [];
  for (let start = 0; start < posts.length; start += 1) {
    let at: number | undefined = start;
    while (at !== undefined && walks[at] === undefined) {
      walks[at] = start;
      at = parents[at];
    }
    if (at === undefined || walks[at] !== start) continue;
    // Back at a post of this walk: a circle. Its first post in the document opens it.
    let first = at;
    for (let member = parents[at]; member !== undefined && member !== at; member = parents[member]) {
      first = Math.min(first, member);
    }
    parents[first] = undefined;
  }
  return parents;
}

/** For each post the one below which it is read: what it answers; for a note, the question whose exchange it is in. */
function placesAbove(
  posts: readonly Post[],
  parents: readonly (number | undefined)[],
): readonly (number | undefined)[] {
  const tops = topsOf(parents);
  let top: number | undefined;
  return posts.map(({ kind }, at) => {
    if (kind === 'note' && parents[at] === undefined) {
      return top !== undefined && posts[top]?.kind === 'question' ? top : undefined;
    }
    top = tops[at];
    return parents[at];
  });
}

/** For each post the one at the top of its chain. */
function topsOf(parents: readonly (number | undefined)[]): readonly number[] {
  const tops: number[] = [];
  for (let start = 0; start < parents.length; start += 1) {
    const chain: number[] = [];
    let at = start;
    for (let next = parents[at]; tops[at] === undefined && next !== undefined; next = parents[at]) {
      chain.push(at);
      at = next;
    }
    const top = (tops[at] ??= at);
    for (const member of chain) tops[member] = top;
  }
  return tops;
}

/** Answers to a question that answers nothing itself stand beside it, as those to the entry's title do. */
function isAtTop(
  post: Post,
  parent: number,
  posts: readonly Post[],
  parents: readonly (number | undefined)[],
): boolean {
  const opens = posts[parent]?.kind === 'question' && parents[parent] === undefined;
  return opens && (post.kind === 'answer' || post.kind === 'note');
}

function countSiblings(
  posts: readonly Post[],
  parents: readonly (number | undefined)[],
): readonly { readonly number: number; readonly of: number }[] {
  const kinds: readonly PostKind[] = ['question', 'answer', 'reply', 'note'];
  const totals = new Map<number, number>();
  const keys = posts.map(({ kind }, at) => ((parents[at] ?? -1) + 1) * kinds.length + kinds.indexOf(kind));
  const numbers = keys.map((key) => {
    const number = (totals.get(key) ?? 0) + 1;
    totals.set(key, number);
    return number;
  });
  return keys.map((key, at) => ({ number: numbers[at]!, of: totals.get(key)! }));
}
