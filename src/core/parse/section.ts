import type { Container } from './containers';
import type { TextKind } from './sectionText';

/** A heading of a document, or a question without one, with the blocks directly below it. */
export interface Section {
  /** 1 to 6; 0 for the text before the first heading; `QUESTION_LINE_LEVEL` for a question without a heading. */
  readonly level: number;
  readonly title: string;
  /** Whether the title is only the beginning of a heading, all of which is text of the section. */
  readonly hasLongHeading: boolean;
  /** Whether the title asks, or is marked or numbered as a question. */
  readonly asks: boolean;
  /** Line of the document, counted from zero. */
  readonly line: number;
  /** First line of the section's content, below the heading. */
  readonly contentLine: number;
  /** Where its content begins on that line, in characters, if a question is on the same line. */
  readonly contentColumn: number;
  /** Size of the quotes before the next heading, in characters; alerts and lists of links are none. */
  readonly quoteSize: number;
  /** Whether text that asks nothing follows one of these quotes. */
  readonly hasTextBelowQuote: boolean;
  /** Whether one of these quotes begins with a label such as `A1.`. */
  readonly hasLabel: boolean;
  /** Size of the content in characters, without blank lines, rules, comments, navigation and tables of contents. */
  readonly size: number;
  readonly textKind: TextKind;
  readonly hasTableOfContents: boolean;
  /** Whether its text has a question and an answer that are marked as such: then it is one entry. */
  readonly hasMarkedAnswer: boolean;
  /** An id pinned with `<!-- id: x -->`. */
  readonly pinned?: string;
  /** Anchors that the author declares for it, without `#`. */
  readonly anchors: readonly string[];
  /** The containers that its heading or parts of its text are in, in order. */
  readonly containers: readonly Container[];
}

/** Index of the first section after `at` that is no deeper than `level`, or the number of sections. */
export function endOfSection(sections: readonly Section[], at: number, level: number): number {
  let end = at + 1;
  while (end < sections.length && (sections[end]?.level ?? 0) > level) end += 1;
  return end;
}
