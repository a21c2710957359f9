import type { SyntaxNode } from '@lezer/common';
import { childrenOf, identifierAt } from './nodes';
import type { Reader } from './reader';
import { OWN, Scope, type Place, type Step } from './scope';
import { sourceOfAnnotation } from './sources';

type Piece = readonly [SyntaxNode, Place];

/** A function: its name belongs to what is around it, and so do defaults and annotations; the body is its own. */
export function readFunction(node: SyntaxNode, place: Place, reader: Reader): void {
  const around = readHead(node, place, reader);
  const inside: Place = { scope: new Scope('function', around.scope), branch: place.branch };
  readParts(node, around, inside, reader);
}

export function readLambda(node: SyntaxNode, place: Place, reader: Reader): void {
  const around: Place = { scope: place.scope, branch: place.branch };
  const inside: Place = { scope: new Scope('function', place.scope), branch: place.branch };
  const body = childrenOf(node).filter(({ name }) => name !== 'ParamList' && name !== 'lambda');
  const parameters = childrenOf(node).filter(({ name }) => name === 'ParamList');
  reader.readAll(body, inside);
  for (const list of parameters) reader.read(readParameters(list, around, inside, reader));
}

/** A class: bases belong to what is around it; names of its body are not seen from its methods. */
export function readClass(node: SyntaxNode, place: Place, reader: Reader): void {
  const around = readHead(node, place, reader);
  readParts(node, around, { scope: new Scope('class', around.scope), branch: place.branch }, reader);
}

/** `type X[T] = value`: the value is evaluated when it is asked for. */
export function readTypeDefinition(node: SyntaxNode, place: Place, reader: Reader): void {
  const around = readHead(node, place, reader);
  const value = childrenOf(node).filter(({ name }) => name !== 'TypeParamList');
  reader.readAll(value.slice(2), { ...around, deferred: true });
}

/** `@a.b(c)`. */
export function readDecorator(node: SyntaxNode, place: Place, reader: Reader): void {
  const children = childrenOf(node);
  const [head, ...rest] = children.filter(({ name }) => name === 'VariableName');
  if (head !== undefined) {
    const steps = rest.map((name): Step => ({
      kind: 'attribute',
      identifier: identifierAt(name, reader.text),
    }));
    reader.refer(identifierAt(head, reader.text), place, steps);
  }
  reader.readAll(
    children.filter(({ name }) => name !== 'VariableName'),
    place,
  );
}

/** Binds a definition's name; its type parameters, if any, are known to everything in it. */
function readHead(node: SyntaxNode, place: Place, reader: Reader): Place {
  const children = childrenOf(node);
  const name = children.find((child) => child.name === 'VariableName');
  if (name !== undefined) reader.bind(identifierAt(name, reader.text), place, node.to, OWN);
  const list = children.find((child) => child.name === 'TypeParamList');
  if (list === undefined) return { scope: place.scope, branch: place.branch };
  const scope = new Scope('types', place.scope);
  const around: Place = { scope, branch: place.branch };
  for (const parameter of childrenOf(list)) {
    for (const child of childrenOf(parameter)) {
      if (child.name === 'VariableName') {
        const identifier = identifierAt(child, reader.text);
        scope.bind(identifier.name, { source: OWN, from: 0, branch: undefined });
      } else {
        reader.readAll([child], around);
      }
    }
  }
  return around;
}

function readParts(node: SyntaxNode, around: Place, inside: Place, reader: Reader): void {
  const pieces: Piece[] = [];
  for (const child of childrenOf(node)) {
    if (child.name === 'Body') pieces.push([child, inside]);
    else if (child.name === 'ParamList') pieces.push(...readParameters(child, around, inside, reader));
    else if (child.name !== 'VariableName' && child.name !== 'TypeParamList') pieces.push([child, around]);
  }
  reader.read(pieces);
}

/** Binds parameters inside; defaults and annotations are returned, to be read with what is around the function. */
function readParameters(list: SyntaxNode, around: Place, inside: Place, { text }: Reader): readonly Piece[] {
  const children = childrenOf(list);
  const pieces: Piece[] = [];
  children.forEach((child, at) => {
    const before = children[at - 1]?.name;
    if (child.name !== 'VariableName' || before === 'AssignOp') {
      pieces.push([child, around]);
      return;
    }
    const annotation = children[at + 1];
    const isOne = before !== '*' && before !== '**';
    const source =
      isOne && annotation?.name === 'TypeDef' ? sourceOfAnnotation(annotation, around, text) : OWN;
    inside.scope.bind(identifierAt(child, text).name, { source, from: child.to, branch: inside.branch });
  });
  return pieces;
}
