import { addToGroup } from '../../base/grouping';
import { lowerBound } from '../../base/lowerBound';
import type { PostKind } from '../../model';
import type { PostLabel } from './postLabels';

interface LabelledPost {
  readonly kind: PostKind;
  readonly label: PostLabel | undefined;
}

/** Indices of posts by their labels, ascending. */
type PostsByLabel = ReadonlyMap<string, readonly number[]>;

/**
 * For each post the index of the one it answers, by its label, else by its kind; `undefined` where it answers the
 * title.
 */
export function replyTargets(posts: readonly LabelledPost[]): readonly (number | undefined)[] {
  const byLabel = new Map<string, number[]>();
  posts.forEach(({ label }, at) => {
    if (label !== undefined) addToGroup(byLabel, label.text, at);
  });
  let lastQuestion: number | undefined;
  let lastPost: number | undefined;
  return posts.map(({ kind, label }, at) => {
    const target =
      targetByParent(label, at, byLabel) ?? targetByKind(kind, label, at, byLabel, lastQuestion, lastPost);
    if (kind === 'question' && label?.parent === undefined) lastQuestion = at;
    if (kind !== 'note') lastPost = at;
    return target;
  });
}

/** Labels start anew in each exchange: the nearest one above is meant, else the first one below. */
function targetByParent(label: PostLabel | undefined, at: number, byLabel: PostsByLabel): number | undefined {
  if (label?.parent === undefined) return undefined;
  const parents = byLabel.get(label.parent) ?? [];
  return lastBefore(parents, at) ?? parents[0];
}

function targetByKind(
  kind: PostKind,
  label: PostLabel | undefined,
  at: number,
  byLabel: PostsByLabel,
  lastQuestion: number | undefined,
  lastPost: number | undefined,
): number | undefined {
  switch (kind) {
    case 'answer': {
      const number = /^A(\d+)$/.exec(label?.text ?? '')?.[1];
      const questions = number === undefined ? [] : (byLabel.get(`Q${number}`) ?? []);
      return lastBefore(questions, at) ?? lastQuestion;
    }
    case 'reply':
      return lastPost;
    case 'question':
    case 'note':
      return undefined;
  }
}

/** The last of ascending numbers that is less than `limit`. */
function lastBefore(numbers: readonly number[], limit: number): number | undefined {
  return numbers[lowerBound(numbers.length, (at) => numbers[at]! < limit) - 1];
}
