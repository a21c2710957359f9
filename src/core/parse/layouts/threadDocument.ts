import { isQuestion } from '../headings';
import type { Section } from '../outline';
import { endOf, sectionBlock, type EntryBlock } from './block';

/** What quotes hold where they are what the document is made of: headings of the question level, and text. */
const SHARES = { headings: 0.5, text: 0.4 };
/** Less will do where labels such as `A1.` name the posts. */
const SHARES_WITH_LABELS = { headings: 0.25, text: 0.2 };

/**
 * Whether threads are what the document is made of, and so quotes are posts: most headings of the question level
 * that have any text have quotes, and those hold a large share of the document. A quote in prose is a citation.
 */
export function holdsThreads(sections: readonly Section[]): boolean {
  const level = questionLevel(sections);
  const filled = sections.filter((section) => section.level === level && section.size > 0);
  const quoted = filled.filter((section) => section.quoteSize > 0);
  const shares = filled.some(({ hasLabel }) => hasLabel) ? SHARES_WITH_LABELS : SHARES;
  const below = sections.filter((section) => section.level > 0);
  const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0);
  return (
    quoted.length > 0 &&
    quoted.length >= filled.length * shares.headings &&
    sum(below.map(({ quoteSize }) => quoteSize)) >= shares.text * sum(below.map(({ size }) => size))
  );
}

/** The level whose headings most often have quotes (without any quotes: text) directly below; else the deepest. */
function questionLevel(sections: readonly Section[]): number {
  const headings = sections.filter((section) => section.level > 0);
  const quoted = headings.filter((section) => section.quoteSize > 0);
  const counted = quoted.length > 0 ? quoted : headings.filter((section) => section.size > 0);
  const perLevel = new Map<number, number>();
  for (const { level } of counted) perLevel.set(level, (perLevel.get(level) ?? 0) + 1);
  const [best] = [...perLevel].sort(
    ([levelA, countA], [levelB, countB]) => countB - countA || levelB - levelA,
  );
  return best?.[0] ?? headings.reduce((deepest, { level }) => Math.max(deepest, level), 1);
}

/**
 * A thread document: each heading of the question level is an entry, and so is one above it with quotes directly
 * below. Such a stray one closes no room: what follows it still belongs to the room it stands in.
 */
export function threadBlocks(sections: readonly Section[], lineCount: number): readonly EntryBlock[] {
  const level = questionLevel(sections);
  const blocks: EntryBlock[] = [];
  const rooms: Section[] = [];
  sections.forEach((section, at) => {
    if (section.level === 0) return;
    const isStray = section.level < level && section.quoteSize > 0;
    if (section.level === level || isStray) {
      const outer = isStray ? rooms.filter((room) => room.level <= section.level) : rooms;
      const topics = outer.filter((room) => room.level < level).map(({ title }) => title);
      blocks.push(sectionBlock(sections, at, endOf(sections, at, level), topics, lineCount));
      const inRoom = rooms.some((room) => room.level <= section.level);
      if (isStray && (inRoom || isQuestion(section.title))) return;
    }
    while ((rooms.at(-1)?.level ?? 0) >= section.level) rooms.pop();
    rooms.push(section);
  });
  return blocks;
}
