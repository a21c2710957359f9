import { endOfSection, type Section } from '../outline';
import { isQuestionTitle } from '../questionTitles';
import { namesSubsection, titleKey } from '../subsectionTitles';

/** A heading below this many sections of one level is a subsection of each. */
const MIN_REPEATS = 3;
/** The same within one chapter. */
const MIN_REPEATS_IN_CHAPTER = 2;

/**
 * Which sections are subsections: those with headings that repeat below several sections (`💡 Explanation`,
 * `Problem`) or that name a subsection anywhere (`Reference`, `참고`), the only section below a sentence, and all
 * sections below one. A question that repeats is a subsection only where the section above it has content of its own:
 * under bare topics it asks something else each time.
 *
 * @param parents Index of each section's enclosing section; 0 at the top.
 */
export function findSubsections(
  sections: readonly Section[],
  parents: readonly number[],
): readonly boolean[] {
  const repeated = repeatedTitles(sections, parents);
  const isSubsection: boolean[] = [];
  sections.forEach(({ title, level }, at) => {
    const parent = parents[at] ?? 0;
    const asksAnew = isQuestionTitle(title) && (sections[parent]?.size ?? 0) === 0;
    const byTitle = namesSubsection(title) || (repeated.has(titleKey(title)) && !asksAnew);
    isSubsection.push(isSubsection[parent] === true || (level > 0 && parent > 0 && byTitle));
  });
  joinOnlySections(sections, isSubsection);
  return isSubsection;
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
    if (own.length !== 1 || isQuestionTitle(sections[only ?? 0]?.title ?? '')) return;
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
