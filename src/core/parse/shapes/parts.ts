import { isQuestion, namesPart, titleKey } from '../headings';
import type { Section } from '../outline';

/** A document's headings as a tree. All lists go by the index of the section. */
export interface Tree {
  readonly sections: readonly Section[];
  /** Index of the enclosing section; 0 at the top. */
  readonly parents: readonly number[];
  /** Whether a section is a part of the one above it, and no entry of its own. */
  readonly isPart: readonly boolean[];
}

/**
 * Builds the tree and marks parts: headings that say the same under several sections (`💡 Explanation`, `Problem`),
 * headings that name a part anywhere (`Reference`, `참고`), and everything below them. A question that recurs is a
 * part only of sections with text of their own: under bare topics it asks something else each time.
 */
export function readTree(sections: readonly Section[]): Tree {
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
  return { sections, parents, isPart };
}

/** Sections of one level that must hold the same heading; fewer will do where those are most that hold any. */
const RECURS_FROM = 3;

/**
 * Whether a heading says the same below several sections of one level, and so belongs to how the page is built.
 * Sections that say the same themselves count as one: a chapter that comes twice is no pattern.
 */
function findRecurring(sections: readonly Section[], parents: readonly number[]): (title: string) => boolean {
  /** For each level the sections that hold any heading, and for each title those that hold it. */
  const holders = new Map<number, Set<string>>();
  const places = new Map<string, Map<number, Set<string>>>();
  const add = (levels: Map<number, Set<string>>, parent: Section): void => {
    levels.set(parent.level, (levels.get(parent.level) ?? new Set()).add(titleKey(parent.title)));
  };
  sections.forEach(({ title }, at) => {
    const parent = sections[parents[at] ?? 0];
    if (parent === undefined || parent.level === 0) return;
    const key = titleKey(title);
    const levels = places.get(key) ?? new Map<number, Set<string>>();
    places.set(key, levels);
    add(levels, parent);
    add(holders, parent);
  });
  return (title) =>
    [...(places.get(titleKey(title)) ?? [])].some(([level, { size }]) => {
      const most = size > 1 && size * 2 > (holders.get(level)?.size ?? 0);
      return size >= RECURS_FROM || most;
    });
}

/** Titles of the sections around a section, the outermost first. */
export function topicsOf({ sections, parents }: Tree, at: number): readonly string[] {
  const topics: string[] = [];
  for (let outer = parents[at] ?? 0; outer > 0; outer = parents[outer] ?? 0) {
    topics.unshift(sections[outer]?.title ?? '');
  }
  return topics;
}

/** Index of the first section after the parts that directly follow a section and lie within it. */
export function endOfParts({ sections, isPart }: Tree, at: number): number {
  const level = sections[at]?.level ?? 0;
  let end = at + 1;
  while (isPart[end] === true && (sections[end]?.level ?? 0) > level) end += 1;
  return end;
}

/** Whether anything stands below the headings `start` to `end`. */
export function hasText({ sections }: Tree, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((sections[at]?.size ?? 0) > 0) return true;
  return false;
}
