import { Tree, type SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import type { Span } from '../model';

/** Steps of Lezer's parser between two pauses: a fraction of a millisecond. */
const STEPS = 64;

/**
 * Parses a Python file, error-tolerant, and yields after every few steps so that other work can have its turn.
 *
 * @returns The file's top node; offsets are those of `text`, a byte order mark included.
 */
export function* parsePython(text: string): Generator<undefined, SyntaxNode> {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const parse = parser.startParse(text, [], [{ from: start, to: text.length }]);
  for (let step = 1; ; step += 1) {
    const tree = parse.advance();
    if (tree !== null) return placed(tree, start);
    if (step % STEPS === 0) yield;
  }
}

/** Parses a short piece of a file; offsets are those of the file. */
export function parsePiece(text: string, { start, end }: Span): SyntaxNode {
  return placed(parser.parse(text, [], [{ from: start, to: end }]), start);
}

/** A tree's offsets count from where its text begins: another one around it moves it there. */
function placed(tree: Tree, start: number): SyntaxNode {
  const around = new Tree(tree.type, [tree], [start], start + tree.length);
  return around.topNode.firstChild ?? around.topNode;
}
