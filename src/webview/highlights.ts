/** The name of the highlight in the style sheet. */
const NAME = 'archive-answers-match';
/** Pixels of height within which the words of one place are. */
const PLACE_HEIGHT = 160;
/** Marks of a post that are compared with each other. */
const MAX_COMPARED = 200;

/** Highlights whole words on the page, where the browser supports the CSS Custom Highlight API. */
export class Highlights {
  readonly #registry = (CSS as { readonly highlights?: HighlightRegistry }).highlights;
  #highlight: Highlight | undefined;
  #pattern: RegExp | undefined;
  /** The ranges of each element that was added. */
  readonly #ranges = new Map<Element, readonly Range[]>();

  /** Replaces the highlighted words. Elements must be added again. */
  setWords(words: readonly string[]): void {
    this.clear();
    if (this.#registry === undefined || words.length === 0) return;
    this.#pattern = patternOf(words);
    this.#highlight = new Highlight();
    this.#registry.set(NAME, this.#highlight);
  }

  /** Removes all highlights. */
  clear(): void {
    this.#registry?.delete(NAME);
    this.#highlight = undefined;
    this.#ranges.clear();
  }

  /** Highlights the words in an element, once. */
  add(element: Element): void {
    if (this.#highlight === undefined || this.#pattern === undefined || this.#ranges.has(element)) return;
    const ranges: Range[] = [];
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      for (const match of (node.nodeValue ?? '').matchAll(this.#pattern)) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        this.#highlight.add(range);
        ranges.push(range);
      }
    }
    this.#ranges.set(element, ranges);
  }

  /** The place in an element, which was added, that has most of the words; `undefined` where it has none. */
  bestIn(element: Element): DOMRect | undefined {
    const marks = (this.#ranges.get(element) ?? [])
      .slice(0, MAX_COMPARED)
      .map((range) => ({ word: String(range).toLowerCase(), box: range.getBoundingClientRect() }))
      // Text in closed details has no boxes.
      .filter(({ box }) => box.height > 0);
    let best: DOMRect | undefined;
    let mostWords = 0;
    marks.forEach(({ box }, at) => {
      const near = marks.slice(at).filter((mark) => mark.box.top <= box.top + PLACE_HEIGHT);
      const words = new Set(near.map(({ word }) => word)).size;
      if (words > mostWords) [best, mostWords] = [box, words];
    });
    return best;
  }
}

/** Matches any of some words, the longest one where several begin alike. */
function patternOf(words: readonly string[]): RegExp {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map(wholeWord).join('|'), 'giu');
}

/** Matches a word that is not part of a longer one in its own script: a Korean particle may follow a Latin word. */
function wholeWord(word: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
  return `(?<!${scriptOf(word.slice(0, 1))})${escaped}(?!${scriptOf(word.slice(-1))})`;
}

function scriptOf(letter: string): string {
  return /\p{Script=Hangul}/u.test(letter) ? '\\p{Script=Hangul}' : '[\\p{Script=Latin}\\p{N}_]';
}
