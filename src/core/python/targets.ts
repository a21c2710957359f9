import type { SyntaxNode } from '@lezer/common';
import { childrenOf, identifierAt } from './nodes';
import type { Reader } from './reader';
import { OWN, type Place, type Scope } from './scope';

const NESTS = new Set(['TupleExpression', 'ArrayExpression', 'ParenthesizedExpression']);

/**
 * Binds the names of assignment targets, `a, (b, *c)`, to the file's own values; what is no name (`a.b`, `a[0]`) is
 * read as code.
 *
 * @param scope Where they are bound, when that is not where a statement at `place` would.
 */
export function bindTargets(
  targets: readonly SyntaxNode[],
  place: Place,
  from: number,
  reader: Reader,
  scope?: Scope,
): void {
  const todo = [...targets];
  for (let target = todo.pop(); target !== undefined; target = todo.pop()) {
    if (target.name === 'VariableName') {
      const identifier = identifierAt(target, reader.text);
      if (scope === undefined) reader.bind(identifier, place, from, OWN);
      else scope.bind(identifier.name, { source: OWN, from, branch: place.branch });
    } else if (NESTS.has(target.name)) {
      todo.push(...childrenOf(target));
    } else {
      reader.readAll([target], place);
    }
  }
}
