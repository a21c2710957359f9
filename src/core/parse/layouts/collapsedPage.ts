import type { LineIndex } from '../../text/lineIndex';
import type { Section } from '../section';
import type { DetailsElement } from './detailsElements';
import { sectionBlock, type EntryBlock } from './entryBlock';

/** Share of the text that must be inside details elements on a collapsed page. */
const MIN_DETAILS_SHARE = 0.5;

/**
 * Whether a document is a collapsed page: details elements with distinct titles contain most of its text. Elements
 * that share a title (`Answer`, `코드`) hide a part of their section.
 */
export function isCollapsedPage(
  details: readonly DetailsElement[],
  sections: readonly Section[],
  index: LineIndex,
): boolean {
  const titles = new Set(details.map(({ title }) => title.toLowerCase()));
  if (details.length === 0 || titles.size * 2 <= details.length) return false;
  const detailsSize = details.reduce(
    (sum, { line, endLine }) => sum + index.startOf(endLine) - index.startOf(line),
    0,
  );
  return detailsSize >= MIN_DETAILS_SHARE * sections.reduce((sum, { size }) => sum + size, 0);
}

/**
 * A collapsed page: each details element is an entry, with the text behind it up to the next one or the next heading.
 * An element that contains only others is a topic. A section without any is an entry as on a page of prose.
 */
export function collapsedBlocks(
  details: readonly DetailsElement[],
  sections: readonly Section[],
  index: LineIndex,
): readonly EntryBlock[] {
  const blocks: EntryBlock[] = [];
  const enclosing: Section[] = [];
  let next = 0;
  sections.forEach((section, at) => {
    while ((enclosing.at(-1)?.level ?? -1) >= section.level) enclosing.pop();
    const outer = enclosing.map(({ title }) => title);
    const end = sections[at + 1]?.line ?? index.count;
    const isLeaf = (sections[at + 1]?.level ?? 0) <= section.level;
    if ((details[next]?.line ?? Infinity) >= end && at > 0) {
      const isEntry = section.textKind === 'prose' || (isLeaf && section.size > 0);
      if (isEntry) blocks.push(sectionBlock(sections, at, at + 1, outer, index.count));
    }
    enclosing.push(section);
    const topics = [...outer, section.title];
    for (let element = details[next]; element !== undefined && element.line < end; element = details[next]) {
      next += 1;
      addDetails(blocks, element, topics, Math.min(details[next]?.line ?? end, end), index);
    }
  });
  return blocks;
}

/** @param nextLine Line of the next element or heading. */
function addDetails(
  blocks: EntryBlock[],
  details: DetailsElement,
  topics: readonly string[],
  nextLine: number,
  index: LineIndex,
): void {
  const { title, line, start, end, after, inner } = details;
  if (!details.hasText && inner.length > 0) {
    inner.forEach((element, at) => {
      addDetails(blocks, element, [...topics, title], inner[at + 1]?.line ?? element.endLine, index);
    });
    return;
  }
  const endLine = Math.max(line + 1, nextLine);
  blocks.push({
    title,
    titleLine: line,
    startLine: line,
    bodyLine: line,
    body: [
      { start, end },
      { start: after, end: Math.max(after, index.startOf(endLine)) },
    ],
    endLine,
    topics: topics.filter((topic) => topic !== ''),
  });
}
