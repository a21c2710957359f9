/** Offsets of line starts in a normalised text. Lines count from zero here, as Markdown tokens do. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    // A final line feed ends the last line; it does not begin another one.
    if (text.length > 0 && text.endsWith('\n')) starts.pop();
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

  /** The line that holds `offset`. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
