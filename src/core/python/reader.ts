import type { SyntaxNode } from '@lezer/common';
import type { ImportWord } from './imports';
import { blockOf, Scope, type Chain, type Identifier, type Place, type Source } from './scope';

/** A node that is to be read. */
interface Piece {
  readonly node: SyntaxNode;
  readonly place: Place;
  /** Whether all that follow it below the same parent are to be read as well. */
  readonly isFirst?: boolean;
}

/** What reading a file has found, and what is still to be read. The stack of nodes stands in for recursion. */
export class Reader {
  readonly module = new Scope('module');
  /** In no particular order. */
  readonly chains: Chain[] = [];
  readonly imported: ImportWord[] = [];
  readonly #todo: Piece[] = [];

  constructor(readonly text: string) {}

  /** Takes the next node in the order of the file. */
  next(): Piece | undefined {
    const piece = this.#todo.pop();
    if (piece?.isFirst !== true) return piece;
    const following = piece.node.nextSibling;
    if (following !== null) this.#todo.push({ ...piece, node: following });
    return piece;
  }

  /** Puts pieces of code, given in the order of the file, before everything else that is to be read. */
  read(pieces: readonly (readonly [node: SyntaxNode, place: Place])[]): void {
    for (const [node, place] of pieces.toReversed()) this.#todo.push({ node, place });
  }

  readAll(nodes: readonly SyntaxNode[], place: Place): void {
    this.read(nodes.map((node) => [node, place]));
  }

  readChildren({ firstChild }: SyntaxNode, place: Place): void {
    if (firstChild !== null) this.#todo.push({ node: firstChild, place, isFirst: true });
  }

  /** A use of a name, and of what follows it. */
  refer(head: Identifier, place: Place, steps: Chain['steps'] = [], at = head.start): void {
    this.chains.push({ head, steps, place, at });
  }

  /** Binds a name by a statement or a walrus. */
  bind(identifier: Identifier, place: Place, from: number, source: Source): void {
    blockOf(place.scope).bind(identifier.name, { source, from, branch: place.branch });
    // The new name of something known is a mention of it, as an import's alias is.
    if (source.kind === 'expression') this.refer(identifier, place, [], from);
  }
}
