import type { MaybeYield } from '../archive/archiveSource';
import { variantsOf, type Entry, type Variant } from '../model';
import { segmentsOf } from './fields';
import { ForwardIndex, type IndexedText } from './forwardIndex';
import { containsPhrase, phrasePatternOf } from './phraseFilter';
import { PhraseOccurrences } from './phraseOccurrences';
import { indexEach, type IndexingOptions } from './indexEach';
import { evidenceOf } from './matchEvidence';
import type { Query } from './query';
import { planQuery } from './queryPlan';
import type { QueryTerm } from './queryTerm';
import { rankEntries, type IndexedVariant, type RankedEntry, type ScoredVariant } from './ranking';
import { Scorer, type TextScore } from './scorer';
import type { Cancellation } from '../base/cancellation';
import type { IndexDocument, IndexFactory, SearchIndex, WeightedTerm } from './searchIndex';
import { TitleLookup } from './titleLookup';
import type { Tuning } from './tuning';

/** Candidates that the index proposes for a query. */
const MAX_CANDIDATES = 40;
/** Candidates that make expanding known words unnecessary. */
const ENOUGH_CANDIDATES = 20;
/** Candidates that are scored by proximity as well. */
const MIN_RERANKED = 16;

/** The score of a text for a query without words. */
const WORDLESS_SCORE: TextScore = { score: 0, coverage: 1 };

export interface SearchRequest {
  /** Entries that are shown; `Infinity` for all. */
  readonly limit: number;
  readonly signal: Cancellation | undefined;
  /** The reader's language. */
  readonly language: string | undefined;
  /** Whether a variant matches the query's filters. */
  readonly matchesFilters: (entry: Entry, variant: Variant) => boolean;
}

/** The entries that match a query, best first, and the terms they were scored by. */
export interface RankedResults {
  readonly ranked: readonly RankedEntry[];
  readonly plan: readonly QueryTerm[];
}

const NO_RESULTS: RankedResults = { ranked: [], plan: [] };

/** Searches all entries: the search index proposes candidates, scorer and ranking decide their order. */
export class Searcher {
  private constructor(
    private readonly index: ForwardIndex,
    private readonly documents: ReadonlyMap<string, IndexedVariant>,
    private readonly titles: TitleLookup,
    private readonly searchIndex: SearchIndex,
    private readonly tuning: Tuning,
    private readonly maybeYield: MaybeYield | undefined,
  ) {}

  static async build(
    entries: readonly Entry[],
    createIndex: IndexFactory,
    tuning: Tuning,
    options: IndexingOptions = {},
  ): Promise<Searcher> {
    const { maybeYield } = options;
    const index = new ForwardIndex();
    const documents = new Map<string, IndexedVariant>();
    const titles = new TitleLookup();
    const indexDocuments: IndexDocument[] = [];
    await indexEach(entries, options, async (entry) => {
      for (const [at, variant] of variantsOf(entry).entries()) {
        const key = keyOf(entry, at);
        const { text, terms } = await index.add(segmentsOf(entry, variant), maybeYield);
        documents.set(key, { entry, variant, text });
        indexDocuments.push({ key, terms });
        for (const title of [variant.title, ...entry.aliases]) titles.add(title, key);
        await maybeYield?.();
      }
    });
    const searchIndex = await createIndex(indexDocuments, tuning, maybeYield);
    return new Searcher(index, documents, titles, searchIndex, tuning, maybeYield);
  }

  get phraseOccurrences(): PhraseOccurrences {
    return new PhraseOccurrences(this.index, [...this.documents.values()]);
  }

  /**
   * The entries that match a query, best first. For a query without words, those that match its filters, by title;
   * nothing for an empty query, and when the search is cancelled.
   */
  async search(
    query: Query,
    { limit, signal, language, matchesFilters }: SearchRequest,
  ): Promise<RankedResults> {
    // A pasted title finds its entry even where parts of it look like operators.
    const withTitle = new Set(this.titles.withTitle(query.text));
    const titleMatches = new Set([...withTitle, ...this.titles.withWordsOf(query.text)]);
    const isNarrowed = query.filters.length + query.phrases.length + query.excluded.length > 0;
    const maxCandidates = isNarrowed || limit > MAX_CANDIDATES ? Infinity : MAX_CANDIDATES;
    const { plan, keys } = await this.#propose(query, maxCandidates, signal);
    if (isCancelled(signal)) return NO_RESULTS;
    const isWordless = plan.length === 0;
    if (isWordless && !isNarrowed && titleMatches.size === 0) return NO_RESULTS;
    const containsPhrases = this.#phraseFilter(query);
    const isExcluded = this.#exclusionFilter(query);
    const scorer = new Scorer(plan, this.index, this.tuning);
    const scored: ScoredVariant[] = [];
    const candidates = isWordless && isNarrowed ? this.documents.keys() : keys;
    for (const key of new Set([...titleMatches, ...candidates])) {
      if (this.maybeYield !== undefined) await this.maybeYield();
      if (isCancelled(signal)) return NO_RESULTS;
      const document = this.documents.get(key);
      if (document === undefined) continue;
      const { entry, variant, text } = document;
      const isMatch = matchesFilters(entry, variant) && containsPhrases(text) && !isExcluded(entry);
      if (!isMatch && !withTitle.has(key)) continue;
      const { score, coverage } = isWordless ? WORDLESS_SCORE : scorer.scoreTerms(text);
      const isTitleMatch = titleMatches.has(key);
      scored.push({
        document,
        isTitleMatch,
        isNamed: isTitleMatch || isWordless,
        score,
        coverage,
        matches: [],
      });
    }
    scored.sort((a, b) => b.score - a.score);
    const reranked = isWordless ? 0 : Math.max(MIN_RERANKED, limit);
    for (const one of scored.slice(0, reranked)) {
      if (this.maybeYield !== undefined) await this.maybeYield();
      if (isCancelled(signal)) return NO_RESULTS;
      one.matches = scorer.matchTerms(one.document.text);
      one.evidence = evidenceOf(plan, one.matches, one.document.text);
      one.score += scorer.scoreProximity(one.document.text, one.coverage, one.matches);
    }
    const ranked = rankEntries(scored, this.tuning, language);
    return { ranked: ranked.map((hit, at) => (at < limit ? withMatches(hit, scorer) : hit)), plan };
  }

  /**
   * Candidates by the certain forms of known words and the expansions of unknown ones. Where those are few, by the
   * expansions of all words: the typing error may be in the archive.
   */
  async #propose(
    query: Query,
    limit: number,
    signal: Cancellation | undefined,
  ): Promise<{ readonly plan: readonly QueryTerm[]; readonly keys: readonly string[] }> {
    const plan = await this.#plan(query, 'unknown words');
    const keys = await this.#candidates(this.#weightedTerms(plan, false), limit, signal);
    if (plan.length === 0 || keys.length >= ENOUGH_CANDIDATES) return { plan, keys };
    const expanded = await this.#plan(query, 'all words');
    return {
      plan: expanded,
      keys: await this.#candidates(this.#weightedTerms(expanded, true), limit, signal),
    };
  }

  #plan(query: Query, expanded: 'all words' | 'unknown words'): Promise<readonly QueryTerm[]> {
    return planQuery(query, this.index, this.tuning, { expanded, maybeYield: this.maybeYield });
  }

  async #candidates(
    terms: readonly WeightedTerm[],
    limit: number,
    signal: Cancellation | undefined,
  ): Promise<readonly string[]> {
    return (await this.searchIndex.search(terms, limit, signal)).map(({ key }) => key);
  }

  /** The terms to search for; with `allBigrams` also the bigrams of known words. */
  #weightedTerms(plan: readonly QueryTerm[], allBigrams: boolean): readonly WeightedTerm[] {
    const weights = new Map<number, number>();
    const add = (term: number, weight: number): void => {
      weights.set(term, Math.max(weights.get(term) ?? 0, weight));
    };
    for (const { isKnown, importance, alternatives, compoundParts, bigrams } of plan) {
      for (const { term, quality } of alternatives) add(term, quality * importance);
      for (const { term, quality } of compoundParts.map(({ alternative }) => alternative)) {
        add(term, quality * this.tuning.query.piece);
      }
      if (isKnown && !allBigrams) continue;
      for (const term of bigrams) add(term, this.tuning.bigram * importance);
    }
    return [...weights]
      .filter(([, weight]) => weight > 0)
      .map(([term, weight]) => ({ term: this.index.termOf(term), weight }));
  }

  /** Whether a text contains all phrases of a query. A phrase with a word that no text contains is not required. */
  #phraseFilter({ phrases }: Query): (text: IndexedText) => boolean {
    const required = phrases
      .map((phrase) => phrasePatternOf(phrase, this.index))
      .filter((pattern) => pattern.every((terms) => terms.length > 0));
    return (text) => required.every((pattern) => containsPhrase(text, pattern));
  }

  /** Whether any variant of an entry contains what a query excludes. */
  #exclusionFilter({ excluded }: Query): (entry: Entry) => boolean {
    const patterns = excluded
      .map((phrase) => phrasePatternOf(phrase, this.index))
      .filter(({ length }) => length > 0);
    return (entry) =>
      patterns.length > 0 &&
      variantsOf(entry).some((_, at) => {
        const text = this.documents.get(keyOf(entry, at))?.text;
        return text !== undefined && patterns.some((pattern) => containsPhrase(text, pattern));
      });
  }
}

/** A hit with the matches of the variant to show, which may not have been scored by proximity. */
function withMatches(hit: RankedEntry, scorer: Scorer): RankedEntry {
  const { scored } = hit;
  if (scored.matches.length > 0) return hit;
  return { ...hit, scored: { ...scored, matches: scorer.matchTerms(scored.document.text) } };
}

/** A function, so that the compiler does not narrow `aborted`: it may change at every pause. */
function isCancelled(signal: Cancellation | undefined): boolean {
  return signal?.aborted === true;
}

/** @param variant Index in the entry's variants. */
function keyOf({ id }: Entry, variant: number): string {
  return `${id}\n${String(variant)}`;
}
