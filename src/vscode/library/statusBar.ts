import * as vscode from 'vscode';
import type { LocatedProblem } from '../../core/library/library';
import { problemLine, type LibraryService } from './libraryService';
import { t } from '../base/l10n';
import { debounce } from '../base/debounce';
import { DisposableStore } from '../base/disposables';

/** Milliseconds of reading before it is worth a word. */
const PATIENCE = 400;
/** Most problems that the tooltip names. */
const MAX_NAMED = 3;
const NAME = 'Archive Answers';

export interface StatusBarContent {
  readonly kind: 'reading' | 'trouble';
  readonly text: string;
  readonly tooltip: string;
  /** What a screen reader says: the text without its icon. */
  readonly label: string;
}

/**
 * What the status bar says; nothing where there is neither work that takes its time nor trouble. Trouble is an archive
 * that cannot be read, or a problem in one that is an error.
 */
export function statusBarContent(isSlow: boolean, problems: readonly LocatedProblem[]): StatusBarContent | undefined {
  if (isSlow) {
    const label = t('Archive Answers reads the archives…');
    return { kind: 'reading', text: `$(sync~spin) ${NAME}`, tooltip: label, label };
  }
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return undefined;
  const named = errors.slice(0, MAX_NAMED).map(problemLine);
  const more = errors.length - named.length;
  const label = t('Archive Answers: errors in archives: {0}', errors.length);
  return {
    kind: 'trouble',
    text: `$(warning) ${NAME} ${String(errors.length)}`,
    tooltip: [label, ...named, ...(more === 0 ? [] : [t('and {0} more', more)])].join('\n'),
    label,
  };
}

/** What it needs of the library: whether it is being read, and the problems of the one that is there. */
export type LoadingState = Pick<LibraryService, 'isLoading' | 'loadedLibrary' | 'onDidChangeState'>;

/** An item of the status bar that is there only while archives are being read or one is in trouble. Opens nothing. */
export class ArchiveStatusBarItem implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  #isReading = false;
  #isSlow = false;
  readonly #slowReading = this.#disposables.add(
    debounce(() => {
      this.#isSlow = true;
      this.#draw();
    }, PATIENCE),
  );

  constructor(
    private readonly work: LoadingState,
    private readonly item: vscode.StatusBarItem = vscode.window.createStatusBarItem(
      'archiveAnswers.status',
      vscode.StatusBarAlignment.Left,
    ),
  ) {
    this.item.name = NAME;
    this.#disposables.addAll(
      this.item,
      work.onDidChangeState(() => {
        this.#follow();
      }),
    );
    this.#follow();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #follow(): void {
    const { isLoading: isReading } = this.work;
    if (isReading && !this.#isReading) this.#slowReading.schedule();
    if (!isReading) {
      this.#slowReading.cancel();
      this.#isSlow = false;
    }
    this.#isReading = isReading;
    this.#draw();
  }

  #draw(): void {
    const status = statusBarContent(this.#isSlow, this.work.loadedLibrary?.problems ?? []);
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
