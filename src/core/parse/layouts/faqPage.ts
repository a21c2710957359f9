import { endOfSection } from '../section';
import { QUESTION_LINE_LEVEL } from '../questionLines';
import { cutSections } from './cutSections';
import type { EntryBlock } from './entryBlock';
import type { SectionTree } from './sectionTree';

/** Share of a level's headings that must ask, and share of the text that must be below those, on an FAQ page. */
const MIN_QUESTION_SHARE = 0.5;

/** The fewest questions of an FAQ page, and of one that otherwise is a single entry by its title. */
export const MIN_FAQ_QUESTIONS = 2;
export const MIN_FAQ_QUESTIONS_OF_ENTRY = 3;

/**
 * The question level of an FAQ page: the uppermost level where most headings ask and most of the page's text is below
 * those. `undefined` when no level with at least `minQuestions` questions is one.
 */
export function faqLevel(tree: SectionTree, minQuestions: number): number | undefined {
  const { sections, isSubsection } = tree;
  const sizes = totalSizes(tree);
  const pageSize = sizes[0] ?? 0;
  for (let level = 1; level <= QUESTION_LINE_LEVEL; level += 1) {
    const headings = sections.flatMap((section, at) =>
      section.level === level && isSubsection[at] !== true ? [at] : [],
    );
    const questions = headings.filter((at) => sections[at]?.asks === true);
    const size = questions.reduce((sum, at) => sum + (sizes[at] ?? 0), 0);
    const areMost = questions.length > headings.length * MIN_QUESTION_SHARE;
    if (questions.length >= minQuestions && areMost && size >= pageSize * MIN_QUESTION_SHARE) return level;
  }
  return undefined;
}

/** The level with the most questions, or with the most headings that have content, for a page declared as an FAQ. */
export function likeliestFaqLevel({ sections }: SectionTree): number {
  const scores = [1, 2, 3, 4, 5, 6].map((level) => {
    const headings = sections.filter((section) => section.level === level);
    const questions = headings.filter(({ asks }) => asks).length;
    return questions + headings.filter(({ size }) => size > 0).length / (sections.length + 1);
  });
  return scores.indexOf(Math.max(...scores)) + 1;
}

/** Size of each section with everything below it. Index 0 is the whole document. */
function totalSizes({ sections, parents }: SectionTree): readonly number[] {
  const sizes = sections.map(({ size }) => size);
  for (let at = sizes.length - 1; at > 0; at -= 1) {
    const parent = parents[at] ?? 0;
    sizes[parent] = (sizes[parent] ?? 0) + (sizes[at] ?? 0);
  }
  return sizes;
}

/**
 * An FAQ page: each heading of the question level is an entry with everything below it. A heading above that level is
 * an entry where it asks and is answered, or has an answer and no questions below it; else it is a topic.
 */
export function faqBlocks(tree: SectionTree, level: number, lineCount: number): readonly EntryBlock[] {
  const { sections } = tree;
  const misplaced = misplacedQuestions(tree, level);
  const isBelowMisplaced = (at: number): boolean =>
    at > 0 && (misplaced.has(tree.parents[at] ?? 0) || isBelowMisplaced(tree.parents[at] ?? 0));
  const isSubsection = tree.isSubsection.map(
    (is, at) => is || (sections[at]?.level ?? 0) > level || isBelowMisplaced(at),
  );
  return cutSections({ ...tree, isSubsection }, lineCount, (at) => {
    const section = sections[at]!;
    if (section.level === level || misplaced.has(at)) {
      return section.asks || section.size > 0 || endOfSection(sections, at, section.level) > at + 1;
    }
    const end = endOfSection(sections, at, section.level);
    const hasQuestions = sections.slice(at + 1, end).some((inner) => inner.level <= level);
    return section.size > 0 && (section.asks || !hasQuestions);
  });
}

/** Questions whose headings are above the question level and that have none below: all below is their answer. */
function misplacedQuestions({ sections, parents }: SectionTree, level: number): ReadonlySet<number> {
  const found = new Set<number>();
  const asksBelow = new Set<number>();
  for (let at = sections.length - 1; at > 0; at -= 1) {
    const { asks, level: own } = sections[at]!;
    if (asks || asksBelow.has(at)) asksBelow.add(parents[at] ?? 0);
    if (asks && own < level && !asksBelow.has(at)) found.add(at);
  }
  return found;
}
