import type { SyntaxNode } from '@lezer/common';
import { annotationIn, sourceOfValue } from './bindingSources';
import { readImport } from './importStatements';
import { childrenOf } from './nodes';
import {
  enclosingBlock,
  enclosingFunction,
  UNKNOWN_SOURCE,
  type BindingSource,
  type CodeContext,
} from './scope';
import type { StatementReader } from './statementReader';
import { bindTargets } from './targets';

export function readImportStatement(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const { statement } = reader;
  for (const { binding, starModule, names } of readImport(node, statement)) {
    statement.importedNames.push(...names);
    if (starModule !== undefined) statement.starImports.push({ module: starModule, from: node.to });
    if (binding === undefined) continue;
    enclosingBlock(context.scope).bind(binding.name, reader.binding(context, node.to, binding.source));
  }
}

/** `a = b = value`, `a, b = value`, `a: T`, `a: T = value`. Bindings are in effect from the end of the statement. */
export function readAssignment(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const groups: SyntaxNode[][] = [[]];
  let typeDef: SyntaxNode | undefined;
  for (const child of childrenOf(node)) {
    if (child.name === 'AssignOp') groups.push([]);
    else if (child.name === 'TypeDef') typeDef = child;
    else groups.at(-1)?.push(child);
  }
  const values = groups.length > 1 ? (groups.pop() ?? []) : [];
  const value = sourceOfValues(values, context, reader);
  const source = typeDef === undefined ? value : sourceOfAnnotation(typeDef, value, context, reader);
  // Values are evaluated before targets are bound: `a, b = b, a`.
  reader.visitAll([...(typeDef === undefined ? [] : [typeDef]), ...values], context);
  for (const targets of groups) bindTargets(targets, context, node.to, source, reader);
}

/** `a`, or `a, b` without parentheses, for which the tree has no node. */
function sourceOfValues(
  nodes: readonly SyntaxNode[],
  context: CodeContext,
  reader: StatementReader,
): BindingSource {
  const [first] = nodes;
  if (nodes.length === 1 && first?.name !== '⚠') return sourceOfValue(first, context, reader);
  const items = nodes.filter(({ name }) => name !== ',');
  if (items.length === 0 || items.some(({ name }) => name === '*' || name === '⚠')) return UNKNOWN_SOURCE;
  return { kind: 'tuple', items: items.map((item) => sourceOfValue(item, context, reader)) };
}

function sourceOfAnnotation(
  typeDef: SyntaxNode,
  value: BindingSource,
  context: CodeContext,
  reader: StatementReader,
): BindingSource {
  const type = annotationIn(typeDef);
  if (type === undefined) return UNKNOWN_SOURCE;
  if (/\bTypeAlias$/.test(reader.textOf(type))) {
    const isQuoted = value.kind === 'value' && value.expression.node.name === 'String';
    return isQuoted ? { kind: 'alias', expression: value.expression } : value;
  }
  const expression = reader.expression(type, { ...context, isAnnotation: true });
  return { kind: 'annotation', expression, ...(value.kind === 'value' ? { value: value.expression } : {}) };
}

/** `a += b` */
export function readUpdate(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  rebindNames([node.firstChild], node.to, context, reader);
  reader.visitChildren(node, context);
}

/** `del a` */
export function readDelete(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  rebindNames(childrenOf(node), node.to, context, reader);
  reader.visitChildren(node, context);
}

function rebindNames(
  nodes: readonly (SyntaxNode | null)[],
  from: number,
  context: CodeContext,
  reader: StatementReader,
): void {
  for (const node of nodes) {
    if (node?.name === 'VariableName') reader.bind(node, context, from, UNKNOWN_SOURCE);
  }
}

/** `a := value` */
export function readWalrus(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const [target, , value] = childrenOf(node);
  if (target?.name !== 'VariableName') {
    reader.visitChildren(node, context);
    return;
  }
  reader.bind(target, context, node.to, sourceOfValue(value, context, reader));
  if (value !== undefined) reader.visitAll([value], context);
}

/** `global a` or `nonlocal a` */
export function readScopeStatement(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const [keyword, ...names] = childrenOf(node);
  const block = enclosingBlock(context.scope);
  if (block.kind === 'module') return;
  const declared = keyword?.name === 'global' ? block.globals : block.nonlocals;
  for (const name of names) {
    if (name.name === 'VariableName') declared.add(reader.identifier(name).name);
  }
}

/** `return value` */
export function readReturn(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const [, ...values] = childrenOf(node);
  const [first] = values;
  if (first !== undefined && first.name !== 'None' && first.name !== '⚠') {
    enclosingFunction(context.scope)?.returned.push(sourceOfValues(values, context, reader));
  }
  reader.visitChildren(node, context);
}

/** `yield value`, `yield from values` */
export function readYield(node: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const [, first, ...rest] = childrenOf(node);
  const values = first === undefined ? [] : [first, ...rest];
  const [iterable] = rest;
  const source: BindingSource =
    first?.name === 'from' && iterable !== undefined
      ? { kind: 'element', expression: reader.expression(iterable, context) }
      : sourceOfValues(values, context, reader);
  enclosingFunction(context.scope)?.yielded.push(source);
  reader.visitChildren(node, context);
}
