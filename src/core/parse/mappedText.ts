import { lowerBound } from '../base/lowerBound';
import { columnAfter } from './columns';
import { withinContainers, type Container } from './containers';
import type { Span } from '../model';
import { LineIndex } from '../text/lineIndex';
import { cutLine, documentOffset, type MappedLine } from './mappedLine';

/** A part of a document, possibly without quote markers or indentation, that maps back to the document. */
export class MappedText {
  readonly text: string;
  readonly lines: readonly MappedLine[];
  readonly #index: LineIndex;

  /** @param place Offset in the document of a text without lines. */
  constructor(
    lines: readonly MappedLine[],
    private readonly place = lines[0]?.offset ?? 0,
  ) {
    this.lines = lines;
    this.text = lines.map((line) => line.text).join('\n');
    this.#index = new LineIndex(this.text);
  }

  /** Lines `start` to `end` (exclusive) of a document. */
  static of(documentText: string, index: LineIndex, start: number, end: number): MappedText {
    const lines: MappedLine[] = [];
    for (let line = start; line < Math.min(end, index.count); line += 1) {
      const offset = index.startOf(line);
      lines.push({
        text: documentText.slice(offset, index.startOf(line + 1)).replace(/\n$/, ''),
        offset,
        line,
      });
    }
    return new MappedText(lines);
  }

  /** Parts of a document that need not begin or end with a line. */
  static ofSpans(documentText: string, index: LineIndex, spans: readonly Span[]): MappedText {
    const lines: MappedLine[] = [];
    for (const { start, end } of spans) {
      for (let line = index.lineAt(start), offset = start; offset < end; line += 1) {
        const lineEnd = Math.min(end, index.startOf(line + 1));
        lines.push({ text: documentText.slice(offset, lineEnd).replace(/\n$/, ''), offset, line });
        offset = lineEnd;
      }
    }
    return new MappedText(lines);
  }

  /** The lines without one level of quote markers; lazy continuation lines have none. */
  unquoted(): MappedText {
    const lines = this.lines.map((mapped) => {
      const [, marker = '', space = ''] = /^( {0,3}>)([ \t]*)/.exec(mapped.text) ?? [];
      if (marker === '') return mapped;
      // One column belongs to the marker; the other columns of a tab indent the text.
      const indent = Math.max(0, columnAfter(space, marker.length) - marker.length - 1);
      return cutLine(mapped, marker.length + space.length, indent);
    });
    return new MappedText(lines, this.place);
  }

  /** The lines as they are inside containers, which are in order; their lines are those of the document. */
  within(containers: readonly Container[]): MappedText {
    if (containers.length === 0) return this;
    return new MappedText(withinContainers(this.lines, containers), this.place);
  }

  /** Lines `start` to `end` (exclusive) of this text, without blank lines at either end. */
  slice(start: number, end: number = this.lines.length): MappedText {
    let first = start;
    let last = Math.min(end, this.lines.length);
    while (first < last && isBlank(this.lines[first])) first += 1;
    while (last > first && isBlank(this.lines[last - 1])) last -= 1;
    return new MappedText(this.lines.slice(first, last), this.lines[start]?.offset ?? this.#endOffset);
  }

  /** The text without its first `count` characters, which must lie in its first line. */
  dropFirst(count: number): MappedText {
    const [first, ...rest] = this.lines;
    return first === undefined ? this : new MappedText([cutLine(first, count), ...rest]);
  }

  /** Offsets in this text of its lines `start` to `end` (exclusive). */
  lineSpan(start: number, end: number): Span {
    return { start: this.#index.startOf(start), end: this.#index.startOf(end) };
  }

  /** A span of this text as a span of the document. */
  toDocument(span: Span): Span {
    return { start: this.#documentOffset(span.start), end: this.#documentOffset(span.end) };
  }

  /** The line of the document, counted from zero, where a span of the document begins. */
  documentLine(span: Span): number {
    const after = lowerBound(this.lines.length, (at) => this.lines[at]!.offset <= span.start);
    return this.lines[Math.max(0, after - 1)]?.line ?? 0;
  }

  #documentOffset(offset: number): number {
    const at = this.#index.lineAt(offset);
    const line = this.lines[at];
    return line === undefined ? this.place : documentOffset(line, offset - this.#index.startOf(at));
  }

  /** The offset in the document of the end of the last line. */
  get #endOffset(): number {
    const last = this.lines.at(-1);
    return last === undefined ? this.place : documentOffset(last, last.text.length);
  }
}

function isBlank(line: MappedLine | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}
