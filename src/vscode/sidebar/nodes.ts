import type * as vscode from 'vscode';
import type { LocatedProblem } from '../../core/library/library';
import type { Entry } from '../../core/model';
import type { Bookmark } from '../entries/bookmarks';

/** A row of the tree. Its id includes its position, as an entry may be in several groups. */
export type TreeNode = GroupNode | EntryNode | MissingEntryNode | ProblemNode;

/** A row with children. */
export interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly parent: GroupNode | undefined;
  readonly label: string;
  readonly icon: vscode.ThemeIcon;
  /** The number of entries or problems in it, at any depth. */
  readonly count: number;
  /** All entries in it, at any depth; empty where it contains problems. */
  readonly entries: readonly Entry[];
  /** Shown next to the count. */
  readonly detail?: string;
  readonly tooltip?: string;
  readonly isExpanded: boolean;
  readonly contextValue: 'group' | 'archive' | 'recents';
  /** Location of the archive that the row stands for, if it is from the settings. */
  readonly source?: string;
  /** Created on first use: most groups are never expanded. */
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

/** The properties of a new group row. */
type GroupProperties = Omit<GroupNode, 'kind' | 'children' | 'contextValue' | 'isExpanded'> &
  Partial<Pick<GroupNode, 'contextValue' | 'isExpanded'>>;

/** Creates a group row; `createChildren` is called once, on first use. */
export function groupNode(
  properties: GroupProperties,
  createChildren: (parent: GroupNode) => readonly TreeNode[],
): GroupNode {
  let children: readonly TreeNode[] | undefined;
  const node: GroupNode = {
    isExpanded: false,
    contextValue: 'group',
    ...properties,
    kind: 'group',
    children: () => (children ??= createChildren(node)),
  };
  return node;
}

/** @param position Of the list that the row is in; the beginning of its id. */
export function entryNode(entry: Entry, position: string, parent: GroupNode | undefined): EntryNode {
  return { kind: 'entry', id: `${position}\n${entry.id}`, parent, entry };
}
