import type { SyntaxNode } from '@lezer/common';
import { childrenOf, splitAtCommas } from './nodes';
import type { StatementReader } from './statementReader';
import {
  Scope,
  type ClassDefinition,
  type Expression,
  type FunctionDefinition,
  type Parameter,
  type CodeContext,
} from './scope';
import { annotationIn } from './bindingSources';

type Piece = readonly [SyntaxNode, CodeContext];

/** A function: its name belongs to what is around it, and so do defaults and annotations; the body is its own. */
export function readFunction(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const around = typeParameterContext(node, context, reader);
  const children = childrenOf(node);
  const name = children.find((child) => child.name === 'VariableName');
  const arrow = children.find((child) => child.name === 'TypeDef');
  const list = children.find((child) => child.name === 'ParamList');
  const pieces: Piece[] = [];
  const { owner } = context.scope;
  const returns = arrow === undefined ? undefined : annotationIn(arrow);
  const definition: FunctionDefinition = {
    name: name === undefined ? '' : reader.identifier(name).name,
    parameters: list === undefined ? [] : readParameters(list, around, pieces, reader),
    ...(returns === undefined
      ? {}
      : { returns: reader.expression(returns, { ...around, isAnnotation: true }) }),
    decorators: decoratorsOf(node, context, reader),
    returnedExpressions: [],
    yieldedExpressions: [],
    statement: reader.statement,
    ...(owner !== undefined && 'bases' in owner ? { owner } : {}),
  };
  if (name !== undefined) reader.bind(name, context, node.to, { kind: 'function', definition });
  const inside = bodyContextOf(definition, around, reader);
  for (const child of children) {
    if (child.name === 'Body') pieces.push([child, inside]);
    else if (child === arrow) pieces.push([child, around]);
  }
  reader.visit(pieces);
}

export function readLambda(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const around: CodeContext = { scope: context.scope, branch: context.branch };
  const children = childrenOf(node);
  const list = children.find(({ name }) => name === 'ParamList');
  const pieces: Piece[] = [];
  const definition: FunctionDefinition = {
    name: '',
    parameters: list === undefined ? [] : readParameters(list, around, pieces, reader),
    decorators: [],
    returnedExpressions: [],
    yieldedExpressions: [],
    statement: reader.statement,
  };
  const inside = bodyContextOf(definition, around, reader);
  const body = children.filter((child) => child !== list && child.name !== 'lambda' && child.name !== ':');
  const [value] = body;
  if (value !== undefined) definition.returnedExpressions.push(reader.expression(value, inside));
  reader.statement.innerContexts.set(node.from, inside);
  reader.visit([...pieces, ...body.map((child): Piece => [child, inside])]);
}

/** A class: bases belong to what is around it; names of its body are not seen from its methods. */
export function readClass(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const around = typeParameterContext(node, context, reader);
  const children = childrenOf(node);
  const name = children.find((child) => child.name === 'VariableName');
  const list = children.find((child) => child.name === 'ArgList');
  const scope: Scope = new Scope('class', reader.statement, around.scope, {
    name: name === undefined ? '' : reader.identifier(name).name,
    bases: list === undefined ? [] : basesIn(list, around, reader),
    typeParameters: [...(around.scope === context.scope ? [] : around.scope.bindings.keys())],
    attributes: new Map(),
    get scope() {
      return scope;
    },
  });
  const definition = scope.owner as ClassDefinition;
  if (name !== undefined) reader.bind(name, context, node.to, { kind: 'class', definition });
  const inside: CodeContext = { scope, branch: context.branch };
  const pieces: Piece[] = [];
  for (const child of children) {
    if (child.name === 'Body') pieces.push([child, inside]);
    else if (child === list) pieces.push([child, around]);
  }
  reader.visit(pieces);
}

/** `type X[T] = value`: the value is evaluated when it is asked for. */
export function readTypeDefinition(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const around = { ...typeParameterContext(node, context, reader), isDeferred: true };
  const [, name, ...rest] = childrenOf(node).filter((child) => child.name !== 'TypeParamList');
  const value = rest.find((child) => child.name !== 'AssignOp' && child.name !== '⚠');
  if (name?.name === 'VariableName' && value !== undefined) {
    reader.bind(name, context, node.to, { kind: 'alias', expression: reader.expression(value, around) });
  }
  reader.visitAll(rest, around);
}

function bodyContextOf(
  definition: FunctionDefinition,
  around: CodeContext,
  reader: StatementReader,
): CodeContext {
  const scope = new Scope('function', reader.statement, around.scope, definition);
  const inside: CodeContext = { scope, branch: around.branch };
  for (const parameter of definition.parameters) {
    const source = { kind: 'parameter', parameter, of: definition } as const;
    scope.bind(parameter.name, reader.binding(inside, -Infinity, source));
  }
  return inside;
}

/** Type parameters are known to everything in a definition: a scope of their own, where there are any. */
function typeParameterContext(node: SyntaxNode, context: CodeContext, reader: StatementReader): CodeContext {
  const list = childrenOf(node).find((child) => child.name === 'TypeParamList');
  if (list === undefined) return { scope: context.scope, branch: context.branch };
  const scope = new Scope('types', reader.statement, context.scope);
  const around: CodeContext = { scope, branch: context.branch };
  for (const parameter of childrenOf(list)) {
    const children = childrenOf(parameter);
    const name = children.find((child) => child.name === 'VariableName');
    const definition = children.find((child) => child.name === 'TypeDef');
    const bound = definition === undefined ? undefined : annotationIn(definition);
    if (name !== undefined) {
      const identifier = reader.identifier(name);
      const source = {
        kind: 'typeVariable',
        name: identifier.name,
        ...(bound === undefined ? {} : { bound: reader.expression(bound, around) }),
      } as const;
      scope.bind(identifier.name, reader.binding(around, -Infinity, source));
    }
    reader.visitAll(
      children.filter((child) => child !== name),
      around,
    );
  }
  return around;
}

function decoratorsOf(
  { parent, from }: SyntaxNode,
  context: CodeContext,
  reader: StatementReader,
): readonly Expression[] {
  if (parent?.name !== 'DecoratedStatement') return [];
  const before = childrenOf(parent).filter((child) => child.name === 'Decorator' && child.from < from);
  return before.map((decorator) => reader.expression(decorator, context));
}

function basesIn(list: SyntaxNode, context: CodeContext, reader: StatementReader): readonly Expression[] {
  const inside = childrenOf(list).filter(({ name }) => name !== '(' && name !== ')' && name !== '⚠');
  return splitAtCommas(inside).flatMap((group) => {
    const [base] = group;
    return base === undefined || group.length > 1 ? [] : [reader.expression(base, context)];
  });
}

/** @param pieces Gets defaults and annotations, to be read with what is around the function. */
function readParameters(
  list: SyntaxNode,
  around: CodeContext,
  pieces: Piece[],
  reader: StatementReader,
): readonly Parameter[] {
  const inside = childrenOf(list).filter(({ name }) => name !== '(' && name !== ')');
  let isKeywordOnly = false;
  return splitAtCommas(inside).flatMap((group): readonly Parameter[] => {
    const star = group.find(({ name }) => name === '*' || name === '**');
    const name = group.find((node) => node.name === 'VariableName');
    const definition = group.find((node) => node.name === 'TypeDef');
    const equals = group.findIndex((node) => node.name === 'AssignOp');
    const value = equals === -1 ? undefined : group[equals + 1];
    pieces.push(
      ...group.filter((node) => node !== name && node !== star).map((node): Piece => [node, around]),
    );
    const wasKeywordOnly = isKeywordOnly;
    if (star !== undefined) isKeywordOnly = true;
    if (name === undefined || (equals !== -1 && name.from > (group[equals]?.from ?? 0))) return [];
    const annotation = definition === undefined ? undefined : annotationIn(definition);
    return [
      {
        name: reader.identifier(name).name,
        ...(annotation === undefined
          ? {}
          : { annotation: reader.expression(annotation, { ...around, isAnnotation: true }) }),
        ...(value === undefined ? {} : { default: reader.expression(value, around) }),
        isVariadic: star !== undefined,
        isKeywordOnly: wasKeywordOnly,
      },
    ];
  });
}
