import type { SyntaxNode } from '@lezer/common';
import { childrenOf, unwrap } from './nodes';
import { parseFragment } from './parsePython';
import type { StatementReader } from './statementReader';
import { type Chunk, OWN, type CodePosition, type Source } from './scope';

/** A longer string in an annotation is no type. */
const MAX_QUOTED_LENGTH = 500;

/** What a name is bound to by `= node`. */
export function sourceOfValue(
  node: SyntaxNode | undefined,
  place: CodePosition,
  reader: StatementReader,
): Source {
  if (node === undefined) return OWN;
  const value = unwrap(node);
  return value.name === 'None' ? { kind: 'none' } : { kind: 'value', code: reader.code(value, place) };
}

/** What an annotation names: the node behind the `:` or the arrow. */
export function annotated(definition: SyntaxNode): SyntaxNode | undefined {
  return childrenOf(definition).find(({ name }) => name !== ':' && name !== '⚠');
}

/** The code in a quoted annotation, in a tree whose offsets are the file's. */
export function readQuoted(string: SyntaxNode, chunk: Chunk): SyntaxNode | undefined {
  const written = chunk.textOf(string);
  const quote = /^(?:"""|'''|["'])/.exec(written)?.[0];
  if (quote === undefined || written.length < 2 * quote.length || !written.endsWith(quote)) return undefined;
  if (written.length > MAX_QUOTED_LENGTH || written.includes('\\')) return undefined;
  const code = written.slice(quote.length, -quote.length);
  return code.trim() === '' ? undefined : parseFragment(code, string.from + quote.length);
}
