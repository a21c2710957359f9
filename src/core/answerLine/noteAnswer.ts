import { MAX_ANSWER_LENGTH, type AnswerLine, type Post } from '../model';
import { answerText } from './answerText';

/** What a note that is the answer line begins with: `In short:`, `TL;DR`, `Answer:`, `요약:`, `한마디로,` and the like. */
const MARKER =
  /^(?:\*\*|__)?(?:in short|in brief|short answer|the short answer|answer|tl;?\s?dr|summary|한 ?마디로|한 ?줄 ?(?:요약|답변?)|짧은 답변?|요약|결론|정답|답변?)\s*(?:[:：,]\s*(?:\*\*|__)?|(?:\*\*|__)\s*[:：]?|\n)\s*/iu;

/**
 * The answer line that the first note declares: the note begins with a marker and the rest of it is short enough.
 *
 * @returns `tooLong` where the note is marked and says more than an answer line may.
 */
export function answerOfNotes(posts: readonly Post[]): AnswerLine | 'tooLong' | undefined {
  const post = posts.findIndex(({ kind }) => kind === 'note');
  const markdown = posts[post]?.markdown.trimStart() ?? '';
  const marker = MARKER.exec(markdown)?.[0];
  if (marker === undefined) return undefined;
  const text = answerText(markdown.slice(marker.length));
  if (text === '') return undefined;
  return text.length > MAX_ANSWER_LENGTH ? 'tooLong' : { text, from: 'declared', post };
}
