import type { SyntaxNode } from '@lezer/common';
import { addToGroup } from '../base/grouping';
import { argumentsOf, childrenOf, unwrap } from './nodes';
import { enclosingBlock, type BindingSource, type CodeContext, type Expression } from './scope';
import type { StatementReader } from './statementReader';

/** Classes that a name is known not to be an instance of: no real chain of conditions has more. */
const MAX_EXCLUDED = 16;

/** Where the code runs that a condition narrows names for, and from which offset. */
export interface NarrowedCode {
  readonly context: CodeContext;
  readonly from: number;
}

/** What a condition says about a name: it is an instance of a class, or it is not. */
interface Fact {
  readonly object: SyntaxNode;
  readonly type: SyntaxNode;
  readonly isInstance: boolean;
}

/**
 * Binds the names that conditions narrow, `isinstance(x, T)`, if the block has them already.
 *
 * @param held Conditions that hold in the code.
 * @param failed Conditions that do not: in `else`, those of `if` and `elif`.
 */
export function narrow(
  held: readonly SyntaxNode[],
  failed: readonly SyntaxNode[],
  outer: CodeContext,
  code: NarrowedCode,
  reader: StatementReader,
): void {
  const facts = [
    ...failed.flatMap((condition) => factsOf(condition, false, reader)),
    ...held.flatMap((condition) => factsOf(condition, true, reader)),
  ];
  const byName = new Map<string, Fact[]>();
  for (const fact of facts) addToGroup(byName, reader.identifier(fact.object).name, fact);
  for (const ofName of byName.values()) {
    const instance = ofName.findLast(({ isInstance }) => isInstance);
    const [first] = ofName;
    if (first === undefined) continue;
    const source: BindingSource =
      instance === undefined
        ? excluded(first.object, ofName, outer, reader)
        : { kind: 'narrowed', types: [reader.expression(instance.type, outer)] };
    narrowName(first.object, source, code, reader);
  }
}

function excluded(
  object: SyntaxNode,
  facts: readonly Fact[],
  context: CodeContext,
  reader: StatementReader,
): BindingSource {
  const types = facts.slice(0, MAX_EXCLUDED).map(({ type }) => reader.expression(type, context));
  return { kind: 'excluded', value: reader.expression(object, context), types };
}

/** Binds a name anew, if the block has it already: what it is in some code from an offset on. */
export function narrowName(
  object: SyntaxNode,
  source: BindingSource,
  { context, from }: NarrowedCode,
  reader: StatementReader,
): void {
  const block = enclosingBlock(context.scope);
  const { name } = reader.identifier(object);
  if (block.bindings.has(name)) block.bind(name, reader.binding(context, from, source));
}

/** What follows if a condition holds, or if it does not. */
function factsOf(condition: SyntaxNode, holds: boolean, reader: StatementReader): readonly Fact[] {
  const facts: Fact[] = [];
  const stack = [{ node: condition, holds }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const node = unwrap(next.node);
    const children = childrenOf(node);
    const [first, second, third] = children;
    if (node.name === 'UnaryExpression' && first?.name === 'not' && second !== undefined) {
      stack.push({ node: second, holds: !next.holds });
    } else if (node.name === 'BinaryExpression' && second?.name === (next.holds ? 'and' : 'or')) {
      for (const operand of [third, first]) {
        if (operand !== undefined) stack.push({ node: operand, holds: next.holds });
      }
    } else if (node.name === 'CallExpression' && first?.name === 'VariableName') {
      const [object, type] = argumentsOf(second).map(({ value }) => value);
      const isTest = reader.textOf(first) === 'isinstance' && object?.name === 'VariableName';
      if (isTest && type !== undefined) facts.push({ object, type, isInstance: next.holds });
    }
  }
  return facts;
}

const LEAVING_STATEMENTS = new Set([
  'ReturnStatement',
  'RaiseStatement',
  'ContinueStatement',
  'BreakStatement',
]);

/** Whether the code after a branch does not follow it: it ends with `return`, `raise`, `continue` or `break`. */
function leaves(body: SyntaxNode | undefined): boolean {
  let last = body === undefined ? undefined : childrenOf(body).at(-1);
  // `with …: return` leaves as well.
  while (last?.name === 'WithStatement') {
    const inner = childrenOf(last).at(-1);
    last = inner?.name === 'Body' ? childrenOf(inner).at(-1) : undefined;
  }
  return last !== undefined && LEAVING_STATEMENTS.has(last.name);
}

/** Narrows names after an `if`: all branches leave, `if not isinstance(x, T): return`; or only its `else` does. */
export function narrowAfter(
  { to }: SyntaxNode,
  conditions: readonly SyntaxNode[],
  bodies: readonly SyntaxNode[],
  context: CodeContext,
  reader: StatementReader,
): void {
  const code = { context, from: to };
  if (bodies.length === conditions.length) {
    if (bodies.every(leaves)) narrow([], conditions, context, code, reader);
  } else if (conditions.length === 1 && leaves(bodies[1]) && !leaves(bodies[0])) {
    narrow(conditions, [], context, code, reader);
  }
}

/** The class of a pattern `Class(…)`, of several if it is `A() | B()`; any other pattern has none. */
export function classesOfPattern(
  pattern: SyntaxNode,
  context: CodeContext,
  reader: StatementReader,
): readonly Expression[] {
  const classes = alternativesOf(pattern).map((child) =>
    child.name === 'ClassPattern' ? childrenOf(child)[0] : undefined,
  );
  return classes.flatMap((node) =>
    node === undefined || classes.includes(undefined) ? [] : [reader.expression(node, context)],
  );
}

/** `A()` and `B()` of `A() | B() as name`, which the grammar reads as `A() | (B() as name)`. */
export function alternativesOf(pattern: SyntaxNode): readonly SyntaxNode[] {
  const patterns = pattern.name === 'OrPattern' ? childrenOf(pattern) : [pattern];
  return patterns
    .filter(({ name }) => name !== 'LogicOp')
    .map((child) => (child.name === 'AsPattern' ? (childrenOf(child)[0] ?? child) : child));
}
