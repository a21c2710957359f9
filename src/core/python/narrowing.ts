import type { SyntaxNode } from '@lezer/common';
import { argumentsOf, childrenOf, unwrap } from './nodes';
import { enclosingBlock, type CodeContext } from './scope';
import type { StatementReader } from './statementReader';

/** Binds the names that a condition, `isinstance(x, T)`, narrows in a branch, if the block has them already. */
export function narrow(
  condition: SyntaxNode | undefined,
  branch: CodeContext,
  from: number,
  reader: StatementReader,
): void {
  if (condition?.name === 'BinaryExpression') {
    const [left, operator, right] = childrenOf(condition);
    if (operator?.name !== 'and') return;
    narrow(left, branch, from, reader);
    narrow(right, branch, from, reader);
    return;
  }
  const [callee, list] = condition === undefined ? [] : childrenOf(unwrap(condition));
  if (callee?.name !== 'VariableName' || reader.textOf(callee) !== 'isinstance') return;
  const [object, type] = argumentsOf(list).map(({ value }) => value);
  if (object?.name !== 'VariableName' || type === undefined) return;
  const block = enclosingBlock(branch.scope);
  const { name } = reader.identifier(object);
  if (!block.bindings.has(name)) return;
  const source = { kind: 'narrowed', expression: reader.expression(type, branch) } as const;
  block.bind(name, reader.binding(branch, from, source));
}

const LEAVING_STATEMENTS = new Set([
  'ReturnStatement',
  'RaiseStatement',
  'ContinueStatement',
  'BreakStatement',
]);

/** `if not isinstance(x, T): return` narrows `x` after the statement. */
export function narrowAfter(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const [, condition, body, ...more] = childrenOf(node);
  if (condition?.name !== 'UnaryExpression' || body?.name !== 'Body' || more.length > 0) return;
  const [operator, operand] = childrenOf(condition);
  const leaves = LEAVING_STATEMENTS.has(childrenOf(body).at(-1)?.name ?? '');
  if (operator?.name === 'not' && leaves) narrow(operand, context, node.to, reader);
}
