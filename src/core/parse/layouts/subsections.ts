import { endOfSection, type Section } from '../section';
import { namesSubsection, namesTemplatePart, titleKey } from '../subsectionTitles';
import { followTemplate } from '../templates';
import { singleTopHeading } from './topHeading';

/** A heading below this many sections of one level is a subsection of each. */
const MIN_REPEATS = 3;
/** The same within one chapter. */
const MIN_REPEATS_IN_CHAPTER = 2;

/** The fewest sections of the level that most have, and the share of these that deeper ones may make up and be rare. */
const MIN_MAIN_SECTIONS = 8;
const MAX_RARE_SHARE = 0.15;

/** What is known of a page besides its sections. */
export interface PageContext {
  /** Its title in the front matter, which is then the heading above all others. */
  readonly title?: string;
  /** Headings that recur over the documents of its archive, by `titleKey`. */
  readonly recurring?: ReadonlySet<string>;
}

/**
 * Which sections are subsections: those with headings that repeat below several sections (`💡 Explanation`,
 * `Problem`) or that name a subsection anywhere (`Reference`, `참고`), the only section below a sentence, sections below
 * a question and an answer that are marked as such, the few below the level that most sections have, and all sections
 * below a subsection. On a page that follows a
 * template of its archive, so are the headings of the template. A question that repeats is a subsection only where the
 * section above it has content of its own: under bare topics it asks something else each time.
 *
 * @param parents Index of each section's enclosing section; 0 at the top.
 */
export function findSubsections(
  sections: readonly Section[],
  parents: readonly number[],
  page: PageContext,
): readonly boolean[] {
  const repeated = repeatedTitles(sections, parents);
  const template = templateOf(sections, parents, page);
  const asksBelow = sectionsWithQuestions(sections, parents);
  const ofTemplate = parentsOfTemplates(sections, parents);
  const isSubsection: boolean[] = [];
  sections.forEach(({ title, level, asks }, at) => {
    const parent = parents[at] ?? 0;
    const isBelowTitle = level > 0 && (parent > 0 || page.title !== undefined);
    const isNamed = (namesSubsection(title) && !asksBelow.has(at)) || ofTemplate.has(parent);
    const asksAnew = asks && (sections[parent]?.size ?? 0) === 0;
    const isRepeated = repeated.has(titleKey(title)) && !asksAnew;
    isSubsection.push(
      isSubsection[parent] === true ||
        (parent > 0 && sections[parent]?.hasMarkedAnswer === true) ||
        (isBelowTitle && (isNamed || isRepeated)) ||
        template.has(titleKey(title)),
    );
  });
  joinOnlySections(sections, isSubsection);
  joinRareSections(sections, parents, isSubsection);
  return isSubsection;
}

/**
 * Few sections below those of the level that most have, which have text of their own, divide that text; they do not ask.
 */
function joinRareSections(
  sections: readonly Section[],
  parents: readonly number[],
  isSubsection: boolean[],
): void {
  const counts = new Map<number, number>();
  sections.forEach(({ level }, at) => {
    if (level > 0 && isSubsection[at] !== true) counts.set(level, (counts.get(level) ?? 0) + 1);
  });
  const [main = [0, 0]] = [...counts].sort(([, a], [, b]) => b - a);
  const [mainLevel, mainCount] = main;
  const rare = sections.flatMap(({ level }, at) =>
    level > mainLevel && isSubsection[at] !== true ? [at] : [],
  );
  if (mainCount < MIN_MAIN_SECTIONS || rare.length > mainCount * MAX_RARE_SHARE) return;
  for (const at of rare) {
    const parent = parents[at] ?? 0;
    const isPart = isSubsection[parent] === true || ((sections[parent]?.size ?? 0) > 0 && parent > 0);
    if (isPart && sections[parent]!.level >= mainLevel && sections[at]?.asks !== true)
      isSubsection[at] = true;
  }
}

/** The sections with a question below them: whatever they are called, they are chapters. */
function sectionsWithQuestions(
  sections: readonly Section[],
  parents: readonly number[],
): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = sections.length - 1; at > 0; at -= 1) {
    if (sections[at]?.asks === true || found.has(at)) found.add(parents[at] ?? 0);
  }
  return found;
}

/** The sections of which all sections below, and at least two, are named as the parts of a template. */
function parentsOfTemplates(sections: readonly Section[], parents: readonly number[]): ReadonlySet<number> {
  const parts = new Map<number, number>();
  const others = new Set<number>();
  sections.forEach(({ title, level }, at) => {
    const parent = parents[at] ?? 0;
    if (level > 0 && namesTemplatePart(title)) parts.set(parent, (parts.get(parent) ?? 0) + 1);
    else if (level > 0) others.add(parent);
  });
  return new Set([...parts].flatMap(([parent, count]) => (count > 1 && !others.has(parent) ? [parent] : [])));
}

/**
 * The headings that a page has from a template of its archive, by `titleKey`; none where it follows none. Sections below
 * those of the template are not counted.
 */
function templateOf(
  sections: readonly Section[],
  parents: readonly number[],
  { recurring }: PageContext,
): ReadonlySet<string> {
  if (recurring === undefined || recurring.size === 0) return new Set();
  const top = singleTopHeading(sections);
  const isRecurring = (at: number): boolean => at > 0 && recurring.has(titleKey(sections[at]?.title ?? ''));
  const titles = sections.flatMap((section, at) => {
    const isCounted = section.level > 0 && section !== top && !isRecurring(parents[at] ?? 0);
    return isCounted ? [section.title] : [];
  });
  if (!followTemplate(titles, recurring)) return new Set();
  const keys = titles.map(titleKey).filter((key) => recurring.has(key));
  return new Set(keys.filter((key) => key !== titleKey(top?.title ?? '')));
}

/** A single sentence and the only section below it are one entry: neither says much without the other. */
function joinOnlySections(sections: readonly Section[], isSubsection: boolean[]): void {
  sections.forEach(({ level, textKind }, at) => {
    if (level === 0 || textKind !== 'sentence' || isSubsection[at] === true) return;
    const end = endOfSection(sections, at, level);
    const own: number[] = [];
    for (let inner = at + 1; inner < end && own.length < 2; inner += 1) {
      if (isSubsection[inner] !== true && (sections[inner]?.size ?? 0) > 0) own.push(inner);
    }
    const [only] = own;
    if (own.length !== 1 || sections[only ?? 0]?.asks === true) return;
    isSubsection.fill(true, at + 1, end);
  });
}

/**
 * Keys of the headings that repeat below several sections of one level, and so belong to how the page is built.
 * Sections with equal headings count as one: a chapter that is there twice is no pattern.
 */
function repeatedTitles(sections: readonly Section[], parents: readonly number[]): ReadonlySet<string> {
  /** Keys of the enclosing sections' headings, by heading and level and by heading and chapter. */
  const enclosing = new Map<string, Set<string>>();
  const repeated = new Set<string>();
  sections.forEach(({ title }, at) => {
    const parent = parents[at] ?? 0;
    const outer = sections[parent];
    const key = titleKey(title);
    if (outer === undefined || outer.level === 0 || key === '') return;
    const add = (scope: string, minRepeats: number): void => {
      const titles = enclosing.get(`${key}\n${scope}`) ?? new Set();
      enclosing.set(`${key}\n${scope}`, titles.add(titleKey(outer.title)));
      if (titles.size >= minRepeats) repeated.add(key);
    };
    add(`level ${String(outer.level)}`, MIN_REPEATS);
    add(`chapter ${String(parents[parent] ?? 0)}`, MIN_REPEATS_IN_CHAPTER);
  });
  return repeated;
}
