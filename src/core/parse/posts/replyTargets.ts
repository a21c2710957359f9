import type { PostKind } from '../../model';
import { labelledBefore, labelledPost, postsByLabel, type PostsByLabel } from './labelledPosts';
import type { PostLabel } from './postLabels';

interface LabelledPost {
  readonly kind: PostKind;
  readonly label: PostLabel | undefined;
}

/**
 * For each post the index of the one it answers, by its label, else by its kind; `undefined` where it answers the
 * title.
 */
export function replyTargets(posts: readonly LabelledPost[]): readonly (number | undefined)[] {
  const byLabel = postsByLabel(posts.map(({ label }) => label?.text));
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

function targetByParent(label: PostLabel | undefined, at: number, byLabel: PostsByLabel): number | undefined {
  return label?.parent === undefined ? undefined : labelledPost(byLabel, label.parent, at);
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
      return (number === undefined ? undefined : labelledBefore(byLabel, `Q${number}`, at)) ?? lastQuestion;
    }
    case 'reply':
      return lastPost;
    case 'question':
    case 'note':
      return undefined;
  }
}
