import { Tree, TreeFragment, type SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';

/** Steps of Lezer's parser between two pauses: a fraction of a millisecond. */
const STEPS = 64;

/** A parsed text, from which the next version of it is parsed faster. */
export interface Parsed {
  readonly text: string;
  readonly tree: Tree;
  /** Where the tree begins: behind a byte order mark. */
  readonly start: number;
}

/**
 * Parses a Python file, error-tolerant, and yields after every few steps so that other work can have its turn.
 *
 * @param previous An earlier version: what is the same before and behind the edit is not parsed again.
 * @param difference What differs between the two, where that is known.
 */
export function* parsePython(
  text: string,
  previous?: Parsed,
  difference?: Difference,
): Generator<undefined, Parsed> {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const fragments =
    previous?.start === start ? unchanged(previous, difference ?? differenceOf(previous.text, text)) : [];
  const parse = parser.startParse(text.slice(start), fragments);
  for (let step = 1; ; step += 1) {
    const tree = parse.advance();
    if (tree !== null) return { text, tree, start };
    if (step % STEPS === 0) yield;
  }
}

/** The statements of the top level; offsets are those of the text, a byte order mark included. */
export function topLevelOf({ tree, start }: Parsed): SyntaxNode {
  return placed(tree, start);
}

/** Parses a short text that stands at an offset of a file; offsets are those of the file. */
export function parseFragment(text: string, offset: number): SyntaxNode {
  return placed(parser.parse(text), offset);
}

/** A tree's offsets count from where its text begins: another one around it moves it there. */
function placed(tree: Tree, start: number): SyntaxNode {
  const around = new Tree(tree.type, [tree], [start], start + tree.length);
  return around.topNode.firstChild ?? around.topNode;
}

/** What differs between two texts: all between their common beginning and their common end. */
export interface Difference {
  readonly from: number;
  /** Where it ends in the text before, and in the text after. */
  readonly before: number;
  readonly after: number;
}

export function differenceOf(before: string, after: string): Difference {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  return { from: head, before: before.length - tail, after: after.length - tail };
}

/** What of a tree can be used again. */
function unchanged({ tree, start }: Parsed, difference: Difference): readonly TreeFragment[] {
  const at = (offset: number): number => Math.max(0, offset - start);
  const change = {
    fromA: at(difference.from),
    toA: at(difference.before),
    fromB: at(difference.from),
    toB: at(difference.after),
  };
  return TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]);
}
