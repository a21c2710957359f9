import type { SyntaxNode } from '@lezer/common';
import {
  type Binding,
  enclosingBlock,
  type TopLevelStatement,
  type Expression,
  type Identifier,
  type CodeContext,
  type BindingSource,
} from './scope';

/** A node that is to be read. */
interface PendingNode {
  readonly node: SyntaxNode;
  readonly context: CodeContext;
  /** Whether all that follow it below the same parent are to be read as well. */
  readonly includesSiblings?: boolean;
}

/** Reads a statement into a chunk. The stack of nodes stands in for recursion. */
export class StatementReader {
  readonly #pending: PendingNode[] = [];

  constructor(readonly statement: TopLevelStatement) {}

  /** Takes the next node in the order of the file. */
  takeNext(): PendingNode | undefined {
    const piece = this.#pending.pop();
    if (piece?.includesSiblings !== true) return piece;
    const following = piece.node.nextSibling;
    if (following !== null) this.#pending.push({ ...piece, node: following });
    return piece;
  }

  /** Puts pieces of code, given in the order of the file, before everything else that is to be read. */
  visit(pieces: readonly (readonly [node: SyntaxNode, context: CodeContext])[]): void {
    for (const [node, context] of pieces.toReversed()) this.#pending.push({ node, context });
  }

  visitAll(nodes: readonly SyntaxNode[], context: CodeContext): void {
    this.visit(nodes.map((node) => [node, context]));
  }

  visitChildren({ firstChild }: SyntaxNode, context: CodeContext): void {
    if (firstChild !== null) this.#pending.push({ node: firstChild, context, includesSiblings: true });
  }

  /** A use of a name, with what follows it. */
  addNameUse(node: SyntaxNode, context: CodeContext, at = node.from): void {
    this.statement.nameUses.push({ node, context, lookupOffset: at });
  }

  /** Binds the name at a node by a statement or a walrus. */
  bind(node: SyntaxNode, context: CodeContext, from: number, source: BindingSource): void {
    const { name } = this.identifier(node);
    enclosingBlock(context.scope).bind(name, this.binding(context, from, source));
    // The new name of something known is a mention of it, as an import's alias is.
    if (source.kind === 'value') this.addNameUse(node, context, from);
  }

  binding({ branch }: CodeContext, from: number, source: BindingSource): Binding {
    return { source, from, branch };
  }

  identifier(node: SyntaxNode): Identifier {
    return { name: this.textOf(node).normalize('NFKC'), start: node.from, end: node.to };
  }

  expression(node: SyntaxNode, context: CodeContext): Expression {
    return { node, context, lookupOffset: node.from };
  }

  textOf(node: SyntaxNode): string {
    return this.statement.textOf(node);
  }
}
