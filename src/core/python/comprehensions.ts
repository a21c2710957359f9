import type { SyntaxNode } from '@lezer/common';
import { Scope, UNKNOWN_SOURCE, type BindingSource, type CodeContext } from './scope';
import type { NodeInContext, StatementReader } from './statementReader';
import { bindTargets } from './targets';

/**
 * Reads `[x for x in xs if x]`: a comprehension has a scope of its own; only its first iterable is evaluated in the
 * scope around it.
 */
export function readComprehension(
  nodes: readonly SyntaxNode[],
  outer: CodeContext,
  reader: StatementReader,
): void {
  const scope = new Scope('comprehension', reader.statement, outer.scope);
  const inner: CodeContext = { ...outer, scope };
  const start = nodes[0]?.from ?? 0;
  reader.statement.innerContexts.set(start, inner);
  const toVisit: NodeInContext[] = [];
  let isFirst = true;
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node === undefined) break;
    const isFor = node.name === 'for';
    const inIndex = isFor ? nodes.findIndex(({ name }, other) => other > index && name === 'in') : -1;
    if (inIndex === -1) {
      toVisit.push([node, inner]);
      continue;
    }
    const iterable = nodes[inIndex + 1];
    const context = isFirst ? outer : inner;
    const source: BindingSource =
      iterable === undefined
        ? UNKNOWN_SOURCE
        : { kind: 'element', expression: reader.expression(iterable, context) };
    bindTargets(nodes.slice(index + 1, inIndex), inner, start, source, reader, scope);
    if (iterable !== undefined) toVisit.push([iterable, context]);
    isFirst = false;
    index = inIndex + 1;
  }
  reader.visit(toVisit);
}
