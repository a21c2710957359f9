import { subjectsOf, type Entry, type Variant } from '../model';
import { textOf } from './postText';

/** What an entry is searched by. */
export const FIELDS = ['title', 'symbols', 'topics', 'question', 'answers', 'code'] as const;
export type Field = (typeof FIELDS)[number];

/** A stretch of text that phrases do not reach across. */
export interface Segment {
  readonly field: Field;
  /** Index in the variant's posts, for what a post says. */
  readonly post?: number;
  readonly text: string;
}

/** What its author called the entry: its pinned id, or else the name of its document. */
function nameOf({ id, archive, source }: Entry): string {
  const own = id.slice(archive.length + 1);
  return (own.includes('#') ? source.document.replace(/^.*\/|\.[^.]*$/g, '') : own).normalize('NFC');
}

/** The searchable text of one language's variant: its title first, then other names, then post by post. */
export function segmentsOf(entry: Entry, variant: Variant): readonly Segment[] {
  const segments: Segment[] = [
    { field: 'title', text: variant.title },
    ...entry.aliases.map((text) => ({ field: 'title' as const, text })),
    // Those found in the text are searched there.
    ...[...subjectsOf(entry), ...entry.errorCodes].map((text) => ({ field: 'symbols' as const, text })),
    ...variant.topics.map((text) => ({ field: 'topics' as const, text })),
    { field: 'topics', text: nameOf(entry) },
  ];
  variant.posts.forEach((post, at) => {
    const { prose, code } = textOf(post);
    segments.push({ field: post.kind === 'question' ? 'question' : 'answers', post: at, text: prose });
    segments.push({ field: 'code', post: at, text: code });
  });
  return segments.filter(({ text }) => text !== '');
}
