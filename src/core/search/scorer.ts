import type { Collection, IndexedText } from './collection';
import { KIND_ORDER } from './collection';
import { FIELDS } from './fields';
import { inverseFrequency, type PlannedWord } from './plan';
import type { How, Tuning } from './tuning';

/** How one word of the query was found in a text. */
export interface WordMatch {
  readonly how: How;
  /** How sure, from 0 to 1. */
  readonly quality: number;
  /** Places of the words it was found in, in order, each with the words it covers. */
  readonly places: readonly Place[];
}

export interface Place {
  readonly word: number;
  readonly length: number;
}

export interface Scored {
  /** Higher is better; comparable within one search. */
  readonly score: number;
  /** Share of what the query is about that was found, from 0 to 1. */
  readonly coverage: number;
  /** Of each word of the query, by its place, how it was found. */
  readonly matches: readonly (WordMatch | undefined)[];
}

/** Words of a query that are further apart than this in a text have nothing to do with each other. */
const NEARBY = 8;

/** Scores texts for one query. */
export class Scorer {
  readonly #fieldWeights: readonly number[];
  readonly #kindWeights: readonly number[];
  readonly #gramRarities: readonly (readonly number[])[];
  readonly #importance: number;

  constructor(
    private readonly plan: readonly PlannedWord[],
    private readonly collection: Collection,
    private readonly tuning: Tuning,
  ) {
    this.#fieldWeights = FIELDS.map((field) => tuning.fields[field]);
    this.#kindWeights = KIND_ORDER.map((kind) => tuning.text[kind]);
    this.#gramRarities = plan.map(({ grams }) =>
      grams.map((term) => inverseFrequency(collection.countOf(term), collection.size)),
    );
    this.#importance = plan.reduce((sum, { importance }) => sum + importance, 0);
  }

  score(text: IndexedText): Scored {
    const { tuning, plan } = this;
    const norm = 1 - tuning.length + tuning.length * (text.wordCount / this.collection.averageWords);
    let score = 0;
    let covered = 0;
    const matches = plan.map((word, at) => {
      const match = this.#match(text, word, norm) ?? this.#compound(text, word, norm);
      const grams = this.#grams(text, at, norm);
      const quality = Math.max(match?.quality ?? 0, grams.share * grams.share * 0.5);
      score += word.importance * ((match?.worth ?? 0) * word.rarity + (match === undefined || match.how === 'piece' ? tuning.gramsAlone : tuning.grams) * grams.worth);
      covered += word.importance * quality;
      return match;
    });
    score += this.#nearness(matches, text);
    if (tuning.passage > 0) score += tuning.passage * this.#window(matches);
    const coverage = covered / this.#importance;
    return { score: score * coverage ** tuning.coverage, coverage, matches };
  }

  #match(text: IndexedText, word: PlannedWord, norm: number): (WordMatch & { readonly worth: number }) | undefined {
    let best: { how: How; quality: number; worth: number } | undefined;
    let places: Place[] | undefined;
    for (const { term, how, quality } of word.alternatives) {
      let count = 0;
      let kindWeight = 0;
      text.each(term, (at, length, kind, field) => {
        const weight = this.#kindWeights[kind] ?? 1;
        count += weight * (this.#fieldWeights[field] ?? 1);
        kindWeight = Math.max(kindWeight, weight);
        (places ??= []).push({ word: at, length });
      });
      if (count === 0) continue;
      const { saturation } = this.tuning;
      const worth = (quality * count * (saturation + 1)) / (count + saturation * norm);
      if (best === undefined || worth > best.worth) best = { how, quality: quality * kindWeight, worth };
      else if (quality * kindWeight > best.quality) best = { ...best, quality: quality * kindWeight };
    }
    if (best === undefined || places === undefined) return undefined;
    places.sort((a, b) => a.word - b.word);
    return { ...best, places };
  }

  /** A compound by its pieces: as sure as the share of them that is there. */
  #compound(
    text: IndexedText,
    { pieces, rarity }: PlannedWord,
    norm: number,
  ): (WordMatch & { readonly worth: number }) | undefined {
    if (pieces.length === 0 || this.tuning.query.piece === 0) return undefined;
    let worth = 0;
    let found = 0;
    const places: Place[] = [];
    for (const piece of pieces) {
      const match = this.#match(text, piece, norm);
      if (match === undefined) continue;
      found += 1;
      worth += match.worth * piece.rarity;
      places.push(...match.places);
    }
    if (found === 0) return undefined;
    places.sort((a, b) => a.word - b.word);
    const quality = this.tuning.query.piece * (found / pieces.length) ** 2;
    return { how: 'piece', quality, worth: (this.tuning.query.piece * worth) / rarity, places };
  }

  #grams(text: IndexedText, at: number, norm: number): { readonly worth: number; readonly share: number } {
    const grams = this.plan[at]?.grams ?? [];
    if (grams.length === 0 || this.tuning.grams === 0) return { worth: 0, share: 0 };
    const { saturation } = this.tuning;
    let worth = 0;
    let found = 0;
    grams.forEach((term, index) => {
      let count = 0;
      text.each(term, (_word, _length, _kind, field) => {
        count += this.#fieldWeights[field] ?? 1;
      });
      if (count === 0) return;
      found += 1;
      worth += ((this.#gramRarities[at]?.[index] ?? 0) * count * (saturation + 1)) / (count + saturation * norm);
    });
    return { worth, share: found / grams.length };
  }

  /** What the best stretch of the text says of the query, each word counted once. */
  #window(matches: readonly (WordMatch | undefined)[]): number {
    const all: { word: number; of: number }[] = [];
    matches.forEach((match, of) => {
      for (const { word } of match?.places ?? []) all.push({ word, of });
    });
    all.sort((a, b) => a.word - b.word);
    const inside = matches.map(() => 0);
    const worthOf = matches.map((match, at) => (match?.quality ?? 0) * (this.plan[at]?.rarity ?? 0) * (this.plan[at]?.importance ?? 0));
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
      if (worth > best) best = worth;
    }
    return best;
  }

  /** What neighbours in the query gain by standing near each other in the text. */
  #nearness(matches: readonly (WordMatch | undefined)[], text: IndexedText): number {
    const { adjacent, nearby } = this.tuning;
    let worth = 0;
    for (let at = 1; at < matches.length; at += 1) {
      const [a, b] = [matches[at - 1], matches[at]];
      const [wordA, wordB] = [this.plan[at - 1], this.plan[at]];
      if (a === undefined || b === undefined || wordA === undefined || wordB === undefined) continue;
      const { distance, word } = closest(a.places, b.places);
      if (distance > NEARBY) continue;
      const rarity = Math.min(wordA.rarity * wordA.importance, wordB.rarity * wordB.importance);
      const quality = Math.min(a.quality, b.quality);
      const field = Math.sqrt(this.#fieldWeights[text.fieldAt(word)] ?? 1);
      worth += rarity * quality * field * (distance === 1 ? adjacent : nearby / distance);
    }
    return worth;
  }
}

/** The least way from a place of `a` to one of `b`; backwards counts as one further. */
function closest(a: readonly Place[], b: readonly Place[]): { readonly distance: number; readonly word: number } {
  let distance = Infinity;
  let word = 0;
  let next = 0;
  for (const { word: from } of a) {
    while (next < b.length && (b[next]?.word ?? 0) < from) next += 1;
    for (const place of [b[next - 1], b[next], b[next]?.word === from ? b[next + 1] : undefined]) {
      if (place === undefined || place.word === from) continue;
      const way = place.word > from ? place.word - from : from - place.word + 1;
      if (way < distance) [distance, word] = [way, from];
    }
  }
  return { distance, word };
}
