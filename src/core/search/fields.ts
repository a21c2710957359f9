import { subjectsOf, type Entry, type Variant } from '../model';
import { plainAnswer } from '../answerLine/plainAnswer';
import { postTextOf } from './postText';

/** The fields of an entry that are indexed. */
export const FIELDS = ['title', 'symbols', 'topics', 'question', 'answers', 'code'] as const;
export type Field = (typeof FIELDS)[number];

/** A run of text that phrases do not extend beyond. */
export interface Segment {
  readonly field: Field;
  /** Index in the variant's posts; absent for what belongs to the entry as a whole. */
  readonly post?: number;
  readonly text: string;
}

/** The name its author gave the entry: the pinned id, or else the file name of its document. */
function authoredNameOf({ id, archive, source }: Entry): string {
  const localId = id.slice(archive.length + 1);
  const isPinned = !localId.includes('#');
  return (isPinned ? localId : source.document.replace(/^.*\/|\.[^.]*$/g, '')).normalize('NFC');
}

/** The searchable text of one variant: its title first, then its other names, then post by post. */
export function segmentsOf(entry: Entry, variant: Variant): readonly Segment[] {
  const segments: Segment[] = [
    { field: 'title', text: variant.title },
    ...entry.aliases.map((text) => ({ field: 'title' as const, text })),
    // Symbols that were only found in the text are searched there.
    ...[...subjectsOf(entry), ...entry.errorCodes].map((text) => ({ field: 'symbols' as const, text })),
    ...variant.topics.map((text) => ({ field: 'topics' as const, text })),
    { field: 'topics', text: authoredNameOf(entry) },
  ];
  variant.posts.forEach((post, at) => {
    const { prose, code } = postTextOf(post);
    segments.push({ field: post.kind === 'question' ? 'question' : 'answers', post: at, text: prose });
    segments.push({ field: 'code', post: at, text: code });
  });
  // An inferred answer line is a sentence of a post.
  if (variant.answer?.from === 'declared')
    segments.push({ field: 'answers', text: plainAnswer(variant.answer) });
  return segments.filter(({ text }) => text !== '');
}
