import * as vscode from 'vscode';
import { rowRangesOf, volumeLabels } from '../../core/library/rowRanges';
import { t } from '../base/l10n';
import { groupNode, type GroupNode, type TreeNode } from './nodes';

/** What is known of a list that may be too long to be shown at once. */
interface ListFacts<Row, Parent extends GroupNode | undefined> {
  /** What the ids of its ranges begin with. */
  readonly place: string;
  readonly parent: Parent;
  /** What a range has in it. */
  readonly facts: (rows: readonly Row[]) => Pick<GroupNode, 'entries' | 'count'>;
  /** The name of a row, where they are sorted by it: ranges are then named by letters. */
  readonly nameAt?: (at: number) => string;
  /** Makes a row's node; asked for once the row is to be seen. */
  readonly node: (row: Row, parent: Parent | GroupNode) => TreeNode;
}

/** The rows of a list; a long one is divided into ranges. */
export function inRanges<Row, Parent extends GroupNode | undefined>(
  rows: readonly Row[],
  { place, parent, facts, nameAt, node }: ListFacts<Row, Parent>,
): readonly TreeNode[] {
  const ranges = rowRangesOf(rows.length);
  if (ranges.length === 0) return rows.map((row) => node(row, parent));
  const names = nameAt === undefined ? undefined : volumeLabels(ranges, nameAt);
  return ranges.map((range, at) => {
    const own = rows.slice(range.start, range.end);
    const { from, to } = names?.[at] ?? {};
    const numbers = `${String(range.start + 1)}–${String(range.end)}`;
    return groupNode(
      {
        id: `${place}\n#${String(range.start)}`,
        parent,
        label: from === undefined || to === undefined ? numbers : `${from} – ${to}`,
        icon: new vscode.ThemeIcon('list-flat'),
        ...(names === undefined ? {} : { detail: numbers }),
        tooltip: t('Rows {0} to {1} of {2}', range.start + 1, range.end, rows.length),
        ...facts(own),
      },
      (above) => own.map((row) => node(row, above)),
    );
  });
}
