import type { Token } from '../../markdown/markdown';
import type { Section } from '../outline';
import { inlineText } from '../titles';
import type { EntryBlock } from './block';

/** Longest bold line that is a headline, in characters. */
const LONGEST_HEADLINE = 100;

/** The first heading, when nothing but pictures stands above it and no other has its level. */
export function singleTop(sections: readonly Section[]): Section | undefined {
  const [before, first, ...rest] = sections;
  if (first === undefined || before === undefined) return undefined;
  if (before.text === 'sentence' || before.text === 'prose') return undefined;
  return rest.every((section) => section.level > first.level) ? first : undefined;
}

/** A headline without a heading: a short bold first paragraph, alone on its line. */
interface Headline {
  readonly title: string;
  /** First line of the text below it. */
  readonly endLine: number;
}

export function boldHeadline(tokens: readonly Token[], firstLine: number): Headline | undefined {
  const [open, inline] = tokens.filter(({ type }) => type !== 'archive_comment');
  const text = /^(\*\*|__)(?=\S)([^\n]*\S)\1$/.exec(inline?.content.trim() ?? '')?.[2] ?? '';
  if (open?.type !== 'paragraph_open' || open.map === null) return undefined;
  if (text === '' || text.length > LONGEST_HEADLINE || /\*\*|__/.test(text)) return undefined;
  return { title: inlineText(text), endLine: open.map[1] + firstLine };
}

/** The whole document as one entry. */
export function wholeBlock(
  headline: { readonly title: string; readonly titleLine?: number; readonly bodyLine: number },
  pinned: string | undefined,
  lineCount: number,
): EntryBlock {
  return {
    ...headline,
    startLine: 0,
    endLine: lineCount,
    topics: [],
    ...(pinned === undefined ? {} : { pinned }),
  };
}
