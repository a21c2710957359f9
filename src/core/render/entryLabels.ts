import type { RelatedWhy } from '../library/relatedEntries';
import type { BoxKind } from '../markdown/boxKinds';
import type { EntryStatus, Post, PostKind } from '../model';

/** A post's position among its siblings, for a label such as "Reply 2 of 5 to A1". */
export interface PostPosition {
  readonly kind: PostKind;
  readonly number: number;
  readonly total: number;
  /** Name of the post it answers, where that is not obvious. */
  readonly parentName?: string;
}

/** The labels of a rendered entry, in the reader's language. */
export interface EntryLabels {
  /** BCP 47 tag of the labels' language; a thread may be in another one. */
  readonly language: string;
  readonly kinds: Readonly<Record<PostKind, string>>;
  readonly statuses: Readonly<Record<EntryStatus, string>>;
  readonly agreement: Readonly<Record<NonNullable<Post['agreement']>, string>>;
  /** "to A1", given the name of the post that is answered. */
  inReplyTo(name: string): string;
  /** "corrected in Archivist's note 1", given the note's name: at the post that a note corrects. */
  correctedIn(note: string): string;
  /** "corrects A1", given the name of the corrected post. */
  corrects(name: string): string;
  /** Beside the status of an entry whose accepted answer is corrected. */
  readonly corrected: string;
  /** Above an entry's answer line. */
  readonly inShort: string;
  /** Marks an answer line that the archivist did not write. */
  readonly inferredAnswer: string;
  /** Of an answer line that was found in a post, given its name. */
  answerFrom(name: string): string;
  /** "Reply 2 of 5 to A1", for screen readers. */
  postPosition(position: PostPosition): string;
  /** Marks an answer that the asker gave. */
  readonly byAsker: string;
  /** "Copy answer A1"; without label or number where the post is the only one of its kind. */
  copyPost(kind: PostKind, labelOrNumber: string | undefined): string;
  readonly copyCode: string;
  /** "Code 2 in Answer A1": the name of a scrollable code block. */
  code(number: number, post: string): string;
  table(number: number, post: string): string;
  /** The names of boxes that have no title of their own. */
  readonly boxes: Readonly<Record<BoxKind, string>>;
  /** The group of a post's footnotes. */
  readonly footnotes: string;
  /** "Footnote 1": a link to it. */
  footnote(number: number): string;
  /** A link from a footnote to where the text refers to it. */
  readonly backToText: string;
  missingImage(target: string): string;
  remoteImage(target: string): string;
  enlargeImage(name: string): string;
  /** Loads an image that is too large to load automatically. */
  loadImage(name: string, bytes: number): string;
  readonly inferredVersion: string;
  /** Above a disputed thread. */
  readonly opinionsDiffer: string;
  /** Above links to the entries that the archivist named in a disputed thread. */
  readonly otherViewpoints: string;
  /** The list of a long thread's posts. */
  readonly outline: string;
  readonly allPosts: string;
  /** The button that leads to the top of the thread. */
  readonly top: string;
  /** Opens the entry in its document, given the archive's title. */
  openSource(archive: string): string;
  readonly actions: Readonly<Record<'openSource' | 'copyLink' | 'copyMarkdown' | 'report', string>>;
  /** The group of these actions. */
  readonly actionsName: string;
  readonly related: string;
  /** Why an entry is related, in a few words; `undefined` if it needs no reason. */
  relatedReason(why: RelatedWhy): string | undefined;
  /** "Search: topic:SQLAlchemy". */
  search(query: string): string;
  /** The group of buttons that switch the language. */
  readonly languages: string;
}
