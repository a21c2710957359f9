import type { SyntaxNode } from '@lezer/common';
import { parsePiece } from './parse';
import { childrenOf, readSpine, unwrap } from './nodes';
import { OWN, type Chain, type Place, type Source } from './scope';

/** A longer string in an annotation is no type. */
const LONGEST_QUOTED = 500;

/** What a name is bound to by `= node`. */
export function sourceOfValue(node: SyntaxNode | undefined, place: Place, text: string): Source {
  const chain = node === undefined ? undefined : chainOf(unwrap(node), place, text);
  return chain === undefined ? OWN : { kind: 'expression', chain };
}

/** What a name is bound to by `with node as`. */
export function sourceOfContext(node: SyntaxNode | undefined, place: Place, text: string): Source {
  const chain = node === undefined ? undefined : chainOf(unwrap(node), place, text);
  return chain === undefined ? OWN : { kind: 'context', chain };
}

/**
 * What a name holds by its annotation: `T`, `"T"`, `T | None`, `Optional[T]`, `Annotated[T, …]` and `T[…]` hold a `T`.
 *
 * @param annotation A `TypeDef`.
 */
export function sourceOfAnnotation(annotation: SyntaxNode, place: Place, text: string): Source {
  let node: SyntaxNode | undefined = childrenOf(annotation).find(({ name }) => name !== ':' && name !== '⚠');
  let where = place;
  while (node !== undefined) {
    node = unwrap(node);
    const subscript = node.name === 'MemberExpression' ? subscriptsOf(node) : [];
    if (node.name === 'String') {
      where = { ...where, deferred: true };
      node = readQuoted(node, text)?.firstChild?.firstChild ?? undefined;
    } else if (node.name === 'BinaryExpression') {
      node = theOneBesideNone(node, text);
    } else if (subscript.length > 0) {
      node = /^(?:\w+\.)*(?:Optional|Annotated)$/.test(subscriptedName(node, text))
        ? subscript[0]
        : (node.firstChild ?? undefined);
    } else {
      const chain = chainOf(node, where, text);
      return chain === undefined ? OWN : { kind: 'annotation', chain };
    }
  }
  return OWN;
}

/** The code in a quoted annotation, in a tree whose offsets are the file's. */
export function readQuoted(string: SyntaxNode, text: string): SyntaxNode | undefined {
  const written = text.slice(string.from, string.to);
  const quote = /^(?:"""|'''|["'])/.exec(written)?.[0];
  if (quote === undefined || written.length < 2 * quote.length || !written.endsWith(quote)) return undefined;
  if (written.length > LONGEST_QUOTED || written.includes('\\')) return undefined;
  const span = { start: string.from + quote.length, end: string.to - quote.length };
  return span.start < span.end ? parsePiece(text, span) : undefined;
}

/** What stands in the brackets of `a[b, c]`; nothing for `a.b`. */
export function subscriptsOf(member: SyntaxNode): readonly SyntaxNode[] {
  const children = childrenOf(member);
  const open = children.findIndex(({ name }) => name === '[');
  return open === -1 ? [] : children.slice(open + 1).filter(({ name }) => !/^[\],:⚠]$/u.test(name));
}

/** The text of what is subscripted: `typing.Literal` of `typing.Literal["a"]`. */
export function subscriptedName(member: SyntaxNode, text: string): string {
  const base = member.firstChild;
  return base === null ? '' : text.slice(base.from, base.to);
}

function theOneBesideNone(union: SyntaxNode, text: string): SyntaxNode | undefined {
  const [left, operator, right] = childrenOf(union);
  if (left === undefined || operator === undefined || right === undefined) return undefined;
  if (text.slice(operator.from, operator.to) !== '|') return undefined;
  if (right.name === 'None') return left;
  return left.name === 'None' ? right : undefined;
}

function chainOf(node: SyntaxNode, place: Place, text: string): Chain | undefined {
  const { head, steps } = readSpine(node, text);
  return head === undefined ? undefined : { head, steps, place, at: head.start };
}
