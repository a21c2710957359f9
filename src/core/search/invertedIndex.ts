import type { MaybeYield } from '../archive/archiveSource';
import { FIELDS } from './fields';
import type { Candidate, IndexDocument, SearchIndex, WeightedTerm } from './searchIndex';
import type { Tuning } from './tuning';

/** A `SearchIndex` in memory: of each term the documents it stands in, in typed arrays, summed up by BM25F. */
export async function createInvertedIndex(
  documents: readonly IndexDocument[],
  tuning: Tuning,
  maybeYield?: MaybeYield,
): Promise<SearchIndex> {
  const builder = new Builder(tuning);
  for (const document of documents) {
    builder.add(document);
    await maybeYield?.();
  }
  const postings = await builder.build(maybeYield);
  return {
    search(terms, limit, signal) {
      return Promise.resolve(signal?.aborted === true ? [] : postings.best(terms, limit));
    },
  };
}

class Builder {
  readonly #keys: string[] = [];
  readonly #lengths: number[] = [];
  readonly #ids = new Map<string, number>();
  /** How many documents each term stands in. */
  readonly #counts: number[] = [];
  /** One posting at each place: its term, its document, and how often, weighed by field. */
  readonly #terms: number[] = [];
  readonly #documents: number[] = [];
  readonly #weights: number[] = [];

  constructor(private readonly tuning: Tuning) {}

  add({ key, terms }: IndexDocument): void {
    const weights = new Map<string, number>();
    let length = 0;
    for (const field of FIELDS) {
      const weight = this.tuning.fields[field];
      length += terms[field].length;
      for (const term of terms[field]) weights.set(term, (weights.get(term) ?? 0) + weight);
    }
    const document = this.#keys.push(key) - 1;
    this.#lengths.push(length);
    for (const [term, weight] of weights) {
      let id = this.#ids.get(term);
      if (id === undefined) {
        id = this.#counts.push(0) - 1;
        this.#ids.set(term, id);
      }
      this.#counts[id] = (this.#counts[id] ?? 0) + 1;
      this.#terms.push(id);
      this.#documents.push(document);
      this.#weights.push(weight);
    }
  }

  async build(maybeYield?: MaybeYield): Promise<Postings> {
    const average =
      this.#lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.#lengths.length);
    const starts = new Int32Array(this.#counts.length + 1);
    this.#counts.forEach((count, id) => {
      starts[id + 1] = (starts[id] ?? 0) + count;
    });
    const next = starts.slice();
    const documents = new Int32Array(this.#terms.length);
    const impacts = new Float32Array(this.#terms.length);
    const { saturation, length } = this.tuning;
    for (const [at, term] of this.#terms.entries()) {
      const document = this.#documents[at] ?? 0;
      const weight = this.#weights[at] ?? 0;
      const norm = saturation * (1 - length + (length * (this.#lengths[document] ?? 0)) / average);
      const place = next[term] ?? 0;
      next[term] = place + 1;
      documents[place] = document;
      impacts[place] = (weight * (saturation + 1)) / (weight + norm);
      if (at % SLICE === 0) await maybeYield?.();
    }
    return new Postings(this.#keys, this.#ids, starts, documents, impacts);
  }
}

/** Postings that are put in place between two pauses. */
const SLICE = 10_000;

class Postings {
  /** Of each document, what it has reached in the search under way; nought between searches. */
  readonly #scores: Float64Array;

  constructor(
    private readonly keys: readonly string[],
    private readonly ids: ReadonlyMap<string, number>,
    /** Of each term, where its postings begin; the next one's are where they end. */
    private readonly starts: Int32Array,
    private readonly documents: Int32Array,
    private readonly impacts: Float32Array,
  ) {
    this.#scores = new Float64Array(keys.length);
  }

  best(terms: readonly WeightedTerm[], limit: number): readonly Candidate[] {
    const scores = this.#scores;
    const reached: number[] = [];
    for (const { term, weight } of terms) {
      const id = this.ids.get(term);
      if (id === undefined) continue;
      const start = this.starts[id] ?? 0;
      const end = this.starts[id + 1] ?? 0;
      const factor = weight * Math.log(1 + (this.keys.length - (end - start) + 0.5) / (end - start + 0.5));
      for (let at = start; at < end; at += 1) {
        const document = this.documents[at] ?? 0;
        const before = scores[document] ?? 0;
        if (before === 0) reached.push(document);
        scores[document] = before + factor * (this.impacts[at] ?? 0);
      }
    }
    const found = reached.map((document) => ({
      key: this.keys[document] ?? '',
      score: scores[document] ?? 0,
    }));
    for (const document of reached) scores[document] = 0;
    return found.sort((a, b) => b.score - a.score).slice(0, limit);
  }
}
