import type { Turn } from './replyTree';
import type { EntryLabels } from './labels';

/** How the posts of a thread are called, by their indices. */
export interface PostNames {
  /** "Answer A1", "Answer 3", or "Answer" where there is but one. */
  full(at: number): string;
  /** "A1", else as `full`: enough to find it by. */
  short(at: number): string;
  /** The post's label, else its number where there are several of its kind. */
  which(at: number): string | undefined;
  /** "Reply 2 of 5 to A1". */
  aloud(at: number): string;
  /** Whether what the post answers has to be said: it does not go without saying. */
  saysParent(at: number): boolean;
}

export function namesOf(turns: readonly Turn[], words: EntryLabels): PostNames {
  const byIndex: Turn[] = [];
  for (const turn of turns) byIndex[turn.at] = turn;
  const questions = turns.filter(({ post, parent }) => post.kind === 'question' && parent === undefined);
  const which = (at: number): string | undefined => {
    const { post, number, of } = byIndex[at]!;
    return post.label ?? (of > 1 ? String(number) : undefined);
  };
  const full = (at: number): string =>
    [words.kinds[byIndex[at]!.post.kind], which(at)].filter((part) => part !== undefined).join(' ');
  const short = (at: number): string => byIndex[at]!.post.label ?? full(at);
  const saysParent = (at: number): boolean => {
    const { parent, depth } = byIndex[at]!;
    if (parent === undefined) return false;
    return depth > 0 || questions.length > 1 || byIndex[parent]!.post.label !== undefined;
  };
  return {
    full,
    short,
    which,
    saysParent,
    aloud: (at) => {
      const { post, number, of, parent } = byIndex[at]!;
      const to = parent !== undefined && saysParent(at) ? { to: short(parent) } : {};
      return words.turn({ kind: post.kind, number, of, ...to });
    },
  };
}
