import type { SyntaxNode } from '@lezer/common';
import { readImport } from './importStatements';
import { argumentsOf, childrenOf, unwrap } from './nodes';
import type { StatementReader } from './statementReader';
import { blockOf, functionAround, OWN, type CodePosition, type Source } from './scope';
import { annotated, sourceOfValue } from './bindingSources';
import { addAttribute, bindTargets } from './targets';

type Piece = readonly [SyntaxNode, CodePosition];

export function readImportStatement(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  const { chunk } = reader;
  for (const { binds, star, words } of readImport(node, chunk)) {
    chunk.imported.push(...words);
    if (star !== undefined) chunk.stars.push({ module: star, from: node.to });
    if (binds === undefined) continue;
    blockOf(place.scope).bind(binds.name, reader.binding(place, node.to, binds.source));
  }
}

/** `a = b = value`, `a, b = value`, `a: T`, `a: T = value`. Targets have their value once the statement is done. */
export function readAssignment(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  const groups: SyntaxNode[][] = [[]];
  let annotation: SyntaxNode | undefined;
  for (const child of childrenOf(node)) {
    if (child.name === 'AssignOp') groups.push([]);
    else if (child.name === 'TypeDef') annotation = child;
    else groups.at(-1)?.push(child);
  }
  const values = groups.length > 1 ? (groups.pop() ?? []) : [];
  const value =
    values.length === 1 ? sourceOfValue(values[0], place, reader) : valuesSource(values, place, reader);
  const source = annotation === undefined ? value : sourceOfAnnotation(annotation, value, place, reader);
  // `a, b = b, a` is read before it is bound.
  reader.readAll([...(annotation === undefined ? [] : [annotation]), ...values], place);
  for (const targets of groups) bindTargets(targets, place, node.to, source, reader);
}

/** `a, b` without parentheses has no node of its own: each of them is an item of what the statement holds. */
function valuesSource(values: readonly SyntaxNode[], place: CodePosition, reader: StatementReader): Source {
  const items = values.filter(({ name }) => name !== ',');
  if (items.length === 0 || items.some(({ name }) => name === '*' || name === '⚠')) return OWN;
  return { kind: 'items', items: items.map((item) => sourceOfValue(item, place, reader)) };
}

function sourceOfAnnotation(
  definition: SyntaxNode,
  value: Source,
  place: CodePosition,
  reader: StatementReader,
): Source {
  const type = annotated(definition);
  if (type === undefined) return OWN;
  if (/\bTypeAlias$/.test(reader.textOf(type))) {
    const isQuoted = value.kind === 'value' && value.code.node.name === 'String';
    return isQuoted ? { kind: 'alias', code: value.code } : value;
  }
  const code = reader.code(type, { ...place, annotation: true });
  return { kind: 'annotation', code, ...(value.kind === 'value' ? { value: value.code } : {}) };
}

/** `a += b` reads `a`, and binds it anew. */
export function readUpdate(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  rebindNames([node.firstChild], node.to, place, reader);
  reader.readChildren(node, place);
}

/** `del a` reads `a`, and leaves nothing of it. */
export function readDelete(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  rebindNames(childrenOf(node), node.to, place, reader);
  reader.readChildren(node, place);
}

function rebindNames(
  nodes: readonly (SyntaxNode | null)[],
  from: number,
  place: CodePosition,
  reader: StatementReader,
): void {
  for (const node of nodes) {
    if (node?.name === 'VariableName') reader.bind(node, place, from, OWN);
  }
}

/** `a := value` */
export function readWalrus(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  const [target, , value] = childrenOf(node);
  if (target?.name !== 'VariableName') {
    reader.readChildren(node, place);
    return;
  }
  reader.bind(target, place, node.to, sourceOfValue(value, place, reader));
  if (value !== undefined) reader.readAll([value], place);
}

export function readScopeStatement(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  const [keyword, ...names] = childrenOf(node);
  const block = blockOf(place.scope);
  const declared = keyword?.name === 'global' ? block.globals : block.nonlocals;
  if (block.kind === 'module') return;
  for (const node of names) {
    if (node.name === 'VariableName') declared.add(reader.identifier(node).name);
  }
}

/** `if`: only one of its arms runs. */
export function readIf(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  const statement = {};
  narrowAfter(node, place, reader);
  let condition: SyntaxNode | undefined;
  reader.read(
    childrenOf(node).map((child): Piece => {
      if (child.name !== 'Body') {
        condition = child;
        return [child, place];
      }
      const taken = arm(statement, place, true);
      narrow(condition, taken, child.from, reader);
      return [child, taken];
    }),
  );
}

/** `assert isinstance(x, T)` */
export function readAssert(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  narrow(childrenOf(node)[1], place, node.to, reader);
  reader.readChildren(node, place);
}

/** `if not isinstance(x, T): return` says what `x` holds from there on. */
function narrowAfter(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  const [, condition, body, ...more] = childrenOf(node);
  if (condition?.name !== 'UnaryExpression' || body?.name !== 'Body' || more.length > 0) return;
  const [operator, operand] = childrenOf(condition);
  const leaves = LEAVING.has(childrenOf(body).at(-1)?.name ?? '');
  if (operator?.name === 'not' && leaves) narrow(operand, place, node.to, reader);
}

const LEAVING = new Set(['ReturnStatement', 'RaiseStatement', 'ContinueStatement', 'BreakStatement']);

/** `if isinstance(x, T)` says what `x` holds in the arm, of a name that the block has already. */
function narrow(
  condition: SyntaxNode | undefined,
  taken: CodePosition,
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
  const block = blockOf(taken.scope);
  const identifier = reader.identifier(name).name;
  if (!block.bindings.has(identifier)) return;
  block.bind(identifier, reader.binding(taken, from, { kind: 'narrowed', code: reader.code(type, taken) }));
}

/** `while`: its body may not run at all. */
export function readWhile(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  const statement = {};
  reader.read(
    childrenOf(node).map((child): Piece => [
      child,
      child.name === 'Body' ? arm(statement, place, false) : place,
    ]),
  );
}

export function readFor(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  const children = childrenOf(node);
  const first = children.findIndex(({ name }) => name === 'for') + 1;
  const last = children.findIndex(({ name }) => name === 'in');
  const body = children.find(({ name }) => name === 'Body');
  const statement = {};
  const each = arm(statement, place, false);
  const rest = children.slice(Math.max(first, last));
  reader.read(
    rest.map((child): Piece => [
      child,
      child === body ? each : child.name === 'Body' ? arm(statement, place, false) : place,
    ]),
  );
  if (last <= first) return;
  const iterable = children.slice(last + 1).find(({ name }) => name !== '⚠');
  const source: Source =
    iterable === undefined || iterable === body
      ? OWN
      : { kind: 'element', code: reader.code(iterable, place) };
  bindTargets(children.slice(first, last), each, body?.from ?? node.to, source, reader);
}

/** `try`: its body may end anywhere, a handler may run or not; `else` goes on from the body, `finally` always runs. */
export function readTry(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  const statement = {};
  const body = arm(statement, place, false);
  let current = body;
  const pieces: Piece[] = [];
  const children = childrenOf(node);
  children.forEach((child, at) => {
    if (child.name === 'except') current = arm(statement, place, false);
    else if (child.name === 'else') current = body;
    else if (child.name === 'finally') current = place;
    else if (child.name === 'VariableName' && children[at - 1]?.name === 'as') {
      const caught = children[at - 2];
      const source: Source =
        caught === undefined ? OWN : { kind: 'caught', code: reader.code(caught, current) };
      reader.bind(child, current, child.to, source);
      return;
    }
    pieces.push([child, current]);
  });
  reader.read(pieces);
}

/**
 * `with a as b, c as d`. The grammar does not know the form in parentheses: it yields the same children there, the
 * first ones in an expression that lacks its closing parenthesis, and error nodes in between. Of `as self.x` it makes
 * a name, and statements of what follows.
 */
export function readWith(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  const pieces: Piece[] = [];
  let manager: SyntaxNode | undefined;
  const children = childrenOf(node);
  children.forEach((child, at) => {
    const isTarget = children[at - 1]?.name === 'as' && child.name !== '⚠' && child.name !== 'Body';
    if (isTarget) {
      const source: Source =
        manager === undefined ? OWN : { kind: 'context', code: reader.code(manager, place) };
      manager = undefined;
      if (/^\s*[.[]/.test(reader.chunk.following(child))) {
        const attribute = /^\s*\.\s*(\w+)\s*[,:)]/.exec(reader.chunk.following(child, MAX_NAME_LENGTH))?.[1];
        if (attribute !== undefined) addAttribute(child, attribute, place, child.to, source, reader);
        pieces.push([child, place]);
      } else bindTargets([child], place, child.to, source, reader);
      return;
    }
    if (child.name !== 'as' && child.name !== ',' && child.name !== '⚠') manager = lastIn(child);
    pieces.push([child, place]);
  });
  reader.read(pieces);
}

/** Characters in which an attribute's name ends. */
const MAX_NAME_LENGTH = 80;

/** Of `(a(), b()` without its closing parenthesis the last expression; anything else itself. */
function lastIn(node: SyntaxNode): SyntaxNode {
  if (node.name !== 'TupleExpression' && node.name !== 'ParenthesizedExpression') return node;
  const children = childrenOf(node);
  if (children.at(-1)?.name === ')') return node;
  return children.findLast(({ name }) => name !== '⚠' && name !== ',' && name !== '(') ?? node;
}

/** `return value`: what the function around gives. */
export function readReturn(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  const [, value, ...more] = childrenOf(node);
  if (value !== undefined && value.name !== 'None' && value.name !== '⚠') {
    functionAround(place.scope)?.returned.push(more.length > 0 ? undefined : reader.code(value, place));
  }
  reader.readChildren(node, place);
}

/** `yield value`; what `yield from` and tuples give is left unknown. */
export function readYield(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  const [, value, ...more] = childrenOf(node);
  const isOne = value !== undefined && value.name !== 'from' && value.name !== '⚠' && more.length === 0;
  functionAround(place.scope)?.yielded.push(isOne ? reader.code(value, place) : undefined);
  reader.readChildren(node, place);
}

/** The clauses of a `match`: only one of them runs. */
export function readMatchBody(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  const statement = {};
  reader.read(childrenOf(node).map((child): Piece => [child, arm(statement, place, true)]));
}

/** `pattern as name`, and a bare `name`, which matches anything. */
export function readCapture(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  const children = childrenOf(node);
  const last = children.at(-1);
  if (last?.name === 'VariableName') {
    reader.bind(last, place, last.to, OWN);
  }
  reader.readAll(children.slice(0, -1), place);
}

/** `Point(x=pattern)`: the keyword is an attribute of what is matched. */
export function readKeywordPattern(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  reader.readAll(childrenOf(node).slice(1), place);
}

function arm(statement: object, place: CodePosition, exclusive: boolean): CodePosition {
  return { ...place, branch: { parent: place.branch, statement, exclusive } };
}
