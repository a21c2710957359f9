import fc from 'fast-check';

/** UTF-16 units of the longest text that is tried. */
const MAX_LENGTH = 16_384;
/** A seed is cut to a window of this size: what a reader does with one part of a file, it does with another. */
const WINDOW = 2048;

interface Edit {
  /** Position as a fraction of the text's length. */
  readonly at: number;
  /** Characters deleted. */
  readonly length: number;
  readonly insert: string;
}

/** Texts near the seeds: windows of them with up to eight edits, from the grammar's words, other seeds, and noise. */
export function mutations(seeds: readonly string[], words: readonly string[]): fc.Arbitrary<string> {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  const windows = fc
    .tuple(fc.constantFrom('', ...seeds), fraction)
    .map(([seed, at]) => seed.slice(Math.floor(at * Math.max(0, seed.length - WINDOW))).slice(0, WINDOW));
  const word = fc.constantFrom('', ...words);
  const insert = fc.oneof(
    { weight: 6, arbitrary: word },
    { weight: 3, arbitrary: fc.array(word, { maxLength: 6 }).map((several) => several.join('')) },
    { weight: 1, arbitrary: fc.tuple(word, fc.nat(60)).map(([one, times]) => one.repeat(times)) },
    { weight: 1, arbitrary: windows.map((window) => window.slice(0, 200)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  );
  const edit: fc.Arbitrary<Edit> = fc.record({
    at: fraction,
    length: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.nat(4) },
      { weight: 1, arbitrary: fc.nat(200) },
    ),
    insert,
  });
  return fc
    .tuple(windows, fc.array(edit, { maxLength: 8 }))
    .map(([window, edits]) => edits.reduce(edited, window).slice(0, MAX_LENGTH));
}

function edited(text: string, { at, length, insert }: Edit): string {
  const from = Math.round(at * text.length);
  return text.slice(0, from) + insert + text.slice(from + length);
}
