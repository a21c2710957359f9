import * as vscode from 'vscode';
import type { LocatedProblem } from '../../core/library/library';
import { problemLine } from './libraryLog';
import { SlowLoading, type LoadingState } from './slowLoading';
import { t } from '../base/l10n';
import { DisposableStore } from '../base/disposables';

/** Problems, or archives that are being read, in the tooltip. */
const MAX_LISTED = 3;
const NAME = 'Archive Answers';

export interface StatusBarContent {
  readonly kind: 'reading' | 'trouble';
  readonly text: string;
  readonly tooltip: string;
  /** For screen readers: the text without its icon. */
  readonly label: string;
}

/**
 * What the status bar shows: that loading takes long, or that archives have errors; `undefined` for neither. An archive
 * that cannot be read counts as an error.
 *
 * @param progress A line for each archive that is being read.
 */
export function statusBarContent(
  isSlow: boolean,
  problems: readonly LocatedProblem[],
  progress: readonly string[] = [],
): StatusBarContent | undefined {
  if (isSlow) {
    const label = t('Archive Answers: Loading archives…');
    const tooltip = [label, ...listed(progress)].join('\n');
    return { kind: 'reading', text: `$(sync~spin) ${NAME}`, tooltip, label };
  }
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return undefined;
  const label = t('Archive Answers: archive errors: {0}', errors.length);
  return {
    kind: 'trouble',
    text: `$(warning) ${NAME} ${String(errors.length)}`,
    tooltip: [label, ...listed(errors.map(problemLine))].join('\n'),
    label,
  };
}

/** The first lines, and how many more there are. */
function listed(lines: readonly string[]): readonly string[] {
  const more = lines.length - MAX_LISTED;
  return more <= 0 ? lines : [...lines.slice(0, MAX_LISTED), t('and {0} more', more)];
}

/** A status bar item that is visible only while archives take long to load, or have errors. Never opens the library. */
export class ArchiveStatusBarItem implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #loading: SlowLoading;

  constructor(
    private readonly state: LoadingState,
    private readonly item: vscode.StatusBarItem = vscode.window.createStatusBarItem(
      'archiveAnswers.status',
      vscode.StatusBarAlignment.Left,
    ),
  ) {
    this.item.name = NAME;
    this.#loading = this.#disposables.add(new SlowLoading(state));
    this.#disposables.addAll(
      this.item,
      this.#loading.onDidChange(() => {
        this.#draw();
      }),
    );
    this.#draw();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #draw(): void {
    const status = statusBarContent(
      this.#loading.isSlow,
      this.state.loadedLibrary?.problems ?? [],
      this.#loading.lines,
    );
    if (status === undefined) {
      this.item.hide();
      return;
    }
    const { kind, text, tooltip, label } = status;
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.command = kind === 'trouble' ? 'archiveAnswers.showProblems' : 'archiveAnswers.entries.focus';
    this.item.accessibilityInformation = { label, role: 'button' };
    this.item.backgroundColor =
      kind === 'trouble' ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    this.item.show();
  }
}
