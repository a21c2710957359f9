import type { ForwardIndex, IndexedText } from './forwardIndex';
import { KIND_ORDER } from './forwardIndex';
import { FIELDS } from './fields';
import { inverseDocumentFrequency, type Alternative, type QueryTerm } from './queryTerm';
import type { MatchKind, Tuning } from './tuning';

/** How one word of the query was found in a text. */
export interface TermMatch {
  readonly how: MatchKind;
  /** How sure, from 0 to 1. */
  readonly quality: number;
  /** Places of the words it was found in, in order, each with the words it covers. */
  readonly positions: readonly MatchPosition[];
}

export interface MatchPosition {
  readonly word: number;
  readonly length: number;
}

/** What a text's words count for a query, wherever they stand. */
export interface TextScore {
  /** Higher is better; comparable within one search. */
  readonly score: number;
  /** Share of what the query is about that was found, from 0 to 1. */
  readonly coverage: number;
}

interface FormMatch {
  how: MatchKind;
  quality: number;
  worth: number;
}

/** Words of a query that are further apart than this in a text have nothing to do with each other. */
const MAX_PROXIMITY = 8;
const KINDS = KIND_ORDER.length;

/** Scores texts for one query. */
export class Scorer {
  /** Of each field and kind, what an occurrence counts. */
  readonly #weights: Float64Array;
  /** Of each field and kind, what being there at all adds. */
  readonly #bonuses: Float64Array;
  readonly #fieldWeights: readonly number[];
  readonly #kindWeights: readonly number[];
  readonly #gramRarities: readonly (readonly number[])[];
  readonly #importance: number;

  constructor(
    private readonly plan: readonly QueryTerm[],
    private readonly collection: ForwardIndex,
    private readonly tuning: Tuning,
  ) {
    this.#fieldWeights = FIELDS.map((field) => tuning.fields[field]);
    this.#kindWeights = KIND_ORDER.map((kind) => tuning.text[kind]);
    this.#weights = Float64Array.from(
      this.#fieldWeights.flatMap((field) => this.#kindWeights.map((kind) => field * kind)),
    );
    this.#bonuses = Float64Array.from(
      FIELDS.flatMap((field) => this.#kindWeights.map((kind) => tuning.inField[field] * kind)),
    );
    this.#gramRarities = plan.map(({ bigrams: grams }) =>
      grams.map((term) => inverseDocumentFrequency(collection.countOf(term), collection.size)),
    );
    this.#importance = plan.reduce((sum, { importance }) => sum + importance, 0);
  }

  /** By which of the query's words a text has, and how often and where: title, answers … */
  byWords(text: IndexedText): TextScore {
    const { tuning, plan } = this;
    const norm = this.#norm(text);
    let score = 0;
    let covered = 0;
    for (let at = 0; at < plan.length; at += 1) {
      const word = plan[at];
      if (word === undefined) continue;
      const match = this.#best(text, word, norm);
      const isWhole = match !== undefined && match.how !== 'piece';
      let { worth = 0, quality = 0 } = match ?? {};
      if (word.bigrams.length > 0) {
        const grams = this.#grams(text, at, norm);
        worth += (isWhole ? tuning.grams : tuning.gramsAlone) * grams.worth;
        quality = Math.max(quality, grams.share * grams.share * tuning.gramsSure);
      }
      score += word.importance * worth;
      covered += word.importance * quality;
    }
    const coverage = covered / this.#importance;
    return { score: score * coverage ** tuning.coverage, coverage };
  }

  /** What is added because words stand side by side, near each other, or in one passage. */
  byPlaces(text: IndexedText, coverage: number, matches: readonly (TermMatch | undefined)[]): number {
    const { tuning } = this;
    const worth = this.#nearness(matches, text) + tuning.passage * this.#passage(matches);
    return worth * coverage ** tuning.coverage;
  }

  /** Of each word of the query, by its place, how a text has it. */
  matches(text: IndexedText): readonly (TermMatch | undefined)[] {
    const norm = this.#norm(text);
    return this.plan.map((word) => {
      const match = this.#best(text, word, norm);
      if (match === undefined) return undefined;
      const pieces =
        match.how === 'piece' ? word.compoundParts.flatMap(({ alternatives }) => alternatives) : [];
      return { ...match, positions: this.#positions(text, [...word.alternatives, ...pieces]) };
    });
  }

  /** A word as it is, or as a compound where that is surer. */
  #best(text: IndexedText, word: QueryTerm, norm: number): FormMatch | undefined {
    const direct = this.#find(text, word.alternatives, norm);
    const compound = word.isKnown ? undefined : this.#compound(text, word, norm);
    return compound !== undefined && compound.quality > (direct?.quality ?? 0) ? compound : direct;
  }

  #norm(text: IndexedText): number {
    const { length, saturation } = this.tuning;
    return saturation * (1 - length + length * (text.wordCount / this.collection.averageWords));
  }

  #find(text: IndexedText, alternatives: readonly Alternative[], norm: number): FormMatch | undefined {
    let best: FormMatch | undefined;
    const more = this.tuning.saturation + 1;
    for (const { term, how, quality, idf: rarity } of alternatives) {
      let at = text.first(term);
      if (at < 0) continue;
      let count = 0;
      let kindWeight = 0;
      let bonus = 0;
      for (; text.is(at, term); at += 1) {
        const kind = text.kindAt(at);
        const field = text.fieldOf(at);
        count += this.#weights[field * KINDS + kind] ?? 0;
        kindWeight = Math.max(kindWeight, this.#kindWeights[kind] ?? 0);
        bonus = Math.max(bonus, this.#bonuses[field * KINDS + kind] ?? 0);
      }
      const worth = quality * rarity * ((count * more) / (count + norm) + bonus);
      const sure = quality * kindWeight;
      if (best === undefined) best = { how, quality: sure, worth };
      else {
        if (worth > best.worth) [best.how, best.worth] = [how, worth];
        if (sure > best.quality) best.quality = sure;
      }
    }
    return best;
  }

  #positions(text: IndexedText, alternatives: readonly Alternative[]): readonly MatchPosition[] {
    const positions: MatchPosition[] = [];
    for (const { term } of alternatives) {
      for (let at = text.first(term); at >= 0 && text.is(at, term); at += 1) {
        positions.push({ word: text.wordAt(at), length: text.lengthAt(at) });
      }
    }
    return positions.sort((a, b) => a.word - b.word);
  }

  /** A compound by its pieces: as sure as the share of it that is there. */
  #compound(text: IndexedText, { compoundParts: pieces }: QueryTerm, norm: number): FormMatch | undefined {
    const sure = this.tuning.query.piece;
    if (pieces.length === 0 || sure === 0) return undefined;
    let worth = 0;
    let found = 0;
    for (const { alternatives, share } of pieces) {
      const match = this.#find(text, alternatives, norm);
      if (match === undefined) continue;
      found += share;
      worth += match.worth;
    }
    return found === 0 ? undefined : { how: 'piece', quality: sure * found ** 2, worth: sure * worth };
  }

  #grams(text: IndexedText, of: number, norm: number): { readonly worth: number; readonly share: number } {
    const grams = this.plan[of]?.bigrams ?? [];
    const rarities = this.#gramRarities[of] ?? [];
    const more = this.tuning.saturation + 1;
    let worth = 0;
    let found = 0;
    for (let index = 0; index < grams.length; index += 1) {
      const term = grams[index] ?? -1;
      let at = text.first(term);
      if (at < 0) continue;
      let count = 0;
      for (; text.is(at, term); at += 1) count += this.#fieldWeights[text.fieldOf(at)] ?? 0;
      found += 1;
      worth += ((rarities[index] ?? 0) * count * more) / (count + norm);
    }
    return { worth, share: found / grams.length };
  }

  /** What the best stretch of the text says of the query, each word counted once. */
  #passage(matches: readonly (TermMatch | undefined)[]): number {
    const all: { word: number; of: number }[] = [];
    matches.forEach((match, of) => {
      for (const { word } of match?.positions ?? []) all.push({ word, of });
    });
    all.sort((a, b) => a.word - b.word);
    const inside = matches.map(() => 0);
    const worthOf = matches.map((match, at) => {
      const { idf: rarity = 0, importance = 0 } = this.plan[at] ?? {};
      return (match?.quality ?? 0) * rarity * importance;
    });
    let worth = 0;
    let best = 0;
    let first = 0;
    for (const { word, of } of all) {
      if (inside[of] === 0) worth += worthOf[of] ?? 0;
      inside[of] = (inside[of] ?? 0) + 1;
      while (word - (all[first]?.word ?? 0) > this.tuning.window) {
        const out = all[first]?.of ?? 0;
        inside[out] = (inside[out] ?? 0) - 1;
        if (inside[out] === 0) worth -= worthOf[out] ?? 0;
        first += 1;
      }
      best = Math.max(best, worth);
    }
    return best;
  }

  /** What neighbours in the query gain by standing near each other in the text. */
  #nearness(matches: readonly (TermMatch | undefined)[], text: IndexedText): number {
    const { adjacent, nearby } = this.tuning;
    let worth = 0;
    for (let at = 1; at < matches.length; at += 1) {
      const [a, b] = [matches[at - 1], matches[at]];
      const [wordA, wordB] = [this.plan[at - 1], this.plan[at]];
      if (a === undefined || b === undefined || wordA === undefined || wordB === undefined) continue;
      const { distance, word } = closest(a.positions, b.positions);
      if (distance > MAX_PROXIMITY) continue;
      const rarity = (wordA.idf * wordA.importance + wordB.idf * wordB.importance) / 2;
      const quality = Math.min(a.quality, b.quality);
      const field = Math.sqrt(this.#fieldWeights[text.fieldOfWord(word)] ?? 1);
      worth += rarity * quality * field * (distance === 1 ? adjacent : nearby / distance);
    }
    return worth;
  }
}

/** The least way from a place of `a` to one of `b`; backwards counts as one further. */
function closest(
  a: readonly MatchPosition[],
  b: readonly MatchPosition[],
): { readonly distance: number; readonly word: number } {
  let distance = Infinity;
  let word = 0;
  let next = 0;
  for (const { word: from } of a) {
    while (next < b.length && (b[next]?.word ?? 0) < from) next += 1;
    for (let at = Math.max(0, next - 1); at <= next + 1 && at < b.length; at += 1) {
      const to = b[at]?.word ?? 0;
      if (to === from) continue;
      const way = to > from ? to - from : from - to + 1;
      if (way < distance) [distance, word] = [way, from];
    }
  }
  return { distance, word };
}
