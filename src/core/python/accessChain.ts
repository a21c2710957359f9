import type { SyntaxNode } from '@lezer/common';
import { childrenOf, followingSiblings, unwrap } from './nodes';

/** What follows an expression, named as in Python's grammar: `.name`, `(arguments)`, `[subscript]`. */
export type Trailer =
  | { readonly kind: 'attribute'; readonly node: SyntaxNode }
  | { readonly kind: 'call'; readonly arguments: SyntaxNode | undefined }
  | { readonly kind: 'subscript'; readonly node: SyntaxNode };

/** `a.b(c)[d]`: an expression and its trailers. */
export interface AccessChain {
  /** A `VariableName`, or any other expression: `(a or b).c`. */
  readonly base: SyntaxNode;
  readonly trailers: readonly Trailer[];
  /** Argument lists and subscripts in it, to be read separately. */
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
      // Also `a.` whose attribute has not been typed yet.
      trailers.push({ kind: 'subscript', node });
    }
    inner.push(...rest.filter(({ name }) => name !== 'PropertyName').reverse());
    node = unwrap(first);
  }
}

const FLAT_CHAIN_NODES = new Set(['VariableName', 'PropertyName', 'ArgList']);

/** As `readAccessChain`, also of decorators and patterns, whose tree has the parts of a chain as siblings. */
export function accessChainOf(node: SyntaxNode): Pick<AccessChain, 'base' | 'trailers'> {
  if (node.name !== 'Decorator' && node.name !== 'AttributePattern') return readAccessChain(node);
  const [base = node, ...rest] = childrenOf(node).filter(({ name }) => FLAT_CHAIN_NODES.has(name));
  const trailers = rest.map((child): Trailer =>
    child.name === 'ArgList' ? { kind: 'call', arguments: child } : { kind: 'attribute', node: child },
  );
  return { base, trailers };
}
