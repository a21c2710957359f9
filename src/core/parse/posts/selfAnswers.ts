import type { EntryStatus, Post } from '../../model';
import { ASKER_WORDING } from './askerWording';
import { matchesAny } from './matchCount';

/** Which answers the asker gave, by their wording in Korean and English. */

const ANSWERS_ONESELF =
  /자문\s*자답|답을\s*찾았|answering my own|I (figured|found (the|a) (answer|solution))/i;
/** Somebody solved it: the asker, unless they say that they had the same problem. */
const SOLVED =
  /해결\s*(했던|했습니다|했어요|했네요|하였습니다|됐습니다|됐어요|되었습니다)|\bI (have )?(solved|fixed)\b|^\W*(figured it out|(solved|fixed|found) it|never ?mind)\b/i;
const HAD_SAME_PROBLEM =
  /(저|저희)(도|는|의\s*경우)(?=[\s,])|(제|저)\s*(경우|같은\s*경우)|\b(me too|same here|I (once|also)|in my case)\b/i;
/** Problem and solution in one post. */
const PRESENTS_SOLUTION = /해결\s*방법/;

/** Whether the wording of an answer says that the asker gave it. */
export function isSelfAnswer(text: string): boolean {
  if (ANSWERS_ONESELF.test(text)) return true;
  if (SOLVED.test(text) && !HAD_SAME_PROBLEM.test(text)) return true;
  return PRESENTS_SOLUTION.test(text) && matchesAny(text, ASKER_WORDING);
}

/**
 * Marks the asker's answers in an entry that is self-answered: those whose wording says so, or the only answer there
 * is.
 */
export function markSelfAnswers(posts: readonly Post[], status: EntryStatus): readonly Post[] {
  if (status !== 'self-answered') return posts;
  const answers = posts.filter(({ kind }) => kind === 'answer');
  const stated = answers.filter(({ markdown }) => isSelfAnswer(markdown));
  const own = new Set(answers.length === 1 ? answers : stated);
  return posts.map((post) => (own.has(post) ? { ...post, byAsker: true } : post));
}
