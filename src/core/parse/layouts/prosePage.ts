import { isQuestion } from '../headings';
import { sectionBlock, type EntryBlock } from './block';
import { endOfSubsections, hasText, topicsOf, type SectionTree } from './subsections';

/**
 * A page of prose: every section with text is an entry; parts belong to the entry above them. Where entries stand
 * below it, a section's own text is an entry too, unless it only introduces them. A question without any text is an
 * entry nobody answered yet; another heading with nothing below it is none.
 */
export function proseBlocks(tree: SectionTree, lineCount: number): readonly EntryBlock[] {
  return cutSections(tree, lineCount, (at) => {
    const { sections } = tree;
    const section = sections[at]!;
    const ownEnd = endOfSubsections(tree, at);
    const isLeaf = (sections[ownEnd]?.level ?? 0) <= section.level;
    if (isLeaf) return hasText(tree, at, ownEnd) || (isQuestion(section.title) && !section.hasContents);
    return section.text === 'prose' || hasText(tree, at + 1, ownEnd);
  });
}

/**
 * Cuts where an entry begins. Parts go on with the entry above them, any other section ends it; a part with no
 * entry above it is one itself, as no text is left out.
 */
export function cutSections(
  tree: SectionTree,
  lineCount: number,
  isEntry: (at: number) => boolean,
): readonly EntryBlock[] {
  const { sections, isPart } = tree;
  const blocks: EntryBlock[] = [];
  for (let at = 1; at < sections.length;) {
    const begins = isPart[at] === true ? (sections[at]?.size ?? 0) > 0 : isEntry(at);
    let end = at + 1;
    while (begins && isPart[end] === true) end += 1;
    if (begins) blocks.push(sectionBlock(sections, at, end, topicsOf(tree, at), lineCount));
    at = end;
  }
  return blocks;
}
