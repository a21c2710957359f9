import { inverseDocumentFrequency, lengthNorm, saturate } from './bm25';
import { FIELDS } from './fields';
import { TOKEN_KINDS, type ForwardIndex, type IndexedText } from './forwardIndex';
import { bestWindowScore, proximityScore } from './proximity';
import type { Alternative, QueryTerm } from './queryTerm';
import type { MatchPosition, TermMatch } from './termMatch';
import type { MatchKind, Tuning } from './tuning';

/** How well a text matches a query, wherever its words are. */
export interface TextScore {
  /** Higher is better; comparable only within one search. */
  readonly score: number;
  /** Share of what the query is about that was matched, from 0 to 1. */
  readonly coverage: number;
}

/** The best match of a term, before its positions are known. */
interface ScoredMatch {
  kind: MatchKind;
  quality: number;
  score: number;
}

const KIND_COUNT = TOKEN_KINDS.length;
const CODE = FIELDS.indexOf('code');

/** Scores texts for one query, in two stages: by the terms of all candidates, then by proximity for the best of them. */
export class Scorer {
  /** By field and kind: the weight of an occurrence, and the bonus for occurring at all. */
  readonly #weights: Float64Array;
  readonly #bonuses: Float64Array;
  readonly #fieldWeights: readonly number[];
  readonly #kindWeights: readonly number[];
  /** By query term and bigram. */
  readonly #bigramIdfs: readonly (readonly number[])[];
  /** The sum over all query terms. */
  readonly #weight: number;

  constructor(
    private readonly plan: readonly QueryTerm[],
    private readonly index: ForwardIndex,
    private readonly tuning: Tuning,
  ) {
    this.#fieldWeights = FIELDS.map((field) => tuning.fields[field]);
    this.#kindWeights = TOKEN_KINDS.map((kind) => tuning.text[kind]);
    this.#weights = Float64Array.from(
      this.#fieldWeights.flatMap((field) => this.#kindWeights.map((kind) => field * kind)),
    );
    this.#bonuses = Float64Array.from(
      FIELDS.flatMap((field) => this.#kindWeights.map((kind) => tuning.fieldBonus[field] * kind)),
    );
    this.#bigramIdfs = plan.map(({ bigrams }) =>
      bigrams.map((term) => inverseDocumentFrequency(index.documentFrequency(term), index.size)),
    );
    this.#weight = plan.reduce((sum, { weight }) => sum + weight, 0);
  }

  /** Scores a text by the terms it contains, how often, and in which fields. */
  scoreTerms(text: IndexedText): TextScore {
    const { tuning, plan } = this;
    const norm = this.#normOf(text);
    let score = 0;
    let covered = 0;
    for (const [at, term] of plan.entries()) {
      const match = this.#bestMatch(text, term, norm);
      let { score: termScore = 0, quality = 0 } = match ?? {};
      if (term.bigrams.length > 0) {
        const bigrams = this.#scoreBigrams(text, at, norm);
        const isWholeWord = match !== undefined && match.kind !== 'piece';
        termScore += (isWholeWord ? tuning.bigram : tuning.bigramAlone) * bigrams.score;
        quality = Math.max(quality, bigrams.share ** 2 * tuning.bigramQuality);
      }
      score += term.importance * termScore;
      covered += term.weight * quality;
    }
    const coverage = covered / this.#weight;
    return { score: score * coverage ** tuning.coverage, coverage };
  }

  /** What a text's score gains because matched words are side by side, near each other, or in one window. */
  scoreProximity(text: IndexedText, coverage: number, matches: readonly (TermMatch | undefined)[]): number {
    const { plan, tuning } = this;
    const score =
      proximityScore(plan, matches, tuning, (position) => this.#fieldWeights[text.fieldAt(position)] ?? 1) +
      tuning.window *
        bestWindowScore(
          plan.map(({ idf, importance }, at) => (matches[at]?.quality ?? 0) * idf * importance),
          matches,
          tuning.windowWords,
        );
    return score * coverage ** tuning.coverage;
  }

  /** How a text matches each term of the query; `undefined` for one that it does not contain. */
  matchTerms(text: IndexedText): readonly (TermMatch | undefined)[] {
    const norm = this.#normOf(text);
    return this.plan.map((term) => {
      const match = this.#bestMatch(text, term, norm);
      if (match === undefined) return undefined;
      const { kind, quality } = match;
      const parts = kind === 'piece' ? term.compoundParts.map(({ alternative }) => alternative) : [];
      return { kind, quality, positions: positionsOf(text, [...term.alternatives, ...parts]) };
    });
  }

  #normOf(text: IndexedText): number {
    return lengthNorm(text.wordCount, this.index.averageWordCount, this.tuning);
  }

  /** The match of a term as a word, or as a compound where that is more certain. */
  #bestMatch(text: IndexedText, term: QueryTerm, norm: number): ScoredMatch | undefined {
    const asWord = this.#matchAlternatives(text, term.alternatives, norm);
    if (term.isKnown) return asWord;
    const asCompound = this.#matchCompound(text, term, norm);
    return asCompound.quality > (asWord?.quality ?? 0) ? asCompound : asWord;
  }

  /** The highest score and the highest quality of any alternative that a text contains. */
  #matchAlternatives(
    text: IndexedText,
    alternatives: readonly Alternative[],
    norm: number,
  ): ScoredMatch | undefined {
    let best: ScoredMatch | undefined;
    for (const { term, kind, quality, idf } of alternatives) {
      let token = text.firstToken(term);
      if (token < 0) continue;
      let frequency = 0;
      let inCode = 0;
      let kindWeight = 0;
      let bonus = 0;
      for (; text.isTokenOf(token, term); token += 1) {
        const tokenKind = text.kindOf(token);
        const field = text.fieldOf(token);
        const at = field * KIND_COUNT + tokenKind;
        const weight = this.#weights[at] ?? 0;
        // Code repeats its names whatever it is about, so they count once.
        if (field === CODE) inCode = Math.max(inCode, weight);
        else frequency += weight;
        kindWeight = Math.max(kindWeight, this.#kindWeights[tokenKind] ?? 0);
        bonus = Math.max(bonus, this.#bonuses[at] ?? 0);
      }
      const score = quality * idf * (saturate(frequency + inCode, norm, this.tuning.saturation) + bonus);
      best ??= { kind, quality: 0, score: 0 };
      if (score > best.score) [best.kind, best.score] = [kind, score];
      best.quality = Math.max(best.quality, quality * kindWeight);
    }
    return best;
  }

  /** A compound by its parts; its quality is the square of the share of it that a text contains. */
  #matchCompound(text: IndexedText, { compoundParts }: QueryTerm, norm: number): ScoredMatch {
    const certainty = this.tuning.query.piece;
    let score = 0;
    let matchedShare = 0;
    for (const { alternative, share } of compoundParts) {
      const match = this.#matchAlternatives(text, [alternative], norm);
      if (match === undefined) continue;
      matchedShare += share;
      score += match.score;
    }
    return { kind: 'piece', quality: certainty * matchedShare ** 2, score: certainty * score };
  }

  /** The score of a query term's bigrams, and the share of them that a text contains. */
  #scoreBigrams(
    text: IndexedText,
    termIndex: number,
    norm: number,
  ): { readonly score: number; readonly share: number } {
    const bigrams = this.plan[termIndex]?.bigrams ?? [];
    let score = 0;
    let matched = 0;
    for (const [at, bigram] of bigrams.entries()) {
      let token = text.firstToken(bigram);
      if (token < 0) continue;
      let frequency = 0;
      for (; text.isTokenOf(token, bigram); token += 1) {
        frequency += this.#fieldWeights[text.fieldOf(token)] ?? 0;
      }
      matched += 1;
      score += (this.#bigramIdfs[termIndex]?.[at] ?? 0) * saturate(frequency, norm, this.tuning.saturation);
    }
    return { score, share: matched / bigrams.length };
  }
}

function positionsOf(text: IndexedText, alternatives: readonly Alternative[]): readonly MatchPosition[] {
  const positions: MatchPosition[] = [];
  for (const { term } of alternatives) {
    for (let token = text.firstToken(term); token >= 0 && text.isTokenOf(token, term); token += 1) {
      positions.push({ position: text.positionOf(token), length: text.lengthOf(token) });
    }
  }
  return positions.sort((a, b) => a.position - b.position);
}
