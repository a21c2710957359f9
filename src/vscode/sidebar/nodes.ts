import type * as vscode from 'vscode';
import type { LocatedProblem } from '../../core/library/library';
import type { Entry } from '../../core/model';
import type { Bookmark } from '../entries/bookmarks';

/** A row of the tree. Ids hold where in the tree it is: an entry may stand in several groups. */
export type TreeNode = GroupNode | EntryNode | MissingEntryNode | ProblemNode;

/** Rows under a heading. */
export interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly parent: GroupNode | undefined;
  readonly label: string;
  readonly icon: vscode.ThemeIcon;
  /** How many entries or problems there are in it, at any depth. */
  readonly count: number;
  /** All entries below; none where its rows are something else. */
  readonly entries: readonly Entry[];
  /** What the row says beside the count. */
  readonly detail?: string;
  readonly tooltip?: string;
  readonly isExpanded: boolean;
  readonly contextValue: 'group' | 'recents';
  /** Made when they are asked for first: most groups are never opened. */
  children(): readonly TreeNode[];
}

export interface EntryNode {
  readonly kind: 'entry';
  readonly id: string;
  readonly parent: GroupNode | undefined;
  readonly entry: Entry;
}

/** A bookmark whose entry is no longer in its archive. */
export interface MissingEntryNode {
  readonly kind: 'gone';
  readonly id: string;
  readonly parent: GroupNode;
  readonly bookmark: Bookmark;
}

export interface ProblemNode {
  readonly kind: 'problem';
  readonly id: string;
  readonly parent: GroupNode;
  readonly problem: LocatedProblem;
}

/** What is known of a group before it is a row. */
type GroupFacts = Omit<GroupNode, 'kind' | 'children' | 'contextValue' | 'isExpanded'> &
  Partial<Pick<GroupNode, 'contextValue' | 'isExpanded'>>;

/** A group's row; `makeChildren` is called once, when it is opened or looked through. */
export function groupNode(
  facts: GroupFacts,
  makeChildren: (parent: GroupNode) => readonly TreeNode[],
): GroupNode {
  let children: readonly TreeNode[] | undefined;
  const node: GroupNode = {
    isExpanded: false,
    contextValue: 'group',
    ...facts,
    kind: 'group',
    children: () => (children ??= makeChildren(node)),
  };
  return node;
}

export function entryNode(entry: Entry, place: string, parent: GroupNode | undefined): EntryNode {
  return { kind: 'entry', id: `${place}\n${entry.id}`, parent, entry };
}
