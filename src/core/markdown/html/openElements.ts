import type { Token } from 'markdown-it';
import { hasOptionalEnd } from './elements';

/** A block that is open: one of Markdown, or an HTML element by its canonical name. */
interface OpenBlock {
  readonly token: Token;
  /** `undefined` for a block of Markdown. */
  readonly name: string | undefined;
  /** Whether a tag closes it. */
  readonly isClosed: boolean;
}

const CELLS = new Set(['td', 'th', 'caption']);
/** Elements that a list or a definition list does not reach through. */
const LIST_SCOPE = new Set([...CELLS, 'table', 'blockquote', 'details']);

/** Whether the first text in a block is no paragraph. */
export function takesBareText({ token }: OpenBlock): boolean {
  return /^(?:td|th|dt|caption)_open$/.test(token.type);
}

/** Whether the first text in a block is a tight paragraph. */
export function takesTightText({ name }: OpenBlock): boolean {
  return name === 'li' || name === 'dd';
}

/** The blocks that are open, the outermost first. HTML elements end with the block of Markdown that they are in. */
export class OpenElements {
  readonly #blocks: OpenBlock[] = [];
  #elements = 0;

  get last(): OpenBlock | undefined {
    return this.#blocks.at(-1);
  }

  get length(): number {
    return this.#blocks.length;
  }

  /** How many HTML elements are open. */
  get depth(): number {
    return this.#elements;
  }

  push(block: OpenBlock): void {
    this.#blocks.push(block);
    if (block.name !== undefined) this.#elements += 1;
  }

  pop(): OpenBlock | undefined {
    const block = this.#blocks.pop();
    if (block?.name !== undefined) this.#elements -= 1;
    return block;
  }

  /** Index of the innermost list or definition list that an item may belong to, or -1. */
  list(names: readonly string[]): number {
    return this.#find(names, LIST_SCOPE);
  }

  /** Index of the innermost table, or -1. */
  table(): number {
    return this.#find(['table'], new Set());
  }

  /** Index of the innermost of some elements that is inside the block at an index, or -1. */
  inside(outer: number, names: readonly string[]): number {
    for (let at = outer + 1; at < this.#blocks.length; at += 1) {
      if (names.includes(this.#blocks[at]?.name ?? '')) return at;
    }
    return -1;
  }

  /** Index of the element that a closing tag closes, or -1. */
  closedBy(name: string): number {
    const isTablePart = ['table', 'tbody', 'thead', 'tr', 'td', 'th', 'caption'].includes(name);
    return this.#find([name], isTablePart ? new Set() : CELLS);
  }

  #find(names: readonly string[], boundaries: ReadonlySet<string>): number {
    for (let at = this.#blocks.length - 1; at >= 0; at -= 1) {
      const name = this.#blocks[at]?.name;
      if (name === undefined) return -1;
      if (names.includes(name)) return at;
      if (boundaries.has(name)) return -1;
    }
    return -1;
  }

  /**
   * Index of the outermost of the innermost elements that no tag closes and that need one, or -1: where the author forgot
   * the tag, the element ends at the next heading, or it would hold the rest of the document.
   *
   * @param name Only elements of this name.
   */
  forgotten(name?: string): number {
    let found = -1;
    for (let at = this.#blocks.length - 1; at >= 0; at -= 1) {
      const block = this.#blocks[at]!;
      if (block.name === undefined || block.isClosed) break;
      if (!hasOptionalEnd(block.name) && (name === undefined || block.name === name)) found = at;
    }
    return found;
  }
}
