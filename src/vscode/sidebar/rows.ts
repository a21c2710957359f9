import * as vscode from 'vscode';
import { rangesOf, volumeLabels } from '../../core/browse/ranges';
import { variantIn, type Entry } from '../../core/model';
import { t } from '../l10n';
import type { Group, Rows } from './groups';
import { entryNode, groupNode, type GroupNode, type TreeNode } from './nodes';

/** How rows are laid out. */
export interface Layout {
  /** Groups show what is in them from the start. */
  readonly isExpanded: boolean;
  /** Entries stand in alphabetical order, so that ranges are named by letters. */
  readonly isByTitle: boolean;
}

type Row = Group | Entry;

/** The rows of a group, or of the top; a long list is divided into ranges. */
export function nodesOf(
  { groups, entries }: Rows,
  place: string,
  layout: Layout,
  parent?: GroupNode,
): readonly TreeNode[] {
  const rows: readonly Row[] = groups.length === 0 ? entries : [...groups, ...entries];
  const ranges = rangesOf(rows.length);
  if (ranges.length === 0) return rows.map((row) => nodeOf(row, place, layout, parent));
  const titles =
    layout.isByTitle && groups.length === 0 ? volumeLabels(ranges, (at) => titleOf(entries[at])) : undefined;
  return ranges.map((range, at) => {
    const own = rows.slice(range.start, range.end);
    const { from, to } = titles?.[at] ?? {};
    const numbers = `${String(range.start + 1)}–${String(range.end)}`;
    return groupNode(
      {
        id: `${place}\n#${String(range.start)}`,
        parent,
        label: from === undefined || to === undefined ? numbers : `${from} – ${to}`,
        icon: new vscode.ThemeIcon('list-flat'),
        ...(titles === undefined ? {} : { detail: numbers }),
        tooltip: t('Rows {0} to {1} of {2}', range.start + 1, range.end, rows.length),
        ...entriesOfRows(own),
      },
      (node) => own.map((row) => nodeOf(row, place, layout, node)),
    );
  });
}

function nodeOf(row: Row, place: string, layout: Layout, parent: GroupNode | undefined): TreeNode {
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
    (node) => nodesOf(row.rows(), id, layout, node),
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
