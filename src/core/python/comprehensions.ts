import type { SyntaxNode } from '@lezer/common';
import { childrenOf, splitAtCommas } from './nodes';
import type { StatementReader } from './statementReader';
import { UNKNOWN_SOURCE, Scope, type CodeContext, type BindingSource } from './scope';
import { sourceOfValue } from './bindingSources';
import { bindTargets } from './targets';

/** `[x for x in xs if x]`: its variables are its own; only the first iterable belongs to what is around it. */
export function readComprehension(
  nodes: readonly SyntaxNode[],
  context: CodeContext,
  reader: StatementReader,
): void {
  const scope = new Scope('comprehension', reader.statement, context.scope);
  const inside: CodeContext = { ...context, scope };
  const from = nodes[0]?.from ?? 0;
  reader.statement.innerContexts.set(from, inside);
  const pieces: (readonly [SyntaxNode, CodeContext])[] = [];
  let isFirst = true;
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined) break;
    const end = node.name === 'for' ? nodes.findIndex(({ name }, other) => other > at && name === 'in') : -1;
    if (end === -1) {
      pieces.push([node, inside]);
      continue;
    }
    const iterable = nodes[end + 1];
    const around = isFirst ? context : inside;
    const source: BindingSource =
      iterable === undefined
        ? UNKNOWN_SOURCE
        : { kind: 'element', expression: reader.expression(iterable, around) };
    bindTargets(nodes.slice(at + 1, end), inside, from, source, reader, scope);
    if (iterable !== undefined) pieces.push([iterable, around]);
    isFirst = false;
    at = end + 1;
  }
  reader.visit(pieces);
}

/** Arguments of a call or of a class: names of keyword arguments are not names of this file. */
export function readArguments(list: SyntaxNode, context: CodeContext, reader: StatementReader): void {
  const inside = childrenOf(list).filter(({ name }) => name !== '(' && name !== ')');
  const plain: CodeContext = { scope: context.scope, branch: context.branch };
  const pieces: (readonly [SyntaxNode, CodeContext])[] = [];
  for (const argument of splitAtCommas(inside)) {
    const [name, operator, given] = argument;
    const isNamed = name?.name === 'VariableName' && operator?.name === 'AssignOp';
    const callee = list.parent?.name === 'CallExpression' ? list.parent.firstChild : null;
    if (isNamed && given?.name === 'String' && callee !== null) {
      const keyword = reader.identifier(name).name;
      reader.statement.keywordStrings.push({ callee, keyword, value: given, context: plain });
    }
    const value = isNamed ? argument.slice(2) : argument;
    if (isNamed && reader.textOf(operator) === ':=') {
      const source = sourceOfValue(value[0], plain, reader);
      reader.bind(name, plain, value.at(-1)?.to ?? operator.to, source);
    }
    if (value.some((node) => node.name === 'for')) readComprehension(value, plain, reader);
    else pieces.push(...value.map((node) => [node, plain] as const));
  }
  reader.visit(pieces);
}
