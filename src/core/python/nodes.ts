import type { SyntaxNode } from '@lezer/common';
import type { TopLevelStatement, Identifier } from './scope';

/** A node's children in order; comments aside. */
export function childrenOf({ firstChild }: SyntaxNode): readonly SyntaxNode[] {
  return firstChild === null ? [] : [firstChild, ...followingSiblings(firstChild)].filter(isCode);
}

function followingSiblings(node: SyntaxNode): readonly SyntaxNode[] {
  const siblings: SyntaxNode[] = [];
  for (let next = node.nextSibling; next !== null; next = next.nextSibling) siblings.push(next);
  return siblings;
}

function isCode({ name }: SyntaxNode): boolean {
  return name !== 'Comment';
}

/** The nodes between commas; an empty text has one, empty group. */
export function splitAtCommas(nodes: readonly SyntaxNode[]): readonly (readonly SyntaxNode[])[] {
  const groups: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (node.name === ',') groups.push([]);
    else groups.at(-1)?.push(node);
  }
  return groups;
}

export function identifierAt(node: SyntaxNode, statement: TopLevelStatement): Identifier {
  return { name: statement.textOf(node).normalize('NFKC'), start: node.from, end: node.to };
}

const WRAPPERS = new Set(['ParenthesizedExpression', 'AwaitExpression']);
const WRAPPING = new Set(['(', ')', '⚠', 'await']);

/** What stands inside parentheses and behind `await`, however many: here, what a coroutine gives is its value. */
export function unwrap(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (WRAPPERS.has(inner.name)) {
    const next = childrenOf(inner).find(({ name }) => !WRAPPING.has(name));
    if (next === undefined) return inner;
    inner = next;
  }
  return inner;
}

/** What follows an expression: `.name`, `(arguments)`, `[subscript]`. */
export type Trailer =
  | { readonly kind: 'attribute'; readonly node: SyntaxNode }
  | { readonly kind: 'call'; readonly arguments: SyntaxNode | undefined }
  | { readonly kind: 'subscript'; readonly node: SyntaxNode };

/** An expression and what follows it, as it stands in the tree. */
export interface AccessChain {
  /** A `VariableName`, or any other expression: `(a or b).c`. */
  readonly base: SyntaxNode;
  readonly trailers: readonly Trailer[];
  /** What else is to be read: arguments and subscripts. */
  readonly inner: readonly SyntaxNode[];
}

/** Reads `a.b(c)[d].e` from its end to its head, without recursion: chains in generated code are long. */
export function readAccessChain(outermost: SyntaxNode): AccessChain {
  const trailers: Trailer[] = [];
  const inner: SyntaxNode[] = [];
  let node = unwrap(outermost);
  for (;;) {
    const first = node.firstChild;
    if (first === null || (node.name !== 'MemberExpression' && node.name !== 'CallExpression')) {
      return { base: node, trailers: trailers.reverse(), inner: inner.reverse() };
    }
    const rest = followingSiblings(first);
    const property = rest.find(({ name }) => name === 'PropertyName');
    if (node.name === 'CallExpression') {
      trailers.push({ kind: 'call', arguments: rest.find(({ name }) => name === 'ArgList') });
    } else if (property !== undefined) {
      trailers.push({ kind: 'attribute', node: property });
    } else {
      // Without either, the attribute is still to be typed.
      trailers.push({ kind: 'subscript', node });
    }
    inner.push(...rest.filter(({ name }) => name !== 'PropertyName').reverse());
    node = unwrap(first);
  }
}

/** What stands in the brackets of `a[b, c]`; nothing for `a.`. */
export function subscriptsOf(member: SyntaxNode): readonly SyntaxNode[] {
  const children = childrenOf(member);
  const open = children.findIndex(({ name }) => name === '[');
  return open === -1 ? [] : children.slice(open + 1).filter(({ name }) => !/^[\],:⚠]$/u.test(name));
}

/** An argument of a call: `value`, `name=value`, `*value`, `**value`. */
export interface Argument {
  readonly name?: SyntaxNode;
  readonly value: SyntaxNode;
  readonly isSpread: boolean;
}

/** The arguments of a call, in order; what is still to be typed is left out, a comprehension is its first node. */
export function argumentsOf(list: SyntaxNode | undefined): readonly Argument[] {
  if (list === undefined) return [];
  const inside = childrenOf(list).filter(({ name }) => name !== '(' && name !== ')' && name !== '⚠');
  return splitAtCommas(inside).flatMap((group): readonly Argument[] => {
    const [first, operator, value] = group;
    if (first === undefined) return [];
    if (first.name === '*' || first.name === '**') {
      return operator === undefined ? [] : [{ value: operator, isSpread: true }];
    }
    if (first.name !== 'VariableName' || operator?.name !== 'AssignOp')
      return [{ value: first, isSpread: false }];
    return value === undefined ? [] : [{ name: first, value, isSpread: false }];
  });
}
