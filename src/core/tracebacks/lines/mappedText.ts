import { lowerBound } from '../../base/lowerBound';

/** A text that was derived from a source, such as a line without escape sequences, and where its characters were. */
export interface MappedText {
  readonly text: string;
  /** Offset in the source of the character at a column; at the end of the text, the end of its last character. */
  offsetOf(column: number): number;
  /** Offset in the source of the end of the character before a column. */
  endOf(column: number): number;
}

/** A part of a derived text. */
interface Segment {
  /** Column of the derived text. */
  readonly column: number;
  /** Columns of the text that it is derived from. */
  readonly from: number;
  readonly to: number;
  /** Whether its characters are those of the original. */
  readonly isVerbatim: boolean;
}

/** A text that is its own source. */
export function sourceText(text: string): MappedText {
  return { text, offsetOf: (column) => column, endOf: (column) => column };
}

/** The columns of a mapped text from `start` to `end`. */
export function sliceOf(original: MappedText, start: number, end = original.text.length): MappedText {
  if (start === 0 && end === original.text.length) return original;
  return new MappedTextBuilder(original, start).copy(start, end).build();
}

/** Derives a text from another one, from left to right. */
export class MappedTextBuilder {
  #text = '';
  readonly #segments: Segment[] = [];

  /** @param anchor Column of the original where an empty text is. */
  constructor(
    private readonly original: MappedText,
    private readonly anchor = 0,
  ) {}

  copy(from: number, to: number): this {
    return to > from ? this.#add(from, to, this.original.text.slice(from, to), true) : this;
  }

  replace(from: number, to: number, text: string): this {
    return text === '' ? this : this.#add(from, to, text, false);
  }

  build(): MappedText {
    const { original, anchor } = this;
    const text = this.#text;
    const segments = this.#segments;
    const endOf = (column: number): number => {
      const segment = segmentAt(segments, column - 1);
      if (segment === undefined || column <= 0) return original.offsetOf(anchor);
      const { column: start, from, to, isVerbatim } = segment;
      return original.endOf(isVerbatim ? Math.min(to, from + column - start) : to);
    };
    return {
      text,
      endOf,
      offsetOf(column) {
        const segment = segmentAt(segments, column);
        if (segment === undefined || column >= text.length) return endOf(text.length);
        const { column: start, from, isVerbatim } = segment;
        return original.offsetOf(isVerbatim ? from + column - start : from);
      },
    };
  }

  #add(from: number, to: number, text: string, isVerbatim: boolean): this {
    this.#segments.push({ column: this.#text.length, from, to, isVerbatim });
    this.#text += text;
    return this;
  }
}

/** The last segment that starts at or before a column. */
function segmentAt(segments: readonly Segment[], column: number): Segment | undefined {
  return segments[lowerBound(segments.length, (at) => (segments[at]?.column ?? 0) <= column) - 1];
}

/** Replaces every match of a pattern; a text without matches is returned as it is. */
export function replaceMatches(
  original: MappedText,
  pattern: RegExp,
  replacement: (match: RegExpExecArray) => string,
): MappedText {
  let copied = 0;
  let builder: MappedTextBuilder | undefined;
  for (const match of original.text.matchAll(pattern)) {
    builder ??= new MappedTextBuilder(original);
    const end = match.index + match[0].length;
    builder.copy(copied, match.index).replace(match.index, end, replacement(match));
    copied = end;
  }
  return builder?.copy(copied, original.text.length).build() ?? original;
}

/** Joins texts of one source, in its order. */
export function joinTexts(parts: readonly MappedText[], separator: string): MappedText {
  const [first] = parts;
  if (first === undefined) return sourceText('');
  if (parts.length === 1) return first;
  const starts: number[] = [];
  let text = '';
  for (const part of parts) {
    if (starts.length > 0) text += separator;
    starts.push(text.length);
    text += part.text;
  }
  const partAt = (column: number): number =>
    Math.max(0, lowerBound(starts.length, (at) => (starts[at] ?? 0) <= column) - 1);
  const within = (column: number, at: number): number =>
    Math.max(0, Math.min(column - (starts[at] ?? 0), parts[at]?.text.length ?? 0));
  return {
    text,
    offsetOf: (column) => {
      const at = partAt(column);
      return (parts[at] ?? first).offsetOf(within(column, at));
    },
    endOf: (column) => {
      const at = partAt(column - 1);
      return (parts[at] ?? first).endOf(within(column, at));
    },
  };
}
