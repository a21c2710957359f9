import type { SyntaxNode } from '@lezer/common';
import { accessChainOf, type Trailer } from './accessChain';
import { ancestorsOf } from './classes';
import type { Evaluator } from './evaluator';
import { isTuple, itemOf } from './iteration';
import { symbolOf } from './naming';
import { childrenOf, identifierAt, splitAtCommas, subscriptsOf, unwrap } from './nodes';
import { enclosingFunction, type Expression, type Identifier } from './scope';
import { instanceOf, isInstanceValue, type ClassRef, type TypeEnvironment, type Value } from './values';

/** Called for every symbol in an expression; the identifier's offsets are those of its statement. */
export type OnSymbolFound = (identifier: Identifier, symbol: string) => void;

/** Trailers of a chain that are followed. */
const MAX_CHAIN_LENGTH = 64;
/** Items of a literal that are evaluated to tell what it holds: literals of data are long. */
const MAX_ITEMS = 24;

const LIST: ClassRef = { kind: 'named', path: 'builtins.list' };
const DICT: ClassRef = { kind: 'named', path: 'builtins.dict' };

type ValueOf = (child: SyntaxNode | undefined) => Value | undefined;

export function valueOfExpression(
  expression: Expression,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): Value | undefined {
  const { node, context } = expression;
  const valueOf: ValueOf = (child) =>
    child === undefined ? undefined : evaluator.evaluate({ ...expression, node: child }, environment);
  switch (node.name) {
    case 'VariableName':
      return evaluator.valueOfName(expression);
    case 'MemberExpression':
    case 'CallExpression':
    case 'Decorator':
    case 'AttributePattern':
      return valueOfAccessChain(expression, evaluator, environment);
    case 'ConditionalExpression': {
      const [consequent, , , , alternative] = childrenOf(node);
      return joinIgnoringEmpty([consequent, alternative], valueOf, evaluator);
    }
    case 'NamedExpression':
      return valueOf(childrenOf(node)[2]);
    case 'BinaryExpression':
      return valueOfBinary(expression, valueOf, evaluator);
    case 'UnaryExpression':
      return valueOfUnary(expression, valueOf, evaluator);
    case 'ArrayExpression':
    case 'SetExpression':
      return instanceOf(LIST, [evaluator.join(firstItems(node).map(valueOf))]);
    case 'TupleExpression':
      return { kind: 'tuple', items: firstItems(node).map(valueOf) };
    case 'ComprehensionExpression':
    case 'ArrayComprehensionExpression':
    case 'SetComprehensionExpression': {
      const [first = node] = childrenOf(node);
      const inner = context.scope.statement.innerContexts.get(first.from);
      const [item] = firstItems(node);
      if (inner === undefined || item === undefined) return undefined;
      return instanceOf(LIST, [
        evaluator.evaluate({ node: item, context: inner, lookupOffset: item.from }, environment),
      ]);
    }
    case 'DictionaryExpression':
      return valueOfDictionary(node, valueOf, evaluator);
    case 'DictionaryComprehensionExpression': {
      const [first, key, , value] = childrenOf(node);
      const inner = context.scope.statement.innerContexts.get(first?.from ?? node.from);
      if (inner === undefined) return undefined;
      return instanceOf(
        DICT,
        [key, value].map((child) =>
          child === undefined
            ? undefined
            : evaluator.evaluate({ node: child, context: inner, lookupOffset: child.from }, environment),
        ),
      );
    }
    case 'LambdaExpression': {
      const inner = context.scope.statement.innerContexts.get(node.from);
      const definition = inner === undefined ? undefined : enclosingFunction(inner.scope);
      return definition === undefined ? undefined : { kind: 'function', definition };
    }
    default:
      return undefined;
  }
}

/** The value of `a.b(c)[d]`; reports each name in it that is a symbol. */
export function valueOfAccessChain(
  expression: Expression,
  evaluator: Evaluator,
  environment: TypeEnvironment,
  onSymbolFound?: OnSymbolFound,
): Value | undefined {
  const { base, trailers } = accessChainOf(expression.node);
  const { statement } = expression.context.scope;
  const isName = base.name === 'VariableName';
  const baseExpression: Expression = { ...expression, node: base };
  let value = isName
    ? evaluator.valueOfName(baseExpression)
    : evaluator.evaluate(baseExpression, environment);
  if (isName && onSymbolFound !== undefined) {
    const symbol = symbolOf(value, evaluator.known);
    if (symbol !== undefined) onSymbolFound(identifierAt(base, statement), symbol);
  }
  for (const trailer of trailers.slice(0, MAX_CHAIN_LENGTH)) {
    if (value === undefined) return undefined;
    if (trailer.kind === 'attribute') {
      const identifier = identifierAt(trailer.node, statement);
      const member = evaluator.memberOf(value, identifier.name);
      if (member.symbol !== undefined) onSymbolFound?.(identifier, member.symbol);
      value = member.value;
    } else {
      value = valueOfTrailer(value, trailer, expression, evaluator);
    }
  }
  return trailers.length > MAX_CHAIN_LENGTH ? undefined : value;
}

/** `value(…)` or `value[…]` */
function valueOfTrailer(
  value: Value,
  trailer: Exclude<Trailer, { kind: 'attribute' }>,
  expression: Expression,
  evaluator: Evaluator,
): Value | undefined {
  if (trailer.kind === 'call') {
    return evaluator.resultOfCall(value, { list: trailer.arguments, call: expression });
  }
  switch (value.kind) {
    case 'named':
    case 'class':
    case 'typeExpression':
      return { kind: 'typeExpression', expression: { ...expression, node: trailer.node } };
    case 'union':
      return evaluator.join(
        value.options.map((option) => valueOfTrailer(option, trailer, expression, evaluator)),
      );
    case 'tuple':
    case 'instance':
      return valueOfSubscript(value, trailer.node, expression, evaluator);
    default:
      return undefined;
  }
}

const TYPED_DICT = 'builtins.TypedDict';

/** `value[subscript]` of an object. */
function valueOfSubscript(
  value: Extract<Value, { kind: 'tuple' | 'instance' }>,
  member: SyntaxNode,
  { context }: Expression,
  evaluator: Evaluator,
): Value | undefined {
  const { statement } = context.scope;
  const [subscript] = subscriptsOf(member);
  const text = subscript === undefined ? '' : statement.textOf(subscript);
  // A slice of a list is a list.
  if (isSlice(member)) return value.kind === 'instance' ? value : undefined;
  if (isTuple(value)) {
    return /^\d{1,3}$/.test(text) ? itemOf(value, Number(text), evaluator) : evaluator.elementOf(value);
  }
  const ancestors = value.kind === 'instance' ? ancestorsOf(value.classRef, [], evaluator) : [];
  if (ancestors.some(({ classRef }) => classRef.kind === 'named' && classRef.path === TYPED_DICT)) {
    return subscript?.name === 'String' ? evaluator.memberOf(value, text.slice(1, -1)).value : undefined;
  }
  return resultOfMethod(value, '__getitem__', evaluator) ?? evaluator.elementOf(value);
}

function isSlice(subscript: SyntaxNode): boolean {
  return childrenOf(subscript).some(({ name }) => name === ':');
}

/** The method that a library's class gives an operator its meaning by. */
const OPERATOR_METHODS: Readonly<Record<string, string>> = {
  '==': '__eq__',
  '!=': '__ne__',
  '<': '__lt__',
  '<=': '__le__',
  '>': '__gt__',
  '>=': '__ge__',
  '+': '__add__',
  '-': '__sub__',
  '*': '__mul__',
  '/': '__truediv__',
  '%': '__mod__',
  '&': '__and__',
  '|': '__or__',
};

function valueOfBinary(expression: Expression, valueOf: ValueOf, evaluator: Evaluator): Value | undefined {
  const [left, operator, right] = childrenOf(expression.node);
  if (operator === undefined) return undefined;
  if (operator.name === 'or') return joinIgnoringEmpty([left, right], valueOf, evaluator);
  if (operator.name === 'and') return valueOf(right);
  const text = expression.context.scope.statement.textOf(operator);
  const method = Object.hasOwn(OPERATOR_METHODS, text) ? OPERATOR_METHODS[text] : undefined;
  const operand = method === undefined ? undefined : valueOf(left);
  if (operand?.kind === 'instance' && method !== undefined) return resultOfMethod(operand, method, evaluator);
  return text === '|' ? { kind: 'typeExpression', expression } : undefined;
}

function valueOfUnary({ node }: Expression, valueOf: ValueOf, evaluator: Evaluator): Value | undefined {
  const [operator, operand] = childrenOf(node);
  const method =
    operator?.name === 'BitOp' ? '__invert__' : operator?.name === 'ArithOp' ? '__neg__' : undefined;
  const value = method === undefined ? undefined : valueOf(operand);
  return value === undefined || method === undefined ? undefined : resultOfMethod(value, method, evaluator);
}

function resultOfMethod(value: Value, name: string, evaluator: Evaluator): Value | undefined {
  const method = evaluator.memberOf(value, name).value;
  return method === undefined ? undefined : evaluator.resultOfCall(method);
}

/** The union of two operands; `None` and empty literals are ignored if the other one is an instance. */
function joinIgnoringEmpty(
  operands: readonly (SyntaxNode | undefined)[],
  valueOf: ValueOf,
  evaluator: Evaluator,
): Value | undefined {
  const nonEmpty = operands.filter((node) => node !== undefined && !isNoneOrEmpty(unwrap(node)));
  const joined = evaluator.join(nonEmpty.map(valueOf));
  return nonEmpty.length < operands.length && !isInstanceValue(joined) ? undefined : joined;
}

const CONTAINER_LITERALS = new Set(['ArrayExpression', 'DictionaryExpression', 'TupleExpression']);

function isNoneOrEmpty(node: SyntaxNode): boolean {
  return node.name === 'None' || (CONTAINER_LITERALS.has(node.name) && firstItems(node).length === 0);
}

/** `{key: value}`: what all keys and all values are. */
function valueOfDictionary(node: SyntaxNode, valueOf: ValueOf, evaluator: Evaluator): Value | undefined {
  const items = splitAtCommas(childrenOf(node).filter(({ name }) => !/^[{}⚠]$/u.test(name)));
  const pairs = items.slice(0, MAX_ITEMS).filter(({ length }) => length > 0);
  const keys = pairs.map(([key]) => valueOf(key));
  // The value of `**other` is unknown.
  const values = pairs.map(([, colon, value]) => (colon?.name === ':' ? valueOf(value) : undefined));
  return instanceOf(DICT, [evaluator.join(keys), evaluator.join(values)]);
}

/** The first items of a literal; of a comprehension, the first is the item expression. */
function firstItems(node: SyntaxNode): readonly SyntaxNode[] {
  const items: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null && items.length < MAX_ITEMS; child = child.nextSibling) {
    if (child.name !== 'Comment' && !/^[[\](){},⚠*]+$/u.test(child.name)) items.push(child);
  }
  return items;
}
