import type { SyntaxNode } from '@lezer/common';
import type { Identifier, TopLevelStatement } from './scope';

/** A node's children in order, without comments. */
export function childrenOf({ firstChild }: SyntaxNode): readonly SyntaxNode[] {
  return firstChild === null ? [] : [firstChild, ...followingSiblings(firstChild)].filter(isCode);
}

export function followingSiblings(node: SyntaxNode): readonly SyntaxNode[] {
  const siblings: SyntaxNode[] = [];
  for (let next = node.nextSibling; next !== null; next = next.nextSibling) siblings.push(next);
  return siblings;
}

function isCode({ name }: SyntaxNode): boolean {
  return name !== 'Comment';
}

/** The groups of nodes between commas; no nodes make one empty group. */
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

/** Whether two nodes are the roots of trees of the same nodes at the same distances from the root's start. */
export function isSameTree(one: SyntaxNode, other: SyntaxNode): boolean {
  if (one.tree !== null && one.tree === other.tree) return true;
  const shift = other.from - one.from;
  const a = one.cursor();
  const b = other.cursor();
  for (let depth = 0; ;) {
    if (a.type !== b.type || a.from + shift !== b.from || a.to + shift !== b.to) return false;
    const hasChild = a.firstChild();
    if (hasChild !== b.firstChild()) return false;
    if (hasChild) {
      depth += 1;
      continue;
    }
    for (;;) {
      if (depth === 0) return true;
      const hasNext = a.nextSibling();
      if (hasNext !== b.nextSibling()) return false;
      if (hasNext) break;
      a.parent();
      b.parent();
      depth -= 1;
    }
  }
}

const WRAPPERS = new Set(['ParenthesizedExpression', 'AwaitExpression']);
const WRAPPING = new Set(['(', ')', '⚠', 'await']);

/** Strips parentheses and `await`: a coroutine is treated as the value it returns. */
export function unwrap(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (WRAPPERS.has(inner.name)) {
    const next = childrenOf(inner).find(({ name }) => !WRAPPING.has(name));
    if (next === undefined) return inner;
    inner = next;
  }
  return inner;
}

/** The subscripts of `a[b, c]`; none for `a.`. */
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

/** The arguments of a call in order, without incomplete ones. A comprehension is represented by its first node. */
export function argumentsOf(list: SyntaxNode | undefined): readonly Argument[] {
  if (list === undefined) return [];
  const children = childrenOf(list).filter(({ name }) => name !== '(' && name !== ')' && name !== '⚠');
  return splitAtCommas(children).flatMap((group): readonly Argument[] => {
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
