import type { Token } from '../../markdown/markdown';
import type { Metadata } from '../metadata';
import { inlineText } from '../plainTitles';
import type { DocumentStructure } from './documentStructure';
import { anchorsOf, type EntryBlock } from './entryBlock';
import { singleTopHeading } from './topHeading';

/** The longest bold line that is a headline, in characters. */
const MAX_HEADLINE_LENGTH = 100;

/**
 * The whole document as one entry; none where there is nothing in it. Its title is the front matter's, else the single
 * top heading's, else a bold first line's.
 */
export function singleEntryBlocks(
  { sections, outline, source: { firstLine, index } }: DocumentStructure,
  metadata: Metadata,
): readonly EntryBlock[] {
  const hasTableOfContents = sections.some((section) => section.hasTableOfContents);
  const hasText = sections.some(({ size, level }) => size > 0 || (level > 0 && !hasTableOfContents));
  const hasLinesBelowFrontMatter = firstLine > 0 && index.count > firstLine;
  if (metadata.title === undefined && !hasText && !hasLinesBelowFrontMatter) return [];
  const top = singleTopHeading(sections);
  const pinned = metadata.id ?? top?.pinned;
  const anchors = anchorsOf([top ?? sections[0]!, ...sections.slice(1).filter((section) => section !== top)]);
  const whole = {
    startLine: 0,
    endLine: index.count,
    topics: [],
    ...(pinned === undefined ? {} : { pinned }),
    ...(anchors.length === 0 ? {} : { anchors }),
  };
  const title = metadata.title ?? top?.title;
  if (title === undefined) {
    const headline = boldHeadline(outline.tokens, firstLine);
    return [{ ...whole, title: headline?.title ?? '', bodyLine: headline?.endLine ?? firstLine }];
  }
  // A heading that differs from the front matter's title stays in the text.
  const bodyLine = top?.title === title ? top.contentLine : firstLine;
  return [{ ...whole, title, ...(top === undefined ? {} : { titleLine: top.line }), bodyLine }];
}

/** A headline without a heading: a short bold first paragraph of one line. `endLine` is the line below it. */
function boldHeadline(
  tokens: readonly Token[],
  firstLine: number,
): { readonly title: string; readonly endLine: number } | undefined {
  const [open, inline] = tokens.filter(({ type }) => type !== 'archive_comment');
  const text = /^(\*\*|__)(?=\S)([^\n]*\S)\1$/.exec(inline?.content.trim() ?? '')?.[2] ?? '';
  if (open?.type !== 'paragraph_open' || open.map === null) return undefined;
  if (text === '' || text.length > MAX_HEADLINE_LENGTH || /\*\*|__/.test(text)) return undefined;
  return { title: inlineText(text), endLine: open.map[1] + firstLine };
}
