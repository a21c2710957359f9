import type { SyntaxNode } from '@lezer/common';
import { symbolAt, type Evaluator } from './evaluator';
import { isHeld } from './nameLookup';
import {
  childrenOf,
  identifierAt,
  readAccessChain,
  unwrap,
  type AccessChain,
  type TrailerStep,
} from './nodes';
import { functionAround, type Code, type Identifier } from './scope';
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
  code: Code,
  evaluator: Evaluator,
  environment: TypeEnvironment,
): Value | undefined {
  const { node, place } = code;
  const value = (child: SyntaxNode | undefined): Value | undefined =>
    child === undefined ? undefined : evaluator.evaluate({ ...code, node: child }, environment);
  switch (node.name) {
    case 'VariableName':
      return evaluator.nameAt(code);
    case 'MemberExpression':
    case 'CallExpression':
    case 'Decorator':
      return follow(code, evaluator, environment);
    case 'ConditionalExpression': {
      const [chosen, , , , otherwise] = childrenOf(node);
      return optional([chosen, otherwise], value, evaluator);
    }
    case 'NamedExpression':
      return value(childrenOf(node)[2]);
    case 'BinaryExpression':
      return binary(code, value, evaluator);
    case 'ArrayExpression':
    case 'SetExpression':
      return instanceOf(LIST, [evaluator.agreed(firstItems(node).map(value))]);
    case 'TupleExpression':
      return { kind: 'tuple', items: firstItems(node).map(value) };
    case 'ComprehensionExpression':
    case 'ArrayComprehensionExpression':
    case 'SetComprehensionExpression': {
      const [first = node] = childrenOf(node);
      const inside = place.scope.chunk.inside.get(first.from);
      const [item] = firstItems(node);
      if (inside === undefined || item === undefined) return undefined;
      return instanceOf(LIST, [
        evaluator.evaluate({ node: item, place: inside, at: item.from }, environment),
      ]);
    }
    case 'LambdaExpression': {
      const inside = place.scope.chunk.inside.get(node.from);
      const definition = inside === undefined ? undefined : functionAround(inside.scope);
      return definition === undefined ? undefined : { kind: 'function', definition };
    }
    default:
      return undefined;
  }
}

/** Goes along `a.b(c)[d]`. */
export function follow(
  code: Code,
  evaluator: Evaluator,
  environment: TypeEnvironment,
  found?: OnSymbolFound,
): Value | undefined {
  const { base, steps } = spineOf(code.node);
  const { chunk } = code.place.scope;
  const isName = base.name === 'VariableName';
  const begin: Code = { ...code, node: base };
  let value = isName ? evaluator.nameAt(begin) : evaluator.evaluate(begin, environment);
  if (isName && found !== undefined && value?.kind === 'named') {
    const symbol = symbolAt(evaluator.known, value.path);
    if (symbol !== undefined) found(identifierAt(base, chunk), symbol);
  }
  for (const step of steps.slice(0, MAX_CHAIN_LENGTH)) {
    if (value === undefined) return undefined;
    if (step.kind === 'attribute') {
      const identifier = identifierAt(step.node, chunk);
      const member = evaluator.attribute(value, identifier.name);
      if (member.symbol !== undefined) found?.(identifier, member.symbol);
      value = member.value;
    } else {
      value = valueOfStep(value, step, code, evaluator);
    }
  }
  return steps.length > MAX_CHAIN_LENGTH ? undefined : value;
}

function valueOfStep(
  value: Value,
  step: Exclude<TrailerStep, { kind: 'attribute' }>,
  code: Code,
  evaluator: Evaluator,
): Value | undefined {
  if (step.kind === 'call') return evaluator.call(value, { list: step.arguments, code });
  switch (value.kind) {
    case 'named':
    case 'class':
    case 'type':
      return { kind: 'type', code: { ...code, node: step.node } };
    case 'union':
      return evaluator.agreed(value.options.map((option) => valueOfStep(option, step, code, evaluator)));
    case 'tuple':
      return isSlice(step.node) ? undefined : evaluator.agreed(value.items);
    case 'instance': {
      // A part of a list is a list.
      if (isSlice(step.node)) return value;
      const method = evaluator.attribute(value, '__getitem__').value;
      return method === undefined ? evaluator.elementOf(value) : evaluator.call(method);
    }
    default:
      return undefined;
  }
}

function isSlice(subscript: SyntaxNode): boolean {
  return childrenOf(subscript).some(({ name }) => name === ':');
}

function binary(
  code: Code,
  value: (child: SyntaxNode | undefined) => Value | undefined,
  evaluator: Evaluator,
): Value | undefined {
  const [left, operator, right] = childrenOf(code.node);
  if (operator?.name === 'or') return optional([left, right], value, evaluator);
  if (operator?.name === 'and') return value(right);
  const isUnion = operator !== undefined && code.place.scope.chunk.textOf(operator) === '|';
  return isUnion ? { kind: 'type', code } : undefined;
}

/** What two expressions agree on; `None` and what is empty say nothing against an instance. */
function optional(
  nodes: readonly (SyntaxNode | undefined)[],
  value: (child: SyntaxNode | undefined) => Value | undefined,
  evaluator: Evaluator,
): Value | undefined {
  const some = nodes.filter((node) => node !== undefined && !isNothing(unwrap(node)));
  const agreed = evaluator.agreed(some.map(value));
  return some.length < nodes.length && !isHeld(agreed) ? undefined : agreed;
}

const EMPTIES = new Set(['ArrayExpression', 'DictionaryExpression', 'TupleExpression']);

function isNothing(node: SyntaxNode): boolean {
  return node.name === 'None' || (EMPTIES.has(node.name) && firstItems(node).length === 0);
}

/** The first items of a list, or of a comprehension what it gives; a list of data has too many to look at all. */
function firstItems(node: SyntaxNode): readonly SyntaxNode[] {
  const items: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null && items.length < MAX_ITEMS; child = child.nextSibling) {
    if (child.name !== 'Comment' && !/^[[\](){},⚠*]+$/u.test(child.name)) items.push(child);
  }
  return items;
}

const PARTS = new Set(['VariableName', 'PropertyName', 'ArgList']);

/** A chain of names; in decorators and patterns they stand beside each other, without expressions around them. */
function spineOf(node: SyntaxNode): Pick<AccessChain, 'base' | 'steps'> {
  if (node.name !== 'Decorator' && node.name !== 'AttributePattern') return readAccessChain(node);
  const [base = node, ...rest] = childrenOf(node).filter(({ name }) => PARTS.has(name));
  const steps = rest.map((child): TrailerStep =>
    child.name === 'ArgList' ? { kind: 'call', arguments: child } : { kind: 'attribute', node: child },
  );
  return { base, steps };
}
