import * as vscode from 'vscode';
import { listTitle, variantIn, type Entry } from '../../core/model';
import type { Group, GroupContent } from './groups';
import { entryNode, groupNode, type GroupNode, type TreeNode } from './nodes';
import { inRanges } from './ranges';

/** The layout of the rows. */
export interface RowLayout {
  /** Whether groups are expanded initially. */
  readonly isExpanded: boolean;
  /** Whether entries are sorted by title, so that ranges are labelled with letters. */
  readonly isByTitle: boolean;
}

type Row = Group | Entry;

/** The rows of a group or of the top level; a long list is divided into ranges. */
export function nodesOf(
  { groups, entries }: GroupContent,
  position: string,
  layout: RowLayout,
  parent?: GroupNode,
): readonly TreeNode[] {
  const rows: readonly Row[] = groups.length === 0 ? entries : [...groups, ...entries];
  const isByTitle = layout.isByTitle && groups.length === 0;
  return inRanges(rows, {
    position,
    parent,
    contentOf: entriesOfRows,
    ...(isByTitle ? { nameAt: (at: number) => titleOf(entries[at]) } : {}),
    node: (row, parentNode) => nodeOf(row, position, layout, parentNode),
  });
}

function nodeOf(row: Row, position: string, layout: RowLayout, parent: GroupNode | undefined): TreeNode {
  if (!isGroup(row)) return entryNode(row, position, parent);
  const { key, label, icon, detail, tooltip, source, entries } = row;
  // Quoted, as a topic may contain any separator.
  const id = `${position}/${JSON.stringify(key)}`;
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
      ...(source === undefined ? {} : { source, contextValue: 'archive' as const }),
    },
    (node) => nodesOf(row.content(), id, layout, node),
  );
}

function isGroup(row: Row): row is Group {
  return 'content' in row;
}

/** The entries of rows without duplicates, as groups may share some. */
function entriesOfRows(rows: readonly Row[]): Pick<GroupNode, 'entries' | 'count'> {
  const entries = [...new Set(rows.flatMap((row) => (isGroup(row) ? row.entries : [row])))];
  return { entries, count: entries.length };
}

function titleOf(entry: Entry | undefined): string {
  return entry === undefined ? '' : listTitle(variantIn(entry, vscode.env.language));
}
