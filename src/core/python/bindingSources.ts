import type { SyntaxNode } from '@lezer/common';
import { childrenOf, unwrap } from './nodes';
import { parseFragment } from './parsePython';
import { UNKNOWN_SOURCE, type BindingSource, type CodeContext, type TopLevelStatement } from './scope';
import type { StatementReader } from './statementReader';

/** A longer string in an annotation is not a type. */
const MAX_QUOTED_ANNOTATION_LENGTH = 500;

/** The source of a name that `= node` is assigned to. */
export function sourceOfValue(
  node: SyntaxNode | undefined,
  context: CodeContext,
  reader: StatementReader,
): BindingSource {
  if (node === undefined) return UNKNOWN_SOURCE;
  const value = unwrap(node);
  return value.name === 'None'
    ? { kind: 'none' }
    : { kind: 'value', expression: reader.expression(value, context) };
}

/** The type expression after the `:` or `->` of a `TypeDef` node. */
export function annotationIn(typeDef: SyntaxNode): SyntaxNode | undefined {
  return childrenOf(typeDef).find(({ name }) => name !== ':' && name !== '⚠');
}

/** Parses the code in a quoted annotation; offsets in the tree are those of the file. */
export function parseQuotedAnnotation(
  string: SyntaxNode,
  statement: TopLevelStatement,
): SyntaxNode | undefined {
  const text = statement.textOf(string);
  const quote = /^(?:"""|'''|["'])/.exec(text)?.[0];
  if (quote === undefined || text.length < 2 * quote.length || !text.endsWith(quote)) return undefined;
  if (text.length > MAX_QUOTED_ANNOTATION_LENGTH || text.includes('\\')) return undefined;
  const annotation = text.slice(quote.length, -quote.length);
  return annotation.trim() === '' ? undefined : parseFragment(annotation, string.from + quote.length);
}
