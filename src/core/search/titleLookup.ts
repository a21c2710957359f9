import { addToGroup } from '../base/grouping';
import { tokenize } from '../text/tokenizer';

/** UTF-16 units of a text that may be a title; longer ones are not compared. */
const MAX_LENGTH = 1000;

/** Finds texts whose title, or another name of theirs, is a query. */
export class TitleLookup {
  readonly #keysByTitle = new Map<string, string[]>();

  /** @param key Identifies the text that has the title. */
  add(title: string, key: string): void {
    const words = wordsOf(title);
    if (words !== '') addToGroup(this.#keysByTitle, words, key);
    if (title.trim() !== '') addToGroup(this.#keysByTitle, exactFormOf(title), key);
  }

  /** Keys of the texts with a title of the same words; punctuation and case are ignored. */
  withWordsOf(query: string): readonly string[] {
    return query.length > MAX_LENGTH ? [] : (this.#keysByTitle.get(wordsOf(query)) ?? []);
  }

  /** Keys of the texts with a title that differs from the query at most in case. */
  withTitle(query: string): readonly string[] {
    return this.#keysByTitle.get(exactFormOf(query)) ?? [];
  }
}

/** The words of a text, joined by spaces. */
function wordsOf(text: string): string {
  return Array.from(tokenize(text.normalize('NFC')), ({ folded }) => folded).join(' ');
}

/** A text with its punctuation. The quotes keep it apart from the words of another title. */
function exactFormOf(text: string): string {
  return `"${text.normalize('NFC').trim().toLowerCase()}"`;
}
