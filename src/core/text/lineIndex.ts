import { lowerBound } from '../base/lowerBound';

/** Offsets of line starts in a normalised text. Lines count from zero, as in Markdown tokens. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    // A final line feed ends the last line; it does not begin another one.
    if (text.endsWith('\n')) starts.pop();
    this.#starts = starts;
    this.#length = text.length;
  }

  /** Number of lines; an empty text has one, empty line. */
  get count(): number {
    return this.#starts.length;
  }

  /** Offset where `line` begins; past the last line, the text's length. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.#length;
  }

  /** The line that contains `offset`. */
  lineAt(offset: number): number {
    const next = lowerBound(this.#starts.length, (line) => (this.#starts[line] ?? 0) <= offset);
    return Math.max(0, next - 1);
  }
}
