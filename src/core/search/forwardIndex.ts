import type { MaybeYield } from '../archive/archiveSource';
import { lowerBound } from '../base/lowerBound';
import { analyse, type TokenKind } from '../text/analyser';
import { theGlossary } from '../text/glossary';
import { FIELDS, type Field, type Segment } from './fields';
import { Vocabulary } from './vocabulary';

const KINDS = ['word', 'stem', 'name', 'part', 'sense', 'gram'] as const satisfies readonly TokenKind[];

/** Words of one segment are this far from those of the next: no phrase reaches across. */
const POSITION_INCREMENT_GAP = 32;

/** A text as it was analysed: which terms stand where. Built once, kept in typed arrays. */
export class IndexedText {
  constructor(
    readonly segments: readonly Segment[],
    /** Of each word, by its place: which segment it is in, and its offsets there. */
    private readonly segmentOf: Uint16Array,
    private readonly starts: Int32Array,
    private readonly ends: Int32Array,
    /** Every token, ordered by term: its term, its word, and its field, kind and length in one. */
    private readonly terms: Int32Array,
    private readonly places: Int32Array,
    private readonly shapes: Uint16Array,
    readonly wordCount: number,
  ) {}

  /** The first token of a term; -1 where there is none. Those that follow are counted up while `is` says so. */
  first(term: number): number {
    const { terms } = this;
    const first = lowerBound(terms.length, (at) => (terms[at] ?? 0) < term);
    return terms[first] === term ? first : -1;
  }

  is(token: number, term: number): boolean {
    return this.terms[token] === term;
  }

  /** Place of the token's first word among the words of the text. */
  wordAt(token: number): number {
    return this.places[token] ?? 0;
  }

  /** Words the token covers. */
  lengthAt(token: number): number {
    return (this.shapes[token] ?? 0) >> 8;
  }

  /** Its kind, as an index of `KIND_ORDER`. */
  kindAt(token: number): number {
    return (this.shapes[token] ?? 0) & 15;
  }

  /** The field it stands in, as an index of `FIELDS`. */
  fieldOf(token: number): number {
    return ((this.shapes[token] ?? 0) >> 4) & 15;
  }

  fieldOfWord(word: number): number {
    return FIELD_INDEX[this.segments[this.segmentOf[word] ?? 0]?.field ?? 'code'];
  }

  /** The segment a word is in, and its offsets there. */
  locate(word: number): { readonly segment: number; readonly start: number; readonly end: number } {
    return { segment: this.segmentOf[word] ?? 0, start: this.starts[word] ?? 0, end: this.ends[word] ?? 0 };
  }
}

const FIELD_INDEX = Object.fromEntries(FIELDS.map((field, at) => [field, at])) as Record<Field, number>;
const KIND_INDEX = Object.fromEntries(KINDS.map((kind, at) => [kind, at])) as Record<TokenKind, number>;
export const KIND_ORDER: readonly TokenKind[] = KINDS;
/** A term of more words is taken to be this long. */
const MAX_TOKEN_WORDS = 255;

interface AddedText {
  readonly text: IndexedText;
  readonly terms: Readonly<Record<Field, readonly string[]>>;
}

/** All texts that are searched, with the words they are made of. */
export class ForwardIndex {
  /** The words that are there as someone would type them, and those of the glossary that mean one that is there. */
  readonly vocabulary = new Vocabulary();
  readonly #ids = new Map<string, number>();
  readonly #counts: number[] = [];
  readonly #terms: string[] = [];
  #size = 0;
  #words = 0;

  get size(): number {
    return this.#size;
  }

  get averageWords(): number {
    return this.#words / Math.max(1, this.size);
  }

  /** Analyses a text and counts it; resolves to it with the terms of each field, as an engine takes them. */
  async add(segments: readonly Segment[], maybeYield?: MaybeYield): Promise<AddedText> {
    const byField = Object.fromEntries(FIELDS.map((field) => [field, [] as string[]])) as Record<
      Field,
      string[]
    >;
    const tokens: { readonly term: number; readonly word: number; readonly shape: number }[] = [];
    const segmentOf: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    let count = 0;
    for (const [at, { field, text }] of segments.entries()) {
      await maybeYield?.();
      const { words, tokens: found } = analyse(text);
      const first = starts.length;
      for (const { start, end } of words) {
        starts.push(start);
        ends.push(end);
        segmentOf.push(at);
      }
      for (let pad = 0; pad < POSITION_INCREMENT_GAP; pad += 1) {
        starts.push(0);
        ends.push(0);
        segmentOf.push(at);
      }
      count += words.length;
      for (const { term, kind, word, length } of found) {
        byField[field].push(term);
        const shape = (Math.min(length, MAX_TOKEN_WORDS) << 8) | (FIELD_INDEX[field] << 4) | KIND_INDEX[kind];
        tokens.push({ term: this.#idFor(term), word: first + word, shape });
      }
    }
    tokens.sort((a, b) => a.term - b.term || a.word - b.word);
    tokens.forEach(({ term }, at) => {
      if (tokens[at - 1]?.term !== term) this.#counts[term] = (this.#counts[term] ?? 0) + 1;
    });
    this.#size += 1;
    this.#words += count;
    const text = new IndexedText(
      segments,
      Uint16Array.from(segmentOf),
      Int32Array.from(starts),
      Int32Array.from(ends),
      Int32Array.from(tokens, ({ term }) => term),
      Int32Array.from(tokens, ({ word }) => word),
      Uint16Array.from(tokens, ({ shape }) => shape),
      count,
    );
    return { text, terms: byField };
  }

  /** A term's id; `undefined` when no text has it. */
  idOf(term: string): number | undefined {
    return this.#ids.get(term);
  }

  termOf(id: number): string {
    return this.#terms[id] ?? '';
  }

  /** Whether a term is a meaning, which stands in texts under whatever words the glossary has for it. */
  isSense(id: number): boolean {
    return this.#terms[id]?.startsWith('=') === true;
  }

  /** In how many texts a term stands. */
  countOf(id: number): number {
    return this.#counts[id] ?? 0;
  }

  #idFor(term: string): number {
    let id = this.#ids.get(term);
    if (id === undefined) {
      id = this.#terms.length;
      this.#ids.set(term, id);
      this.#terms.push(term);
      this.#counts.push(0);
      if (isTyped(term)) this.vocabulary.add(term, id);
      for (const word of theGlossary().wordsFor(term)) this.vocabulary.add(word, id);
    }
    return id;
  }
}

/** No pair of syllables, no sense, no verb without its ending. */
function isTyped(term: string): boolean {
  return !/^[~=]|-$/u.test(term);
}
