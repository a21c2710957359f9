import { endOfSection, type Section } from '../section';
import { sectionBlock, type EntryBlock } from './entryBlock';

/** Shares of the question level's headings and of the text that quotes must have in a thread document. */
const MIN_QUOTED_SHARES = { headings: 0.5, text: 0.4 };
/** The same where labels such as `A1.` show that quotes are posts. */
const MIN_LABELLED_SHARES = { headings: 0.25, text: 0.2 };

/**
 * Whether a document consists of threads, so that its quotes are posts: most headings of the question level that have
 * content have quotes, and these are a large share of the text. Quotes in prose are citations, and where no heading asks
 * and text explains most quotes, these are definitions.
 */
export function hasThreads(sections: readonly Section[]): boolean {
  const level = questionLevel(sections);
  const withContent = sections.filter((section) => section.level === level && section.size > 0);
  const withQuotes = withContent.filter(({ quoteSize }) => quoteSize > 0);
  const isLabelled = withContent.some(({ hasLabel }) => hasLabel);
  const explained = withQuotes.filter(({ hasTextBelowQuote }) => hasTextBelowQuote);
  const asks = withContent.some((section) => section.asks);
  if (!isLabelled && !asks && explained.length * 2 > withQuotes.length) return false;
  const minShares = isLabelled ? MIN_LABELLED_SHARES : MIN_QUOTED_SHARES;
  const underHeadings = sections.filter((section) => section.level > 0);
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
  return (
    withQuotes.length > 0 &&
    withQuotes.length >= withContent.length * minShares.headings &&
    sum(underHeadings.map(({ quoteSize }) => quoteSize)) >=
      minShares.text * sum(underHeadings.map(({ size }) => size))
  );
}

/** The level with the most headings that have quotes directly below (or content, without any quotes); else the deepest. */
function questionLevel(sections: readonly Section[]): number {
  const headings = sections.filter((section) => section.level > 0);
  const quoted = headings.filter((section) => section.quoteSize > 0);
  const counted = quoted.length > 0 ? quoted : headings.filter((section) => section.size > 0);
  const counts = new Map<number, number>();
  for (const { level } of counted) counts.set(level, (counts.get(level) ?? 0) + 1);
  const [best] = [...counts].sort(([levelA, countA], [levelB, countB]) => countB - countA || levelB - levelA);
  return best?.[0] ?? headings.reduce((deepest, { level }) => Math.max(deepest, level), 1);
}

/**
 * A thread document: each heading of the question level is an entry, and so is one above it with quotes directly below.
 * Such a misplaced question ends no room: what follows it still belongs to the room around it.
 */
export function threadBlocks(sections: readonly Section[], lineCount: number): readonly EntryBlock[] {
  const level = questionLevel(sections);
  const blocks: EntryBlock[] = [];
  const rooms: Section[] = [];
  sections.forEach((section, at) => {
    if (section.level === 0) return;
    const isMisplaced = section.level < level && section.quoteSize > 0;
    if (section.level === level || isMisplaced) {
      const outer = isMisplaced ? rooms.filter((room) => room.level <= section.level) : rooms;
      const topics = outer.filter((room) => room.level < level).map(({ title }) => title);
      blocks.push(sectionBlock(sections, at, endOfSection(sections, at, level), topics, lineCount));
      const isInRoom = rooms.some((room) => room.level <= section.level);
      if (isMisplaced && (isInRoom || section.asks)) return;
    }
    while ((rooms.at(-1)?.level ?? 0) >= section.level) rooms.pop();
    rooms.push(section);
  });
  return blocks;
}
