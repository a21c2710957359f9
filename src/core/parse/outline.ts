import { blockTokens, type Env, type Token } from '../markdown/markdown';
import type { Container } from './containers';
import { markdown } from './markdownParser';
import { SectionReader } from './sectionReader';
import type { TextKind } from './sectionText';

/** A heading of a document, or a question without one, with the blocks directly below it. */
export interface Section {
  /** 1 to 6; 0 for the text before the first heading; `QUESTION_LINE_LEVEL` for a question without a heading. */
  readonly level: number;
  readonly title: string;
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

export interface Outline {
  /** In order; the first one is the text before the first heading. */
  readonly sections: readonly Section[];
  /** Block tokens of the text, their lines counted from its beginning. */
  readonly tokens: readonly Token[];
}

/**
 * The sections of a Markdown text.
 *
 * @param firstLine The document's line that the text begins with.
 * @param env Receives the document's link definitions.
 */
export function readOutline(text: string, firstLine: number, env: Env): Outline {
  const tokens = blockTokens(markdown, text, env);
  return { sections: readSections(text, tokens, firstLine, env, false), tokens };
}

/**
 * The sections that block tokens make up.
 *
 * @param withQuestionLines Whether questions that are no headings begin sections: lines of paragraphs, list items, terms
 * of definition lists and boxes.
 */
export function readSections(
  text: string,
  tokens: readonly Token[],
  firstLine: number,
  env: Env,
  withQuestionLines: boolean,
): readonly Section[] {
  return new SectionReader(text, tokens, { firstLine, env, withQuestionLines }).read();
}

/** Index of the first section after `at` that is no deeper than `level`, or the number of sections. */
export function endOfSection(sections: readonly Section[], at: number, level: number): number {
  let end = at + 1;
  while (end < sections.length && (sections[end]?.level ?? 0) > level) end += 1;
  return end;
}
