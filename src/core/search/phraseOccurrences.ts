import type { Entry } from '../model';
import { analyse, type TokenKind } from '../text/analyser';
import { KIND_ORDER, type ForwardIndex, type IndexedText } from './forwardIndex';

/** How often an entry says something, in the one of its languages that says it most. */
export interface PhraseOccurrence {
  /** Whether a title or another name of the entry says it. */
  readonly isTitle: boolean;
  /** Posts that say it, in words, not in code; its topics count as one. */
  readonly places: number;
}

/** An entry's text in one language, as it was analysed. */
interface SearchedText {
  readonly entry: Entry;
  readonly text: IndexedText;
}

/** Word by word, the terms that stand for it. */
type Pattern = readonly (readonly number[])[];

/** Between the words of one phrase: spaces, hyphens, nothing. */
const JOINT = /^[\s\-_·/]{0,2}$/u;
/** Tokens that stand for their words whole. */
const WHOLE: readonly TokenKind[] = ['word', 'stem', 'name', 'sense'];
const IS_WHOLE = KIND_ORDER.map((kind) => WHOLE.includes(kind));

/** Finds which entries say a phrase, in any spelling the glossary has, by what was analysed for the search already. */
export class PhraseOccurrences {
  constructor(
    private readonly collection: ForwardIndex,
    private readonly texts: readonly SearchedText[],
  ) {}

  /** Entries that say one of the phrases; the words of a phrase side by side. */
  of(phrases: readonly string[]): ReadonlyMap<Entry, PhraseOccurrence> {
    const patterns = new Map(
      phrases
        .flatMap((phrase) => this.#patternsOf(phrase.normalize('NFC')))
        .map((pattern) => [JSON.stringify(pattern), pattern]),
    );
    const found = new Map<Entry, PhraseOccurrence>();
    if (patterns.size === 0) return found;
    for (const { entry, text } of this.texts) {
      const segments = [...patterns.values()].flatMap((pattern) => segmentsSaying(text, pattern));
      if (segments.length === 0) continue;
      const here = sayingIn(text, segments);
      const known = found.get(entry);
      if (!here.isTitle && here.places === 0) continue;
      found.set(entry, {
        isTitle: here.isTitle || known?.isTitle === true,
        places: Math.max(here.places, known?.places ?? 0),
      });
    }
    return found;
  }

  /** What means the whole phrase, where the glossary has it; else its words, side by side or written as one. */
  #patternsOf(phrase: string): readonly Pattern[] {
    const { words, tokens } = analyse(phrase);
    const senses = tokens.filter(
      ({ kind, word, length }) => kind === 'sense' && word === 0 && length === words.length,
    );
    if (senses.length > 0) return this.#known([senses.map(({ term }) => term)]);
    const steps = words.map((_, at) =>
      tokens
        .filter(({ kind, word, length }) => word === at && length === 1 && WHOLE.includes(kind))
        .map(({ term }) => term),
    );
    const written = words.map(({ start, end }) => phrase.slice(start, end).toLowerCase());
    return [...this.#known(steps), ...(words.length > 1 ? this.#known([[written.join('')]]) : [])];
  }

  /** None where a word is one that no text has. */
  #known(steps: readonly (readonly string[])[]): readonly Pattern[] {
    const pattern = steps.map((terms) => terms.flatMap((term) => this.collection.idOf(term) ?? []));
    return pattern.length > 0 && pattern.every(({ length }) => length > 0) ? [pattern] : [];
  }
}

function segmentsSaying(text: IndexedText, pattern: Pattern): readonly number[] {
  let ends: ReadonlySet<number> | undefined;
  for (const terms of pattern) {
    const here = new Set<number>();
    for (const term of terms) {
      for (let at = text.first(term); at >= 0 && text.is(at, term); at += 1) {
        const word = text.wordAt(at);
        const follows = ends === undefined || (ends.has(word - 1) && isJoined(text, word));
        if (follows && IS_WHOLE[text.kindAt(at)] === true) here.add(word + text.lengthAt(at) - 1);
      }
    }
    if (here.size === 0) return [];
    ends = here;
  }
  return Array.from(ends ?? [], (word) => text.locate(word).segment);
}

/** Whether nothing but a space or a hyphen parts a word from the one before it. */
function isJoined(text: IndexedText, word: number): boolean {
  const before = text.locate(word - 1);
  const { segment, start } = text.locate(word);
  return (
    before.segment === segment && JOINT.test(text.segments[segment]?.text.slice(before.end, start) ?? '')
  );
}

function sayingIn({ segments }: IndexedText, found: readonly number[]): PhraseOccurrence {
  const places = new Set<number>();
  let isTitle = false;
  for (const at of found) {
    const { field, post } = segments[at] ?? {};
    if (field === 'title') isTitle = true;
    else if (field === 'topics') places.add(-1);
    else if (field !== 'code' && field !== 'symbols' && post !== undefined) places.add(post);
  }
  return { isTitle, places: places.size };
}
