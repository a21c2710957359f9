import { isQuestionTitle } from '../questionTitles';
import { cutSections } from './cutSections';
import type { EntryBlock } from './entryBlock';
import { endOfSubsections, hasContent, type SectionTree } from './sectionTree';

/**
 * A page of prose: every section with content is an entry, together with its subsections. A section with entries below
 * it is one as well, unless its own text only introduces them. A question without content is an unanswered entry; any
 * other heading with nothing below it is none.
 */
export function proseBlocks(tree: SectionTree, lineCount: number): readonly EntryBlock[] {
  const { sections } = tree;
  return cutSections(tree, lineCount, (at) => {
    const section = sections[at]!;
    const ownEnd = endOfSubsections(tree, at);
    const isLeaf = (sections[ownEnd]?.level ?? 0) <= section.level;
    if (isLeaf) {
      const isUnanswered = isQuestionTitle(section.title) && !section.hasTableOfContents;
      return hasContent(tree, at, ownEnd) || isUnanswered;
    }
    return section.textKind === 'prose' || hasContent(tree, at + 1, ownEnd);
  });
}
