import * as vscode from 'vscode';
import type { Library, LocatedProblem } from '../../core/library/library';
import { t } from '../base/l10n';
import { groupNode, type ProblemNode, type TreeNode } from './nodes';
import { inRanges } from './ranges';

/** The archives' problems, the most severe first. Expanded where no entry could be read. */
export function problemNodes(library: Library): readonly TreeNode[] {
  const { problems } = library;
  if (problems.length === 0) return [];
  const isOnly = library.entries().length === 0;
  const order = { error: 0, warning: 1, info: 2 };
  const sorted = [...problems].sort((a, b) => order[a.severity] - order[b.severity]);
  // VS Code remembers by id whether a row is expanded, so the expanded row needs another id.
  const id = isOnly ? 'problems-only' : 'problems';
  return [
    groupNode(
      {
        id,
        isExpanded: isOnly,
        parent: undefined,
        label: t('Archive problems'),
        icon: new vscode.ThemeIcon(sorted[0]?.severity ?? 'warning'),
        count: problems.length,
        entries: [],
      },
      (group) =>
        inRanges(identified(sorted), {
          position: id,
          parent: group,
          contentOf: (rows) => ({ entries: [], count: rows.length }),
          node: (problem, parent): ProblemNode => ({ kind: 'problem', parent, ...problem }),
        }),
    ),
  ];
}

/** Gives problems ids that do not depend on their order, so that rows keep their state when another problem is fixed. */
function identified(problems: readonly LocatedProblem[]): readonly Pick<ProblemNode, 'id' | 'problem'>[] {
  const counts = new Map<string, number>();
  return problems.map((problem) => {
    const { location, line, kind } = problem;
    const key = JSON.stringify([location, line ?? 0, kind]);
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    return { id: `problems\n${key}${before === 0 ? '' : `#${String(before)}`}`, problem };
  });
}
