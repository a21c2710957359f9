import { lowerBound } from '../base/lowerBound';
import { columnAfter } from './columns';
import { withinContainers, type Container } from './containers';
import type { Span } from '../model';
import { LineIndex } from '../text/lineIndex';
import type { MappedLine } from './mappedLine';

/** A part of a document, possibly without quote markers or indentation, that maps back to the document. */
export class MappedText {
  readonly text: string;
  readonly lines: readonly MappedLine[];
  readonly #index: LineIndex;

  constructor(lines: readonly MappedLine[]) {
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
    return new MappedText(
      this.lines.map(({ text, offset, line }) => {
        const [, marker = '', space = ''] = /^( {0,3}>)([ \t]*)/.exec(text) ?? [];
        if (marker === '') return { text, offset, line };
        // One column belongs to the marker; the other columns of a tab indent the text.
        const indent = Math.max(0, columnAfter(space, marker.length) - marker.length - 1);
        const start = marker.length + space.length;
        return { text: ' '.repeat(indent) + text.slice(start), offset: offset + start - indent, line };
      }),
    );
  }

  /** The lines as they are inside containers, which are in order; their lines are those of the document. */
  within(containers: readonly Container[]): MappedText {
    return containers.length === 0 ? this : new MappedText(withinContainers(this.lines, containers));
  }

  /** Lines `start` to `end` (exclusive) of this text, without blank lines at either end. */
  slice(start: number, end: number = this.lines.length): MappedText {
    let first = start;
    let last = Math.min(end, this.lines.length);
    while (first < last && isBlank(this.lines[first])) first += 1;
    while (last > first && isBlank(this.lines[last - 1])) last -= 1;
    return new MappedText(this.lines.slice(first, last));
  }

  /** The text without its first `count` characters, which must lie in its first line. */
  dropFirst(count: number): MappedText {
    const [first, ...rest] = this.lines;
    if (first === undefined) return this;
    const cut = { text: first.text.slice(count), offset: first.offset + count, line: first.line };
    return new MappedText([cut, ...rest]);
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
    return line === undefined
      ? 0
      : line.offset + Math.min(offset - this.#index.startOf(at), line.text.length);
  }
}

function isBlank(line: MappedLine | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}
