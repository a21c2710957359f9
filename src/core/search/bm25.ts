/** The parts of Okapi BM25 that candidate retrieval and scoring share. */

/** BM25's inverse document frequency of a term that `count` of `size` texts contain; always above zero. */
export function inverseDocumentFrequency(count: number, size: number): number {
  const frequency = Math.min(count, size);
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
}

/** BM25's parameters: `saturation` (`k1`) and `lengthNormalisation` (`b`). */
interface Bm25Parameters {
  readonly saturation: number;
  readonly lengthNormalisation: number;
}

/** What a text's length adds to the denominator of its term frequencies; `length` and `averageLength` in one unit. */
export function lengthNorm(
  length: number,
  averageLength: number,
  { saturation, lengthNormalisation }: Bm25Parameters,
): number {
  return saturation * (1 - lengthNormalisation + lengthNormalisation * (length / averageLength));
}

/** A term frequency after saturation: it grows with each occurrence, by less and less, towards `saturation + 1`. */
export function saturate(frequency: number, norm: number, saturation: number): number {
  return (frequency * (saturation + 1)) / (frequency + norm);
}
