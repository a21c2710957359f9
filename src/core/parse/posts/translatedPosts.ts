import type { EntryStatus, Post } from '../../model';
import { markSelfAnswers } from './selfAnswers';

/**
 * The posts of a translation with the facts that its original's wording shows: who answered, who agrees, what is
 * corrected. They apply to the thread in every language, so a translation with the same posts takes them from its
 * original; one with other posts has only what its own wording shows.
 */
export function withOriginalFacts(
  original: readonly Post[],
  translated: readonly Post[],
  status: EntryStatus,
): readonly Post[] {
  const unmarked = translated.map(({ byAsker: _byAsker, ...post }): Post => post);
  const hasSamePosts =
    original.length === unmarked.length &&
    original.every(
      ({ kind, replyTo }, at) => kind === unmarked[at]!.kind && replyTo === unmarked[at]!.replyTo,
    );
  if (!hasSamePosts) return markSelfAnswers(unmarked, status);
  return unmarked.map(({ agreement: _agreement, ...post }, at): Post => {
    const { byAsker, agreement, corrects } = original[at] ?? {};
    return {
      ...post,
      ...(byAsker && { byAsker }),
      ...(agreement !== undefined && { agreement }),
      ...(corrects !== undefined && { corrects }),
    };
  });
}
