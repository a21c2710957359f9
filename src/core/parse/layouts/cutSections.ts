import { sectionBlock, type EntryBlock } from './entryBlock';
import { topicsOf, type SectionTree } from './sectionTree';

/**
 * Cuts a page into entries at the sections that `isEntry` accepts. Subsections belong to the entry above them, any
 * other section ends it. A subsection without an entry above it is one itself, so that no text is lost.
 */
export function cutSections(
  tree: SectionTree,
  lineCount: number,
  isEntry: (section: number) => boolean,
): readonly EntryBlock[] {
  const { sections, isSubsection } = tree;
  const blocks: EntryBlock[] = [];
  for (let at = 1; at < sections.length;) {
    const startsEntry = isSubsection[at] === true ? (sections[at]?.size ?? 0) > 0 : isEntry(at);
    let end = at + 1;
    while (startsEntry && isSubsection[end] === true) end += 1;
    if (startsEntry) blocks.push(sectionBlock(sections, at, end, topicsOf(tree, at), lineCount));
    at = end;
  }
  return blocks;
}
