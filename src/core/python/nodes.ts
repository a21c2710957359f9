import type { SyntaxNode } from '@lezer/common';
import type { Identifier, Step } from './scope';

export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.firstChild === null ? [] : [node.firstChild, ...followingSiblings(node.firstChild)];
}

function followingSiblings(node: SyntaxNode): readonly SyntaxNode[] {
  const siblings: SyntaxNode[] = [];
  for (let next = node.nextSibling; next !== null; next = next.nextSibling) siblings.push(next);
  return siblings;
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

export function identifierAt({ from, to }: SyntaxNode, text: string): Identifier {
  return { name: text.slice(from, to).normalize('NFKC'), start: from, end: to };
}

/** What stands inside parentheses, however many. */
export function unwrap(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (inner.name === 'ParenthesizedExpression') {
    const next = childrenOf(inner).find(({ name }) => name !== '(' && name !== ')' && name !== '⚠');
    if (next === undefined) return inner;
    inner = next;
  }
  return inner;
}

/** A name and what follows it, as it stands in the tree. */
export interface Spine {
  /** Absent where it does not begin with a name: `(a or b).c`. */
  readonly head?: Identifier;
  readonly steps: readonly Step[];
  /** What else is to be read: arguments, subscripts, and what it begins with when that is no name. */
  readonly inner: readonly SyntaxNode[];
}

/** Reads `a.b(c)[d].e` from its end to its head, without recursion: chains in generated code are long. */
export function readSpine(outermost: SyntaxNode, text: string): Spine {
  const steps: Step[] = [];
  const inner: SyntaxNode[] = [];
  let node: SyntaxNode = outermost;
  for (;;) {
    if (node.name === 'VariableName') {
      return { head: identifierAt(node, text), steps: steps.reverse(), inner: inner.reverse() };
    }
    const first = node.firstChild;
    if (first === null || (node.name !== 'MemberExpression' && node.name !== 'CallExpression')) {
      return { steps: [], inner: [node, ...inner.reverse()] };
    }
    const rest = followingSiblings(first);
    const property = rest.find(({ name }) => name === 'PropertyName');
    if (node.name === 'CallExpression') steps.push({ kind: 'call' });
    else if (property === undefined) steps.push({ kind: 'other' });
    else steps.push({ kind: 'attribute', identifier: identifierAt(property, text) });
    inner.push(...rest.filter(({ name }) => name !== 'PropertyName').reverse());
    node = first;
  }
}
