import type { EntryStatus, PostKind } from '../model';

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
  readonly languages: string;
}
