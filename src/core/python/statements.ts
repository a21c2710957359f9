import type { SyntaxNode } from '@lezer/common';
import { readImport } from './imports';
import { childrenOf, identifierAt } from './nodes';
import type { Reader } from './reader';
import { blockOf, OWN, type Branch, type Place } from './scope';
import { sourceOfAnnotation, sourceOfContext, sourceOfValue } from './sources';
import { bindTargets } from './targets';

type Piece = readonly [SyntaxNode, Place];

export function readImportStatement(node: SyntaxNode, place: Place, reader: Reader): void {
  for (const { binds, star, words } of readImport(node, reader.text)) {
    reader.imported.push(...words);
    if (star !== undefined) reader.module.stars.push({ module: star, from: node.to });
    if (binds === undefined) continue;
    const source = { kind: 'import', path: binds.path } as const;
    blockOf(place.scope).bind(binds.name, { source, from: node.to, branch: place.branch });
  }
}

/** `a = b = value`, `a, b = value`, `a: T`, `a: T = value`. Targets have their value once the statement is done. */
export function readAssignment(node: SyntaxNode, place: Place, reader: Reader): void {
  const groups: SyntaxNode[][] = [[]];
  let annotation: SyntaxNode | undefined;
  for (const child of childrenOf(node)) {
    if (child.name === 'AssignOp') groups.push([]);
    else if (child.name === 'TypeDef') annotation = child;
    else groups.at(-1)?.push(child);
  }
  const values = groups.length > 1 ? (groups.pop() ?? []) : [];
  const value = values.length === 1 ? values[0] : undefined;
  const isAlias = annotation !== undefined && /\bTypeAlias$/.test(textOf(annotation, reader));
  const source =
    annotation === undefined || isAlias
      ? sourceOfValue(value, place, reader.text)
      : sourceOfAnnotation(annotation, place, reader.text);
  reader.readAll([...(annotation === undefined ? [] : [annotation]), ...values], place);
  for (const targets of groups) {
    const [target] = targets;
    if (targets.length === 1 && target?.name === 'VariableName') {
      reader.bind(identifierAt(target, reader.text), place, node.to, source);
    } else {
      bindTargets(targets, place, node.to, reader);
    }
  }
}

/** `a += b` reads `a`, and binds it anew. */
export function readUpdate(node: SyntaxNode, place: Place, reader: Reader): void {
  rebindNames([node.firstChild], node.to, place, reader);
  reader.readChildren(node, place);
}

/** `del a` reads `a`, and leaves nothing of it. */
export function readDelete(node: SyntaxNode, place: Place, reader: Reader): void {
  rebindNames(childrenOf(node), node.to, place, reader);
  reader.readChildren(node, place);
}

function rebindNames(
  nodes: readonly (SyntaxNode | null)[],
  from: number,
  place: Place,
  reader: Reader,
): void {
  for (const node of nodes) {
    if (node?.name === 'VariableName') reader.bind(identifierAt(node, reader.text), place, from, OWN);
  }
}

/** `a := value` */
export function readWalrus(node: SyntaxNode, place: Place, reader: Reader): void {
  const [target, , value] = childrenOf(node);
  if (target?.name !== 'VariableName') {
    reader.readChildren(node, place);
    return;
  }
  const source = sourceOfValue(value, place, reader.text);
  reader.bind(identifierAt(target, reader.text), place, node.to, source);
  if (value !== undefined) reader.readAll([value], place);
}

export function readScopeStatement(node: SyntaxNode, place: Place, reader: Reader): void {
  const [keyword, ...names] = childrenOf(node);
  const block = blockOf(place.scope);
  const declared = keyword?.name === 'global' ? block.globals : block.nonlocals;
  if (block.kind === 'module') return;
  for (const node of names) {
    if (node.name === 'VariableName') declared.add(identifierAt(node, reader.text).name);
  }
}

/** `if`: only one of its arms runs. */
export function readIf(node: SyntaxNode, place: Place, reader: Reader): void {
  reader.read(
    childrenOf(node).map((child): Piece => [child, child.name === 'Body' ? arm(node, place, true) : place]),
  );
}

/** `while`: its body may not run at all. */
export function readWhile(node: SyntaxNode, place: Place, reader: Reader): void {
  reader.read(
    childrenOf(node).map((child): Piece => [child, child.name === 'Body' ? arm(node, place, false) : place]),
  );
}

export function readFor(node: SyntaxNode, place: Place, reader: Reader): void {
  const children = childrenOf(node);
  const first = children.findIndex(({ name }) => name === 'for') + 1;
  const last = children.findIndex(({ name }) => name === 'in');
  const body = children.find(({ name }) => name === 'Body');
  const each = arm(node, place, false);
  const rest = children.slice(Math.max(first, last));
  reader.read(
    rest.map((child): Piece => [
      child,
      child === body ? each : child.name === 'Body' ? arm(node, place, false) : place,
    ]),
  );
  if (last > first) bindTargets(children.slice(first, last), each, body?.from ?? node.to, reader);
}

/** `try`: its body may end anywhere, a handler may run or not; `else` goes on from the body, `finally` always runs. */
export function readTry(node: SyntaxNode, place: Place, reader: Reader): void {
  const body = arm(node, place, false);
  let current = body;
  const pieces: Piece[] = [];
  const children = childrenOf(node);
  children.forEach((child, at) => {
    if (child.name === 'except') current = arm(node, place, false);
    else if (child.name === 'else') current = body;
    else if (child.name === 'finally') current = place;
    else if (child.name === 'VariableName' && children[at - 1]?.name === 'as') {
      reader.bind(identifierAt(child, reader.text), current, child.to, OWN);
      return;
    }
    pieces.push([child, current]);
  });
  reader.read(pieces);
}

/**
 * `with a as b, c as d`. The grammar does not know the form in parentheses: it yields the same children there, the
 * first `a` behind an open parenthesis, and error nodes in between.
 */
export function readWith(node: SyntaxNode, place: Place, reader: Reader): void {
  const pieces: Piece[] = [];
  let manager: SyntaxNode | undefined;
  const children = childrenOf(node);
  children.forEach((child, at) => {
    // The grammar knows names only: of `as self.x` and `as x[0]` it makes a name, and an error of the rest.
    const isName =
      child.name === 'VariableName' && !/^\s*[.[]/.test(reader.text.slice(child.to, child.to + 9));
    if (isName && children[at - 1]?.name === 'as') {
      const source = sourceOfContext(manager, place, reader.text);
      reader.bind(identifierAt(child, reader.text), place, child.to, source);
      manager = undefined;
      return;
    }
    if (child.name !== 'as' && child.name !== ',' && child.name !== '⚠') manager = child;
    pieces.push([child, place]);
  });
  reader.read(pieces);
}

/** `case pattern if guard: …`: only one clause runs. */
export function readMatchClause(node: SyntaxNode, place: Place, reader: Reader): void {
  reader.readChildren(node, arm(node.parent ?? node, place, true));
}

/** `pattern as name`, and a bare `name`, which matches anything. */
export function readCapture(node: SyntaxNode, place: Place, reader: Reader): void {
  const children = childrenOf(node);
  const last = children.at(-1);
  if (last?.name === 'VariableName') {
    reader.bind(identifierAt(last, reader.text), place, last.to, OWN);
  }
  reader.readAll(children.slice(0, -1), place);
}

/** `Point(x=pattern)`: the keyword is an attribute of what is matched. */
export function readKeywordPattern(node: SyntaxNode, place: Place, reader: Reader): void {
  reader.readAll(childrenOf(node).slice(1), place);
}

function arm(statement: SyntaxNode, place: Place, exclusive: boolean): Place {
  const branch: Branch = { parent: place.branch, statement: statement.from, exclusive };
  return { ...place, branch };
}

function textOf({ from, to }: SyntaxNode, { text }: Reader): string {
  return text.slice(from, to);
}
