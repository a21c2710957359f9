import { Tree, TreeFragment, type SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';

/** Steps of Lezer's parser per time slice, together a fraction of a millisecond. */
const STEPS_PER_YIELD = 64;

/** A text and its tree, which the parser reuses for the next version of the text. */
export interface ParsedText {
  readonly text: string;
  readonly tree: Tree;
  /** Offset at which the tree begins: 1 after a byte order mark, else 0. */
  readonly start: number;
}

/**
 * Parses a Python file in time slices. Errors become `⚠` nodes.
 *
 * @param previous An earlier version, whose subtrees outside of the edit are reused.
 * @param edit The difference between the two, if it is known already.
 */
export function* parsePython(
  text: string,
  previous?: ParsedText,
  edit?: TextEdit,
): Generator<undefined, ParsedText> {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const fragments =
    previous?.start === start ? reusableFragments(previous, edit ?? editBetween(previous.text, text)) : [];
  const parse = parser.startParse(text.slice(start), fragments);
  for (let step = 1; ; step += 1) {
    const tree = parse.advance();
    if (tree !== null) return { text, tree, start };
    if (step % STEPS_PER_YIELD === 0) yield;
  }
}

/** The node whose children are the top-level statements; offsets count a byte order mark. */
export function topLevelOf({ tree, start }: ParsedText): SyntaxNode {
  return shiftedTo(tree, start);
}

/** Parses a short text that begins at an offset of a file; offsets in the tree are those of the file. */
export function parseFragment(text: string, offset: number): SyntaxNode {
  return shiftedTo(parser.parse(text), offset);
}

/** Shifts a tree's offsets by wrapping it in another tree. */
function shiftedTo(tree: Tree, start: number): SyntaxNode {
  const wrapper = new Tree(tree.type, [tree], [start], start + tree.length);
  return wrapper.topNode.firstChild ?? wrapper.topNode;
}

/** The difference between two texts: everything between their common prefix and their common suffix. */
export interface TextEdit {
  readonly start: number;
  /** Ends of the changed range in the old and in the new text. */
  readonly oldEnd: number;
  readonly newEnd: number;
}

export function editBetween(before: string, after: string): TextEdit {
  const maxLength = Math.min(before.length, after.length);
  let head = 0;
  while (head < maxLength && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < maxLength - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  return { start: head, oldEnd: before.length - tail, newEnd: after.length - tail };
}

/** The parts of a tree that an edit leaves valid. */
function reusableFragments({ tree, start }: ParsedText, edit: TextEdit): readonly TreeFragment[] {
  const treeOffset = (offset: number): number => Math.max(0, offset - start);
  const change = {
    fromA: treeOffset(edit.start),
    toA: treeOffset(edit.oldEnd),
    fromB: treeOffset(edit.start),
    toB: treeOffset(edit.newEnd),
  };
  return TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]);
}
