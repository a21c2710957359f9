import type { SyntaxNode } from '@lezer/common';
import { readImport } from './importStatements';
import { argumentsOf, childrenOf, unwrap } from './nodes';
import type { StatementReader } from './statementReader';
import {
  enclosingBlock,
  enclosingFunction,
  UNKNOWN_SOURCE,
  type CodeContext,
  type BindingSource,
} from './scope';
import { annotationIn, sourceOfValue } from './bindingSources';
import { addAttribute, bindTargets } from './targets';

type Piece = readonly [SyntaxNode, CodeContext];

export function readImportStatement(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const { statement } = reader;
  for (const { binding: binds, starModule: star, names: words } of readImport(node, statement)) {
    statement.importedNames.push(...words);
    if (star !== undefined) statement.starImports.push({ module: star, from: node.to });
    if (binds === undefined) continue;
    enclosingBlock(context.scope).bind(binds.name, reader.binding(context, node.to, binds.source));
  }
}

/** `a = b = value`, `a, b = value`, `a: T`, `a: T = value`. Targets have their value once the statement is done. */
export function readAssignment(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const groups: SyntaxNode[][] = [[]];
  let annotation: SyntaxNode | undefined;
  for (const child of childrenOf(node)) {
    if (child.name === 'AssignOp') groups.push([]);
    else if (child.name === 'TypeDef') annotation = child;
    else groups.at(-1)?.push(child);
  }
  const values = groups.length > 1 ? (groups.pop() ?? []) : [];
  const value =
    values.length === 1 ? sourceOfValue(values[0], context, reader) : sourceOfValues(values, context, reader);
  const source = annotation === undefined ? value : sourceOfAnnotation(annotation, value, context, reader);
  // `a, b = b, a` is read before it is bound.
  reader.visitAll([...(annotation === undefined ? [] : [annotation]), ...values], context);
  for (const targets of groups) bindTargets(targets, context, node.to, source, reader);
}

/** `a, b` without parentheses has no node of its own: each of them is an item of what the statement holds. */
function sourceOfValues(
  values: readonly SyntaxNode[],
  context: CodeContext,
  reader: StatementReader,
): BindingSource {
  const items = values.filter(({ name }) => name !== ',');
  if (items.length === 0 || items.some(({ name }) => name === '*' || name === '⚠')) return UNKNOWN_SOURCE;
  return { kind: 'items', items: items.map((item) => sourceOfValue(item, context, reader)) };
}

function sourceOfAnnotation(
  definition: SyntaxNode,
  value: BindingSource,
  context: CodeContext,
  reader: StatementReader,
): BindingSource {
  const type = annotationIn(definition);
  if (type === undefined) return UNKNOWN_SOURCE;
  if (/\bTypeAlias$/.test(reader.textOf(type))) {
    const isQuoted = value.kind === 'value' && value.expression.node.name === 'String';
    return isQuoted ? { kind: 'alias', expression: value.expression } : value;
  }
  const expression = reader.expression(type, { ...context, isAnnotation: true });
  return { kind: 'annotation', expression, ...(value.kind === 'value' ? { value: value.expression } : {}) };
}

/** `a += b` reads `a`, and binds it anew. */
export function readUpdate(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  rebindNames([node.firstChild], node.to, context, reader);
  reader.visitChildren(node, context);
}

/** `del a` reads `a`, and leaves nothing of it. */
export function readDelete(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  rebindNames(childrenOf(node), node.to, context, reader);
  reader.visitChildren(node, context);
}

function rebindNames(
  nodes: readonly (SyntaxNode | null)[],
  from: number,
  context: CodeContext,
  reader: StatementReader,
): void {
  for (const node of nodes) {
    if (node?.name === 'VariableName') reader.bind(node, context, from, UNKNOWN_SOURCE);
  }
}

/** `a := value` */
export function readWalrus(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const [target, , value] = childrenOf(node);
  if (target?.name !== 'VariableName') {
    reader.visitChildren(node, context);
    return;
  }
  reader.bind(target, context, node.to, sourceOfValue(value, context, reader));
  if (value !== undefined) reader.visitAll([value], context);
}

export function readScopeStatement(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const [keyword, ...names] = childrenOf(node);
  const block = enclosingBlock(context.scope);
  const declared = keyword?.name === 'global' ? block.globals : block.nonlocals;
  if (block.kind === 'module') return;
  for (const node of names) {
    if (node.name === 'VariableName') declared.add(reader.identifier(node).name);
  }
}

/** `if`: only one of its arms runs. */
export function readIf(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const compoundStatement = {};
  narrowAfter(node, context, reader);
  let condition: SyntaxNode | undefined;
  reader.visit(
    childrenOf(node).map((child): Piece => {
      if (child.name !== 'Body') {
        condition = child;
        return [child, context];
      }
      const taken = branchContext(compoundStatement, context, true);
      narrow(condition, taken, child.from, reader);
      return [child, taken];
    }),
  );
}

/** `assert isinstance(x, T)` */
export function readAssert(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  narrow(childrenOf(node)[1], context, node.to, reader);
  reader.visitChildren(node, context);
}

/** `if not isinstance(x, T): return` says what `x` holds from there on. */
function narrowAfter(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const [, condition, body, ...more] = childrenOf(node);
  if (condition?.name !== 'UnaryExpression' || body?.name !== 'Body' || more.length > 0) return;
  const [operator, operand] = childrenOf(condition);
  const leaves = LEAVING_STATEMENTS.has(childrenOf(body).at(-1)?.name ?? '');
  if (operator?.name === 'not' && leaves) narrow(operand, context, node.to, reader);
}

const LEAVING_STATEMENTS = new Set([
  'ReturnStatement',
  'RaiseStatement',
  'ContinueStatement',
  'BreakStatement',
]);

/** `if isinstance(x, T)` says what `x` holds in the arm, of a name that the block has already. */
function narrow(
  condition: SyntaxNode | undefined,
  taken: CodeContext,
  from: number,
  reader: StatementReader,
): void {
  if (condition?.name === 'BinaryExpression') {
    const [left, operator, right] = childrenOf(condition);
    if (operator?.name !== 'and') return;
    narrow(left, taken, from, reader);
    narrow(right, taken, from, reader);
    return;
  }
  const [called, list] = condition === undefined ? [] : childrenOf(unwrap(condition));
  if (called?.name !== 'VariableName' || reader.textOf(called) !== 'isinstance') return;
  const [name, type] = argumentsOf(list).map(({ value }) => value);
  if (name?.name !== 'VariableName' || type === undefined) return;
  const block = enclosingBlock(taken.scope);
  const identifier = reader.identifier(name).name;
  if (!block.bindings.has(identifier)) return;
  block.bind(
    identifier,
    reader.binding(taken, from, { kind: 'narrowed', expression: reader.expression(type, taken) }),
  );
}

/** `while`: its body may not run at all. */
export function readWhile(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const compoundStatement = {};
  reader.visit(
    childrenOf(node).map((child): Piece => [
      child,
      child.name === 'Body' ? branchContext(compoundStatement, context, false) : context,
    ]),
  );
}

export function readFor(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const children = childrenOf(node);
  const first = children.findIndex(({ name }) => name === 'for') + 1;
  const last = children.findIndex(({ name }) => name === 'in');
  const body = children.find(({ name }) => name === 'Body');
  const compoundStatement = {};
  const each = branchContext(compoundStatement, context, false);
  const rest = children.slice(Math.max(first, last));
  reader.visit(
    rest.map((child): Piece => [
      child,
      child === body
        ? each
        : child.name === 'Body'
          ? branchContext(compoundStatement, context, false)
          : context,
    ]),
  );
  if (last <= first) return;
  const iterable = children.slice(last + 1).find(({ name }) => name !== '⚠');
  const source: BindingSource =
    iterable === undefined || iterable === body
      ? UNKNOWN_SOURCE
      : { kind: 'element', expression: reader.expression(iterable, context) };
  bindTargets(children.slice(first, last), each, body?.from ?? node.to, source, reader);
}

/** `try`: its body may end anywhere, a handler may run or not; `else` goes on from the body, `finally` always runs. */
export function readTry(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const compoundStatement = {};
  const body = branchContext(compoundStatement, context, false);
  let current = body;
  const pieces: Piece[] = [];
  const children = childrenOf(node);
  children.forEach((child, at) => {
    if (child.name === 'except') current = branchContext(compoundStatement, context, false);
    else if (child.name === 'else') current = body;
    else if (child.name === 'finally') current = context;
    else if (child.name === 'VariableName' && children[at - 1]?.name === 'as') {
      const caught = children[at - 2];
      const source: BindingSource =
        caught === undefined
          ? UNKNOWN_SOURCE
          : { kind: 'caught', expression: reader.expression(caught, current) };
      reader.bind(child, current, child.to, source);
      return;
    }
    pieces.push([child, current]);
  });
  reader.visit(pieces);
}

/**
 * `with a as b, c as d`. The grammar does not know the form in parentheses: it yields the same children there, the
 * first ones in an expression that lacks its closing parenthesis, and error nodes in between. Of `as self.x` it makes
 * a name, and statements of what follows.
 */
export function readWith(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const pieces: Piece[] = [];
  let manager: SyntaxNode | undefined;
  const children = childrenOf(node);
  children.forEach((child, at) => {
    const isTarget = children[at - 1]?.name === 'as' && child.name !== '⚠' && child.name !== 'Body';
    if (isTarget) {
      const source: BindingSource =
        manager === undefined
          ? UNKNOWN_SOURCE
          : { kind: 'context', expression: reader.expression(manager, context) };
      manager = undefined;
      if (/^\s*[.[]/.test(reader.statement.textAfter(child))) {
        const attribute = /^\s*\.\s*(\w+)\s*[,:)]/.exec(
          reader.statement.textAfter(child, MAX_ATTRIBUTE_LENGTH),
        )?.[1];
        if (attribute !== undefined) addAttribute(child, attribute, context, child.to, source, reader);
        pieces.push([child, context]);
      } else bindTargets([child], context, child.to, source, reader);
      return;
    }
    if (child.name !== 'as' && child.name !== ',' && child.name !== '⚠') manager = lastExpressionIn(child);
    pieces.push([child, context]);
  });
  reader.visit(pieces);
}

/** Characters in which an attribute's name ends. */
const MAX_ATTRIBUTE_LENGTH = 80;

/** Of `(a(), b()` without its closing parenthesis the last expression; anything else itself. */
function lastExpressionIn(node: SyntaxNode): SyntaxNode {
  if (node.name !== 'TupleExpression' && node.name !== 'ParenthesizedExpression') return node;
  const children = childrenOf(node);
  if (children.at(-1)?.name === ')') return node;
  return children.findLast(({ name }) => name !== '⚠' && name !== ',' && name !== '(') ?? node;
}

/** `return value`: what the function around gives. */
export function readReturn(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const [, value, ...more] = childrenOf(node);
  if (value !== undefined && value.name !== 'None' && value.name !== '⚠') {
    enclosingFunction(context.scope)?.returnedExpressions.push(
      more.length > 0 ? undefined : reader.expression(value, context),
    );
  }
  reader.visitChildren(node, context);
}

/** `yield value`; what `yield from` and tuples give is left unknown. */
export function readYield(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const [, value, ...more] = childrenOf(node);
  const isOne = value !== undefined && value.name !== 'from' && value.name !== '⚠' && more.length === 0;
  enclosingFunction(context.scope)?.yieldedExpressions.push(
    isOne ? reader.expression(value, context) : undefined,
  );
  reader.visitChildren(node, context);
}

/** The clauses of a `match`: only one of them runs. */
export function readMatchBody(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const compoundStatement = {};
  reader.visit(
    childrenOf(node).map((child): Piece => [child, branchContext(compoundStatement, context, true)]),
  );
}

/** `pattern as name`, and a bare `name`, which matches anything. */
export function readCapture(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const children = childrenOf(node);
  const last = children.at(-1);
  if (last?.name === 'VariableName') {
    reader.bind(last, context, last.to, UNKNOWN_SOURCE);
  }
  reader.visitAll(children.slice(0, -1), context);
}

/** `Point(x=pattern)`: the keyword is an attribute of what is matched. */
export function readKeywordPattern(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  reader.visitAll(childrenOf(node).slice(1), context);
}

function branchContext(compoundStatement: object, context: CodeContext, exclusive: boolean): CodeContext {
  return { ...context, branch: { parent: context.branch, compoundStatement, isExclusive: exclusive } };
}
