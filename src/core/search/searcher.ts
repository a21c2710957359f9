import { variantsOf, type Entry, type Variant } from '../model';
import type { Breathe } from '../source';
import { analyse } from '../text/analyser';
import { wordsOf } from '../text/words';
import { Collection, type IndexedText } from './collection';
import { segmentsOf } from './fields';
import type { Cancellation, IndexDocument, IndexFactory, SearchIndex, WeightedTerm } from './index';
import { planQuery, type PlannedWord } from './plan';
import type { Query } from './query';
import { hitOf, rank, type Hit, type Ranked, type ScoredVariant } from './rank';
import { Scorer, type Scored } from './scorer';
import type { Tuning } from './tuning';

/** Candidates an engine proposes for one query, before ranking. */
const CANDIDATES = 100;
const NOT_MATCHED: Scored = { score: 0, coverage: 1, matches: [] };

export interface Wanted {
  /** Most entries wanted. */
  readonly limit: number;
  readonly signal: Cancellation | undefined;
  /** The reader's language. */
  readonly language: string | undefined;
  /** Whether the query's filters let a variant through. */
  readonly passes: (entry: Entry, variant: Variant) => boolean;
}

/** What a query found, in order. */
export interface Found {
  readonly ranked: readonly Ranked[];
  readonly plan: readonly PlannedWord[];
}

const NOTHING: Found = { ranked: [], plan: [] };

interface Document {
  readonly entry: Entry;
  readonly variant: Variant;
  readonly text: IndexedText;
}

/** Everything that is searched, and how: an engine proposes, the scorer and the ranking order. */
export class Searcher {
  /** Keys of the texts that have a title, by its words. */
  readonly #byTitle = new Map<string, string[]>();

  private constructor(
    private readonly collection: Collection,
    private readonly documents: ReadonlyMap<string, Document>,
    private readonly index: SearchIndex,
    private readonly tuning: Tuning,
  ) {
    for (const [key, { entry, variant }] of documents) {
      for (const title of [variant.title, ...entry.aliases]) {
        const words = wordsIn(title);
        this.#byTitle.set(words, [...(this.#byTitle.get(words) ?? []), key]);
      }
    }
    this.#byTitle.delete('');
  }

  static async build(
    entries: readonly Entry[],
    createIndex: IndexFactory,
    tuning: Tuning,
    breathe?: Breathe,
  ): Promise<Searcher> {
    const collection = new Collection();
    const documents = new Map<string, Document>();
    const indexed: IndexDocument[] = [];
    for (const entry of entries) {
      for (const [at, variant] of variantsOf(entry).entries()) {
        const key = `${entry.id}\n${String(at)}`;
        const { text, terms } = collection.add(segmentsOf(entry, variant));
        documents.set(key, { entry, variant, text });
        indexed.push({ key, terms });
        await breathe?.();
      }
    }
    return new Searcher(collection, documents, await createIndex(indexed, breathe), tuning);
  }

  /** Entries for a query, best first. Without words those that the filters let through, by title. */
  async find(query: Query, { limit, signal, language, passes }: Wanted): Promise<Found> {
    const plan = planQuery(query.words, this.collection, this.tuning);
    const titled = new Set(this.#byTitle.get(wordsIn(query.text)));
    const isNarrowed = query.filters.length + query.phrases.length + query.without.length > 0;
    if (plan.length === 0 && !isNarrowed && titled.size === 0) return NOTHING;
    const wanted = isNarrowed || limit > CANDIDATES ? Infinity : CANDIDATES;
    const keys =
      plan.length === 0
        ? [...this.documents.keys()]
        : (await this.index.search(this.#terms(plan), wanted, signal)).map(({ key }) => key);
    if (signal?.aborted === true) return NOTHING;
    const meets = this.#meets(query);
    const scorer = new Scorer(plan, this.collection, this.tuning);
    const scored: ScoredVariant[] = [];
    for (const key of new Set([...titled, ...keys])) {
      const document = this.documents.get(key);
      const isTitle = titled.has(key);
      if (document === undefined) continue;
      if (!isTitle && !(passes(document.entry, document.variant) && meets(document.text))) continue;
      scored.push({
        ...document,
        isTitle,
        scored: plan.length === 0 ? NOT_MATCHED : scorer.score(document.text),
      });
    }
    return { ranked: rank(scored, this.tuning, language), plan };
  }

  /** A found entry with what a surface shows of it. */
  explain(ranked: Ranked, plan: readonly PlannedWord[]): Hit {
    return hitOf(ranked, plan);
  }

  #terms(plan: readonly PlannedWord[]): readonly WeightedTerm[] {
    const weights = new Map<number, number>();
    const add = (term: number, weight: number): void => {
      weights.set(term, Math.max(weights.get(term) ?? 0, weight));
    };
    for (const { importance, alternatives, pieces, grams } of plan) {
      for (const { term, quality } of alternatives) add(term, quality * importance);
      for (const piece of pieces) {
        for (const { term, quality } of piece.alternatives) add(term, quality * this.tuning.query.piece);
      }
      for (const term of grams) add(term, this.tuning.grams * importance);
    }
    return [...weights]
      .filter(([, weight]) => weight > 0)
      .map(([term, weight]) => ({ term: this.collection.termOf(term), weight }));
  }

  /** Whether a text has the query's phrases, word by word, and none of what it leaves out. */
  #meets({ phrases, without }: Query): (text: IndexedText) => boolean {
    const required = phrases.map((phrase) => this.#wordForms(phrase));
    const excluded = without.map((phrase) => this.#wordForms(phrase));
    return (text) =>
      required.every((phrase) => hasPhrase(text, phrase)) &&
      !excluded.some((phrase) => phrase.length > 0 && hasPhrase(text, phrase));
  }

  /** Of each word of a phrase, its terms as written and without endings. */
  #wordForms(phrase: string): readonly (readonly number[])[] {
    const { words, tokens } = analyse(phrase);
    const forms = words.map((): number[] => []);
    for (const { term, kind, word } of tokens) {
      const id = this.collection.idOf(term);
      if (id !== undefined && (kind === 'word' || kind === 'stem')) forms[word]?.push(id);
    }
    return forms;
  }
}

function hasPhrase(text: IndexedText, words: readonly (readonly number[])[]): boolean {
  let ends: Set<number> | undefined;
  for (const terms of words) {
    const here = new Set<number>();
    for (const term of terms) {
      text.each(term, (word, _length, kind) => {
        if (kind <= LAST_WHOLE_KIND && (ends === undefined || ends.has(word - 1))) here.add(word);
      });
    }
    if (here.size === 0) return false;
    ends = here;
  }
  return true;
}

/** Kinds of a text's tokens in order: `word` and `stem` come first, what stands for a part of a word after them. */
const LAST_WHOLE_KIND = 1;

/** A text as nothing but its words. */
function wordsIn(text: string): string {
  return Array.from(wordsOf(text.normalize('NFC')), ({ folded }) => folded).join(' ');
}
