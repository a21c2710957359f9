/** The name of the highlight in the style sheet. */
const NAME = 'archive-answers-match';

/** Highlights whole words on the page, where the browser supports the CSS Custom Highlight API. */
export class Highlights {
  readonly #registry = (CSS as { readonly highlights?: HighlightRegistry }).highlights;
  #highlight: Highlight | undefined;
  #pattern: RegExp | undefined;

  /** Replaces the highlighted words. Elements must be added again. */
  setWords(words: readonly string[]): void {
    this.#registry?.delete(NAME);
    this.#highlight = undefined;
    if (this.#registry === undefined || words.length === 0) return;
    const longestFirst = words.toSorted((a, b) => b.length - a.length);
    this.#pattern = new RegExp(longestFirst.map(wholeWord).join('|'), 'giu');
    this.#highlight = new Highlight();
    this.#registry.set(NAME, this.#highlight);
  }

  /** Highlights the words in an element. */
  add(element: Element): void {
    if (this.#highlight === undefined || this.#pattern === undefined) return;
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      for (const match of (node.nodeValue ?? '').matchAll(this.#pattern)) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        this.#highlight.add(range);
      }
    }
  }
}

/** Matches a word that is not part of a longer one in its own script: a Korean particle may follow a Latin word. */
function wholeWord(word: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
  return `(?<!${scriptOf(word.slice(0, 1))})${escaped}(?!${scriptOf(word.slice(-1))})`;
}

function scriptOf(letter: string): string {
  return /\p{Script=Hangul}/u.test(letter) ? '\\p{Script=Hangul}' : '[\\p{Script=Latin}\\p{N}_]';
}
