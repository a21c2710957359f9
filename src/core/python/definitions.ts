import type { SyntaxNode } from '@lezer/common';
import { childrenOf, splitAtCommas } from './nodes';
import type { StatementReader } from './statementReader';
import {
  Scope,
  type ClassDefinition,
  type Code,
  type FunctionDefinition,
  type Parameter,
  type CodePosition,
} from './scope';
import { annotated } from './bindingSources';

type Piece = readonly [SyntaxNode, CodePosition];

/** A function: its name belongs to what is around it, and so do defaults and annotations; the body is its own. */
export function readFunction(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  const around = typesAround(node, place, reader);
  const children = childrenOf(node);
  const name = children.find((child) => child.name === 'VariableName');
  const arrow = children.find((child) => child.name === 'TypeDef');
  const list = children.find((child) => child.name === 'ParamList');
  const pieces: Piece[] = [];
  const { owner } = place.scope;
  const returns = arrow === undefined ? undefined : annotated(arrow);
  const definition: FunctionDefinition = {
    name: name === undefined ? '' : reader.identifier(name).name,
    parameters: list === undefined ? [] : readParameters(list, around, pieces, reader),
    ...(returns === undefined ? {} : { returns: reader.code(returns, { ...around, annotation: true }) }),
    decorators: decoratorsOf(node, place, reader),
    returned: [],
    yielded: [],
    chunk: reader.chunk,
    ...(owner !== undefined && 'bases' in owner ? { owner } : {}),
  };
  if (name !== undefined) reader.bind(name, place, node.to, { kind: 'function', definition });
  const inside = insideOf(definition, around, reader);
  for (const child of children) {
    if (child.name === 'Body') pieces.push([child, inside]);
    else if (child === arrow) pieces.push([child, around]);
  }
  reader.read(pieces);
}

export function readLambda(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  const around: CodePosition = { scope: place.scope, branch: place.branch };
  const children = childrenOf(node);
  const list = children.find(({ name }) => name === 'ParamList');
  const pieces: Piece[] = [];
  const definition: FunctionDefinition = {
    name: '',
    parameters: list === undefined ? [] : readParameters(list, around, pieces, reader),
    decorators: [],
    returned: [],
    yielded: [],
    chunk: reader.chunk,
  };
  const inside = insideOf(definition, around, reader);
  const body = children.filter((child) => child !== list && child.name !== 'lambda' && child.name !== ':');
  const [value] = body;
  if (value !== undefined) definition.returned.push(reader.code(value, inside));
  reader.chunk.inside.set(node.from, inside);
  reader.read([...pieces, ...body.map((child): Piece => [child, inside])]);
}

/** A class: bases belong to what is around it; names of its body are not seen from its methods. */
export function readClass(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  const around = typesAround(node, place, reader);
  const children = childrenOf(node);
  const name = children.find((child) => child.name === 'VariableName');
  const list = children.find((child) => child.name === 'ArgList');
  const scope: Scope = new Scope('class', reader.chunk, around.scope, {
    name: name === undefined ? '' : reader.identifier(name).name,
    bases: list === undefined ? [] : basesIn(list, around, reader),
    typeParameters: [...(around.scope === place.scope ? [] : around.scope.bindings.keys())],
    attributes: new Map(),
    get scope() {
      return scope;
    },
  });
  const definition = scope.owner as ClassDefinition;
  if (name !== undefined) reader.bind(name, place, node.to, { kind: 'class', definition });
  const inside: CodePosition = { scope, branch: place.branch };
  const pieces: Piece[] = [];
  for (const child of children) {
    if (child.name === 'Body') pieces.push([child, inside]);
    else if (child === list) pieces.push([child, around]);
  }
  reader.read(pieces);
}

/** `type X[T] = value`: the value is evaluated when it is asked for. */
export function readTypeDefinition(node: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  const around = { ...typesAround(node, place, reader), deferred: true };
  const [, name, ...rest] = childrenOf(node).filter((child) => child.name !== 'TypeParamList');
  const value = rest.find((child) => child.name !== 'AssignOp' && child.name !== '⚠');
  if (name?.name === 'VariableName' && value !== undefined) {
    reader.bind(name, place, node.to, { kind: 'alias', code: reader.code(value, around) });
  }
  reader.readAll(rest, around);
}

function insideOf(
  definition: FunctionDefinition,
  around: CodePosition,
  reader: StatementReader,
): CodePosition {
  const scope = new Scope('function', reader.chunk, around.scope, definition);
  const inside: CodePosition = { scope, branch: around.branch };
  for (const parameter of definition.parameters) {
    const source = { kind: 'parameter', parameter, of: definition } as const;
    scope.bind(parameter.name, reader.binding(inside, -Infinity, source));
  }
  return inside;
}

/** Type parameters are known to everything in a definition: a scope of their own, where there are any. */
function typesAround(node: SyntaxNode, place: CodePosition, reader: StatementReader): CodePosition {
  const list = childrenOf(node).find((child) => child.name === 'TypeParamList');
  if (list === undefined) return { scope: place.scope, branch: place.branch };
  const scope = new Scope('types', reader.chunk, place.scope);
  const around: CodePosition = { scope, branch: place.branch };
  for (const parameter of childrenOf(list)) {
    const children = childrenOf(parameter);
    const name = children.find((child) => child.name === 'VariableName');
    const definition = children.find((child) => child.name === 'TypeDef');
    const bound = definition === undefined ? undefined : annotated(definition);
    if (name !== undefined) {
      const identifier = reader.identifier(name);
      const source = {
        kind: 'typeVariable',
        name: identifier.name,
        ...(bound === undefined ? {} : { bound: reader.code(bound, around) }),
      } as const;
      scope.bind(identifier.name, reader.binding(around, -Infinity, source));
    }
    reader.readAll(
      children.filter((child) => child !== name),
      around,
    );
  }
  return around;
}

function decoratorsOf(
  { parent, from }: SyntaxNode,
  place: CodePosition,
  reader: StatementReader,
): readonly Code[] {
  if (parent?.name !== 'DecoratedStatement') return [];
  const before = childrenOf(parent).filter((child) => child.name === 'Decorator' && child.from < from);
  return before.map((decorator) => reader.code(decorator, place));
}

function basesIn(list: SyntaxNode, place: CodePosition, reader: StatementReader): readonly Code[] {
  const inside = childrenOf(list).filter(({ name }) => name !== '(' && name !== ')' && name !== '⚠');
  return splitAtCommas(inside).flatMap((group) => {
    const [base] = group;
    return base === undefined || group.length > 1 ? [] : [reader.code(base, place)];
  });
}

/** @param pieces Gets defaults and annotations, to be read with what is around the function. */
function readParameters(
  list: SyntaxNode,
  around: CodePosition,
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
    const annotation = definition === undefined ? undefined : annotated(definition);
    return [
      {
        name: reader.identifier(name).name,
        ...(annotation === undefined
          ? {}
          : { annotation: reader.code(annotation, { ...around, annotation: true }) }),
        ...(value === undefined ? {} : { default: reader.code(value, around) }),
        isRest: star !== undefined,
        isKeywordOnly: wasKeywordOnly,
      },
    ];
  });
}
