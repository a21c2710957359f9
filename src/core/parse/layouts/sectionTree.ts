import type { Section } from '../section';
import { findSubsections, type PageContext } from './subsections';

/** A document's headings as a tree. All lists are parallel to `sections`. */
export interface SectionTree {
  readonly sections: readonly Section[];
  /** Index of the enclosing section; 0 at the top. */
  readonly parents: readonly number[];
  /** Whether a section is part of the entry of a section above it rather than an entry of its own. */
  readonly isSubsection: readonly boolean[];
}

export function buildSectionTree(sections: readonly Section[], page: PageContext): SectionTree {
  const parents: number[] = [];
  const enclosing: number[] = [];
  sections.forEach(({ level }, at) => {
    while ((sections[enclosing.at(-1) ?? -1]?.level ?? -1) >= level) enclosing.pop();
    parents.push(enclosing.at(-1) ?? 0);
    enclosing.push(at);
  });
  return { sections, parents, isSubsection: findSubsections(sections, parents, page) };
}

/** Titles of the sections around a section, the outermost first. */
export function topicsOf({ sections, parents }: SectionTree, at: number): readonly string[] {
  const topics: string[] = [];
  for (let outer = parents[at] ?? 0; outer > 0; outer = parents[outer] ?? 0) {
    topics.unshift(sections[outer]?.title ?? '');
  }
  return topics;
}

/** Index of the first section after the subsections that directly follow a section and are below it. */
export function endOfSubsections({ sections, isSubsection }: SectionTree, at: number): number {
  const level = sections[at]?.level ?? 0;
  let end = at + 1;
  while (isSubsection[end] === true && (sections[end]?.level ?? 0) > level) end += 1;
  return end;
}

/** Whether any of the sections `start` to `end` (exclusive) has content below its heading. */
export function hasContent({ sections }: SectionTree, start: number, end: number): boolean {
  return sections.slice(start, end).some(({ size }) => size > 0);
}
