import type { Token } from 'markdown-it';
import type { BlockTag, HtmlSource } from './htmlSource';

/** The text of a heading or a summary while it is read: inline text only, over any number of lines. */
export class TitleText {
  readonly #parts: string[] = [];
  endLine: number;
  /** Offset in the parsed text behind it, where it is known. */
  endOffset: number | undefined;
  /** Whether it takes no more text. */
  isFull = false;

  /** @param isClosed Whether a tag closes it; else it ends with its first line of text. */
  constructor(
    readonly type: 'heading' | 'summary',
    readonly tag: string,
    readonly line: number,
    private readonly isClosed: boolean,
    readonly anchor?: string,
  ) {
    this.endLine = line + 1;
  }

  get text(): string {
    return this.#parts.join('\n');
  }

  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  /** Takes a token of Markdown inside it; `false` for one that ends it. */
  take(token: Token): boolean {
    if (this.isFull && token.type !== 'paragraph_close') return false;
    if (token.type === 'inline') {
      this.#add(token.content, token.map?.[1] ?? this.endLine);
      return true;
    }
    return (
      /^paragraph_(?:open|close)$/.test(token.type) ||
      (this.type === 'summary' && /^heading_(?:open|close)$/.test(token.type))
    );
  }

  /** Takes a part of a source's text. Returns the offset of what it leaves. */
  addText(source: HtmlSource, from: number, to: number): number | undefined {
    const text = source.text.slice(from, to);
    const lineLength = this.isClosed ? text.length : (text.split('\n', 1)[0]?.length ?? 0);
    const end = from + lineLength;
    this.#add(text.slice(0, lineLength), source.lineAt(end - 1) + 1);
    if (!this.isClosed) this.endOffset = source.documentOffset(end);
    return end < to ? end : undefined;
  }

  /** Ends it with its closing tag. */
  end(source: HtmlSource, tag: BlockTag, endLine: number): void {
    this.endLine = endLine;
    this.endOffset = source.documentOffset(tag.end);
  }

  #add(text: string, endLine: number): void {
    this.#parts.push(
      this.type === 'summary'
        ? text
            .trim()
            .replace(/\s+/g, ' ')
            .replace(/^#{1,6} /, '')
        : text.trim(),
    );
    this.endLine = Math.max(this.endLine, endLine);
    this.isFull = !this.isClosed;
  }
}
