import type { MaybeYield } from '../archive/archiveSource';
import { inverseDocumentFrequency, lengthNorm, saturate } from './bm25';
import { FIELDS } from './fields';
import type { Candidate, IndexDocument, SearchIndex, WeightedTerm } from './searchIndex';
import type { Tuning } from './tuning';

/** A `SearchIndex` in memory: postings in typed arrays, scored by BM25F. */
export async function createInvertedIndex(
  documents: readonly IndexDocument[],
  tuning: Tuning,
  maybeYield?: MaybeYield,
): Promise<SearchIndex> {
  const builder = new InvertedIndexBuilder(tuning);
  for (const document of documents) {
    builder.add(document);
    await maybeYield?.();
  }
  const index = await builder.build(maybeYield);
  return {
    search(terms, limit, signal) {
      return Promise.resolve(signal?.aborted === true ? [] : index.search(terms, limit));
    },
  };
}

/** Postings processed in one time slice. */
const POSTINGS_PER_SLICE = 10_000;

class InvertedIndexBuilder {
  readonly #keys: string[] = [];
  /** Number of tokens of each document. */
  readonly #lengths: number[] = [];
  readonly #termIds = new Map<string, number>();
  readonly #documentFrequencies: number[] = [];
  /** The postings in the order they were added, as parallel arrays; a weight is a frequency weighted by field. */
  readonly #postingTerms: number[] = [];
  readonly #postingDocuments: number[] = [];
  readonly #postingWeights: number[] = [];

  constructor(private readonly tuning: Tuning) {}

  add({ key, terms }: IndexDocument): void {
    const weights = new Map<string, number>();
    let length = 0;
    for (const field of FIELDS) {
      const fieldWeight = this.tuning.fields[field];
      length += terms[field].length;
      for (const term of terms[field]) weights.set(term, (weights.get(term) ?? 0) + fieldWeight);
    }
    const document = this.#keys.push(key) - 1;
    this.#lengths.push(length);
    for (const [term, weight] of weights) {
      let id = this.#termIds.get(term);
      if (id === undefined) {
        id = this.#documentFrequencies.push(0) - 1;
        this.#termIds.set(term, id);
      }
      this.#documentFrequencies[id] = (this.#documentFrequencies[id] ?? 0) + 1;
      this.#postingTerms.push(id);
      this.#postingDocuments.push(document);
      this.#postingWeights.push(weight);
    }
  }

  /** Groups the postings by term, by a counting sort. */
  async build(maybeYield?: MaybeYield): Promise<InvertedIndex> {
    const averageLength =
      this.#lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.#lengths.length);
    const starts = new Int32Array(this.#documentFrequencies.length + 1);
    this.#documentFrequencies.forEach((frequency, id) => {
      starts[id + 1] = (starts[id] ?? 0) + frequency;
    });
    const nextSlots = starts.slice();
    const documents = new Int32Array(this.#postingTerms.length);
    const impacts = new Float32Array(this.#postingTerms.length);
    for (const [at, term] of this.#postingTerms.entries()) {
      const document = this.#postingDocuments[at] ?? 0;
      const norm = lengthNorm(this.#lengths[document] ?? 0, averageLength, this.tuning);
      const slot = nextSlots[term] ?? 0;
      nextSlots[term] = slot + 1;
      documents[slot] = document;
      impacts[slot] = saturate(this.#postingWeights[at] ?? 0, norm, this.tuning.saturation);
      if (at % POSTINGS_PER_SLICE === 0) await maybeYield?.();
    }
    return new InvertedIndex(this.#keys, this.#termIds, starts, documents, impacts);
  }
}

class InvertedIndex {
  /** The scores of the documents during a search; all zero between searches. */
  readonly #scores: Float64Array;

  constructor(
    private readonly keys: readonly string[],
    private readonly termIds: ReadonlyMap<string, number>,
    /** Where the postings of each term start; they end where those of the next term start. */
    private readonly starts: Int32Array,
    private readonly documents: Int32Array,
    /** The saturated frequency of each posting. */
    private readonly impacts: Float32Array,
  ) {
    this.#scores = new Float64Array(keys.length);
  }

  search(terms: readonly WeightedTerm[], limit: number): readonly Candidate[] {
    const scores = this.#scores;
    const matched: number[] = [];
    for (const { term, weight } of terms) {
      const id = this.termIds.get(term);
      if (id === undefined) continue;
      const start = this.starts[id] ?? 0;
      const end = this.starts[id + 1] ?? 0;
      const termWeight = weight * inverseDocumentFrequency(end - start, this.keys.length);
      for (let at = start; at < end; at += 1) {
        const document = this.documents[at] ?? 0;
        const score = scores[document] ?? 0;
        if (score === 0) matched.push(document);
        scores[document] = score + termWeight * (this.impacts[at] ?? 0);
      }
    }
    const candidates = matched.map((document) => ({
      key: this.keys[document] ?? '',
      score: scores[document] ?? 0,
    }));
    for (const document of matched) scores[document] = 0;
    return candidates.sort((a, b) => b.score - a.score).slice(0, limit);
  }
}
