/** One line of a part of a document. */
export interface MappedLine {
  readonly text: string;
  /** Offset in the document of the text behind its `padding`. */
  readonly offset: number;
  /** How many spaces the text begins with that are columns of a tab, and no characters of the document. */
  readonly padding?: number;
  /** Line of the document, counted from zero. */
  readonly line: number;
}

/**
 * A line without its first characters.
 *
 * @param columns Spaces in their place: what is left of a tab that reaches further than what is cut.
 */
export function cutLine(mapped: MappedLine, count: number, columns = 0): MappedLine {
  const { text, offset, padding = 0, line } = mapped;
  const left = columns + Math.max(0, padding - count);
  return {
    text: ' '.repeat(columns) + text.slice(count),
    offset: offset + Math.max(0, count - padding),
    line,
    ...(left === 0 ? {} : { padding: left }),
  };
}

/** The offset in the document of an offset in a line's text. */
export function documentOffset({ text, offset, padding = 0 }: MappedLine, at: number): number {
  return offset + Math.max(0, Math.min(at, text.length) - padding);
}
