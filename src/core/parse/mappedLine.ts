/** One line of a part of a document. */
export interface MappedLine {
  readonly text: string;
  /** Offset of the text in the document. */
  readonly offset: number;
  /** Line of the document, counted from zero. */
  readonly line: number;
}
