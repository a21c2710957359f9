/** The data model of archives: parsers produce it, surfaces read it. All of it is immutable. */

export type ArchiveId = string & { readonly brand: 'ArchiveId' };
/** `<archive>/<document>#<slug>`, or `<archive>/<pinned id>` where the author pinned one. */
export type EntryId = string & { readonly brand: 'EntryId' };

/** A range of UTF-16 offsets in a document's normalised text; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A range of lines, counted from one; `endLine` is exclusive. */
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
  /** Who wrote it, as the text names them, or a pseudonym. */
  readonly author?: string;
  /** When it was written, where the text says so: `YYYY-MM-DD`. */
  readonly date?: string;
  /** Set for an answer by the person who asked. */
  readonly byAsker?: true;
  /** Whether it agrees with the post it answers, where its wording leaves no doubt. */
  readonly agreement?: 'agrees' | 'disagrees';
  /** For a note, the indices of the posts that it corrects. */
  readonly corrects?: readonly number[];
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
  /** `remote`: a URL outside the archive, fetched only when the reader asks for it. */
  readonly state: 'present' | 'missing' | 'remote';
  /** Line of the document, counted from one. */
  readonly line: number;
  /** Path inside the archive; absent where the target leads out of it. */
  readonly path?: string;
  /** Size of the file in bytes, where known. */
  readonly bytes?: number;
  /** Time of the file's last change, in milliseconds since 1970, where known. */
  readonly modified?: number;
  readonly span: Span;
}

export interface CodeBlock {
  /** The first word of the fence's info string, in lower case, or an empty string. */
  readonly language: string;
  readonly text: string;
  readonly span: Span;
}

export type EntryStatus = 'answered' | 'self-answered' | 'disputed' | 'unanswered' | 'link';

export interface SymbolRef {
  /** Qualified Python name: as declared, or as in the symbol table. */
  readonly name: string;
  /** Where the entry mentions it, strongest first: front matter, the anchor of a link, code (inline or a block), prose. */
  readonly from: 'declared' | 'link' | 'code' | 'prose';
}

export interface VersionNote {
  readonly package: string;
  readonly version: string;
  /** `inferred`: read from a link to a versioned documentation page. */
  readonly from: 'declared' | 'inferred';
}

/** An entry's answer in one or two sentences. */
export interface AnswerLine {
  /** At most `MAX_ANSWER_LENGTH` UTF-16 units, one line: plain text, with code between single backticks. */
  readonly text: string;
  /** `declared`: written by the archivist; `inferred`: a sentence of the thread. */
  readonly from: 'declared' | 'inferred';
  /** Index in the variant's posts of the post that says it; absent where front matter declares it. */
  readonly post?: number;
}

/** UTF-16 units of the longest answer line. */
export const MAX_ANSWER_LENGTH = 200;

interface EntrySource extends LineRange {
  /** Path of the document inside its archive, with `/` between folders. */
  readonly document: string;
  /** Anchors of its headings that authors declare, and those of its subsections, without `#`. */
  readonly anchors?: readonly string[];
}

/** One language's text of an entry. */
export interface Variant {
  /** BCP 47 language tag. */
  readonly language: string;
  readonly title: string;
  /** The title for narrow lists, where the author declares one. */
  readonly shortTitle?: string;
  readonly topics: readonly string[];
  /** Absent where the thread has no sentence that answers its title. */
  readonly answer?: AnswerLine;
  readonly posts: readonly Post[];
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  readonly code: readonly CodeBlock[];
  readonly source: EntrySource;
}

/** The properties of an entry that are the same in every language. */
export interface EntryFacts {
  readonly status: EntryStatus;
  /** Other names of the entry. */
  readonly aliases: readonly string[];
  readonly symbols: readonly SymbolRef[];
  /** Exception names and SQLAlchemy error codes. */
  readonly errorCodes: readonly string[];
  readonly versions: readonly VersionNote[];
  /** The date of the thread: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string;
}

/** Where to open an entry: the post that made it an answer, and the words there. */
export interface EntryTarget {
  /** The variant's language; absent for that of the reader. */
  readonly language?: string;
  /** Index in that variant's posts; absent for the entry's head. */
  readonly post?: number;
  /** Words to highlight, in lower case. */
  readonly words?: readonly string[];
}

/** One question with everything said about it. The entry itself is its original variant. */
export interface Entry extends Variant, EntryFacts {
  readonly id: EntryId;
  readonly archive: ArchiveId;
  readonly translations: readonly Variant[];
  readonly see: readonly EntryId[];
}

/** Something with a title, and its titles in other languages by language tag. */
export interface Titled {
  readonly title: string;
  readonly titles: Readonly<Record<string, string>>;
}

/** Qualified names of the symbols an entry is about: those it declares or links to, not those its text mentions. */
export function subjectsOf({ symbols }: EntryFacts): readonly string[] {
  return symbols.filter(({ from }) => from === 'declared' || from === 'link').map(({ name }) => name);
}

/** The variants of an entry, the original first. */
export function variantsOf(entry: Entry): readonly Variant[] {
  return [entry, ...entry.translations];
}

/** The variant in a language (compared by primary subtag), else the original. */
export function variantIn(entry: Entry, language: string): Variant {
  const primary = primarySubtag(language);
  return variantsOf(entry).find((variant) => primarySubtag(variant.language) === primary) ?? entry;
}

/** The title for narrow lists: the short one, if there is one. */
export function listTitle({ title, shortTitle }: Pick<Variant, 'title' | 'shortTitle'>): string {
  return shortTitle ?? title;
}

/**
 * The title in a language: the one under that tag, else under a tag with the same primary subtag, else the title without
 * a language. Tags are compared without regard to case.
 */
export function titleIn({ title, titles }: Titled, language: string): string {
  const titleBy = (normalise: (tag: string) => string): string | undefined =>
    Object.entries(titles).find(([tag]) => normalise(tag) === normalise(language))?.[1];
  return titleBy((tag) => tag.toLowerCase()) ?? titleBy(primarySubtag) ?? title;
}

function primarySubtag(language: string): string {
  return language.toLowerCase().split(/[-_]/, 1)[0] ?? '';
}
