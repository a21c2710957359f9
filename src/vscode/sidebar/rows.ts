import * as vscode from 'vscode';
import { variantIn, type Entry } from '../../core/model';
import type { Group, GroupContent } from './groups';
import { entryNode, groupNode, type GroupNode, type TreeNode } from './nodes';
import { inRanges } from './ranges';

/** How rows are laid out. */
export interface RowLayout {
  /** Groups show what is in them from the start. */
  readonly isExpanded: boolean;
  /** Entries stand in alphabetical order, so that ranges are named by letters. */
  readonly isByTitle: boolean;
}

type Row = Group | Entry;

/** The rows of a group, or of the top; a long list is divided into ranges. */
export function nodesOf(
  { groups, entries }: GroupContent,
  place: string,
  layout: RowLayout,
  parent?: GroupNode,
): readonly TreeNode[] {
  const rows: readonly Row[] = groups.length === 0 ? entries : [...groups, ...entries];
  const isByTitle = layout.isByTitle && groups.length === 0;
  return inRanges(rows, {
    place,
    parent,
    facts: entriesOfRows,
    ...(isByTitle ? { nameAt: (at: number) => titleOf(entries[at]) } : {}),
    node: (row, above) => nodeOf(row, place, layout, above),
  });
}

function nodeOf(row: Row, place: string, layout: RowLayout, parent: GroupNode | undefined): TreeNode {
  if (!isGroup(row)) return entryNode(row, place, parent);
  const { key, label, icon, detail, tooltip, entries } = row;
  // A topic may hold any character that could stand between two.
  const id = `${place}/${JSON.stringify(key)}`;
  return groupNode(
    {
      id,
      parent,
      label,
      icon,
      count: entries.length,
      entries,
      isExpanded: layout.isExpanded,
      ...(detail === undefined ? {} : { detail }),
      ...(tooltip === undefined ? {} : { tooltip }),
    },
    (node) => nodesOf(row.content(), id, layout, node),
  );
}

function isGroup(row: Row): row is Group {
  return 'rows' in row;
}

/** The entries of rows, each once: groups may share some. */
function entriesOfRows(rows: readonly Row[]): Pick<GroupNode, 'entries' | 'count'> {
  const entries = [...new Set(rows.flatMap((row) => (isGroup(row) ? row.entries : [row])))];
  return { entries, count: entries.length };
}

function titleOf(entry: Entry | undefined): string {
  return entry === undefined ? '' : variantIn(entry, vscode.env.language).title;
}
