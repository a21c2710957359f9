import type { SectionTree } from './sectionTree';

/**
 * The path of each section through the tree, by which its translation is found: for the section and each one around
 * it, its number among how many siblings. Subsections are numbered separately, since their headings may repeat in one
 * language and differ in another.
 */
export function sectionPaths({ sections, parents, isSubsection }: SectionTree): readonly string[] {
  const siblingsKey = (at: number): string =>
    `${String(parents[at] ?? 0)} ${String(isSubsection[at] ?? false)}`;
  const counts = new Map<string, number>();
  const numbers = sections.map((_, at) => {
    const number = (counts.get(siblingsKey(at)) ?? 0) + 1;
    counts.set(siblingsKey(at), number);
    return number;
  });
  const paths: string[] = [];
  sections.forEach((_, at) => {
    const step = `${isSubsection[at] === true ? 'p' : ''}${String(numbers[at])}/${String(counts.get(siblingsKey(at)))}`;
    paths.push(at === 0 ? '' : `${paths[parents[at] ?? 0] ?? ''} ${step}`);
  });
  return paths;
}
