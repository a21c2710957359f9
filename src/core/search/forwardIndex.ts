import type { MaybeYield } from '../archive/archiveSource';
import { lowerBound } from '../base/lowerBound';
import { analyse, type TokenKind } from '../text/analyser';
import { loadGlossary } from '../text/glossary';
import { FIELDS, type Field, type Segment } from './fields';
import { Vocabulary } from './vocabulary';

/** All kinds of tokens, in the order of the numbers that `IndexedText.kindOf` returns. */
export const TOKEN_KINDS = [
  'word',
  'stem',
  'name',
  'part',
  'sense',
  'ambiguous',
  'bigram',
] as const satisfies readonly TokenKind[];

/** Unused positions between segments, so that words of two segments are never near each other. */
const POSITION_INCREMENT_GAP = 32;
/** Words a token can cover; a longer one is stored as that long. */
const MAX_TOKEN_WORDS = 255;

const FIELD_INDEX = indexByName(FIELDS);
const KIND_INDEX = indexByName(TOKEN_KINDS);

function indexByName<T extends string>(names: readonly T[]): Readonly<Record<T, number>> {
  return Object.fromEntries(names.map((name, at) => [name, at])) as Record<T, number>;
}

/**
 * An analysed text: the positions of each term, in typed arrays. A position counts the words of all segments, with a gap
 * between segments. Tokens are numbered in the order of their terms' ids, those of one term by position.
 */
export class IndexedText {
  constructor(
    readonly segments: readonly Segment[],
    /** By segment: how many words are in the segments before it. */
    private readonly firstWords: Int32Array,
    /** By word: its offsets in the text of its segment. */
    private readonly starts: Int32Array,
    private readonly ends: Int32Array,
    /** By token: its term, its first position, and its length, field and kind packed into one number. */
    private readonly terms: Int32Array,
    private readonly positions: Int32Array,
    private readonly attributes: Uint16Array,
    readonly wordCount: number,
  ) {}

  /** The first token of a term, or -1; the others follow it for as long as `isTokenOf` holds. */
  firstToken(term: number): number {
    const { terms } = this;
    const first = lowerBound(terms.length, (at) => (terms[at] ?? 0) < term);
    return terms[first] === term ? first : -1;
  }

  isTokenOf(token: number, term: number): boolean {
    return this.terms[token] === term;
  }

  /** The position of the first word that a token covers. */
  positionOf(token: number): number {
    return this.positions[token] ?? 0;
  }

  /** The number of words that a token covers. */
  lengthOf(token: number): number {
    return (this.attributes[token] ?? 0) >> 8;
  }

  /** The kind of a token, as an index of `TOKEN_KINDS`. */
  kindOf(token: number): number {
    return (this.attributes[token] ?? 0) & 15;
  }

  /** The field of a token, as an index of `FIELDS`. */
  fieldOf(token: number): number {
    return ((this.attributes[token] ?? 0) >> 4) & 15;
  }

  /** The field at a position, as an index of `FIELDS`. */
  fieldAt(position: number): number {
    return FIELD_INDEX[this.segments[this.#segmentAt(position)]?.field ?? 'code'];
  }

  /** The index of the segment at a position, and the word's offsets in the segment's text. */
  locate(position: number): { readonly segment: number; readonly start: number; readonly end: number } {
    const segment = this.#segmentAt(position);
    const word = position - segment * POSITION_INCREMENT_GAP;
    const isGap = word >= (this.firstWords[segment + 1] ?? this.starts.length);
    return {
      segment,
      start: isGap ? 0 : (this.starts[word] ?? 0),
      end: isGap ? 0 : (this.ends[word] ?? 0),
    };
  }

  /** The index of the segment that has a position among its words or in the gap behind it. */
  #segmentAt(position: number): number {
    const { firstWords } = this;
    const next = lowerBound(
      firstWords.length,
      (at) => (firstWords[at] ?? 0) + at * POSITION_INCREMENT_GAP <= position,
    );
    return Math.max(0, next - 1);
  }
}

interface AddedText {
  readonly text: IndexedText;
  /** The terms of each field, as a `SearchIndex` takes them. */
  readonly terms: Readonly<Record<Field, readonly string[]>>;
}

/** The ids and document frequencies of all terms, with the vocabulary of the texts that were added. */
export class ForwardIndex {
  /** Words of the texts as one would type them, and the glossary's words for what the texts mention. */
  readonly vocabulary = new Vocabulary();
  readonly #ids = new Map<string, number>();
  readonly #documentFrequencies: number[] = [];
  readonly #terms: string[] = [];
  #size = 0;
  #wordCount = 0;

  /** The number of texts. */
  get size(): number {
    return this.#size;
  }

  get averageWordCount(): number {
    return this.#wordCount / Math.max(1, this.size);
  }

  /** Analyses a text and adds its terms to the index. */
  async add(segments: readonly Segment[], maybeYield?: MaybeYield): Promise<AddedText> {
    const termsByField = Object.fromEntries(FIELDS.map((field) => [field, [] as string[]])) as Record<
      Field,
      string[]
    >;
    const tokens: { readonly term: number; readonly position: number; readonly attributes: number }[] = [];
    const firstWords: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    for (const [segment, { field, text }] of segments.entries()) {
      await maybeYield?.();
      const analysis = analyse(text);
      const firstPosition = starts.length + segment * POSITION_INCREMENT_GAP;
      firstWords.push(starts.length);
      for (const { start, end } of analysis.words) {
        starts.push(start);
        ends.push(end);
      }
      for (const { term, kind, position, length } of analysis.tokens) {
        termsByField[field].push(term);
        tokens.push({
          term: this.#idFor(term),
          position: firstPosition + position,
          attributes: (Math.min(length, MAX_TOKEN_WORDS) << 8) | (FIELD_INDEX[field] << 4) | KIND_INDEX[kind],
        });
      }
    }
    // The sort is stable: the tokens of a term stay in the order of their positions.
    tokens.sort((a, b) => a.term - b.term);
    tokens.forEach(({ term }, at) => {
      if (tokens[at - 1]?.term === term) return;
      this.#documentFrequencies[term] = (this.#documentFrequencies[term] ?? 0) + 1;
    });
    this.#size += 1;
    this.#wordCount += starts.length;
    const text = new IndexedText(
      segments,
      Int32Array.from(firstWords),
      Int32Array.from(starts),
      Int32Array.from(ends),
      Int32Array.from(tokens, ({ term }) => term),
      Int32Array.from(tokens, ({ position }) => position),
      Uint16Array.from(tokens, ({ attributes }) => attributes),
      starts.length,
    );
    return { text, terms: termsByField };
  }

  /** The id of a term; `undefined` where no text contains it. */
  idOf(term: string): number | undefined {
    return this.#ids.get(term);
  }

  termOf(id: number): string {
    return this.#terms[id] ?? '';
  }

  /** Whether a term is a synonym set of the glossary. */
  isSynonymSet(id: number): boolean {
    return this.#terms[id]?.startsWith('=') === true;
  }

  /** The number of texts that contain a term. */
  documentFrequency(id: number): number {
    return this.#documentFrequencies[id] ?? 0;
  }

  #idFor(term: string): number {
    let id = this.#ids.get(term);
    if (id === undefined) {
      id = this.#terms.length;
      this.#ids.set(term, id);
      this.#terms.push(term);
      this.#documentFrequencies.push(0);
      if (isTypedWord(term)) this.vocabulary.add(term, id);
      for (const word of loadGlossary().termsIn(term)) this.vocabulary.add(word, id);
    }
    return id;
  }
}

/** Whether a term is a word as one types it: not a bigram, a synonym set or a verb stem. */
function isTypedWord(term: string): boolean {
  return !/^[~=]|-$/u.test(term);
}
