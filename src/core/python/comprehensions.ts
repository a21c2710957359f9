import type { SyntaxNode } from '@lezer/common';
import { childrenOf, splitAtCommas } from './nodes';
import type { StatementReader } from './statementReader';
import { OWN, Scope, type CodePosition, type Source } from './scope';
import { sourceOfValue } from './bindingSources';
import { bindTargets } from './targets';

/** `[x for x in xs if x]`: its variables are its own; only the first iterable belongs to what is around it. */
export function readComprehension(
  nodes: readonly SyntaxNode[],
  place: CodePosition,
  reader: StatementReader,
): void {
  const scope = new Scope('comprehension', reader.chunk, place.scope);
  const inside: CodePosition = { ...place, scope };
  const from = nodes[0]?.from ?? 0;
  reader.chunk.inside.set(from, inside);
  const pieces: (readonly [SyntaxNode, CodePosition])[] = [];
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
    const around = isFirst ? place : inside;
    const source: Source =
      iterable === undefined ? OWN : { kind: 'element', code: reader.code(iterable, around) };
    bindTargets(nodes.slice(at + 1, end), inside, from, source, reader, scope);
    if (iterable !== undefined) pieces.push([iterable, around]);
    isFirst = false;
    at = end + 1;
  }
  reader.read(pieces);
}

/** Arguments of a call or of a class: names of keyword arguments are not names of this file. */
export function readArguments(list: SyntaxNode, place: CodePosition, reader: StatementReader): void {
  const inside = childrenOf(list).filter(({ name }) => name !== '(' && name !== ')');
  const plain: CodePosition = { scope: place.scope, branch: place.branch };
  const pieces: (readonly [SyntaxNode, CodePosition])[] = [];
  for (const argument of splitAtCommas(inside)) {
    const [name, operator, given] = argument;
    const isNamed = name?.name === 'VariableName' && operator?.name === 'AssignOp';
    const callee = list.parent?.name === 'CallExpression' ? list.parent.firstChild : null;
    if (isNamed && given?.name === 'String' && callee !== null) {
      const keyword = reader.identifier(name).name;
      reader.chunk.keywordStrings.push({ callee, keyword, value: given, place: plain });
    }
    const value = isNamed ? argument.slice(2) : argument;
    if (isNamed && reader.textOf(operator) === ':=') {
      const source = sourceOfValue(value[0], plain, reader);
      reader.bind(name, plain, value.at(-1)?.to ?? operator.to, source);
    }
    if (value.some((node) => node.name === 'for')) readComprehension(value, plain, reader);
    else pieces.push(...value.map((node) => [node, plain] as const));
  }
  reader.read(pieces);
}
