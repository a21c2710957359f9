import type { Token } from 'markdown-it';
import { LineIndex } from '../../text/lineIndex';
import type { ChunkMeta } from './htmlBlockRule';
import { scanHtml, type HtmlPiece } from './scanHtml';

/** A tag of the block structure. */
export interface BlockTag extends HtmlPiece {
  /** The tag that closes it, or that it closes. */
  partner?: BlockTag;
}

/** A token with HTML: lines of tags, or the text of a paragraph or a table cell with tags in it. */
export class HtmlSource {
  readonly text: string;
  readonly tags: readonly BlockTag[];
  readonly #index: LineIndex;
  readonly #firstLine: number;
  readonly #lineEnds: readonly number[] | undefined;

  constructor(token: Token) {
    this.text = token.content;
    this.tags = scanHtml(token.content).map((piece) => ({ ...piece }));
    this.#index = new LineIndex(token.content);
    this.#firstLine = token.map?.[0] ?? 0;
    this.#lineEnds = token.type === 'html_chunk' ? (token.meta as unknown as ChunkMeta).lineEnds : undefined;
  }

  /** Whether it consists of lines that begin with a tag, and not of a paragraph's or a cell's text. */
  get isChunk(): boolean {
    return this.#lineEnds !== undefined;
  }

  /** The line, counted as in tokens, that an offset of the text is on. */
  lineAt(offset: number): number {
    return this.#firstLine + this.#index.lineAt(offset);
  }

  /** An offset of the text as one in the parsed document; `undefined` in a paragraph. */
  documentOffset(offset: number): number | undefined {
    const line = this.#index.lineAt(offset);
    const lineEnd = this.#lineEnds?.[line];
    if (lineEnd === undefined) return undefined;
    const isLast = line === this.#index.count - 1;
    const end = isLast ? this.text.length : this.#index.startOf(line + 1) - 1;
    return lineEnd - (end - offset);
  }

  /** The text before an offset on its line, from the previous tag on. */
  textBefore(at: number): string {
    const from = this.tags[at - 1]?.end ?? 0;
    const text = this.text.slice(from, this.tags[at]?.start);
    return text.slice(text.lastIndexOf('\n') + 1);
  }

  /** The text behind a tag on its line, up to the next tag. */
  textAfter(at: number): string {
    const text = this.text.slice(this.tags[at]?.end, this.tags[at + 1]?.start);
    return text.split('\n', 1)[0] ?? '';
  }
}
