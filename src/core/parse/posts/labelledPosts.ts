import { addToGroup } from '../../base/grouping';
import { lowerBound } from '../../base/lowerBound';

/** Indices of posts by their labels, ascending. */
export type PostsByLabel = ReadonlyMap<string, readonly number[]>;

/** A label within a text, as a whole word: a Korean particle may follow it. */
export const LABEL_IN_TEXT =
  /(?<![\p{L}\p{N}_-])[AQ]\d{1,2}(?:-(?:[AQ]\d{0,2}|\d{1,2}))*(?![\p{Script=Latin}\p{N}_]|-[\p{L}\p{N}])/gu;

export function postsByLabel(labels: readonly (string | undefined)[]): PostsByLabel {
  const byLabel = new Map<string, number[]>();
  labels.forEach((label, at) => {
    if (label !== undefined) addToGroup(byLabel, label, at);
  });
  return byLabel;
}

/** The last post with a label above another post; `undefined` where there is none. */
export function labelledBefore(byLabel: PostsByLabel, label: string, at: number): number | undefined {
  const posts = byLabel.get(label) ?? [];
  return posts[lowerBound(posts.length, (index) => posts[index]! < at) - 1];
}

/** The post that a label means in another post. Labels start anew in each exchange: the nearest one above, else the first. */
export function labelledPost(byLabel: PostsByLabel, label: string, at: number): number | undefined {
  return labelledBefore(byLabel, label, at) ?? byLabel.get(label)?.[0];
}
