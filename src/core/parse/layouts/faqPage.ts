import { isQuestion } from '../headings';
import { QUESTION_LINE_LEVEL } from '../outline';
import { endOf, type EntryBlock } from './block';
import type { SectionTree } from './subsections';
import { cutSections } from './prosePage';

/** How many of a level's headings ask, and how much of the text stands below those, where it is the question level. */
const SHARE = 0.5;

/**
 * The uppermost level of an FAQ page's questions: most of its headings ask, and most of the page's text stands
 * below them. `undefined` when there is none with at least `atLeast` questions.
 */
export function faqLevel(tree: SectionTree, atLeast: number): number | undefined {
  const { sections, isPart } = tree;
  const sizes = sizesOf(tree);
  const all = sizes[0] ?? 0;
  for (let level = 1; level <= QUESTION_LINE_LEVEL; level += 1) {
    const headings = sections.flatMap((section, at) =>
      section.level === level && isPart[at] !== true ? [at] : [],
    );
    const asking = headings.filter((at) => isQuestion(sections[at]?.title ?? ''));
    const below = asking.reduce((sum, at) => sum + (sizes[at] ?? 0), 0);
    if (asking.length >= atLeast && asking.length > headings.length * SHARE && below >= all * SHARE)
      return level;
  }
  return undefined;
}

/** The level with the most questions, for a page that is said to be an FAQ; else the one with the most text. */
export function likeliestFaqLevel({ sections }: SectionTree): number {
  const worth = [1, 2, 3, 4, 5, 6].map((level) => {
    const headings = sections.filter((section) => section.level === level);
    const asking = headings.filter(({ title }) => isQuestion(title)).length;
    return asking + headings.filter(({ size }) => size > 0).length / (sections.length + 1);
  });
  return worth.indexOf(Math.max(...worth)) + 1;
}

/** Size of each section's text, what is below it included. Index 0 is the whole document. */
function sizesOf({ sections, parents }: SectionTree): readonly number[] {
  const sizes = sections.map(({ size }) => size);
  for (let at = sizes.length - 1; at > 0; at -= 1) {
    const parent = parents[at] ?? 0;
    sizes[parent] = (sizes[parent] ?? 0) + (sizes[at] ?? 0);
  }
  return sizes;
}

/**
 * An FAQ page: each heading of the question level is an entry with everything below it. A heading above that level
 * is one where it holds an answer and no questions, or asks and is answered itself; else it is a topic.
 */
export function faqBlocks(tree: SectionTree, level: number, lineCount: number): readonly EntryBlock[] {
  const { sections } = tree;
  const isPart = tree.isPart.map((part, at) => part || (sections[at]?.level ?? 0) > level);
  return cutSections({ ...tree, isPart }, lineCount, (at) => {
    const section = sections[at]!;
    const asks = isQuestion(section.title);
    if (section.level === level) return asks || section.size > 0 || endOf(sections, at, level) > at + 1;
    const end = endOf(sections, at, section.level);
    const holdsQuestions = sections.slice(at + 1, end).some((inner) => inner.level <= level);
    return section.size > 0 && (asks || !holdsQuestions);
  });
}
