import type { EntryStatus, Post, PostKind } from '../model';
import type { RelatedWhy } from '../library/relatedEntries';

/** Where a post stands among others, to be said in a few words. */
export interface TurnLabels {
  readonly kind: PostKind;
  readonly number: number;
  readonly of: number;
  /** Name of the post that is answered, where it has to be said. */
  readonly to?: string;
}

/** The words a rendered entry needs, in the reader's language. */
export interface EntryLabels {
  /** BCP 47 tag of the language these words are in: a thread may be in another. */
  readonly language: string;
  readonly kinds: Readonly<Record<PostKind, string>>;
  readonly statuses: Readonly<Record<EntryStatus, string>>;
  readonly stances: Readonly<Record<NonNullable<Post['agreement']>, string>>;
  /** "to A1", given the name of the post that is answered. */
  answers(name: string): string;
  /** "Reply 2 of 5 to A1", for whoever listens to the thread. */
  turn(turn: TurnLabels): string;
  /** Of an answer that whoever asked gave. */
  readonly byAsker: string;
  /** Of a note, which is no part of the chat. */
  readonly byArchivist: string;
  /** "Copy answer A1", given the post's label or number; none where it is the only one of its kind. */
  copyPost(kind: PostKind, which: string | undefined): string;
  readonly copyCode: string;
  /** "Code 2 in Answer A1": the name of a box that scrolls. */
  code(number: number, post: string): string;
  table(number: number, post: string): string;
  missingImage(target: string): string;
  remoteImage(target: string): string;
  /** What opens an image large. */
  enlarge(name: string): string;
  /** What loads an image that is too large to load unasked. */
  loadImage(name: string, bytes: number): string;
  readonly inferredVersion: string;
  /** Above a thread whose answers contradict each other. */
  readonly opinionsDiffer: string;
  /** Above the links to the entries that its archivist named. */
  readonly otherViews: string;
  /** What a list of a long thread's posts is called. */
  readonly outline: string;
  readonly allPosts: string;
  /** What opens the entry's place in its document, named by its archive. */
  openSource(archive: string): string;
  readonly actions: Readonly<Record<'openSource' | 'copyLink' | 'copyMarkdown' | 'report', string>>;
  /** What the group of the actions is called. */
  readonly actionsName: string;
  readonly related: string;
  /** Why an entry is related, in a few words. */
  why(why: RelatedWhy): string;
  /** "Search: topic:SQLAlchemy", for what searches when clicked. */
  search(query: string): string;
  readonly languages: string;
}
