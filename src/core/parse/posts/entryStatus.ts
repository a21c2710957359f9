import type { EntryStatus, Post } from '../../model';
import { announcesArticle, isOnlyLinks } from './linkPosts';
import { isSelfAnswer } from './selfAnswers';

/** The status of prose, whose wording says nothing about who solved what. */
export function statusOfProse(posts: readonly Post[]): EntryStatus {
  const answers = posts.filter(({ kind }) => kind === 'answer');
  if (answers.length === 0) return 'unanswered';
  return answers.every(({ markdown }) => isOnlyLinks(markdown)) ? 'link' : 'answered';
}

/**
 * The status of a thread by its posts. `link`: the answer is behind links. Never `disputed`, which the archivist
 * declares.
 */
export function statusOfThread(title: string, posts: readonly Post[]): EntryStatus {
  const answers = posts.filter(({ kind }) => kind === 'answer');
  const [first] = answers;
  if (first === undefined) {
    const isArticle = announcesArticle(title) || isOnlyLinks(title);
    return isArticle && posts.every(({ kind }) => kind !== 'question') ? 'link' : 'unanswered';
  }
  if (answers.every(({ markdown }) => isOnlyLinks(markdown))) return 'link';
  if (answers.length === 1 && announcesArticle(first.markdown)) return 'link';
  const asker = posts.find(({ kind }) => kind === 'question')?.author;
  const mayBeAskers = ({ author }: Post): boolean =>
    asker === undefined || author === undefined || author === asker;
  const isSelfAnswered = answers.some((answer) => mayBeAskers(answer) && isSelfAnswer(answer.markdown));
  return isSelfAnswered ? 'self-answered' : 'answered';
}
