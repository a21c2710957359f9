import type { SyntaxNode } from '@lezer/common';
import {
  type Binding,
  blockOf,
  type Chunk,
  type Code,
  type Identifier,
  type CodePosition,
  type Source,
} from './scope';

/** A node that is to be read. */
interface Piece {
  readonly node: SyntaxNode;
  readonly place: CodePosition;
  /** Whether all that follow it below the same parent are to be read as well. */
  readonly isFirst?: boolean;
}

/** Reads a statement into a chunk. The stack of nodes stands in for recursion. */
export class StatementReader {
  readonly #todo: Piece[] = [];

  constructor(readonly chunk: Chunk) {}

  /** Takes the next node in the order of the file. */
  next(): Piece | undefined {
    const piece = this.#todo.pop();
    if (piece?.isFirst !== true) return piece;
    const following = piece.node.nextSibling;
    if (following !== null) this.#todo.push({ ...piece, node: following });
    return piece;
  }

  /** Puts pieces of code, given in the order of the file, before everything else that is to be read. */
  read(pieces: readonly (readonly [node: SyntaxNode, place: CodePosition])[]): void {
    for (const [node, place] of pieces.toReversed()) this.#todo.push({ node, place });
  }

  readAll(nodes: readonly SyntaxNode[], place: CodePosition): void {
    this.read(nodes.map((node) => [node, place]));
  }

  readChildren({ firstChild }: SyntaxNode, place: CodePosition): void {
    if (firstChild !== null) this.#todo.push({ node: firstChild, place, isFirst: true });
  }

  /** A use of a name, with what follows it. */
  refer(node: SyntaxNode, place: CodePosition, at = node.from): void {
    this.chunk.uses.push({ node, place, at });
  }

  /** Binds the name at a node by a statement or a walrus. */
  bind(node: SyntaxNode, place: CodePosition, from: number, source: Source): void {
    const { name } = this.identifier(node);
    blockOf(place.scope).bind(name, this.binding(place, from, source));
    // The new name of something known is a mention of it, as an import's alias is.
    if (source.kind === 'value') this.refer(node, place, from);
  }

  binding({ branch }: CodePosition, from: number, source: Source): Binding {
    return { source, from, branch };
  }

  identifier(node: SyntaxNode): Identifier {
    return { name: this.textOf(node).normalize('NFKC'), start: node.from, end: node.to };
  }

  code(node: SyntaxNode, place: CodePosition): Code {
    return { node, place, at: node.from };
  }

  textOf(node: SyntaxNode): string {
    return this.chunk.textOf(node);
  }
}
