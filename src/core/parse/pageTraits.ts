import { headingAnchors } from '../markdown/headings';
import type { Token } from '../markdown/markdown';
import { LineIndex } from '../text/lineIndex';
import { anchorTest } from './anchors';
import { boldHeadings } from './boldHeadings';
import { htmlHeadingLevels } from './htmlHeadings';
import { inlineText } from './plainTitles';
import { threadHeadings } from './posts/speakers/threadHeadings';
import { questionLine } from './questionLines';
import { mostQuotesAsk } from './questionQuotes';

/** The fewest numbered lines that are a page's questions. */
const MIN_NUMBERED_LINES = 5;

/** What a page as a whole says about its blocks, which are read one after another. */
export interface PageTraits {
  /** Whether a fragment, without `#`, leads to one of its headings. */
  readonly isAnchor: (fragment: string) => boolean;
  /** The levels whose HTML headings begin sections. */
  readonly htmlLevels: ReadonlySet<number>;
  /** Titles of the paragraphs that stand for headings. */
  readonly boldHeadings: ReadonlyMap<Token, string>;
  /** Headings that name who speaks, or a part of a thread. */
  readonly threadHeadings: ReadonlySet<Token>;
  /** Whether most quotes ask, each answered by the text below it. */
  readonly quotesAsk: boolean;
  /** Whether it has so many numbered lines that they are its questions rather than the steps of one answer. */
  readonly isNumbered: boolean;
}

/** @param tokens The block tokens of the text. */
export function readPageTraits(text: string, tokens: readonly Token[]): PageTraits {
  const headings = tokens.flatMap((token, at) => (token.type === 'heading_open' ? [at] : []));
  return {
    isAnchor: anchorTest(
      () => headings.map((at) => inlineText(tokens[at + 1]?.content ?? '')),
      headings.flatMap((at) => headingAnchors(tokens[at]!)),
    ),
    htmlLevels: htmlHeadingLevels(tokens),
    boldHeadings: boldHeadings(tokens),
    threadHeadings: threadHeadings(text, new LineIndex(text), tokens),
    quotesAsk: mostQuotesAsk(tokens),
    isNumbered: countNumberedLines(tokens) >= MIN_NUMBERED_LINES,
  };
}

function countNumberedLines(tokens: readonly Token[]): number {
  return tokens.filter(
    ({ type }, at) =>
      type === 'paragraph_open' && questionLine(tokens[at + 1]?.content ?? '')?.number !== undefined,
  ).length;
}
