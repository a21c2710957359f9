import type { EntryStatus, Post } from '../../model';
import { announcesArticle, isOnlyLinks, isSelfAnswer } from './wordingHeuristics';

/** The status of prose: nobody speaks in it, so its wording says nothing about who solved what. */
export function statusOfProse(posts: readonly Post[]): EntryStatus {
  const answers = posts.filter((post) => post.kind === 'answer');
  if (answers.length === 0) return 'unanswered';
  return answers.every((post) => isOnlyLinks(post.markdown)) ? 'link' : 'answered';
}

/**
 * The status a thread shows of itself. `link`: the answer lies behind links; `disputed` is never guessed, the
 * archivist declares it.
 */
export function inferStatus(title: string, posts: readonly Post[]): EntryStatus {
  const answers = posts.filter((post) => post.kind === 'answer');
  const [first] = answers;
  if (first === undefined) {
    const isArticle = announcesArticle(title) || isOnlyLinks(title);
    return isArticle && posts.every(({ kind }) => kind !== 'question') ? 'link' : 'unanswered';
  }
  if (answers.every((post) => isOnlyLinks(post.markdown))) return 'link';
  if (answers.length === 1 && announcesArticle(first.markdown)) return 'link';
  return answers.some((post) => isSelfAnswer(post.markdown)) ? 'self-answered' : 'answered';
}
