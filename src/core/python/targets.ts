import { addToGroup } from '../base/grouping';
import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from './nodes';
import type { StatementReader } from './statementReader';
import { enclosingFunction, UNKNOWN_SOURCE, type CodeContext, type Scope, type BindingSource } from './scope';

const NESTED_TARGETS = new Set(['TupleExpression', 'ArrayExpression', 'ParenthesizedExpression']);
const PUNCTUATION = new Set(['(', ')', '[', ']', ',', '⚠']);

/** Tuples inside of tuples that are followed. */
const MAX_UNPACKING_DEPTH = 8;

/**
 * Binds assignment targets: names, `self.x`, and what is in `a, (b, *c)`; anything else (`a.b`, `a[0]`) is read as
 * code.
 *
 * @param source Where their value comes from: of several targets, that of the whole.
 * @param scope Where they are bound, when that is not where a statement at `place` would.
 */
export function bindTargets(
  targets: readonly SyntaxNode[],
  context: CodeContext,
  from: number,
  source: BindingSource,
  reader: StatementReader,
  scope?: Scope,
): void {
  const todo: Target[] = unpacked(targets, source, 0);
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { node } = next;
    if (node.name === 'VariableName') {
      if (scope === undefined) reader.bind(node, context, from, next.source);
      else scope.bind(reader.identifier(node).name, reader.binding(context, from, next.source));
    } else if (NESTED_TARGETS.has(node.name)) {
      todo.push(...unpacked(childrenOf(node), next.source, next.depth + 1, node.name === 'ArrayExpression'));
    } else {
      bindAttribute(node, context, from, next.source, reader);
      reader.visitAll([node], context);
    }
  }
}

interface Target {
  readonly node: SyntaxNode;
  readonly source: BindingSource;
  readonly depth: number;
}

/** The targets of `a, *b`, each with what it is given; `a` and `(a)` are given the whole. */
function unpacked(
  nodes: readonly SyntaxNode[],
  source: BindingSource,
  depth: number,
  isList = false,
): Target[] {
  const items = nodes.filter(({ name }) => !PUNCTUATION.has(name));
  const isWhole = !isList && !nodes.some(({ name }) => name === ',' || name === '*');
  // What comes behind `*rest` is counted from the end: nobody needs it.
  const star = items.findIndex(({ name }) => name === '*');
  return items.flatMap((node, index): Target[] => {
    if (node.name === '*') return [];
    if (isWhole) return [{ node, source, depth }];
    const isKnown = depth < MAX_UNPACKING_DEPTH && (star === -1 || index < star);
    return [{ node, source: isKnown ? { kind: 'item', of: source, index } : UNKNOWN_SOURCE, depth }];
  });
}

/** `self.x = …` in a method says what the class's instances have. */
function bindAttribute(
  target: SyntaxNode,
  context: CodeContext,
  from: number,
  source: BindingSource,
  reader: StatementReader,
): void {
  const [object, , property] = childrenOf(target);
  if (
    target.name !== 'MemberExpression' ||
    object?.name !== 'VariableName' ||
    property?.name !== 'PropertyName'
  ) {
    return;
  }
  addAttribute(object, reader.identifier(property).name, context, from, source, reader);
}

/** Binds an attribute of an object, where that is a method's `self`. */
export function addAttribute(
  object: SyntaxNode,
  attribute: string,
  context: CodeContext,
  from: number,
  source: BindingSource,
  reader: StatementReader,
): void {
  const method = enclosingFunction(context.scope);
  const [self] = method?.parameters ?? [];
  if (method?.owner === undefined || self?.name !== reader.identifier(object).name) return;
  addToGroup(method.owner.attributes, attribute, reader.binding(context, from, source));
}
