import type { Span } from '../../model';
import type { ListItem, Section } from '../outline';

/** The shapes a document comes in, in the order they are looked for. */
export const LAYOUTS = ['thread', 'entry', 'faq', 'collapsed', 'prose'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** A stretch of the document that is one entry. Lines count from zero, in the whole document. */
export interface EntryBlock {
  /** Empty where the document names none. */
  readonly title: string;
  /** Line of the heading; absent where there is none. */
  readonly titleLine?: number;
  readonly startLine: number;
  readonly endLine: number;
  /** First line of the text below the title. */
  readonly bodyLine: number;
  /** Where that text is no whole number of lines: the stretches of the document it consists of. */
  readonly body?: readonly Span[];
  /** List items its text stands in: from a line of the document on, it is set in. */
  readonly items?: readonly (ListItem & { readonly line: number })[];
  /** Titles of what encloses it, the outermost first. */
  readonly topics: readonly string[];
  readonly pinned?: string;
  /** Index of the section it begins with; absent where it is none. */
  readonly section?: number;
}

/** Index of the first section after `at` that is no deeper than `level`, or the number of sections. */
export function endOf(sections: readonly Section[], at: number, level: number): number {
  let end = at + 1;
  while (end < sections.length && (sections[end]?.level ?? 0) > level) end += 1;
  return end;
}

/** A section as an entry that goes on until the section `end`. */
export function sectionBlock(
  sections: readonly Section[],
  at: number,
  end: number,
  topics: readonly string[],
  lineCount: number,
): EntryBlock {
  const section = sections[at]!;
  const items = sections
    .slice(at, end)
    .flatMap(({ item, line }) => (item === undefined ? [] : [{ ...item, line }]));
  return {
    title: section.title,
    titleLine: section.line,
    startLine: section.line,
    bodyLine: section.contentLine,
    endLine: sections[end]?.line ?? lineCount,
    topics: topics.filter((topic) => topic !== ''),
    ...(section.pinned === undefined ? {} : { pinned: section.pinned }),
    ...(items.length === 0 ? {} : { items }),
    section: at,
  };
}
