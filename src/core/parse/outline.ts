import { blockTokens, type Env, type Token } from '../markdown/markdown';
import { markdown } from './markdownParser';
import { SectionReader } from './sectionReader';
import type { Section } from './section';

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
