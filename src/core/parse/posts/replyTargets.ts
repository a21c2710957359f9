import { addToGroup } from '../../base/grouping';
import { lowerBound } from '../../base/lowerBound';
import type { PostKind } from '../../model';
import type { PostLabel } from './postLabels';

interface LabelledPost {
  readonly kind: PostKind;
  readonly label: PostLabel | undefined;
}

/** For each post the index of the one it answers, by its label, else by its kind; `undefined` for the title itself. */
export function replyTargets(posts: readonly LabelledPost[]): readonly (number | undefined)[] {
  const byLabel = new Map<string, number[]>();
  posts.forEach(({ label }, at) => {
    if (label === undefined) return;
    addToGroup(byLabel, label.text, at);
  });
  let question: number | undefined;
  let spoken: number | undefined;
  return posts.map(({ kind, label }, at) => {
    const target = byParent(label, at, byLabel) ?? byKind(kind, label, at, byLabel, question, spoken);
    if (kind === 'question' && label?.parent === undefined) question = at;
    if (kind !== 'note') spoken = at;
    return target;
  });
}

/** Labels start anew in each exchange: the nearest one above is meant, else one further down. */
function byParent(
  label: PostLabel | undefined,
  at: number,
  byLabel: ReadonlyMap<string, readonly number[]>,
): number | undefined {
  if (label?.parent === undefined) return undefined;
  const places = byLabel.get(label.parent) ?? [];
  return lastBefore(places, at) ?? places[0];
}

function byKind(
  kind: PostKind,
  label: PostLabel | undefined,
  at: number,
  byLabel: ReadonlyMap<string, readonly number[]>,
  question: number | undefined,
  spoken: number | undefined,
): number | undefined {
  switch (kind) {
    case 'answer': {
      const number = /^A(\d+)$/.exec(label?.text ?? '')?.[1];
      const numbered = number === undefined ? [] : (byLabel.get(`Q${number}`) ?? []);
      return lastBefore(numbered, at) ?? question;
    }
    case 'reply':
      return spoken;
    case 'question':
    case 'note':
      return undefined;
  }
}

/** The last of ascending numbers that is less than `limit`. */
function lastBefore(numbers: readonly number[], limit: number): number | undefined {
  return numbers[lowerBound(numbers.length, (at) => (numbers[at] ?? 0) < limit) - 1];
}
