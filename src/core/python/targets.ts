import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from './nodes';
import type { Reader } from './reader';
import { addTo, functionAround, OWN, type Place, type Scope, type Source } from './scope';

const NESTS = new Set(['TupleExpression', 'ArrayExpression', 'ParenthesizedExpression']);
const MARKS = new Set(['(', ')', '[', ']', ',', '⚠']);

/**
 * Binds assignment targets: names, `self.x`, and what is in `a, (b, *c)`; anything else (`a.b`, `a[0]`) is read as
 * code.
 *
 * @param source Where their value comes from: of several targets, that of the whole.
 * @param scope Where they are bound, when that is not where a statement at `place` would.
 */
export function bindTargets(
  targets: readonly SyntaxNode[],
  place: Place,
  from: number,
  source: Source,
  reader: Reader,
  scope?: Scope,
): void {
  const items = targets.filter(({ name }) => !MARKS.has(name));
  const [only] = items;
  if (items.length === 1 && only !== undefined && !isUnpacked(targets)) {
    bindTarget(only, place, from, source, reader, scope);
    return;
  }
  // What comes behind `*rest` is counted from the end: nobody needs it.
  const star = items.findIndex(({ name }) => name === '*');
  items.forEach((item, index) => {
    if (item.name === '*') return;
    const known = star === -1 || index < star;
    bindTarget(item, place, from, known ? { kind: 'item', of: source, index } : OWN, reader, scope);
  });
}

/** `(a, b)` and `a,`; `(a)` is `a`. */
function isUnpacked(nodes: readonly SyntaxNode[]): boolean {
  return nodes.some(({ name }) => name === ',' || name === '*');
}

function bindTarget(
  target: SyntaxNode,
  place: Place,
  from: number,
  source: Source,
  reader: Reader,
  scope?: Scope,
): void {
  if (target.name === 'VariableName') {
    if (scope === undefined) reader.bind(target, place, from, source);
    else scope.bind(reader.identifier(target).name, reader.binding(place, from, source));
    return;
  }
  if (NESTS.has(target.name)) {
    const children = childrenOf(target);
    const inner: Source =
      target.name === 'ParenthesizedExpression' || isUnpacked(children)
        ? source
        : { kind: 'item', of: source, index: 0 };
    bindTargets(children, place, from, inner, reader, scope);
    return;
  }
  bindAttribute(target, place, from, source, reader);
  reader.readAll([target], place);
}

/** `self.x = …` in a method says what the class's instances have. */
export function bindAttribute(
  target: SyntaxNode,
  place: Place,
  from: number,
  source: Source,
  reader: Reader,
): void {
  const [object, , property] = childrenOf(target);
  if (target.name !== 'MemberExpression' || object?.name !== 'VariableName' || property?.name !== 'PropertyName') {
    return;
  }
  const method = functionAround(place.scope);
  const [self] = method?.parameters ?? [];
  if (method?.owner === undefined || self?.name !== reader.identifier(object).name) return;
  addTo(method.owner.attributes, reader.identifier(property).name, reader.binding(place, from, source));
}
