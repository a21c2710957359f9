import { stemOf } from '../archive/paths';
import { titleKey } from './subsectionTitles';
import { withoutTrailing } from '../text/trailing';

/** How many documents of an archive share a heading that is part of their template. */
const MIN_DOCUMENTS = 3;
/** Share of a document's headings that recur in others, where it follows a template. */
const MIN_TEMPLATE_SHARE = 0.5;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}[ \t]+/;

/**
 * The headings that recur over the documents of an archive, by `titleKey`: `Symptoms`, `Cause` and `Resolution` of
 * runbooks, `Description` and `Comments` of issues. Copies of one document, by its file name, count once.
 *
 * @param documents Texts by path.
 */
export function recurringTitles(documents: ReadonlyMap<string, string>): ReadonlySet<string> {
  const stems = new Map<string, Set<string>>();
  for (const [path, text] of documents) {
    for (const title of headingsOf(text)) {
      const key = titleKey(title);
      const known = stems.get(key) ?? new Set();
      if (known.size < MIN_DOCUMENTS) stems.set(key, known.add(stemOf(path).toLowerCase()));
    }
  }
  stems.delete('');
  return new Set([...stems].flatMap(([key, known]) => (known.size < MIN_DOCUMENTS ? [] : [key])));
}

/** Whether headings, by `titleKey`, follow a template of their archive: most of them recur over its documents. */
export function followTemplate(titles: readonly string[], recurring: ReadonlySet<string>): boolean {
  const known = titles.filter((title) => recurring.has(titleKey(title))).length;
  return known > 0 && known >= titles.length * MIN_TEMPLATE_SHARE;
}

/** The headings marked with `#`, outside of fences. A heading in a comment or an indented block does no harm. */
function headingsOf(text: string): readonly string[] {
  const titles: string[] = [];
  let fence = '';
  for (const line of text.split(/\r?\n/)) {
    const mark = FENCE.exec(line)?.[1] ?? '';
    if (fence === '') {
      fence = mark;
      const opening = HEADING.exec(line)?.[0];
      const title = opening === undefined ? '' : withoutTrailing(line.slice(opening.length), /[ \t#]/);
      if (title !== '') titles.push(title);
    } else if (mark.startsWith(fence)) fence = '';
  }
  return titles;
}
