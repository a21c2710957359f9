/** The name by which the style sheet knows marked words. */
const NAME = 'archive-answers-match';

/** Marks words wherever they stand whole in a page; those of an earlier call are marked no more. */
export function mark(page: Element, words: readonly string[]): void {
  // Browsers of a web host may not know highlights yet.
  const { highlights } = CSS as { readonly highlights?: HighlightRegistry };
  highlights?.delete(NAME);
  if (highlights === undefined || words.length === 0) return;
  const pattern = new RegExp(
    words
      .toSorted((a, b) => b.length - a.length)
      .map(wholeWord)
      .join('|'),
    'giu',
  );
  const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const highlight = new Highlight();
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    for (const found of (node.nodeValue ?? '').matchAll(pattern)) {
      const range = document.createRange();
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      highlight.add(range);
    }
  }
  highlights.set(NAME, highlight);
}

/** A pattern for a word that none of its own script goes on before or behind: a Korean particle may follow a Latin one. */
function wholeWord(word: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
  return `(?<!${scriptOf(word.slice(0, 1))})${escaped}(?!${scriptOf(word.slice(-1))})`;
}

function scriptOf(letter: string): string {
  return /\p{Script=Hangul}/u.test(letter) ? '\\p{Script=Hangul}' : '[\\p{Script=Latin}\\p{N}_]';
}
