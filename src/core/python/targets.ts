import type { SyntaxNode } from '@lezer/common';
import { addToGroup } from '../base/grouping';
import { childrenOf } from './nodes';
import { enclosingFunction, UNKNOWN_SOURCE, type BindingSource, type CodeContext, type Scope } from './scope';
import type { StatementReader } from './statementReader';

const NESTED_TARGETS = new Set(['TupleExpression', 'ArrayExpression', 'ParenthesizedExpression']);
const PUNCTUATION = new Set(['(', ')', '[', ']', ',', '⚠']);

/** Nested tuples that are unpacked. */
const MAX_UNPACKING_DEPTH = 8;

/**
 * Binds assignment targets: names, `self.x`, and the names in `a, (b, *c)`. Other targets (`a.b`, `a[0]`) are read as
 * expressions.
 *
 * @param from Offset from which the bindings are in effect.
 * @param source Source of the assigned value; several targets unpack it.
 * @param scope Where to bind names, if not in the block around `context`.
 */
export function bindTargets(
  targets: readonly SyntaxNode[],
  context: CodeContext,
  from: number,
  source: BindingSource,
  reader: StatementReader,
  scope?: Scope,
): void {
  const stack: Target[] = unpack(targets, source, 0);
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node } = next;
    if (node.name === 'VariableName') {
      if (scope === undefined) reader.bind(node, context, from, next.source);
      else scope.bind(reader.identifier(node).name, reader.binding(context, from, next.source));
    } else if (NESTED_TARGETS.has(node.name)) {
      stack.push(...unpack(childrenOf(node), next.source, next.depth + 1, node.name === 'ArrayExpression'));
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

/** The targets of `a, *b`, each with the source of its item; `a` and `(a)` are assigned the whole value. */
function unpack(
  nodes: readonly SyntaxNode[],
  source: BindingSource,
  depth: number,
  isList = false,
): Target[] {
  const items = nodes.filter(({ name }) => !PUNCTUATION.has(name));
  const isWhole = !isList && !nodes.some(({ name }) => name === ',' || name === '*');
  // Targets after `*rest` are indexed from the end, which is not supported.
  const starIndex = items.findIndex(({ name }) => name === '*');
  return items.flatMap((node, index): Target[] => {
    if (node.name === '*') return [];
    if (isWhole) return [{ node, source, depth }];
    const isKnown = depth < MAX_UNPACKING_DEPTH && (starIndex === -1 || index < starIndex);
    return [{ node, source: isKnown ? { kind: 'item', sequence: source, index } : UNKNOWN_SOURCE, depth }];
  });
}

/** Binds `self.x = …` in a method. */
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

/** Binds an attribute of an object on the class, if the object is the first parameter of the method around it. */
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
