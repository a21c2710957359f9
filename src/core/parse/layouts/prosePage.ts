import { cutSections } from './cutSections';
import type { Section } from '../section';
import type { EntryBlock } from './entryBlock';
import { endOfSubsections, hasContent, type SectionTree } from './sectionTree';

/** A title that announces instructions: without any, nobody has asked for them. */
const HOW_TO = /^[^\p{L}]*how to\b(?!.*\?)/iu;

/**
 * A page of prose: every section with content is an entry, together with its subsections. A section with entries below
 * it is one as well, unless its own text only introduces them. A question without content is an unanswered entry; any
 * other heading with nothing below it is none. The text above all headings is an entry under the page's title.
 *
 * @param pageTitle The title in the front matter.
 */
export function proseBlocks(tree: SectionTree, lineCount: number, pageTitle?: string): readonly EntryBlock[] {
  const { sections } = tree;
  const [top] = sections;
  const hasIntroduction = pageTitle !== undefined && top?.textKind === 'prose';
  const introduction = hasIntroduction ? [introductionBlock(sections, pageTitle, lineCount)] : [];
  const below = cutSections(tree, lineCount, (at) => {
    const section = sections[at]!;
    const ownEnd = endOfSubsections(tree, at);
    const isLeaf = (sections[ownEnd]?.level ?? 0) <= section.level;
    if (isLeaf) {
      const isUnanswered = section.asks && !HOW_TO.test(section.title) && !section.hasTableOfContents;
      return hasContent(tree, at, ownEnd) || isUnanswered;
    }
    return section.textKind === 'prose' || hasContent(tree, at + 1, ownEnd);
  });
  return [...introduction, ...below];
}

function introductionBlock(sections: readonly Section[], title: string, lineCount: number): EntryBlock {
  const endLine = sections[1]?.line ?? lineCount;
  return { title, startLine: 0, bodyLine: sections[0]?.contentLine ?? 0, endLine, topics: [], section: 0 };
}
