import type { EntryLabels } from './entryLabels';
import type { ReplyNode } from './replyTree';

/** Names of the posts of a thread, by their indices. */
export interface PostNames {
  /** "Answer A1", "Answer 3", or "Answer" where it is the only one. */
  fullName(post: number): string;
  /** "A1", or the full name of a post without a label. */
  shortName(post: number): string;
  /** The post's label, else its number where there are several of its kind. */
  labelOrNumber(post: number): string | undefined;
  /** "Reply 2 of 5 to A1", and whose it is where that is known. */
  accessibleName(post: number): string;
  /** Whether to show which post it answers: not where that is obvious. */
  showsParent(post: number): boolean;
}

export function namePosts(nodes: readonly ReplyNode[], labels: EntryLabels): PostNames {
  const byPost: ReplyNode[] = [];
  for (const node of nodes) byPost[node.index] = node;
  const questions = nodes.filter(({ post, parent }) => post.kind === 'question' && parent === undefined);
  const labelOrNumber = (index: number): string | undefined => {
    const { post, number, total } = byPost[index]!;
    return post.label ?? (total > 1 ? String(number) : undefined);
  };
  const fullName = (index: number): string =>
    [labels.kinds[byPost[index]!.post.kind], labelOrNumber(index)]
      .filter((part) => part !== undefined)
      .join(' ');
  const shortName = (index: number): string => byPost[index]!.post.label ?? fullName(index);
  const showsParent = (index: number): boolean => {
    const { parent, depth } = byPost[index]!;
    if (parent === undefined) return false;
    return depth > 0 || questions.length > 1 || byPost[parent]!.post.label !== undefined;
  };
  const accessibleName = (index: number): string => {
    const { post, number, total, parent } = byPost[index]!;
    const position = { kind: post.kind, number, total };
    const name = labels.postPosition(
      parent !== undefined && showsParent(index) ? { ...position, parentName: shortName(parent) } : position,
    );
    return post.author === undefined ? name : `${name}, ${post.author}`;
  };
  return { fullName, shortName, labelOrNumber, showsParent, accessibleName };
}
