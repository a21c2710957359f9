import type { SyntaxNode } from '@lezer/common';
import {
  enclosingBlock,
  type Binding,
  type BindingSource,
  type CodeContext,
  type Expression,
  type Identifier,
  type TopLevelStatement,
} from './scope';

/** A node and the context to read it in. */
export type NodeInContext = readonly [node: SyntaxNode, context: CodeContext];

interface PendingNode {
  readonly node: SyntaxNode;
  readonly context: CodeContext;
  /** Whether its later siblings are pending as well. */
  readonly includesSiblings?: boolean;
}

/** Records what a statement binds and uses. A stack of pending nodes replaces recursion: code may nest deeply. */
export class StatementReader {
  readonly #pending: PendingNode[] = [];

  constructor(readonly statement: TopLevelStatement) {}

  /** Removes and returns the next pending node in the order of the file. */
  takeNext(): PendingNode | undefined {
    const pending = this.#pending.pop();
    if (pending?.includesSiblings !== true) return pending;
    const sibling = pending.node.nextSibling;
    if (sibling !== null) this.#pending.push({ ...pending, node: sibling });
    return pending;
  }

  /** Schedules nodes, given in the order of the file, before all that are pending already. */
  visit(nodes: readonly NodeInContext[]): void {
    for (const [node, context] of nodes.toReversed()) this.#pending.push({ node, context });
  }

  visitAll(nodes: readonly SyntaxNode[], context: CodeContext): void {
    this.visit(nodes.map((node) => [node, context]));
  }

  visitChildren({ firstChild }: SyntaxNode, context: CodeContext): void {
    if (firstChild !== null) this.#pending.push({ node: firstChild, context, includesSiblings: true });
  }

  addNameUse(node: SyntaxNode, context: CodeContext, lookupOffset = node.from): void {
    this.statement.nameUses.push({ node, context, lookupOffset });
  }

  /** Binds the name at a node, as a statement or a walrus does. */
  bind(node: SyntaxNode, context: CodeContext, from: number, source: BindingSource): void {
    const { name } = this.identifier(node);
    enclosingBlock(context.scope).bind(name, this.binding(context, from, source));
    // Assigning a symbol to a name makes the name an occurrence of it, as an import's alias is.
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
