import GithubSlugger from 'github-slugger';
import { decodePath } from '../archive/paths';

/** A fragment or an anchor in the form in which they are compared: links to it may be percent-encoded. */
export function normaliseAnchor(anchor: string): string {
  return decodePath(anchor).normalize('NFC').toLowerCase();
}

/** The letters and digits of a text, by which the anchors of sites that hyphenate differently are compared. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/**
 * Whether a fragment leads to one of a page's headings, by the anchors that sites make of titles.
 *
 * @param titles Called when the first fragment is looked up.
 */
export function anchorTest(
  titles: () => readonly string[],
  declared: readonly string[],
): (fragment: string) => boolean {
  let anchors: ReadonlySet<string> | undefined;
  return (fragment) => {
    if (anchors === undefined) {
      const slugger = new GithubSlugger();
      anchors = new Set([
        ...declared.map(normaliseAnchor),
        ...titles().flatMap((title) => [slugger.slug(title), lettersOf(title.toLowerCase())]),
      ]);
    }
    const anchor = normaliseAnchor(fragment);
    return anchors.has(anchor) || anchors.has(lettersOf(anchor));
  };
}
