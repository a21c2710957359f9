import type { Token } from '../markdown/markdown';
import type { LineIndex } from '../text/lineIndex';

/** A list item that begins with a heading (`1. ### What is it?`). */
export interface ListItem {
  /** Columns by which its text is indented. */
  readonly indent: number;
  /** Line of the document below it. */
  readonly endLine: number;
}

/**
 * Tells which block tokens are top-level blocks of a document. Where the first item of a list begins with a heading, the
 * blocks inside its items count as top-level in place of the list. Tokens must be given in order.
 */
export class TopLevelBlocks {
  #listEnd = 0;
  #itemEnd = 0;
  /** The list item that the last token is in. */
  listItem: ListItem | undefined;

  /** @param firstLine The document's line that `text` begins with. */
  constructor(
    private readonly text: string,
    private readonly index: LineIndex,
    private readonly firstLine: number,
  ) {}

  includes(tokens: readonly Token[], at: number): boolean {
    const token = tokens[at];
    const [start, end] = token?.map ?? [0, 0];
    if (start >= this.#itemEnd) this.listItem = undefined;
    if (token?.level === 0) {
      const isList = token.type === 'bullet_list_open' || token.type === 'ordered_list_open';
      if (!isList || tokens[at + 2]?.type !== 'heading_open') return true;
      this.#listEnd = end;
      return false;
    }
    if (start >= this.#listEnd) return false;
    if (token?.level === 1 && token.type === 'list_item_open') {
      const line = this.text.slice(this.index.startOf(start), this.index.startOf(start + 1));
      const indent = /^ *(?:\d+[.)]|[-*+])\s+/.exec(line)?.[0].length ?? 0;
      this.listItem = { indent, endLine: end + this.firstLine };
      this.#itemEnd = end;
    }
    return token?.level === 2;
  }
}
