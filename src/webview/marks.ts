/** The name by which the style sheet knows marked words. */
const NAME = 'archive-answers-match';

/** Marks words wherever they stand whole in a page; those of an earlier call are marked no more. */
export function mark(page: Element, words: readonly string[]): void {
  CSS.highlights.delete(NAME);
  if (words.length === 0) return;
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
  CSS.highlights.set(NAME, highlight);
}

/** A pattern for a word between others; a Korean particle may follow a Latin one. */
function wholeWord(word: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
  const after = /\p{Script=Hangul}$/u.test(word) ? '\\p{L}' : '\\p{Script=Latin}\\p{N}_';
  return `(?<![\\p{L}\\p{N}_])${escaped}(?![${after}])`;
}
