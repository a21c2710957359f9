import { slug } from 'github-slugger';
import type { Span } from '../../model';
import type { Section } from '../section';
import type { Container } from '../containers';

/** The lines of a document that are one entry, counted from zero in the whole document. */
export interface EntryBlock {
  /** Empty where the document gives none. */
  readonly title: string;
  /** Line of the heading; absent where there is none. */
  readonly titleLine?: number;
  readonly startLine: number;
  readonly endLine: number;
  /** First line of the text below the title. */
  readonly bodyLine: number;
  /** The parts of the document that make up that text, where these are not whole lines. */
  readonly body?: readonly Span[];
  /** Where that text begins on its first line, in characters. */
  readonly bodyColumn?: number;
  /** The containers that parts of that text are in, in order. */
  readonly containers?: readonly Container[];
  /** Titles of the enclosing sections, the outermost first. */
  readonly topics: readonly string[];
  readonly pinned?: string;
  /** Anchors that its headings declare, and those that its subsections have by their titles, without `#`. */
  readonly anchors?: readonly string[];
  /** Index of the section it starts with; absent where it starts with none. */
  readonly section?: number;
}

/** The anchors of the sections of an entry, of which the first is the entry's own. */
export function anchorsOf(parts: readonly Section[]): readonly string[] {
  return parts.flatMap(({ anchors, title }, at) => [
    ...anchors,
    ...(at > 0 && title !== '' ? [slug(title)] : []),
  ]);
}

/** The sections `at` to `end` (exclusive) as one entry with the title of the first. */
export function sectionBlock(
  sections: readonly Section[],
  at: number,
  end: number,
  topics: readonly string[],
  lineCount: number,
): EntryBlock {
  const section = sections[at]!;
  const parts = sections.slice(at, end);
  const containers = parts.flatMap((part) => part.containers);
  const anchors = anchorsOf(parts);
  return {
    title: section.title,
    titleLine: section.line,
    startLine: section.line,
    bodyLine: section.contentLine,
    endLine: sections[end]?.line ?? lineCount,
    topics: topics.filter((topic) => topic !== ''),
    ...(section.pinned === undefined ? {} : { pinned: section.pinned }),
    ...(section.contentColumn === 0 ? {} : { bodyColumn: section.contentColumn }),
    ...(containers.length === 0 ? {} : { containers }),
    ...(anchors.length === 0 ? {} : { anchors }),
    section: at,
  };
}
