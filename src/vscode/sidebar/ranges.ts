import * as vscode from 'vscode';
import { rowRangesOf, volumeLabels } from '../../core/library/rowRanges';
import { t } from '../base/l10n';
import { groupNode, type GroupNode, type TreeNode } from './nodes';

/** A list that may be too long to show at once. */
interface RowList<Row, Parent extends GroupNode | undefined> {
  /** The beginning of its ranges' ids. */
  readonly position: string;
  readonly parent: Parent;
  /** The content of a range. */
  readonly contentOf: (rows: readonly Row[]) => Pick<GroupNode, 'entries' | 'count'>;
  /** The name of a row, if rows are sorted by it: ranges are then labelled with its first letters. */
  readonly nameAt?: (at: number) => string;
  /** Creates the node of a row, once it is needed. */
  readonly node: (row: Row, parent: Parent | GroupNode) => TreeNode;
}

/** The nodes of a list; a long list is divided into ranges. */
export function inRanges<Row, Parent extends GroupNode | undefined>(
  rows: readonly Row[],
  { position, parent, contentOf, nameAt, node }: RowList<Row, Parent>,
): readonly TreeNode[] {
  const ranges = rowRangesOf(rows.length);
  if (ranges.length === 0) return rows.map((row) => node(row, parent));
  const names = nameAt === undefined ? undefined : volumeLabels(ranges, nameAt);
  return ranges.map((range, at) => {
    const rangeRows = rows.slice(range.start, range.end);
    const { from, to } = names?.[at] ?? {};
    const numbers = `${String(range.start + 1)}–${String(range.end)}`;
    return groupNode(
      {
        id: `${position}\n#${String(range.start)}`,
        parent,
        label: from === undefined || to === undefined ? numbers : `${from} – ${to}`,
        icon: new vscode.ThemeIcon('list-flat'),
        ...(names === undefined ? {} : { detail: numbers }),
        tooltip: t('Rows {0} to {1} of {2}', range.start + 1, range.end, rows.length),
        ...contentOf(rangeRows),
      },
      (rangeNode) => rangeRows.map((row) => node(row, rangeNode)),
    );
  });
}
