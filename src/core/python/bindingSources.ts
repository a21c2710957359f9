import type { SyntaxNode } from '@lezer/common';
import { childrenOf, unwrap } from './nodes';
import { parseFragment } from './parsePython';
import type { StatementReader } from './statementReader';
import { type TopLevelStatement, UNKNOWN_SOURCE, type CodeContext, type BindingSource } from './scope';

/** A longer string in an annotation is no type. */
const MAX_QUOTED_ANNOTATION_LENGTH = 500;

/** What a name is bound to by `= node`. */
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

/** What an annotation names: the node behind the `:` or the arrow. */
export function annotationIn(definition: SyntaxNode): SyntaxNode | undefined {
  return childrenOf(definition).find(({ name }) => name !== ':' && name !== '⚠');
}

/** The code in a quoted annotation, in a tree whose offsets are the file's. */
export function parseQuotedAnnotation(
  string: SyntaxNode,
  statement: TopLevelStatement,
): SyntaxNode | undefined {
  const written = statement.textOf(string);
  const quote = /^(?:"""|'''|["'])/.exec(written)?.[0];
  if (quote === undefined || written.length < 2 * quote.length || !written.endsWith(quote)) return undefined;
  if (written.length > MAX_QUOTED_ANNOTATION_LENGTH || written.includes('\\')) return undefined;
  const annotation = written.slice(quote.length, -quote.length);
  return annotation.trim() === '' ? undefined : parseFragment(annotation, string.from + quote.length);
}
