import type { SyntaxNode } from '@lezer/common';
import { resolveSymbol, type Evaluator } from './evaluator';
import { isInstanceValue } from './nameLookup';
import { childrenOf, identifierAt, readAccessChain, unwrap, type AccessChain, type Trailer } from './nodes';
import { enclosingFunction, type Expression, type Identifier } from './scope';
import { instanceOf, type ClassRef, type TypeEnvironment, type Value } from './values';

/** Hears of every symbol on the way; offsets are those of the chunk. */
export type OnSymbolFound = (identifier: Identifier, symbol: string) => void;

/** More attributes than any name has. */
const MAX_CHAIN_LENGTH = 64;
/** Items of a list that are looked at: they tell what it holds. */
const MAX_ITEMS = 24;

const LIST: ClassRef = { kind: 'named', path: 'builtins.list' };

/** What an expression stands for. */
export function valueOfExpression(
  expression: Expression,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): Value | undefined {
  const { node, context } = expression;
  const value = (child: SyntaxNode | undefined): Value | undefined =>
    child === undefined ? undefined : evaluator.evaluate({ ...expression, node: child }, environment);
  switch (node.name) {
    case 'VariableName':
      return evaluator.valueOfName(expression);
    case 'MemberExpression':
    case 'CallExpression':
    case 'Decorator':
      return valueOfAccessChain(expression, evaluator, environment);
    case 'ConditionalExpression': {
      const [chosen, , , , otherwise] = childrenOf(node);
      return joinIgnoringEmpty([chosen, otherwise], value, evaluator);
    }
    case 'NamedExpression':
      return value(childrenOf(node)[2]);
    case 'BinaryExpression':
      return valueOfBinary(expression, value, evaluator);
    case 'ArrayExpression':
    case 'SetExpression':
      return instanceOf(LIST, [evaluator.join(firstItems(node).map(value))]);
    case 'TupleExpression':
      return { kind: 'tuple', items: firstItems(node).map(value) };
    case 'ComprehensionExpression':
    case 'ArrayComprehensionExpression':
    case 'SetComprehensionExpression': {
      const [first = node] = childrenOf(node);
      const inside = context.scope.statement.innerContexts.get(first.from);
      const [item] = firstItems(node);
      if (inside === undefined || item === undefined) return undefined;
      return instanceOf(LIST, [
        evaluator.evaluate({ node: item, context: inside, lookupOffset: item.from }, environment),
      ]);
    }
    case 'LambdaExpression': {
      const inside = context.scope.statement.innerContexts.get(node.from);
      const definition = inside === undefined ? undefined : enclosingFunction(inside.scope);
      return definition === undefined ? undefined : { kind: 'function', definition };
    }
    default:
      return undefined;
  }
}

/** Goes along `a.b(c)[d]`. */
export function valueOfAccessChain(
  expression: Expression,
  evaluator: Evaluator,
  environment: TypeEnvironment,
  found?: OnSymbolFound,
): Value | undefined {
  const { base, trailers } = accessChainOf(expression.node);
  const { statement } = expression.context.scope;
  const isName = base.name === 'VariableName';
  const begin: Expression = { ...expression, node: base };
  let value = isName ? evaluator.valueOfName(begin) : evaluator.evaluate(begin, environment);
  if (isName && found !== undefined && value?.kind === 'named') {
    const symbol = resolveSymbol(evaluator.known, value.path);
    if (symbol !== undefined) found(identifierAt(base, statement), symbol);
  }
  for (const trailer of trailers.slice(0, MAX_CHAIN_LENGTH)) {
    if (value === undefined) return undefined;
    if (trailer.kind === 'attribute') {
      const identifier = identifierAt(trailer.node, statement);
      const member = evaluator.memberOf(value, identifier.name);
      if (member.symbol !== undefined) found?.(identifier, member.symbol);
      value = member.value;
    } else {
      value = valueOfTrailer(value, trailer, expression, evaluator);
    }
  }
  return trailers.length > MAX_CHAIN_LENGTH ? undefined : value;
}

function valueOfTrailer(
  value: Value,
  trailer: Exclude<Trailer, { kind: 'attribute' }>,
  expression: Expression,
  evaluator: Evaluator,
): Value | undefined {
  if (trailer.kind === 'call')
    return evaluator.resultOfCall(value, { list: trailer.arguments, call: expression });
  switch (value.kind) {
    case 'named':
    case 'class':
    case 'type':
      return { kind: 'type', expression: { ...expression, node: trailer.node } };
    case 'union':
      return evaluator.join(
        value.options.map((option) => valueOfTrailer(option, trailer, expression, evaluator)),
      );
    case 'tuple':
      return isSlice(trailer.node) ? undefined : evaluator.join(value.items);
    case 'instance': {
      // A part of a list is a list.
      if (isSlice(trailer.node)) return value;
      const method = evaluator.memberOf(value, '__getitem__').value;
      return method === undefined ? evaluator.elementOf(value) : evaluator.resultOfCall(method);
    }
    default:
      return undefined;
  }
}

function isSlice(subscript: SyntaxNode): boolean {
  return childrenOf(subscript).some(({ name }) => name === ':');
}

function valueOfBinary(
  expression: Expression,
  value: (child: SyntaxNode | undefined) => Value | undefined,
  evaluator: Evaluator,
): Value | undefined {
  const [left, operator, right] = childrenOf(expression.node);
  if (operator?.name === 'or') return joinIgnoringEmpty([left, right], value, evaluator);
  if (operator?.name === 'and') return value(right);
  const isUnion = operator !== undefined && expression.context.scope.statement.textOf(operator) === '|';
  return isUnion ? { kind: 'type', expression } : undefined;
}

/** What two expressions agree on; `None` and what is empty say nothing against an instance. */
function joinIgnoringEmpty(
  nodes: readonly (SyntaxNode | undefined)[],
  value: (child: SyntaxNode | undefined) => Value | undefined,
  evaluator: Evaluator,
): Value | undefined {
  const some = nodes.filter((node) => node !== undefined && !isNoneOrEmpty(unwrap(node)));
  const agreed = evaluator.join(some.map(value));
  return some.length < nodes.length && !isInstanceValue(agreed) ? undefined : agreed;
}

const CONTAINER_LITERALS = new Set(['ArrayExpression', 'DictionaryExpression', 'TupleExpression']);

function isNoneOrEmpty(node: SyntaxNode): boolean {
  return node.name === 'None' || (CONTAINER_LITERALS.has(node.name) && firstItems(node).length === 0);
}

/** The first items of a list, or of a comprehension what it gives; a list of data has too many to look at all. */
function firstItems(node: SyntaxNode): readonly SyntaxNode[] {
  const items: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null && items.length < MAX_ITEMS; child = child.nextSibling) {
    if (child.name !== 'Comment' && !/^[[\](){},⚠*]+$/u.test(child.name)) items.push(child);
  }
  return items;
}

const CHAIN_NODES = new Set(['VariableName', 'PropertyName', 'ArgList']);

/** A chain of names; in decorators and patterns they stand beside each other, without expressions around them. */
function accessChainOf(node: SyntaxNode): Pick<AccessChain, 'base' | 'trailers'> {
  if (node.name !== 'Decorator' && node.name !== 'AttributePattern') return readAccessChain(node);
  const [base = node, ...rest] = childrenOf(node).filter(({ name }) => CHAIN_NODES.has(name));
  const trailers = rest.map((child): Trailer =>
    child.name === 'ArgList' ? { kind: 'call', arguments: child } : { kind: 'attribute', node: child },
  );
  return { base, trailers };
}
