import { addToGroup } from '../base/grouping';
import type { Post, PostKind } from '../model';

/** A post with its position in the tree of replies. */
export interface ReplyNode {
  /** Index in the variant's posts. */
  readonly index: number;
  /** How many replies and follow-up questions deep it is; answers to an opening question are at the top, as it is. */
  readonly depth: number;
  readonly post: Post;
  /** Index of the post it answers. */
  readonly parent?: number;
  /** Its number, from one, among the posts of its kind that answer the same post. */
  readonly number: number;
  /** How many posts of its kind answer the same post. */
  readonly total: number;
}

/** For each post the index of another one. */
type Parents = readonly (number | undefined)[];

/**
 * The posts of a variant in reading order: depth first, each below the post it answers, siblings in document order. A
 * note that answers nothing stays in the exchange it is in. Takes linear time and no recursion. Where posts answer each
 * other in a cycle, the first of them is taken to answer nothing.
 */
export function replyTree(posts: readonly Post[]): readonly ReplyNode[] {
  const parents = acyclicParents(posts);
  const children = new Map<number | undefined, number[]>();
  readingParents(posts, parents).forEach((parent, index) => {
    addToGroup(children, parent, index);
  });
  const numbers = siblingNumbers(posts, parents);
  const depths: number[] = [];
  const nodes: ReplyNode[] = [];
  const stack = (children.get(undefined) ?? []).toReversed();
  for (let index = stack.pop(); index !== undefined; index = stack.pop()) {
    const post = posts[index]!;
    const parent = parents[index];
    const isTop = parent === undefined || answersOpeningQuestion(post, parent, posts, parents);
    const depth = isTop ? 0 : depths[parent]! + 1;
    depths[index] = depth;
    nodes.push({ index, depth, post, ...(parent === undefined ? {} : { parent }), ...numbers[index]! });
    for (const child of (children.get(index) ?? []).toReversed()) stack.push(child);
  }
  return nodes;
}

/** For each post the index of the one it answers, without cycles. */
function acyclicParents(posts: readonly Post[]): Parents {
  const parents = posts.map(({ replyTo }) =>
    replyTo !== undefined && posts[replyTo] !== undefined ? replyTo : undefined,
  );
  /** The post from which a walk up the chain first met each post. */
  const metFrom: (number | undefined)[] = [];
  for (let start = 0; start < posts.length; start += 1) {
    let at: number | undefined = start;
    while (at !== undefined && metFrom[at] === undefined) {
      metFrom[at] = start;
      at = parents[at];
    }
    if (at === undefined || metFrom[at] !== start) continue;
    // The walk is back at one of its own posts: a cycle, which is cut above its first post.
    let first = at;
    for (let member = parents[at]; member !== undefined && member !== at; member = parents[member]) {
      first = Math.min(first, member);
    }
    parents[first] = undefined;
  }
  return parents;
}

/** For each post the one it is read below: the post it answers; for a note, the question of the exchange it is in. */
function readingParents(posts: readonly Post[], parents: Parents): Parents {
  const roots = rootsOf(parents);
  let root: number | undefined;
  return posts.map(({ kind }, index) => {
    if (kind === 'note' && parents[index] === undefined) {
      return root !== undefined && posts[root]?.kind === 'question' ? root : undefined;
    }
    root = roots[index];
    return parents[index];
  });
}

/** For each post the one at the top of its chain. */
function rootsOf(parents: Parents): readonly number[] {
  const roots: number[] = [];
  for (let start = 0; start < parents.length; start += 1) {
    const chain: number[] = [];
    let at = start;
    for (let next = parents[at]; roots[at] === undefined && next !== undefined; next = parents[at]) {
      chain.push(at);
      at = next;
    }
    const root = (roots[at] ??= at);
    for (const member of chain) roots[member] = root;
  }
  return roots;
}

/** Answers to a question that answers nothing itself are shown beside it, as answers to the entry's title are. */
function answersOpeningQuestion(
  { kind }: Post,
  parent: number,
  posts: readonly Post[],
  parents: Parents,
): boolean {
  const isOpening = posts[parent]?.kind === 'question' && parents[parent] === undefined;
  return isOpening && (kind === 'answer' || kind === 'note');
}

function siblingNumbers(
  posts: readonly Post[],
  parents: Parents,
): readonly Pick<ReplyNode, 'number' | 'total'>[] {
  const kinds: readonly PostKind[] = ['question', 'answer', 'reply', 'note'];
  const totals = new Map<number, number>();
  const keys = posts.map(({ kind }, at) => ((parents[at] ?? -1) + 1) * kinds.length + kinds.indexOf(kind));
  const numbers = keys.map((key) => {
    const number = (totals.get(key) ?? 0) + 1;
    totals.set(key, number);
    return number;
  });
  return keys.map((key, at) => ({ number: numbers[at]!, total: totals.get(key)! }));
}
