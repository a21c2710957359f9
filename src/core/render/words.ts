import type { EntryStatus, PostKind } from '../model';
import type { RelatedWhy } from '../related';

/** The words a rendered entry needs, in the reader's language. */
export interface Words {
  readonly kinds: Readonly<Record<PostKind, string>>;
  readonly statuses: Readonly<Record<EntryStatus, string>>;
  /** "answers A1", given the label of the post that is answered. */
  answers(label: string): string;
  missingImage(target: string): string;
  remoteImage(target: string): string;
  readonly inferredVersion: string;
  readonly related: string;
  /** Why an entry is related, in a few words. */
  why(why: RelatedWhy): string;
  /** "Search: topic:SQLAlchemy", for what searches when clicked. */
  search(query: string): string;
  /** The entry is not in its archive any more. */
  readonly gone: string;
  readonly languages: string;
}
