import * as vscode from 'vscode';
import type { LocatedProblem } from '../../core/library/library';
import { problemLine, type LibraryService } from './libraryService';
import { t } from '../base/l10n';
import { debounce } from '../base/debounce';
import { DisposableStore } from '../base/disposables';

/** Milliseconds of loading until the item is shown. */
const SHOW_DELAY = 400;
/** Problems in the tooltip. */
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
 */
export function statusBarContent(
  isSlow: boolean,
  problems: readonly LocatedProblem[],
): StatusBarContent | undefined {
  if (isSlow) {
    const label = t('Archive Answers: Loading archives…');
    return { kind: 'reading', text: `$(sync~spin) ${NAME}`, tooltip: label, label };
  }
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return undefined;
  const listed = errors.slice(0, MAX_LISTED).map(problemLine);
  const more = errors.length - listed.length;
  const label = t('Archive Answers: archive errors: {0}', errors.length);
  return {
    kind: 'trouble',
    text: `$(warning) ${NAME} ${String(errors.length)}`,
    tooltip: [label, ...listed, ...(more === 0 ? [] : [t('and {0} more', more)])].join('\n'),
    label,
  };
}

/** What the item needs of the library service. */
export type LoadingState = Pick<LibraryService, 'isLoading' | 'loadedLibrary' | 'onDidChangeState'>;

/** A status bar item that is visible only while archives take long to load, or have errors. Never opens the library. */
export class ArchiveStatusBarItem implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  #isLoading = false;
  #isSlow = false;
  readonly #slowLoading = this.#disposables.add(
    debounce(() => {
      this.#isSlow = true;
      this.#draw();
    }, SHOW_DELAY),
  );

  constructor(
    private readonly state: LoadingState,
    private readonly item: vscode.StatusBarItem = vscode.window.createStatusBarItem(
      'archiveAnswers.status',
      vscode.StatusBarAlignment.Left,
    ),
  ) {
    this.item.name = NAME;
    this.#disposables.addAll(
      this.item,
      state.onDidChangeState(() => {
        this.#update();
      }),
    );
    this.#update();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #update(): void {
    const { isLoading } = this.state;
    if (isLoading && !this.#isLoading) this.#slowLoading.schedule();
    if (!isLoading) {
      this.#slowLoading.cancel();
      this.#isSlow = false;
    }
    this.#isLoading = isLoading;
    this.#draw();
  }

  #draw(): void {
    const status = statusBarContent(this.#isSlow, this.state.loadedLibrary?.problems ?? []);
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
