import type { EntryStatus, Post } from '../model';
import { announcesArticle, isOnlyLinks, isSelfAnswer } from './cues';

/**
 * The status a thread shows of itself. `link`: the answer lies behind links; `disputed` is never guessed, the
 * archivist declares it.
 */
export function inferStatus(title: string, posts: readonly Post[]): EntryStatus {
  const answers = posts.filter((post) => post.kind === 'answer');
  const [first] = answers;
  if (first === undefined) {
    return posts.every((post) => post.kind === 'note') && announcesArticle(title) ? 'link' : 'unanswered';
  }
  if (answers.every((post) => isOnlyLinks(post.markdown))) return 'link';
  if (answers.length === 1 && announcesArticle(first.markdown)) return 'link';
  return answers.some((post) => isSelfAnswer(post.markdown)) ? 'self-answered' : 'answered';
}
