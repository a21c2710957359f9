/** The name by which the style sheet knows marked words. */
const NAME = 'archive-answers-match';

/** Marks words wherever they stand whole on a page. Browsers of a web host may not know highlights yet. */
export class Highlights {
  readonly #highlights = (CSS as { readonly highlights?: HighlightRegistry }).highlights;
  #highlight: Highlight | undefined;
  #pattern: RegExp | undefined;

  /** Marks these words from now on, and those of before no more. */
  choose(words: readonly string[]): void {
    this.#highlights?.delete(NAME);
    this.#highlight = undefined;
    if (this.#highlights === undefined || words.length === 0) return;
    const longestFirst = words.toSorted((a, b) => b.length - a.length);
    this.#pattern = new RegExp(longestFirst.map(wholeWord).join('|'), 'giu');
    this.#highlight = new Highlight();
    this.#highlights.set(NAME, this.#highlight);
  }

  /** Marks the words in an element. */
  add(element: Element): void {
    if (this.#highlight === undefined || this.#pattern === undefined) return;
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      for (const found of (node.nodeValue ?? '').matchAll(this.#pattern)) {
        const range = document.createRange();
        range.setStart(node, found.index);
        range.setEnd(node, found.index + found[0].length);
        this.#highlight.add(range);
      }
    }
  }
}

/** A pattern for a word that none of its own script goes on before or behind: a Korean particle may follow a Latin one. */
function wholeWord(word: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
  return `(?<!${scriptOf(word.slice(0, 1))})${escaped}(?!${scriptOf(word.slice(-1))})`;
}

function scriptOf(letter: string): string {
  return /\p{Script=Hangul}/u.test(letter) ? '\\p{Script=Hangul}' : '[\\p{Script=Latin}\\p{N}_]';
}
