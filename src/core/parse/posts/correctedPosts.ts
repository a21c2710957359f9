import { addToGroup } from '../../base/grouping';
import type { Post } from '../../model';

/** Matches the notes that correct a post. */
export function corrects(post: number): (note: Post) => boolean {
  return ({ corrects: corrected = [] }) => corrected.includes(post);
}

/** For each corrected post the indices of the notes that correct it. */
export function notesByCorrectedPost(posts: readonly Post[]): ReadonlyMap<number, readonly number[]> {
  const notes = new Map<number, number[]>();
  posts.forEach(({ corrects: corrected = [] }, note) => {
    for (const post of corrected) addToGroup(notes, post, note);
  });
  return notes;
}
