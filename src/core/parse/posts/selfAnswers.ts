import type { EntryStatus, Post } from '../../model';
import { isSelfAnswer } from './wordingHeuristics';

/**
 * Marks the answers of whoever asked, in an entry that is self-answered: those whose wording says so; where there is
 * none, the only answer there is.
 */
export function markSelfAnswers(posts: readonly Post[], status: EntryStatus): readonly Post[] {
  if (status !== 'self-answered') return posts;
  const answers = posts.filter(({ kind }) => kind === 'answer');
  const said = answers.filter(({ markdown }) => isSelfAnswer(markdown));
  const own = new Set(said.length === 0 && answers.length === 1 ? answers : said);
  return posts.map((post) => (own.has(post) ? { ...post, byAsker: true } : post));
}

/**
 * Who said it and on which side are facts of the thread, not of its wording: a translation with the same posts has them
 * from its original. One with other posts has only what its own words say.
 */
export function withFactsOf(
  original: readonly Post[],
  translated: readonly Post[],
  status: EntryStatus,
): readonly Post[] {
  const bare = translated.map(({ byAsker: _byAsker, ...post }): Post => post);
  const isSame =
    original.length === bare.length &&
    original.every(
      ({ kind, replyTo: answers }, at) => kind === bare[at]?.kind && answers === bare[at].replyTo,
    );
  if (!isSame) return markSelfAnswers(bare, status);
  return bare.map(({ agreement: _stance, ...post }, at): Post => {
    const { byAsker, agreement: stance } = original[at] ?? {};
    return { ...post, ...(byAsker && { byAsker }), ...(stance !== undefined && { agreement: stance }) };
  });
}
