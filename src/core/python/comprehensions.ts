import type { SyntaxNode } from '@lezer/common';
import { childrenOf, identifierAt, splitAtCommas } from './nodes';
import type { Reader } from './reader';
import { Scope, type Place } from './scope';
import { sourceOfValue } from './sources';
import { bindTargets } from './targets';

/** `[x for x in xs if x]`: its variables are its own; only the first iterable belongs to what is around it. */
export function readComprehension(nodes: readonly SyntaxNode[], place: Place, reader: Reader): void {
  const scope = new Scope('comprehension', place.scope);
  const inside: Place = { ...place, scope };
  const from = nodes[0]?.from ?? 0;
  const pieces: (readonly [SyntaxNode, Place])[] = [];
  let isFirst = true;
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined) break;
    const end = node.name === 'for' ? nodes.findIndex(({ name }, other) => other > at && name === 'in') : -1;
    if (end === -1) {
      pieces.push([node, inside]);
      continue;
    }
    bindTargets(nodes.slice(at + 1, end), inside, from, reader, scope);
    const iterable = nodes[end + 1];
    if (iterable !== undefined) pieces.push([iterable, isFirst ? place : inside]);
    isFirst = false;
    at = end + 1;
  }
  reader.read(pieces);
}

/** Arguments of a call or of a class: names of keyword arguments are not names of this file. */
export function readArguments(list: SyntaxNode, place: Place, reader: Reader): void {
  const inside = childrenOf(list).filter(({ name }) => name !== '(' && name !== ')');
  const plain: Place = { scope: place.scope, branch: place.branch };
  const pieces: (readonly [SyntaxNode, Place])[] = [];
  for (const argument of splitAtCommas(inside)) {
    const [name, operator] = argument;
    const isNamed = name?.name === 'VariableName' && operator?.name === 'AssignOp';
    const value = isNamed ? argument.slice(2) : argument;
    if (isNamed && reader.text.slice(operator.from, operator.to) === ':=') {
      const source = sourceOfValue(value[0], plain, reader.text);
      reader.bind(identifierAt(name, reader.text), plain, value.at(-1)?.to ?? operator.to, source);
    }
    if (value.some((node) => node.name === 'for')) readComprehension(value, plain, reader);
    else pieces.push(...value.map((node) => [node, plain] as const));
  }
  reader.read(pieces);
}
