import { Tree, TreeFragment, type SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';

/** Steps of Lezer's parser between two pauses: a fraction of a millisecond. */
const STEPS_PER_YIELD = 64;

/** A parsed text, from which the next version of it is parsed faster. */
export interface ParsedText {
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
  previous?: ParsedText,
  difference?: TextEdit,
): Generator<undefined, ParsedText> {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const fragments =
    previous?.start === start
      ? reusableFragments(previous, difference ?? editBetween(previous.text, text))
      : [];
  const parse = parser.startParse(text.slice(start), fragments);
  for (let step = 1; ; step += 1) {
    const tree = parse.advance();
    if (tree !== null) return { text, tree, start };
    if (step % STEPS_PER_YIELD === 0) yield;
  }
}

/** The statements of the top level; offsets are those of the text, a byte order mark included. */
export function topLevelOf({ tree, start }: ParsedText): SyntaxNode {
  return shiftedTo(tree, start);
}

/** Parses a short text that stands at an offset of a file; offsets are those of the file. */
export function parseFragment(text: string, offset: number): SyntaxNode {
  return shiftedTo(parser.parse(text), offset);
}

/** A tree's offsets count from where its text begins: another one around it moves it there. */
function shiftedTo(tree: Tree, start: number): SyntaxNode {
  const around = new Tree(tree.type, [tree], [start], start + tree.length);
  return around.topNode.firstChild ?? around.topNode;
}

/** What differs between two texts: all between their common beginning and their common end. */
export interface TextEdit {
  readonly start: number;
  /** Where it ends in the text before, and in the text after. */
  readonly oldEnd: number;
  readonly newEnd: number;
}

export function editBetween(before: string, after: string): TextEdit {
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
  return { start: head, oldEnd: before.length - tail, newEnd: after.length - tail };
}

/** What of a tree can be used again. */
function reusableFragments({ tree, start }: ParsedText, difference: TextEdit): readonly TreeFragment[] {
  const at = (offset: number): number => Math.max(0, offset - start);
  const change = {
    fromA: at(difference.start),
    toA: at(difference.oldEnd),
    fromB: at(difference.start),
    toB: at(difference.newEnd),
  };
  return TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]);
}
