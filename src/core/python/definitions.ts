import type { SyntaxNode } from '@lezer/common';
import { annotationIn, sourceOfValue } from './bindingSources';
import { childrenOf, splitAtCommas } from './nodes';
import {
  Scope,
  type ClassDefinition,
  type CodeContext,
  type Expression,
  type FunctionDefinition,
  type Parameter,
} from './scope';
import type { NodeInContext, StatementReader } from './statementReader';

/** Reads a function. Its name, defaults and annotations belong to the scope around it, its body to its own scope. */
export function readFunction(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const outer = typeParameterContext(node, context, reader);
  const children = childrenOf(node);
  const name = children.find((child) => child.name === 'VariableName');
  const arrow = children.find((child) => child.name === 'TypeDef');
  const list = children.find((child) => child.name === 'ParamList');
  const toVisit: NodeInContext[] = [];
  const { owner } = context.scope;
  const returns = arrow === undefined ? undefined : annotationIn(arrow);
  const definition: FunctionDefinition = {
    name: name === undefined ? '' : reader.identifier(name).name,
    parameters: list === undefined ? [] : readParameters(list, outer, toVisit, reader),
    ...(returns === undefined
      ? {}
      : { returns: reader.expression(returns, { ...outer, isAnnotation: true }) }),
    decorators: decoratorsOf(node, context, reader),
    returned: [],
    yielded: [],
    statement: reader.statement,
    ...(owner !== undefined && 'bases' in owner ? { owner } : {}),
  };
  if (name !== undefined) reader.bind(name, context, node.to, { kind: 'function', definition });
  const inner = bodyContextOf(definition, outer, reader);
  for (const child of children) {
    if (child.name === 'Body') toVisit.push([child, inner]);
    else if (child === arrow) toVisit.push([child, outer]);
  }
  reader.visit(toVisit);
}

export function readLambda(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const outer: CodeContext = { scope: context.scope, branch: context.branch };
  const children = childrenOf(node);
  const list = children.find(({ name }) => name === 'ParamList');
  const toVisit: NodeInContext[] = [];
  const definition: FunctionDefinition = {
    name: '',
    parameters: list === undefined ? [] : readParameters(list, outer, toVisit, reader),
    decorators: [],
    returned: [],
    yielded: [],
    statement: reader.statement,
    lambda: reader.expression(node, outer),
  };
  const inner = bodyContextOf(definition, outer, reader);
  const body = children.filter((child) => child !== list && child.name !== 'lambda' && child.name !== ':');
  const [value] = body;
  if (value !== undefined) definition.returned.push(sourceOfValue(value, inner, reader));
  reader.statement.innerContexts.set(node.from, inner);
  reader.visit([...toVisit, ...body.map((child): NodeInContext => [child, inner])]);
}

/** Reads a class. Its bases belong to the scope around it; names of its body are not visible in its methods. */
export function readClass(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const outer = typeParameterContext(node, context, reader);
  const children = childrenOf(node);
  const name = children.find((child) => child.name === 'VariableName');
  const list = children.find((child) => child.name === 'ArgList');
  const scope: Scope = new Scope('class', reader.statement, outer.scope, {
    name: name === undefined ? '' : reader.identifier(name).name,
    bases: list === undefined ? [] : basesIn(list, outer, reader),
    typeParameters: [...(outer.scope === context.scope ? [] : outer.scope.bindings.keys())],
    attributes: new Map(),
    get scope() {
      return scope;
    },
  });
  const definition = scope.owner as ClassDefinition;
  if (name !== undefined) reader.bind(name, context, node.to, { kind: 'class', definition });
  const inner: CodeContext = { scope, branch: context.branch };
  const toVisit: NodeInContext[] = [];
  for (const child of children) {
    if (child.name === 'Body') toVisit.push([child, inner]);
    else if (child === list) toVisit.push([child, outer]);
  }
  reader.visit(toVisit);
}

/** Reads `type X[T] = value`; Python evaluates the value on first use. */
export function readTypeDefinition(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const outer = { ...typeParameterContext(node, context, reader), isDeferred: true };
  const [, name, ...rest] = childrenOf(node).filter((child) => child.name !== 'TypeParamList');
  const value = rest.find((child) => child.name !== 'AssignOp' && child.name !== '⚠');
  if (name?.name === 'VariableName' && value !== undefined) {
    reader.bind(name, context, node.to, { kind: 'alias', expression: reader.expression(value, outer) });
  }
  reader.visitAll(rest, outer);
}

function bodyContextOf(
  definition: FunctionDefinition,
  outer: CodeContext,
  reader: StatementReader,
): CodeContext {
  const scope = new Scope('function', reader.statement, outer.scope, definition);
  const inner: CodeContext = { scope, branch: outer.branch };
  for (const parameter of definition.parameters) {
    const source = { kind: 'parameter', parameter, definition } as const;
    scope.bind(parameter.name, reader.binding(inner, -Infinity, source));
  }
  return inner;
}

/** The context around a definition's parts: a scope with its type parameters, if it has any. */
function typeParameterContext(node: SyntaxNode, context: CodeContext, reader: StatementReader): CodeContext {
  const list = childrenOf(node).find((child) => child.name === 'TypeParamList');
  if (list === undefined) return { scope: context.scope, branch: context.branch };
  const scope = new Scope('typeParameters', reader.statement, context.scope);
  const outer: CodeContext = { scope, branch: context.branch };
  for (const parameter of childrenOf(list)) {
    const children = childrenOf(parameter);
    const name = children.find((child) => child.name === 'VariableName');
    const typeDef = children.find((child) => child.name === 'TypeDef');
    const bound = typeDef === undefined ? undefined : annotationIn(typeDef);
    if (name !== undefined) {
      const identifier = reader.identifier(name);
      const source = {
        kind: 'typeVariable',
        name: identifier.name,
        ...(bound === undefined ? {} : { bound: reader.expression(bound, outer) }),
      } as const;
      scope.bind(identifier.name, reader.binding(outer, -Infinity, source));
    }
    reader.visitAll(
      children.filter((child) => child !== name),
      outer,
    );
  }
  return outer;
}

function decoratorsOf(
  { parent, from }: SyntaxNode,
  context: CodeContext,
  reader: StatementReader,
): readonly Expression[] {
  if (parent?.name !== 'DecoratedStatement') return [];
  const decorators = childrenOf(parent).filter((child) => child.name === 'Decorator' && child.from < from);
  return decorators.map((decorator) => reader.expression(decorator, context));
}

function basesIn(list: SyntaxNode, context: CodeContext, reader: StatementReader): readonly Expression[] {
  const children = childrenOf(list).filter(({ name }) => name !== '(' && name !== ')' && name !== '⚠');
  return splitAtCommas(children).flatMap((group) => {
    const [base] = group;
    return base === undefined || group.length > 1 ? [] : [reader.expression(base, context)];
  });
}

/** @param toVisit Receives defaults and annotations, which are read in the scope around the function. */
function readParameters(
  list: SyntaxNode,
  outer: CodeContext,
  toVisit: NodeInContext[],
  reader: StatementReader,
): readonly Parameter[] {
  const children = childrenOf(list).filter(({ name }) => name !== '(' && name !== ')');
  let isKeywordOnly = false;
  return splitAtCommas(children).flatMap((group): readonly Parameter[] => {
    const star = group.find(({ name }) => name === '*' || name === '**');
    const name = group.find((node) => node.name === 'VariableName');
    const typeDef = group.find((node) => node.name === 'TypeDef');
    const equalsIndex = group.findIndex((node) => node.name === 'AssignOp');
    const value = equalsIndex === -1 ? undefined : group[equalsIndex + 1];
    toVisit.push(
      ...group.filter((node) => node !== name && node !== star).map((node): NodeInContext => [node, outer]),
    );
    const wasKeywordOnly = isKeywordOnly;
    if (star !== undefined) isKeywordOnly = true;
    if (name === undefined || (equalsIndex !== -1 && name.from > (group[equalsIndex]?.from ?? 0))) return [];
    const annotation = typeDef === undefined ? undefined : annotationIn(typeDef);
    return [
      {
        name: reader.identifier(name).name,
        ...(annotation === undefined
          ? {}
          : { annotation: reader.expression(annotation, { ...outer, isAnnotation: true }) }),
        ...(value === undefined ? {} : { default: reader.expression(value, outer) }),
        isVariadic: star !== undefined,
        isKeywordOnly: wasKeywordOnly,
      },
    ];
  });
}
