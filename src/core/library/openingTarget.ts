import type { EntryTarget, Variant } from '../model';

/**
 * Where a variant is opened for a target in it. The question that a thread begins with is seen from the head, together
 * with the answer line, so the thread opens there instead, with the same words.
 */
export function openingTarget(
  { posts }: Pick<Variant, 'posts'>,
  post: number | undefined,
  words: readonly string[] | undefined,
): Pick<EntryTarget, 'post' | 'words'> {
  const isOpeningQuestion = post === 0 && posts[0]?.kind === 'question';
  return {
    ...(post === undefined || isOpeningQuestion ? {} : { post }),
    ...(words === undefined ? {} : { words }),
  };
}
