import type { Metadata } from './metadata';
import type { Section } from './outline';

/** How a document is cut into entries. */
export type Cut =
  /** The document is one entry; its headline is front matter, or the single top heading. */
  | { readonly shape: 'entry'; readonly heading?: Section }
  /** Each heading of `level` is an entry, and so is a heading above it that has quotes directly below. */
  | { readonly shape: 'thread'; readonly level: number }
  | { readonly shape: 'none' };

/**
 * Finds a document's shape from its headings: a title in the front matter or a single top heading makes one entry;
 * else the question level is the one whose headings most often have quotes (without quotes: text) directly below.
 * Front matter over text without any heading makes one entry too, even when it names no title.
 */
export function findCut(sections: readonly Section[], metadata: Metadata, hasFrontMatter: boolean): Cut {
  const headings = sections.filter((section) => section.level > 0);
  const top = singleTop(sections, headings);
  if (metadata.shape !== 'thread') {
    if (metadata.title !== undefined)
      return { shape: 'entry', ...(top === undefined ? {} : { heading: top }) };
    const quotesBelow = headings.some((section) => section !== top && section.hasQuote);
    if (top !== undefined && (metadata.shape === 'entry' || !quotesBelow))
      return { shape: 'entry', heading: top };
    if (metadata.shape === 'entry') return { shape: 'entry' };
  }
  if (headings.length === 0) {
    return { shape: hasFrontMatter && sections[0]?.hasText === true ? 'entry' : 'none' };
  }
  return { shape: 'thread', level: questionLevel(headings) };
}

/** The first heading, when nothing but blank lines stands above it and no other has its level. */
function singleTop(sections: readonly Section[], headings: readonly Section[]): Section | undefined {
  const [first, ...rest] = headings;
  if (first === undefined || sections[0]?.hasText === true) return undefined;
  return rest.every((section) => section.level > first.level) ? first : undefined;
}

function questionLevel(headings: readonly Section[]): number {
  const withQuotes = headings.filter((section) => section.hasQuote);
  const counted = withQuotes.length > 0 ? withQuotes : headings.filter((section) => section.hasText);
  const perLevel = new Map<number, number>();
  for (const { level } of counted) perLevel.set(level, (perLevel.get(level) ?? 0) + 1);
  const [best] = [...perLevel].sort(
    ([levelA, countA], [levelB, countB]) => countB - countA || levelB - levelA,
  );
  return best?.[0] ?? Math.max(...headings.map((section) => section.level));
}
