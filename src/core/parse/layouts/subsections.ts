import { isQuestion, namesPart, titleKey } from '../headings';
import type { Section } from '../outline';
import { endOf } from './block';

/** A document's headings as a tree. All lists go by the index of the section. */
export interface SectionTree {
  readonly sections: readonly Section[];
  /** Index of the enclosing section; 0 at the top. */
  readonly parents: readonly number[];
  /** Whether a section is a part of the one above it, and no entry of its own. */
  readonly isPart: readonly boolean[];
}

/**
 * Builds the tree and marks parts: headings that say the same under several sections (`💡 Explanation`, `Problem`),
 * headings that name a part anywhere (`Reference`, `참고`), the only section below a sentence, and all below them. A question that recurs is a
 * part only of sections with text of their own: under bare topics it asks something else each time.
 */
export function readSectionTree(sections: readonly Section[]): SectionTree {
  const parents: number[] = [];
  const enclosing: number[] = [];
  sections.forEach(({ level }, at) => {
    while ((sections[enclosing.at(-1) ?? -1]?.level ?? -1) >= level) enclosing.pop();
    parents.push(enclosing.at(-1) ?? 0);
    enclosing.push(at);
  });
  const recurs = findRecurring(sections, parents);
  const isPart: boolean[] = [];
  sections.forEach(({ title, level }, at) => {
    const parent = parents[at] ?? 0;
    const asksAnew = isQuestion(title) && (sections[parent]?.size ?? 0) === 0;
    const own = namesPart(title) || (recurs(title) && !asksAnew);
    isPart.push(isPart[parent] === true || (level > 0 && parent > 0 && own));
  });
  joinOnlySections(sections, isPart);
  return { sections, parents, isPart };
}

/** A single sentence and the only section below it are one entry: neither says much without the other. */
function joinOnlySections(sections: readonly Section[], isPart: boolean[]): void {
  sections.forEach(({ level, text }, at) => {
    if (level === 0 || text !== 'sentence' || isPart[at] === true) return;
    const end = endOf(sections, at, level);
    const own: number[] = [];
    for (let inner = at + 1; inner < end && own.length < 2; inner += 1) {
      if (isPart[inner] !== true && (sections[inner]?.size ?? 0) > 0) own.push(inner);
    }
    const [only] = own;
    if (own.length !== 1 || isQuestion(sections[only ?? 0]?.title ?? '')) return;
    for (let inner = at + 1; inner < end; inner += 1) isPart[inner] = true;
  });
}

/** Sections of one level that must hold the same heading; of neighbours, in one chapter, two will do. */
const RECURS_FROM = 3;
const RECURS_IN_CHAPTER_FROM = 2;

/**
 * Whether a heading says the same below several sections of one level, and so belongs to how the page is built.
 * Sections that say the same themselves count as one: a chapter that comes twice is no pattern.
 */
function findRecurring(sections: readonly Section[], parents: readonly number[]): (title: string) => boolean {
  /** For each title and level, and for each title and chapter, the sections that hold it. */
  const holders = new Map<string, Set<string>>();
  const recurring = new Set<string>();
  sections.forEach(({ title }, at) => {
    const parent = parents[at] ?? 0;
    const holder = sections[parent];
    const key = titleKey(title);
    if (holder === undefined || holder.level === 0 || key === '') return;
    const add = (place: string, atLeast: number): void => {
      const titles = holders.get(`${key}\n${place}`) ?? new Set();
      holders.set(`${key}\n${place}`, titles.add(titleKey(holder.title)));
      if (titles.size >= atLeast) recurring.add(key);
    };
    add(`level ${String(holder.level)}`, RECURS_FROM);
    add(`chapter ${String(parents[parent] ?? 0)}`, RECURS_IN_CHAPTER_FROM);
  });
  return (title) => recurring.has(titleKey(title));
}

/**
 * Where each section stands, so that its translation is found by it: for each section down to it, which of how
 * many neighbours. Parts are counted apart, as languages differ in what recurs.
 */
export function sectionPaths({ sections, parents, isPart }: SectionTree): readonly string[] {
  const group = (at: number): string => `${String(parents[at] ?? 0)} ${String(isPart[at] ?? false)}`;
  const counts = new Map<string, number>();
  const numbers = sections.map((_, at) => {
    const number = (counts.get(group(at)) ?? 0) + 1;
    counts.set(group(at), number);
    return number;
  });
  const places: string[] = [];
  sections.forEach((_, at) => {
    const own = `${isPart[at] === true ? 'p' : ''}${String(numbers[at])}/${String(counts.get(group(at)))}`;
    places.push(at === 0 ? '' : `${places[parents[at] ?? 0] ?? ''} ${own}`);
  });
  return places;
}

/** Titles of the sections around a section, the outermost first. */
export function topicsOf({ sections, parents }: SectionTree, at: number): readonly string[] {
  const topics: string[] = [];
  for (let outer = parents[at] ?? 0; outer > 0; outer = parents[outer] ?? 0) {
    topics.unshift(sections[outer]?.title ?? '');
  }
  return topics;
}

/** Index of the first section after the parts that directly follow a section and lie within it. */
export function endOfSubsections({ sections, isPart }: SectionTree, at: number): number {
  const level = sections[at]?.level ?? 0;
  let end = at + 1;
  while (isPart[end] === true && (sections[end]?.level ?? 0) > level) end += 1;
  return end;
}

/** Whether anything stands below the headings `start` to `end`. */
export function hasText({ sections }: SectionTree, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((sections[at]?.size ?? 0) > 0) return true;
  return false;
}
