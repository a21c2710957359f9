/** The archive's data model: what every parser produces and every surface reads. All of it is immutable. */

export type ArchiveId = string & { readonly brand: 'ArchiveId' };
/** `<archive>/<document>#<slug>`, or `<archive>/<pinned id>` where the author pinned one. */
export type EntryId = string & { readonly brand: 'EntryId' };

/** A range of UTF-16 offsets in a document's normalised text; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A range of lines counted from one; `endLine` is exclusive. */
export interface LineRange {
  readonly startLine: number;
  readonly endLine: number;
}

export type PostKind = 'question' | 'answer' | 'reply' | 'note';

export interface Post {
  readonly kind: PostKind;
  /** The label the author gave it, such as `A1-Q1`, without its punctuation. */
  readonly label?: string;
  /** Index in the variant's posts of the post this one answers; absent when it answers the entry's title. */
  readonly replyTo?: number;
  /** An answer given by whoever asked. */
  readonly byAsker?: true;
  /** Towards the post it answers, where its first words leave no doubt. */
  readonly agreement?: 'agrees' | 'disagrees';
  /** The post's Markdown without quote markers and label. */
  readonly markdown: string;
  readonly span: Span;
  /** Line of the document, counted from one, where the post begins. */
  readonly line: number;
}

export interface Link {
  readonly target: string;
  readonly text: string;
  readonly span: Span;
}

export interface Image {
  readonly target: string;
  readonly alt: string;
  /** `remote`: an address outside the archive, never fetched without the reader's word. */
  readonly state: 'present' | 'missing' | 'remote';
  /** Line of the document, counted from one. */
  readonly line: number;
  /** Path inside the archive, when the target stays inside. */
  readonly path?: string;
  /** Size of the file in bytes, where it is known. */
  readonly bytes?: number;
  /** When the file was changed last, in milliseconds since 1970, where it is known. */
  readonly modified?: number;
  readonly span: Span;
}

export interface CodeBlock {
  /** The fence's info word in lower case, or an empty string. */
  readonly language: string;
  readonly text: string;
  readonly span: Span;
}

export type EntryStatus = 'answered' | 'self-answered' | 'disputed' | 'unanswered' | 'link';

export interface SymbolRef {
  /** Qualified Python name: as it was declared, or the one the symbol table knows what was found by. */
  readonly name: string;
  /** Where it is, from the strongest on: an anchor of a link, code (inline or in a block), plain text. */
  readonly from: 'declared' | 'link' | 'code' | 'prose';
}

export interface VersionNote {
  readonly package: string;
  readonly version: string;
  /** `inferred`: read from a link to a versioned documentation page. */
  readonly from: 'declared' | 'inferred';
}

interface EntrySource extends LineRange {
  /** Path of the document inside its archive, with `/` between folders. */
  readonly document: string;
}

/** One language's text of an entry. */
export interface Variant {
  /** BCP 47 language tag. */
  readonly language: string;
  readonly title: string;
  readonly topics: readonly string[];
  readonly posts: readonly Post[];
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  readonly code: readonly CodeBlock[];
  readonly source: EntrySource;
}

/** What holds of an entry in every language. */
export interface EntryFacts {
  readonly status: EntryStatus;
  /** Other names of the entry. */
  readonly aliases: readonly string[];
  readonly symbols: readonly SymbolRef[];
  /** Exception names and SQLAlchemy error codes. */
  readonly errorCodes: readonly string[];
  readonly versions: readonly VersionNote[];
  /** Of the thread: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string;
}

/** One question with everything said about it. The entry itself is its first variant. */
export interface Entry extends Variant, EntryFacts {
  readonly id: EntryId;
  readonly archive: ArchiveId;
  readonly translations: readonly Variant[];
  readonly see: readonly EntryId[];
}

/** What has a title, with those in other languages by language tag. */
export interface Titled {
  readonly title: string;
  readonly titles: Readonly<Record<string, string>>;
}

/** Qualified names an entry is about: those it declares or links to the documentation of, not those in its text. */
export function subjectsOf({ symbols }: EntryFacts): readonly string[] {
  return symbols.filter(({ from }) => from === 'declared' || from === 'link').map(({ name }) => name);
}

/** The variants of an entry, the original first. */
export function variantsOf(entry: Entry): readonly Variant[] {
  return [entry, ...entry.translations];
}

/** The variant in `language` (compared by its primary subtag), else the original. */
export function variantIn(entry: Entry, language: string): Variant {
  const primary = primarySubtag(language);
  return variantsOf(entry).find((variant) => primarySubtag(variant.language) === primary) ?? entry;
}

/**
 * A title in `language`: the one under just that tag, else under one with the same primary subtag, else the title that
 * goes without a language. Tags are compared without regard to case.
 */
export function titleIn({ title, titles }: Titled, language: string): string {
  const known = Object.entries(titles);
  const tagged = (of: (tag: string) => string): string | undefined =>
    known.find(([tag]) => of(tag) === of(language))?.[1];
  return tagged((tag) => tag.toLowerCase()) ?? tagged(primarySubtag) ?? title;
}

function primarySubtag(language: string): string {
  return language.toLowerCase().split(/[-_]/, 1)[0] ?? '';
}
