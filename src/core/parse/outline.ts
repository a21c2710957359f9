import { blockTokens, type Env, type Token } from '../markdown/markdown';
import { markdown } from './markdownParser';
import { readPageTraits, type PageTraits } from './pageTraits';
import { SectionReader } from './sectionReader';
import type { Section } from './section';

export interface Outline {
  /** In order; the first one is the text before the first heading. */
  readonly sections: readonly Section[];
  /** Block tokens of the text, their lines counted from its beginning. */
  readonly tokens: readonly Token[];
  readonly traits: PageTraits;
}

/**
 * The sections of a Markdown text.
 *
 * @param firstLine The document's line that the text begins with.
 * @param env Receives the document's link definitions.
 */
export function readOutline(text: string, firstLine: number, env: Env): Outline {
  const tokens = blockTokens(markdown, text, env);
  const traits = readPageTraits(text, tokens);
  const options = { firstLine, env, traits, withQuestionLines: false };
  return { sections: new SectionReader(text, tokens, options).read(), tokens, traits };
}

/**
 * The sections of a text together with those that questions without headings begin: lines of paragraphs, list items,
 * terms of definition lists, boxes and quotes.
 *
 * @param outline That of the text.
 */
export function readQuestionSections(
  text: string,
  { tokens, traits }: Outline,
  firstLine: number,
  env: Env,
): readonly Section[] {
  return new SectionReader(text, tokens, { firstLine, env, traits, withQuestionLines: true }).read();
}
